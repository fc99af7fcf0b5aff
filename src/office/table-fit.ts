import type { PublishedCell, PublishedTable } from '../publications/model.js';
import { isLongWord, WORD_PART } from './printable-text.js';

/** How a table is set so that no number breaks: sizes and distances in points. */
export interface TableFit {
  readonly size: number;
  readonly inset: { readonly x: number; readonly y: number };
  /** Share of the width of every column; they add up to 1. */
  readonly columns: readonly number[];
}

/** A cell and where it stands in the columns and rows of the table. */
export interface PlacedCell {
  readonly cell: PublishedCell;
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
}

/** The cells of a table; no span reaches out of the head or the body. */
export function placedCells(table: PublishedTable): {
  readonly head: readonly PlacedCell[];
  readonly body: readonly PlacedCell[];
} {
  const count = columnCount(table);
  return {
    head: placed(table.head, count, 0),
    body: placed(table.body, count, table.head.length),
  };
}

/** Cells with their columns and rows, as HTML places them; spans end with the columns and rows. */
function placed(
  rows: readonly (readonly PublishedCell[])[],
  columns: number,
  above: number,
): readonly PlacedCell[] {
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (taken.has(`${x} ${y}`)) x += 1;
      if (x >= columns) break;
      const rowspan = Math.min(cell.rowspan ?? 1, rows.length - y);
      let colspan = 1;
      const wanted = Math.min(cell.colspan ?? 1, columns - x);
      while (colspan < wanted && !taken.has(`${x + colspan} ${y}`)) colspan += 1;
      cells.push({ cell, x, y: above + y, colspan, rowspan });
      for (let down = y; down < y + rowspan; down += 1) {
        for (let along = x; along < x + colspan; along += 1) taken.add(`${along} ${down}`);
      }
      x += colspan;
    }
  });
  return cells;
}

/** Columns that a table has: as many as it has widths for, or as its rows ask for. */
function columnCount({ widths, head, body }: PublishedTable): number {
  if (widths.length > 0) return widths.length;
  const wide = (row: readonly PublishedCell[]): number =>
    row.reduce((sum, { colspan }) => sum + (colspan ?? 1), 0);
  return Math.max(1, ...[...head, ...body].map(wide));
}

const LARGEST = 10.5;
const SMALLEST = 5;
const STEP = 0.5;
/** Below it columns change their widths rather than the text its size. */
const LEGIBLE = 8;
/** Below it a table goes over to the next page rather than the text down. */
const ONE_PAGE_SIZE = 6.5;
const INSET = 2.5;
/** Texts a little smaller rather than on the lines of their rows, down to a size. */
const ROW_INSETS = [
  [LEGIBLE, [4, 3.5, 3, 2.5]],
  [ONE_PAGE_SIZE, [2, 1.6, 1.2]],
] as const;
const FLOWING_INSET = 3;

/**
 * Chooses size and widths for a table on a page of so many points: numbers never break, a table
 * with a page of its own stands on it whole as long as it can be read.
 */
export function fitTable(
  table: PublishedTable,
  cells: readonly PlacedCell[],
  page: { readonly width: number; readonly height: number },
): TableFit {
  const shares = sharesOf(table, columnCount(table));
  const { size, columns } = fitColumns(shares, cells, page.width);
  const inset = { x: INSET, y: FLOWING_INSET };
  const fit = { size, inset, columns };
  if (!table.ownPage) return fit;
  const room = page.height - notesHeight(table, page.width, Math.max(size, 9));
  for (const [smallest, insets] of ROW_INSETS) {
    for (let tried = size; tried >= Math.min(size, smallest); tried -= STEP) {
      // Smaller numbers leave more room to the names beside them.
      const own = tried === size ? columns : columnsAt(tried, shares, cells, page.width);
      const y = insets.find(
        (distance) => tableHeight(cells, own, page.width, tried, distance) <= room,
      );
      if (y !== undefined) return { size: tried, inset: { x: INSET, y }, columns: own };
    }
  }
  return fit;
}

/** Widths for a size, names with room as far as there is any. */
function columnsAt(
  size: number,
  shares: readonly number[],
  cells: readonly PlacedCell[],
  width: number,
): readonly number[] {
  const [named, bare] = [true, false].map((room) =>
    pointsOf(neededEms(cells, shares.length, room), size),
  ) as [readonly number[], readonly number[]];
  return widened(shares, sumOf(named) <= width ? named : bare, width);
}

