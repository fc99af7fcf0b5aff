import { cellsFromSheets } from '../cells/from-sheets.js';
import type { Limits } from '../cells/limits.js';
import type { CellsDocument } from '../cells/model.js';
import type { Sheet } from '../cells/sheet.js';
import { archiveMembers, unpack } from './archive.js';
import { type ReadContext, ReadError } from './reader.js';
import { CellCount, isOnSheet, SheetDraft } from './workbook-cells.js';
import { walkXml } from './xml.js';

/** Reads an OpenDocument workbook (.ods): it keeps the text of every cell as shown. */
export function readOds(file: string, bytes: Uint8Array, { limits }: ReadContext): CellsDocument {
  const members = archiveMembers(bytes, limits);
  const part = (name: string): Uint8Array | null => {
    const member = members.find((one) => one.name === name);
    return member === undefined ? null : unpack(member);
  };
  const manifest = part('META-INF/manifest.xml');
  if (manifest !== null && new TextDecoder().decode(manifest).includes('encryption-data')) {
    throw new ReadError('encrypted');
  }
  const content = part('content.xml');
  if (content === null) throw new ReadError('damaged', 'content.xml');
  const walker = new OdsWalker(new CellCount(limits), limits);
  walkXml(content, 'content.xml', limits, walker);
  const document = cellsFromSheets(file, 'ods', walker.sheets);
  if (document.blocks.length === 0 && document.losses.length === 0) throw new ReadError('empty');
  return document;
}

type Attributes = Readonly<Record<string, string>>;

interface OpenCell {
  readonly covered: boolean;
  readonly attributes: Attributes;
  readonly paragraphs: string[];
}

/** Elements inside a cell whose text is not the cell's: comments and drawings. */
const ASIDE = new Set(['annotation', 'frame', 'custom-shape', 'rect', 'shapes', 'g', 'control']);

class OdsWalker {
  readonly sheets: Sheet[] = [];
  private readonly hiddenStyles = new Set<string>();
  private styleName = '';
  private draft: SheetDraft | null = null;
  private row = 0;
  private rowRepeats = 1;
  private column = 0;
  private hiddenRow = false;
  private cell: OpenCell | null = null;
  private aside = 0;
  private inText = 0;

  constructor(
    private readonly count: CellCount,
    private readonly limits: Limits,
  ) {}

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.aside > 0 || ASIDE.has(name)) this.aside += 1;
    else if (this.cell !== null) this.openInCell(name, attributes);
    else this.openOutside(name, attributes);
  };

  readonly text = (words: string): void => {
    if (this.aside === 0 && this.inText > 0) this.append(words);
  };

  readonly close = (name: string): void => {
    if (this.aside > 0) this.aside -= 1;
    else if (name === 'p' && this.inText > 0) this.inText -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.row += this.rowRepeats;
    else if (name === 'table' && this.draft !== null) {
      this.sheets.push(this.draft.finish());
      this.draft = null;
    }
  };

  private openOutside(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style':
        this.styleName = attributes['style:name'] ?? '';
        break;
      case 'table-properties':
        if (attributes['table:display'] === 'false') this.hiddenStyles.add(this.styleName);
        break;
      case 'table':
        this.openTable(attributes);
        break;
      case 'table-column':
        this.openColumn(attributes);
        break;
      case 'table-row':
        this.rowRepeats = repeats(attributes['table:number-rows-repeated']);
        this.hiddenRow = isHidden(attributes);
        this.column = 0;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.cell = { covered: name !== 'table-cell', attributes, paragraphs: [] };
        break;
    }
  }

  private openTable(attributes: Attributes): void {
    const hidden = this.hiddenStyles.has(attributes['table:style-name'] ?? '');
    this.draft = new SheetDraft(attributes['table:name'] ?? '', hidden, this.count);
    this.row = 0;
    this.column = 0;
  }

  private openColumn(attributes: Attributes): void {
    const count = repeats(attributes['table:number-columns-repeated']);
    if (isHidden(attributes)) {
      this.draft?.hiddenColumns.push([this.column, this.column + count - 1]);
    }
    this.column += count;
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (name === 'p') {
      this.cell!.paragraphs.push('');
      this.inText += 1;
    } else if (name === 's') this.append(' '.repeat(Math.min(repeats(attributes['text:c']), 100)));
    else if (name === 'tab') this.append('\t');
    else if (name === 'line-break') this.append('\n');
  }

  private append(words: string): void {
    const paragraphs = this.cell?.paragraphs;
    if (paragraphs === undefined || paragraphs.length === 0) return;
    paragraphs[paragraphs.length - 1] += words;
  }

  private closeCell(): void {
    const { cell, draft, column } = this;
    this.cell = null;
    this.inText = 0;
    if (cell === null || draft === null) return;
    const { attributes } = cell;
    const columns = repeats(attributes['table:number-columns-repeated']);
    this.column += columns;
    if (cell.covered) return;
    this.merge(attributes, column);
    const text = shownText(cell);
    const formula = attributes['table:formula'];
    if (text.trim() === '' && formula === undefined) return;
    const rows = this.rowRepeats;
    for (let row = this.row; row < this.row + rows; row += 1) {
      if (this.hiddenRow) draft.hiddenRows.add(row);
      for (let at = column; at < column + columns; at += 1) this.put(row, at, text, attributes);
    }
  }

  private put(row: number, column: number, text: string, attributes: Attributes): void {
    if (!isOnSheet(row, column)) throw new ReadError('too-large', `cells:${this.limits.cells}`);
    const formula = attributes['table:formula'];
    const type = attributes['office:value-type'];
    if (formula !== undefined && type === undefined) {
      this.draft!.addUncomputed(row, column, formula.replace(/^\w+:=/, ''));
      return;
    }
    const origin = formula === undefined ? 'printed' : 'formula';
    const isNumber = type !== undefined && type !== 'string' && type !== 'boolean';
    this.draft!.add(row, { column, text, origin, isNumber });
  }

  private merge(attributes: Attributes, left: number): void {
    const width = repeats(attributes['table:number-columns-spanned']);
    const height = repeats(attributes['table:number-rows-spanned']);
    if (width === 1 && height === 1) return;
    const top = this.row;
    this.draft!.addMerge({ top, left, bottom: top + height - 1, right: left + width - 1 });
  }
}

/** The printed text; a file that another program wrote may have the value alone. */
function shownText({ paragraphs, attributes }: OpenCell): string {
  if (paragraphs.length > 0) return paragraphs.join('\n');
  return attributes['office:value'] ?? attributes['office:string-value'] ?? '';
}

function isHidden(attributes: Attributes): boolean {
  const visibility = attributes['table:visibility'];
  return visibility === 'collapse' || visibility === 'filter';
}

function repeats(count = '1'): number {
  const repeated = /^\d{1,9}$/.test(count) ? Number.parseInt(count, 10) : 1;
  return Math.max(1, repeated);
}
