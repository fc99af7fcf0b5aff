import { charWidth } from '../pages/display-width.js';
import type { PublishedCell, PublishedTable } from '../publications/model.js';

/** How a table is set so that no amount is broken: twips, half points, twips. */
export interface TableMeasures {
  readonly widths: readonly number[];
  readonly size: number;
  /** Of one line of a cell. */
  readonly line: number;
  /** Of a row with one line. */
  readonly row: number;
  /** Of every row, those of the head first. */
  readonly heights: readonly number[];
}

/** Left and right of the text of a cell, in twips. */
export const CELL_MARGIN = 55;
const TWIPS_PER_POINT = 20;
/** Half points: 小五, and how small it may become in tables of many columns. */
const USUAL = 18;
/** From line to line, of the size. */
const LEADING = 1.28;
const SMALLEST = 13;
/** A table that nearly fits on one page is set smaller, to this at most. */
const SMALLEST_FOR_ONE_PAGE = 13;
/** Rows of a table over several pages, and of one that fits on its page. */
const COMFORTABLE = 360;
const MOST = 400;
/** What never breaks: amounts, codes, numbers of lines. */
const UNBROKEN = /^[-−–—+\d.,，%％ ]+$/;
/** Room for two characters stays with every column. */
const LEAST_CHARACTERS = 2;
/** Names of items take two lines where that is to be had, else three; then as it comes. */
const NAME_ROOMS = [{ lines: 2, most: 10 }, { lines: 3, most: 7 }, null] as const;

/** Over how many lines a name goes, and how many characters it never needs more than. */
type NameRoom = (typeof NAME_ROOMS)[number];

/** Sets a table into a room; `besides` is what stands above and below it on its page, in twips. */
export function measuresOf(
  table: PublishedTable,
  room: { readonly width: number; readonly height: number },
  besides: number,
): TableMeasures {
  const available = room.height - besides;
  const { widths, size } = settledWidths(table, room.width);
  for (let tried = size; tried >= Math.min(size, SMALLEST_FOR_ONE_PAGE); tried -= 1) {
    const kept = tried === size ? widths : bestWidths(table, room.width, tried);
    const rows = rowsOnOnePage(table, kept, tried, available);
    if (rows !== null) return { widths: kept, size: tried, line: lineOf(tried), ...rows };
  }
  const heights = rowHeights(linesOfRows(table, widths, size), size, COMFORTABLE);
  return { widths, size, line: lineOf(size), row: COMFORTABLE, heights };
}

/** From line to line of a cell, in twips. */
function lineOf(size: number): number {
  return Math.ceil((size / 2) * LEADING * TWIPS_PER_POINT);
}

/** As large as amounts and names allow; smaller rather than with names in many lines. */
function settledWidths(table: PublishedTable, width: number) {
  for (const names of NAME_ROOMS) {
    for (let size = USUAL; size >= SMALLEST; size -= 1) {
      const widths = widthsAt(table, width, size, names);
      if (widths !== null) return { widths, size };
    }
  }
  return { widths: shared(table.widths, width), size: SMALLEST };
}

/** With as much room for names as there is at a size. */
function bestWidths(table: PublishedTable, width: number, size: number): readonly number[] {
  for (const names of NAME_ROOMS) {
    const widths = widthsAt(table, width, size, names);
    if (widths !== null) return widths;
  }
  return shared(table.widths, width);
}

/** Width of a text in twips, set in so many half points. */
export function textWidth(text: string, size: number): number {
  let halves = 0;
  for (const char of text) halves += charWidth(char);
  return (halves * size * TWIPS_PER_POINT) / 4;
}

/** Shares of a width in whole twips. */
function shared(shares: readonly number[], width: number): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.floor((share / sum) * width));
}

