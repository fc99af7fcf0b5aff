import { amountOf } from '../../base/amount.js';
import { parseNumeral } from '../../base/numeral.js';
import type { Place } from '../../base/place.js';
import type { Wording } from '../../base/wording.js';
import type { DraftColumn, DraftValue } from './draft.js';
import { displayWidth, type RawCell, rawPlace } from './raw-cells.js';

/** The values of one row as they stand in the text: blanks may or may not have survived. */
export interface RawValues {
  /** Cells after the label, empty ones included. */
  readonly cells: readonly RawCell[];
  /** Where a blank cell of this row is said to be. */
  readonly end: Place;
}

export interface SettledRow {
  readonly values: readonly DraftValue[];
  /** Set when the columns of this row could not be told. */
  readonly why: Wording | null;
}

interface Table {
  readonly columns: readonly DraftColumn[];
  /**
   * Rule whose arithmetic may settle a row, and which of the columns is the total of the others.
   */
  readonly rule: string | null;
  readonly totalAt: number;
}

/**
 * Gives each number of each row its column. In this order: as many numbers as columns; blank cells
 * that survived as blanks; alignment on the page; last, arithmetic, when one solution alone fits.
 */
export function settleRows(
  rows: readonly RawValues[],
  columns: readonly DraftColumn[],
  rule: string | null = null,
  totalAt = 0,
): SettledRow[] {
  const table: Table = { columns, rule, totalAt };
  const explicit = keepsBlanks(rows, columns.length);
  const edges = explicit ? null : alignedEdges(rows, columns.length);
  const used = new Set<number>();
  const first = rows.map((row) => settleByPosition(row, table, explicit, edges));
  for (const settled of first) {
    settled?.forEach((cell, at) => {
      if (cell && !isZero(cell)) used.add(at);
    });
  }
  return rows.map((row, i) => {
    const placed = first[i];
    if (placed) return { values: toValues(placed, row, columns, []), why: null };
    return settleByArithmetic(row, table, used);
  });
}

type Placed = readonly (RawCell | null)[];

function numbersOf(row: RawValues): RawCell[] {
  return row.cells.filter((cell) => cell.kind === 'number');
}

/**
 * Blank cells survive when rows with fewer numbers than columns have blanks between their numbers
 * or fill up with them; blanks at the end of a line may have been cut off.
 */
function keepsBlanks(rows: readonly RawValues[], width: number): boolean {
  let filled = 0;
  let broken = 0;
  for (const row of rows) {
    const numbers = numbersOf(row).length;
    if (numbers === width || numbers === 0) continue;
    if (row.cells.length > width) broken += 1;
    else if (row.cells.length === width || row.cells.length > numbers) filled += 1;
  }
  return filled > 0 && broken <= filled / 4;
}

function settleByPosition(
  row: RawValues,
  table: Table,
  explicit: boolean,
  edges: readonly Edge[] | null,
): Placed | null {
  const width = table.columns.length;
  const numbers = numbersOf(row);
  if (numbers.length === 0) return Array.from({ length: width }, () => null);
  if (numbers.length === width) return numbers;
  if (numbers.length > width) return null;
  if (explicit && row.cells.length <= width) {
    return Array.from({ length: width }, (_, at) => {
      const cell = row.cells[at];
      return cell && cell.kind === 'number' ? cell : null;
    });
  }
  return edges ? settleByEdges(numbers, width, edges) : null;
}

/** Left and right edge of a column on the page, in display columns. */
interface Edge {
  readonly left: number;
  readonly right: number;
}

function edgeOf(cell: RawCell): Edge {
  const left = displayWidth(cell.line.text.slice(0, cell.from));
  return { left, right: left + displayWidth(cell.text) };
}

/**
 * Columns by the extents of the numbers in rows that have them all; null when text is not
 * aligned.
 */
