import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import type { Look } from './looks.js';
import {
  columnWidths,
  type RichBlock,
  type RichCell,
  type RichDocument,
  type RichTable,
} from './rich-document.js';

/** Characters of a label; cells do not wrap, and a program that prints cuts off what is longer. */
const WIDEST = 30;

/** A workbook as a platform exports it: a sheet for each table, and sheets of text between. */
export async function toXlsx(document: RichDocument, look: Look): Promise<Uint8Array> {
  const groups: RichBlock[][] = [];
  document.blocks.forEach((block, i) => {
    const before = document.blocks[i - 1];
    const inTable = block.kind === 'table' || ['title', 'frame', 'note'].includes(block.role);
    const wasInTable =
      before !== undefined &&
      (before.kind === 'table' || ['title', 'frame', 'note'].includes(before.role));
    const fresh = inTable !== wasInTable || (block.kind === 'paragraph' && block.role === 'title');
    if (groups.length === 0 || fresh) groups.push([]);
    groups.at(-1)!.push(block);
  });
  return writeXlsx({ sheets: groups.map((blocks, i) => sheetOf(blocks, `${i + 1}`, look)) });
}

/** Fills one sheet from top to bottom. */
class SheetBuilder {
  readonly rows: CellValue[][] = [];
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: WriteSheet['merges'] & object = [];
  readonly heights = new Map<number, { height: number }>();
  private readonly look: Look;

  constructor(look: Look) {
    this.look = look;
  }

  text(text: string, columns: number, horizontal: 'left' | 'center' | 'right'): void {
    const row = this.rows.length;
    const at = horizontal === 'right' ? columns - 1 : 0;
    this.rows.push(Array.from({ length: columns }, (_, c) => (c === at ? text : null)));
    this.cells.set(`${row},${at}`, {
      value: text,
      style: { alignment: { horizontal, wrapText: columns === 1 } },
    });
    if (horizontal === 'center' && columns > 1) this.merge(row, 0, row, columns - 1);
    // A program that prints leaves rows as high as it finds them and cuts off what is below.
    if (columns === 1) this.heights.set(row, { height: 16 * Math.ceil(text.length / 30) });
  }

  row(cells: readonly RichCell[], head: boolean): void {
    const row = this.rows.length;
    this.rows.push(cells.map((cell) => (cell.covered ? null : this.valueOf(cell))));
    cells.forEach((cell, c) => {
      const style = this.styleOf(cell, head);
      const value = cell.covered ? null : this.valueOf(cell);
      this.cells.set(`${row},${c}`, { value, style });
      if (cell.colspan > 1 || cell.rowspan > 1) {
        this.merge(row, c, row + cell.rowspan - 1, c + cell.colspan - 1);
      }
    });
  }

  private merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    this.merges.push({ startRow, startCol, endRow, endCol });
  }

  private valueOf({ kind, text }: RichCell): CellValue {
    if (text === '') return null;
    const plain = text.replace(/,/g, '');
    const numeric = (kind === 'value' || kind === 'number') && /^-?\d+(\.\d+)?$/.test(plain);
    return numeric && this.look.numbers === 'doubles' ? Number(plain) : text;
  }

  private styleOf({ kind, text }: RichCell, head: boolean): NonNullable<Cell['style']> {
    const line = { style: 'thin' as const };
    const full = { top: line, bottom: line, left: line, right: line };
    const decimals = text.includes('.') ? '0.00' : '0';
    const format = text.includes(',') ? `#,##${decimals}` : decimals;
    const number = kind === 'value' || kind === 'number';
    return {
      font: { name: this.look.font, size: this.look.tableSize + 2 },
      alignment: { horizontal: head ? 'center' : number ? 'right' : 'left', wrapText: head },
      ...(this.look.borders === 'none' ? {} : { border: full }),
      ...(number && text !== '' && this.look.numbers === 'doubles' ? { numFmt: format } : {}),
    };
  }
}

function sheetOf(blocks: readonly RichBlock[], number: string, look: Look): WriteSheet {
  const table = blocks.find((block): block is RichTable => block.kind === 'table');
  const columns = table?.columns ?? 1;
  const sheet = new SheetBuilder(look);
  for (const block of blocks) {
    if (block.kind === 'table') {
      block.rows.forEach(({ cells }, r) => {
        sheet.row(cells, r < block.headingRows);
      });
      continue;
    }
    const { role, text } = block;
    const right = role === 'frame' && (/单位：[万元]+$/.test(text) || !text.includes('：'));
    sheet.text(text, columns, role === 'title' ? 'center' : right ? 'right' : 'left');
  }
  const name = table === undefined ? `文字${number}` : `${number} ${table.name}`.slice(0, 31);
  const widths = table === undefined ? [36] : columnWidths(table, WIDEST);
  return {
    name: name.replace(/[[\]:*?/\\]/g, ''),
    rows: sheet.rows,
    cells: sheet.cells,
    merges: sheet.merges,
    rowDefs: sheet.heights,
    columns: widths.map((width) => ({ width: width * 2 })),
    pageSetup: {
      paperSize: 'a4',
      orientation: look.landscape && columns > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}