function notesHeight({ notes }: PublishedTable, width: number, size: number): number {
  const lines = notes.map((note) => Math.ceil(emsOf(note) / (width / size)));
  return sumOf(lines) * (size + NOTE_LEADING) + (notes.length > 0 ? NOTE_LEADING : 0);
}

const NOTE_LEADING = 5;

function sharesOf({ widths }: PublishedTable, count: number): readonly number[] {
  const known = Array.from({ length: count }, (_, at) => Math.max(0, widths[at] ?? 0));
  const sum = sumOf(known);
  return known.map((share) => (sum > 0 ? share / sum : 1 / count));
}

/**
 * The widest thing of each column that may not break, in widths of a Chinese character; with room
 * for names to stand in a few lines where that is asked for.
 */
function neededEms(
  cells: readonly PlacedCell[],
  count: number,
  roomForNames: boolean,
): readonly number[] {
  const needs = Array.from({ length: count }, () => 1);
  for (const { cell, x, colspan } of cells) {
    if (colspan > 1) continue;
    const indent = cell.indent ?? 0;
    const widest = Math.max(...unbrokenParts(cell).map(emsOf));
    const name = roomForNames ? Math.min(emsOf(cell.text) / NAME_LINES, NAME_EMS) : 0;
    needs[x] = Math.max(needs[x]!, indent + Math.max(widest, name));
  }
  return needs;
}

/** A name goes over so many lines, or has so many characters in each. */
const NAME_LINES = 3;
const NAME_EMS = 7;

function unbrokenParts({ text, number }: PublishedCell): readonly string[] {
  if (number !== undefined) return text.split('\n');
  return text.split(BREAKS).map((part) => (isLongWord(part) ? part.slice(0, WORD_PART) : part));
}

/** Lines break between Chinese characters and at blanks. */
const BREAKS = /[^!-~]+/;

/** Latin letters and digits are about half as wide as a Chinese character. */
function emsOf(text: string): number {
  let ems = 0;
  for (const sign of text) {
    if (/[.,:;'|!]/.test(sign)) ems += 0.3;
    else ems += sign < '\u2000' ? 0.57 : 1;
  }
  return ems;
}

function fitColumns(
  shares: readonly number[],
  cells: readonly PlacedCell[],
  width: number,
): { readonly size: number; readonly columns: readonly number[] } {
  const named = neededEms(cells, shares.length, true);
  const bare = neededEms(cells, shares.length, false);
  for (let size = LARGEST; size >= LEGIBLE; size -= STEP) {
    const wanted = pointsOf(named, size);
    if (shares.every((share, at) => share * width >= wanted[at]!)) return { size, columns: shares };
  }
  for (const [needs, smallest] of [
    [named, NAMED_SIZE],
    [bare, SMALLEST],
  ] as const) {
    for (let size = LARGEST; size >= smallest; size -= STEP) {
      const wanted = pointsOf(needs, size);
      if (sumOf(wanted) <= width) return { size, columns: widened(shares, wanted, width) };
    }
  }
  const least = pointsOf(bare, SMALLEST);
  return { size: SMALLEST, columns: least.map((points) => points / sumOf(least)) };
}

/** Down to this size names keep their room. */
const NAMED_SIZE = 6.5;

function pointsOf(ems: readonly number[], size: number): readonly number[] {
  return ems.map((wide) => wide * size + 2 * INSET + 0.5);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Columns that are too narrow take from those that have more than they need. */
function widened(
  shares: readonly number[],
  wanted: readonly number[],
  width: number,
): readonly number[] {
  const spare = shares.map((share, at) => Math.max(0, share * width - wanted[at]!));
  const missing = shares.map((share, at) => Math.max(0, wanted[at]! - share * width));
  const given = sumOf(spare) === 0 ? 0 : sumOf(missing) / sumOf(spare);
  return shares.map((share, at) => (share * width + missing[at]! - spare[at]! * given) / width);
}

/** Points from the upper to the lower edge, the rows as their texts wrap. */
function tableHeight(
  cells: readonly PlacedCell[],
  columns: readonly number[],
  width: number,
  size: number,
  inset: number,
): number {
  const lines = new Map<number, number>();
  for (const { cell, x, y, colspan, rowspan } of cells) {
    const share = sumOf(columns.slice(x, x + colspan));
    const room = Math.max(1, (share * width - 2 * INSET) / size - (cell.indent ?? 0));
    const count = cell.text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(emsOf(part) / room)), 0);
    lines.set(y, Math.max(lines.get(y) ?? 1, Math.ceil(count / rowspan)));
  }
  let height = 0;
  for (const count of lines.values()) height += size * (1.3 * count - 0.3) + 2 * inset;
  return height;
}