function alignedEdges(rows: readonly RawValues[], width: number): Edge[] | null {
  if (!rows.some((row) => row.cells.some((cell) => cell.kind === 'empty'))) return null;
  const full = rows.map(numbersOf).filter((numbers) => numbers.length === width);
  if (full.length === 0) return null;
  const edges: { left: number; right: number }[] = [];
  for (const numbers of full) {
    numbers.forEach((cell, at) => {
      const edge = edgeOf(cell);
      const known = edges[at];
      if (!known) edges[at] = { ...edge };
      else {
        known.left = Math.min(known.left, edge.left);
        known.right = Math.max(known.right, edge.right);
      }
    });
  }
  const apart = edges.every((edge, at) => at === 0 || edge.left > edges[at - 1]!.right);
  return apart ? edges : null;
}

function settleByEdges(
  numbers: readonly RawCell[],
  width: number,
  edges: readonly Edge[],
): Placed | null {
  const placed: (RawCell | null)[] = Array.from({ length: width }, () => null);
  for (const cell of numbers) {
    const { left, right } = edgeOf(cell);
    const at = edges.findIndex((edge) => left <= edge.right && right >= edge.left);
    if (at < 0 || placed[at] !== null) return null;
    placed[at] = cell;
  }
  return placed;
}

function settleByArithmetic(row: RawValues, table: Table, used: ReadonlySet<number>): SettledRow {
  const numbers = numbersOf(row);
  const width = table.columns.length;
  const fitting =
    table.rule === null || numbers.length > width
      ? []
      : choices(width, numbers.length).filter((choice) => adds(choice, numbers, table.totalAt));
  // Columns that other rows are known to use come before columns that nothing else uses.
  const likely = fitting.filter((choice) =>
    choice.every((at, i) => used.has(at) || isZero(numbers[i]!)),
  );
  const solution = fitting.length === 1 ? fitting[0] : likely.length === 1 ? likely[0] : undefined;
  if (solution) {
    const placed: (RawCell | null)[] = Array.from({ length: width }, () => null);
    solution.forEach((at, i) => {
      placed[at] = numbers[i]!;
    });
    return { values: toValues(placed, row, table.columns, [table.rule!]), why: null };
  }
  return {
    values: table.columns.map((column) => ({
      column,
      text: '',
      place: row.end,
      settledBy: [],
      unread: true,
    })),
    why: {
      zh: `这一行有 ${numbers.length} 个数、${width} 栏，空白没有保留下来，无法确定各数属于哪一栏`,
      en:
        `this row has ${numbers.length} numbers for ${width} columns and its blanks are lost: ` +
        'which number is in which column cannot be told',
    },
  };
}

/** Ascending choices of `count` columns out of `width`. */
function choices(width: number, count: number): number[][] {
  const found: number[][] = [];
  const extend = (chosen: number[], next: number): void => {
    if (chosen.length === count) {
      found.push(chosen);
      return;
    }
    for (let at = next; at < width; at += 1) extend([...chosen, at], at + 1);
  };
  extend([], 0);
  return found;
}

function adds(choice: readonly number[], numbers: readonly RawCell[], totalAt: number): boolean {
  let total: bigint | null = null;
  let rest = 0n;
  let slack = 0n;
  choice.forEach((at, i) => {
    const numeral = parseNumeral(numbers[i]!.text);
    if (!numeral) return;
    const amount = amountOf(numeral, '万元');
    slack += amount.half;
    if (at === totalAt) total = amount.value;
    else rest += amount.value;
  });
  if (total === null) return false;
  const difference = total - rest;
  return (difference < 0n ? -difference : difference) <= slack;
}

function isZero(cell: RawCell): boolean {
  const numeral = parseNumeral(cell.text);
  return numeral === null || numeral.digits === 0n;
}

function toValues(
  placed: Placed,
  row: RawValues,
  columns: readonly DraftColumn[],
  settledBy: readonly string[],
): DraftValue[] {
  return columns.map((column, at) => {
    const cell = placed[at] ?? null;
    return cell
      ? { column, text: cell.text, place: rawPlace(cell), settledBy }
      : { column, text: '', place: row.end, settledBy: [] };
  });
}
