import { strToU8, zipSync } from 'fflate';
import { DEFAULT_LIMITS, type Limits } from '../../src/cells/limits.js';
import type { CellsDocument, ReadFailure } from '../../src/cells/model.js';
import { readCells } from '../../src/readers/read.js';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="wps" xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:m="m" xmlns:w14="w14"',
].join(' ');

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function contentTypes(names: readonly string[]): string {
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const overrides = [
    override('document', 'document.main'),
    ...names.map((name) => override(name, name)),
  ].join('');
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${overrides}</Types>`
  );
}

/** Other parts of a Word file by their relation, as the XML inside their root. */
export type Parts = Partial<Record<'styles' | 'numbering' | 'footnotes' | 'endnotes', string>>;

/** A Word file of the XML inside its body. */
export function docxOf(body: string, parts: Parts = {}, office = OFFICE): Uint8Array {
  const part = (name: string, inner: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inner}</w:${name}>`);
  const names = Object.keys(parts) as (keyof Parts)[];
  const relation = (name: string, target: string) =>
    `<Relationship Id="r${name}" Type="${office}/${name}" Target="${target}"/>`;
  const relations = (inner: string) =>
    strToU8(`<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`);
  return zipSync({
    '[Content_Types].xml': strToU8(contentTypes(names)),
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': relations(
      names.map((name) => relation(name, `${name}.xml`)).join(''),
    ),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, part(name, parts[name]!)])),
  });
}

/** A run with some text. */
export function r(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of one text. */
export function p(inner: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${own}${inner.startsWith('<') || inner === '' ? inner : r(inner)}</w:p>`;
}

/** A cell of blocks, or of one paragraph. */
export function tc(inner: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`;
  return `<w:tc>${own}${inner.startsWith('<') ? inner : p(inner)}</w:tc>`;
}

export function tr(...cells: readonly string[]): string {
  const inner = cells.map((cell) => (cell.startsWith('<w:t') ? cell : tc(cell))).join('');
  return `<w:tr>${inner}</w:tr>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
}

export function cellsOf(
  bytes: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): Promise<CellsDocument | ReadFailure> {
  return readCells('a.docx', bytes, { limits, onPage: () => {} });
}

/** A line as its text, a row of a grid as its cells joined by |. */
export function shapesOf(cells: CellsDocument | ReadFailure): readonly string[] {
  if ('code' in cells) throw new Error(`${cells.code} ${cells.detail}`);
  return cells.blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.text]
      : block.rows.map((row) => row.map((cell) => cell.text).join('|')),
  );
}

/** What the body of a Word file is read as. */
export async function shapes(body: string, parts: Parts = {}): Promise<readonly string[]> {
  return shapesOf(await cellsOf(docxOf(body, parts)));
}
