import { numeralText } from '../base/numeral.js';
import type { EntrySpot } from '../entry/model.js';
import { displayWidth } from '../pages/display-width.js';
import type { PublishedCell, PublishedTable } from '../publications/model.js';
import { gridOf } from '../publications/table-cells.js';
import { printedSums } from '../publications/table-sums.js';
import { besideStyle, cellStyle, paper, rowHeight, TITLE } from './sheet-look.js';
import { sumFormula } from './sum-formula.js';
import type { CellStyle, WriteSheet } from './workbook-library.js';

type Cells = NonNullable<WriteSheet['cells']>;
type Merges = NonNullable<WriteSheet['merges']>;

/** Characters across the paper. */
const WIDTH = { portrait: 92, landscape: 140 } as const;

/** Lines that are still readable on one page. */
const MOST_ON_A_PAGE = 40;

/** More digits than a double holds as they are. */
const MOST_DIGITS = 10n ** 15n;

/** One table on a sheet of its own: title, number, who and what unit, the table, its notes. */
export function tableSheet(table: PublishedTable, name: string): WriteSheet {
  const drawing = new SheetDrawing(table, name);
  drawing.frame();
  const head = drawing.next;
  drawing.lines();
  drawing.notes();
  const body = head + table.head.length;
  const fixed = rowHeads(table);
  const titles = table.head.length === 0 ? null : `${head + 1}:${body}`;
  return {
    name,
    rows: drawing.rows(),
    cells: drawing.cells,
    merges: drawing.merges,
    columns: drawing.widths.map((width) => ({ width })),
    rowDefs: new Map(drawing.heights.map((height, row) => [row, { height }])),
    freezePane: { rows: body, columns: fixed },
    view: { showGridLines: false },
    ...paper(table.orientation, titles, table.body.length <= MOST_ON_A_PAGE),
  };
}

/** How many columns before the amounts name the lines of the table. */
function rowHeads({ body, widths }: PublishedTable): number {
  const grid = gridOf(body, widths.length);
  const first = widths.findIndex((_, column) => grid.some((row) => row[column]?.about));
  const heads = widths.slice(0, Math.max(0, first));
  return heads.length <= 4 && heads.reduce((a, b) => a + b, 0) < 0.45 ? heads.length : 0;
}

class SheetDrawing {
  readonly cells: Cells = new Map();
  readonly merges: Merges = [];
  readonly widths: readonly number[];
  readonly heights: number[] = [];
  private readonly places = new Map<PublishedCell, EntrySpot>();

  constructor(
    private readonly table: PublishedTable,
    private readonly name: string,
  ) {
    this.widths = columnWidths(table);
  }

  /** The row after the last one that was drawn, from 0. */
  get next(): number {
    return this.heights.length;
  }

  rows(): (string | number | null)[][] {
    return this.heights.map((_, row) =>
      this.widths.map((_width, column) => {
        const value = this.cells.get(`${row},${column}`)?.value;
        return typeof value === 'string' || typeof value === 'number' ? value : null;
      }),
    );
  }

  /** What stands above the table. */
  frame(): void {
    const { title, number, entityLine, yearLine, unitLine } = this.table;
    const last = this.widths.length - 1;
    this.beside(title, 0, last, TITLE, 28);
    if (number !== null) {
      this.beside(number, 0, last, besideStyle('right'), 18);
    }
    const [left, right] = this.thirds();
    const parts = [
      [entityLine, 0, left, 'left'],
      [yearLine, left + 1, right - 1, 'center'],
      [unitLine, right, last, 'right'],
    ] as const;
    const row = this.next;
    if (parts.every(([text]) => text === null)) return;
    this.heights.push(18);
    for (const [text, from, to, side] of parts) {
      if (text !== null && from <= to) this.put(row, from, text, besideStyle(side), to);
    }
  }

  lines(): void {
    const { head, body } = this.table;
    const rows = [...head, ...body];
    const grid = gridOf(rows, this.widths.length);
    const top = this.next;
    const row = (at: number) => top + at;
    grid.forEach((line, at) => {
      line.forEach((cell, column) => {
        if (cell) this.places.set(cell, { sheet: this.name, row: row(at), column });
      });
    });
    const sums = printedSums(this.table);
    grid.forEach((line, at) => {
      const texts = line.map((cell, column): [string, number] => [
        cell === null || (cell.rowspan ?? 1) > 1 ? '' : cell.text,
        this.across(column, cell?.colspan ?? 1),
      ]);
      this.heights.push(rowHeight(texts));
      line.forEach((cell, column) => {
        if (cell === null) return;
        const sum = sums.get(cell);
        const formula = sum === undefined ? null : sumFormula(sum, this.places, this.name);
        this.cell(row(at), column, cell, formula);
      });
    });
  }

