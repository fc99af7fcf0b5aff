import { cellsFromSheets, type LostSheet } from '../cells/from-sheets.js';
import type { Limits } from '../cells/limits.js';
import type { CellsDocument } from '../cells/model.js';
import { isNoteMark } from '../cells/note-mark.js';
import type { Sheet } from '../cells/sheet.js';
import { archiveMembers, type Member, unpack } from './archive.js';
import { embeddedFacts } from './office-embedded.js';
import { type ReadContext, ReadError } from './reader.js';
import { CellCount, ShownNumbers, unescaped } from './workbook-cells.js';
import { readSheet } from './workbook-xlsx-sheet.js';
import { child, elements, parseXml, walkXml, type XmlElement } from './xml.js';

/** Reads an Excel workbook (.xlsx, .xlsm): values as saved. Formulas and macros never run. */
export function readXlsx(file: string, bytes: Uint8Array, { limits }: ReadContext): CellsDocument {
  const parts = new Parts(archiveMembers(bytes, limits), limits);
  const { path, root } = workbookOf(parts);
  const relations = parts.relations(path);
  const target = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.path ?? null;
  const numbers = shownNumbers(parts.tree(target('styles')), root);
  const strings = sharedStrings(parts, target('sharedStrings'), limits);
  const count = new CellCount(limits);
  const sheets: Sheet[] = [];
  const lost: LostSheet[] = [];
  for (const { name, id, hidden } of listedSheets(root)) {
    const relation = relations.find((one) => one.id === id);
    const content = relation === undefined ? null : parts.bytes(relation.path);
    // Charts on sheets of their own and old macro sheets have no table.
    if (relation !== undefined && relation.type !== 'worksheet') continue;
    if (content === null) lost.push({ name });
    else sheets.push(readSheet(content, { name, hidden, numbers, strings, count, limits }));
  }
  const document = cellsFromSheets(file, 'xlsx', sheets, lost);
  if (document.blocks.length === 0 && document.losses.length === 0) throw new ReadError('empty');
  const custom = relations.filter(({ type }) => type === 'customXml');
  const embedded = embeddedFacts(custom.flatMap((relation) => parts.readable(relation.path)));
  return embedded === null ? document : { ...document, embedded };
}

interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, styles. */
  readonly type: string;
  readonly path: string;
}

/** The parts of a package by name; unpacked when asked for. */
class Parts {
  private readonly members: ReadonlyMap<string, Member>;

  constructor(
    members: readonly Member[],
    private readonly limits: Limits,
  ) {
    this.members = new Map(members.map((member) => [plainName(member.name), member]));
  }

  bytes(path: string): Uint8Array | null {
    const member = this.members.get(plainName(path));
    return member === undefined ? null : unpack(member);
  }

  has(path: string): boolean {
    return this.members.has(plainName(path));
  }

  tree(path: string | null): XmlElement | null {
    const bytes = path === null ? null : this.bytes(path);
    return bytes === null ? null : parseXml(bytes, path!, this.limits);
  }

  /** Nothing for a part beside the sheets that cannot be read. */
  readable(path: string): readonly XmlElement[] {
    try {
      return [this.tree(path)].filter((tree) => tree !== null);
    } catch (error) {
      if (error instanceof ReadError) return [];
      throw error;
    }
  }

  /** What a part refers to inside the package; what is outside is never followed. */
  relations(path: string): readonly Relation[] {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const root = this.tree(`${folder}_rels/${path.slice(slash)}.rels`);
    if (root === null) return [];
    return elements(root, 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => ({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').replace(/^.*\//, ''),
        path: resolve(folder, attributes.Target ?? ''),
      }));
  }
}

function plainName(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function workbookOf(parts: Parts): { readonly path: string; readonly root: XmlElement } {
  const main = parts.relations('').find(({ type }) => type === 'officeDocument');
  const path = main?.path ?? 'xl/workbook.xml';
  const root = parts.tree(path);
  if (root === null) throw new ReadError('damaged', path);
  return { path, root };
}

function listedSheets(
  root: XmlElement,
): readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[] {
  const sheets = child(root, 'sheets');
  if (sheets === undefined) return [];
  return elements(sheets, 'sheet').map(({ attributes }) => ({
    name: attributes.name ?? '',
    id: attributes.id ?? '',
    hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
  }));
}

function shownNumbers(styles: XmlElement | null, workbook: XmlElement): ShownNumbers {
  const later = child(workbook, 'workbookPr')?.attributes.date1904;
  const of = (parent: string, name: string): readonly XmlElement[] => {
    const found = styles === null ? undefined : child(styles, parent);
    return found === undefined ? [] : elements(found, name);
  };
  const codes = of('numFmts', 'numFmt').map(
    ({ attributes }) => [whole(attributes.numFmtId), attributes.formatCode ?? ''] as const,
  );
  const styleFormats = of('cellXfs', 'xf').map(({ attributes }) => whole(attributes.numFmtId));
  return new ShownNumbers(styleFormats, new Map(codes), later === '1' || later === 'true');
}

function whole(text = ''): number {
  return /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : 0;
}

/** The texts that cells name by number: rich text without its fonts, without readings of words. */
function sharedStrings(parts: Parts, path: string | null, limits: Limits): readonly string[] {
  const bytes = path === null ? null : parts.bytes(path);
  const strings: string[] = [];
  if (bytes === null) return strings;
  let text = '';
  let inText = false;
  let phonetic = false;
  let raised = false;
  let before = '';
  walkXml(bytes, path!, limits, {
    open: (name, { val }) => {
      if (name === 'si') text = '';
      else if (name === 'r') [before, raised] = [text, false];
      else if (name === 'vertAlign') raised = val === 'superscript';
      else if (name === 'rPh') phonetic = true;
      else inText = name === 't' && !phonetic;
    },
    text: (words) => {
      if (inText) text += words;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 'rPh') phonetic = false;
      else if (name === 'r' && raised && isNoteMark(text.slice(before.length), before)) {
        text = before;
      }
      inText = false;
    },
  });
  return strings;
}