/** Every column as wide as its amounts need; null where they do not all fit. */
function widthsAt(
  table: PublishedTable,
  width: number,
  size: number,
  names: NameRoom,
): readonly number[] | null {
  const wanted = shared(table.widths, width);
  const least = leastWidths(table, size, names);
  const missing = wanted.map((own, at) => Math.max(0, (least[at] ?? 0) - own));
  const spare = wanted.map((own, at) => Math.max(0, own - (least[at] ?? 0)));
  const owed = total(missing);
  const held = total(spare);
  if (owed > held) return null;
  return wanted.map((own, at) => {
    const given = held === 0 ? 0 : Math.ceil((owed * spare[at]!) / held);
    return own + missing[at]! - given;
  });
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function leastWidths(table: PublishedTable, size: number, names: NameRoom): readonly number[] {
  const margins = 2 * CELL_MARGIN + 20;
  const least = table.widths.map(() => LEAST_CHARACTERS * textWidth('汉', size) + margins);
  for (const { cell, column } of placed([...table.head, ...table.body], table.widths.length)) {
    if ((cell.colspan ?? 1) > 1) continue;
    // Bold figures are a little wider.
    const bold = cell.strong === true ? 1.06 : 1;
    const whole = textWidth(cell.text, size) * bold;
    const unbroken = UNBROKEN.test(cell.text);
    if (!unbroken && (names === null || cell.heads === 'column')) continue;
    const text = unbroken || names === null ? whole : roomOfName(whole, size, names);
    least[column] = Math.max(least[column] ?? 0, text + indentOf(cell, size) + margins);
  }
  return least;
}

function roomOfName(whole: number, size: number, { lines, most }: NonNullable<NameRoom>): number {
  return Math.min(Math.ceil(whole / lines), most * textWidth('汉', size));
}

/** How far the text of a cell stands in, in twips. */
export function indentOf({ indent = 0 }: PublishedCell, size: number): number {
  return indent * (size / 2) * TWIPS_PER_POINT;
}

interface PlacedCell {
  readonly cell: PublishedCell;
  readonly row: number;
  /** 0-based column of the grid. */
  readonly column: number;
}

/** Cells with the column of the grid in which they begin. */
export function placed(
  rows: readonly (readonly PublishedCell[])[],
  columns: number,
): readonly PlacedCell[] {
  const taken = new Map<number, number>();
  const cells: PlacedCell[] = [];
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (column < columns && (taken.get(column) ?? 0) > at) column += 1;
      cells.push({ cell, row: at, column });
      const end = column + (cell.colspan ?? 1);
      for (; column < end; column += 1) taken.set(column, at + (cell.rowspan ?? 1));
    }
  });
  return cells;
}

/** As high as rows can be for the table to stand on one page; null where it cannot. */
function rowsOnOnePage(
  table: PublishedTable,
  widths: readonly number[],
  size: number,
  available: number,
): Pick<TableMeasures, 'row' | 'heights'> | null {
  const rows = table.head.length + table.body.length;
  // What programs add for the lines between rows.
  const room = available - ROW_LINE * rows;
  const least = lineOf(size) + ROW_EDGE;
  const lines = linesOfRows(table, widths, size);
  if (total(rowHeights(lines, size, least)) > room) return null;
  let row = MOST;
  while (row - 5 >= least && total(rowHeights(lines, size, row)) > room) row -= 5;
  const settled = total(rowHeights(lines, size, row)) > room ? least : row;
  return { row: settled, heights: rowHeights(lines, size, settled) };
}

function rowHeights(lines: readonly number[], size: number, row: number): readonly number[] {
  return lines.map((count) => Math.max(row, count * lineOf(size) + ROW_EDGE));
}

const ROW_EDGE = 10;
const ROW_LINE = 12;

/** Lines of the fullest cell of every row. */
function linesOfRows(
  table: PublishedTable,
  widths: readonly number[],
  size: number,
): readonly number[] {
  const rows = [...table.head, ...table.body];
  const lines = rows.map(() => 1);
  for (const { cell, row, column } of placed(rows, widths.length)) {
    if ((cell.rowspan ?? 1) > 1) continue;
    const spanned = widths.slice(column, column + (cell.colspan ?? 1));
    const inner = total(spanned) - 2 * CELL_MARGIN - indentOf(cell, size);
    const needed = cell.text
      .split('\n')
      .map((part) => Math.max(1, Math.ceil(textWidth(part, size) / Math.max(inner, 1))));
    lines[row] = Math.max(lines[row] ?? 1, total(needed));
  }
  return lines;
}