  notes(): void {
    const last = this.widths.length - 1;
    const across = this.across(0, this.widths.length);
    for (const note of this.table.notes) {
      this.beside(note, 0, last, besideStyle('left', true), rowHeight([[note, across]]));
    }
  }

  private cell(row: number, column: number, cell: PublishedCell, formula: string | null): void {
    const { colspan = 1, rowspan = 1, text } = cell;
    const value = numberOf(cell);
    const style = styleOf(cell, value !== null);
    // The lines around a merged cell are those of all the cells that it covers.
    for (let down = 0; down < rowspan; down += 1) {
      for (let right = 0; right < colspan; right += 1) {
        this.cells.set(`${row + down},${column + right}`, { value: null, style });
      }
    }
    this.merge(row, column, row + rowspan - 1, column + colspan - 1);
    if (text === '') return;
    this.cells.set(`${row},${column}`, {
      style,
      ...(value === null
        ? { value: text, type: 'string' as const }
        : formula === null
          ? { value, type: 'number' as const }
          : { value, type: 'formula' as const, formula, formulaResult: value }),
    });
  }

  private beside(text: string, from: number, to: number, style: CellStyle, height: number): void {
    const row = this.next;
    this.heights.push(height);
    this.put(row, from, text, style, to);
  }

  private put(row: number, from: number, text: string, style: CellStyle, to: number): void {
    this.cells.set(`${row},${from}`, { value: text, type: 'string', style });
    this.merge(row, from, row, to);
  }

  private merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    if (startRow !== endRow || startCol !== endCol) {
      this.merges.push({ startRow, startCol, endRow, endCol });
    }
  }

  private across(column: number, count: number): number {
    return this.widths.slice(column, column + count).reduce((sum, width) => sum + width, 0);
  }

  /** The last column of the left third and the first of the right one. */
  private thirds(): readonly [left: number, right: number] {
    const all = this.across(0, this.widths.length);
    const last = this.widths.length - 1;
    let left = 0;
    while (left < last - 1 && this.across(0, left + 1) < all * 0.36) left += 1;
    let right = last;
    while (right > left + 2 && this.across(right, last - right + 1) < all * 0.25) right -= 1;
    return [left, right];
  }
}

/** The number as a double that has exactly its printed digits; null for text. */
function numberOf({ number }: PublishedCell): number | null {
  if (number === undefined) return null;
  const size = number.digits < 0n ? -number.digits : number.digits;
  return size < MOST_DIGITS ? Number(numeralText(number)) : null;
}

function styleOf(cell: PublishedCell, isNumber: boolean): CellStyle {
  const { align, heads, strong, indent, number, text, mark } = cell;
  const side = align === 'start' ? 'left' : align === 'end' ? 'right' : 'center';
  // A number below a thousand does not tell whether its table has separators.
  const whole = /^-?\d{4}/.test(text) ? '0' : '#,##0';
  const zeros = '0'.repeat(number?.decimals ?? 0);
  const format = zeros === '' ? whole : `${whole}.${zeros}`;
  return cellStyle(side, {
    bold: heads === 'column' || strong === true,
    ...(indent === undefined ? {} : { indent }),
    marked: mark !== undefined,
    ...(isNumber ? { numFmt: format } : {}),
  });
}

/** In characters: the table's shares of the paper, wider where a number or a code needs it. */
function columnWidths({ widths, orientation, body }: PublishedTable): readonly number[] {
  const grid = gridOf(body, widths.length);
  return widths.map((share, column) => {
    const own = share * WIDTH[orientation];
    const longest = grid.map((row) => neededWidth(row[column] ?? null, own));
    return Math.max(Math.round(own), 4, ...longest);
  });
}

/** Numbers and codes never break; a name that nearly fits on its line has that line. */
function neededWidth(cell: PublishedCell | null, own: number): number {
  if (cell === null || (cell.colspan ?? 1) > 1) return 0;
  const wide = displayWidth(cell.text) + 2 * (cell.indent ?? 0) + 2;
  if (cell.number !== undefined || UNBROKEN.test(cell.text)) return wide;
  return wide <= own * NEARLY ? wide : 0;
}

const UNBROKEN = /^[\d.]+$/;
const NEARLY = 1.2;
