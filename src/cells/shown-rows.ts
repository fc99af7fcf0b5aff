import { parseNumeral } from '../base/numeral.js';
import type { MergedRange, Sheet, SheetCell, SheetRow } from './sheet.js';

/**
 * The rows of a sheet with what belongs to its tables: nothing from under a merged cell, no hidden
 * row or column that only helps to compute.
 */
export function shownRows(sheet: Sheet): readonly SheetRow[] {
  const uncovered = withoutCovered(sheet.rows, sheet.merges);
  const rows = withoutUnit(uncovered.filter((row) => !row.hidden || belongsToTable(row)));
  const helpers = helperColumns(rows, sheet.hiddenColumns);
  if (helpers.size === 0) return rows;
  return rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ column }) => !helpers.has(column)) }))
    .filter(({ cells }) => cells.length > 0);
}

const DECLARED_UNIT = /单位[:：]\s*(?:人民币)?(元|千元|万元|百万元|亿元)\s*$/;

/** A format may print the unit behind each number, which the sheet declares already. */
function withoutUnit(rows: readonly SheetRow[]): readonly SheetRow[] {
  const units = new Set<string>();
  for (const { cells } of rows) {
    for (const { isNumber, text } of cells) {
      const unit = isNumber ? undefined : DECLARED_UNIT.exec(text)?.[1];
      if (unit !== undefined) units.add(unit);
    }
  }
  const [unit] = units;
  if (unit === undefined || units.size > 1) return rows;
  const bare = new RegExp(`^(.*\\d[)）]?)\\s*${unit}$`);
  const cellOf = (cell: SheetCell): SheetCell =>
    cell.isNumber && cell.text.endsWith(unit)
      ? { ...cell, text: cell.text.replace(bare, '$1') }
      : cell;
  return rows.map((row) =>
    row.cells.some(({ isNumber, text }) => isNumber && text.endsWith(unit))
      ? { ...row, cells: row.cells.map(cellOf) }
      : row,
  );
}

/** A number, or the digits of one typed as text. */
export function isNumeric({ isNumber, text }: SheetCell): boolean {
  return isNumber || parseNumeral(text) !== null;
}

/**
 * A hidden row with a name and an amount counts in the totals above it. Names of database fields
 * and other notes do not.
 */
function belongsToTable({ cells }: SheetRow): boolean {
  return cells.some(isNumeric) && cells.some(({ text }) => /[\u4e00-\u9fff]/.test(text));
}

/** Excel has 16384 columns. */
const LAST_COLUMN = 16_383;

/** Hidden columns without any words: nothing says what their numbers are. */
function helperColumns(
  rows: readonly SheetRow[],
  hidden: Sheet['hiddenColumns'],
): ReadonlySet<number> {
  const helpers = new Set<number>();
  if (hidden.length === 0) return helpers;
  // Each column once, however many ranges hide it.
  let next = 0;
  for (const [first, last] of [...hidden].sort(([a], [b]) => a - b)) {
    for (next = Math.max(next, first); next <= Math.min(last, LAST_COLUMN); next += 1) {
      helpers.add(next);
    }
  }
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      if (/[\u4e00-\u9fff]/.test(text)) helpers.delete(column);
    }
  }
  return helpers;
}

/** Workbooks may keep values under a merged cell; nobody sees them. */
function withoutCovered(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): readonly SheetRow[] {
  if (merges.length === 0) return rows;
  const coming = [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
  const shown: SheetRow[] = [];
  let open: MergedRange[] = [];
  let next = 0;
  for (const row of rows) {
    if (open.some(({ bottom }) => bottom < row.row)) {
      open = open.filter(({ bottom }) => bottom >= row.row);
    }
    for (; next < coming.length && coming[next]!.top <= row.row; next += 1) {
      if (coming[next]!.bottom >= row.row) insert(open, coming[next]!);
    }
    const cells =
      open.length === 0 ? row.cells : row.cells.filter((cell) => !covers(open, row, cell));
    if (cells.length > 0) shown.push({ ...row, cells });
  }
  return shown;
}

/** Keeps the open ones ascending; one that overlaps another is an error of the file. */
function insert(open: MergedRange[], merge: MergedRange): void {
  const at = placeOf(open, merge.left);
  const before = open[at - 1];
  const after = open[at];
  if (before !== undefined && before.right >= merge.left) return;
  if (after !== undefined && after.left <= merge.right) return;
  open.splice(at, 0, merge);
}

/** How many of the open ones begin at a column or before it. */
function placeOf(open: readonly MergedRange[], column: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle]!.left <= column) low = middle + 1;
    else high = middle;
  }
  return low;
}

function covers(open: readonly MergedRange[], { row }: SheetRow, { column }: SheetCell): boolean {
  const merge = open[placeOf(open, column) - 1];
  if (merge === undefined || merge.right < column) return false;
  return merge.top !== row || merge.left !== column;
}
