import type { PublishedCell } from './model.js';

/** What a column of a table holds, which tells how wide it is. */
export type ColumnRole = 'item' | 'code' | 'level' | 'name' | 'line' | 'amount' | 'text';

/** A table before its frame: the headings of each column from the top down, and the lines. */
export interface DrawnTable {
  readonly roles: readonly ColumnRole[];
  readonly head: readonly (readonly PublishedCell[])[];
  readonly body: readonly (readonly PublishedCell[])[];
}

/** Parts of a width; 13 is an amount of hundreds of millions. */
const SHARES: Readonly<Record<ColumnRole, number>> = {
  item: 32,
  code: 9,
  level: 4,
  name: 28,
  line: 5,
  amount: 13,
  text: 20,
};

/** The share of every column, to a thousandth. */
export function widthsOf(roles: readonly ColumnRole[]): readonly number[] {
  const all = roles.reduce((sum, role) => sum + SHARES[role], 0);
  return roles.map((role) => Math.floor((SHARES[role] * 1000) / all) / 1000);
}

/** Heads what stands below it. */
export function headCell(text: string, colspan = 1, rowspan = 1): PublishedCell {
  return {
    text,
    align: 'center',
    heads: 'column',
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
  };
}

/** Heads its row: a line's name or code. */
export function rowHead(text: string, indent = 0): PublishedCell {
  return { text, align: 'start', heads: 'row', ...(indent > 0 ? { indent } : {}) };
}

/** The name of a total, over the columns that a line's name has. */
export function totalHead(text: string, colspan = 1): PublishedCell {
  return {
    text,
    align: 'center',
    heads: 'row',
    strong: true,
    ...(colspan > 1 ? { colspan } : {}),
  };
}

export function plainCell(text: string, align: PublishedCell['align'] = 'center'): PublishedCell {
  return { text, align };
}

/**
 * Heading rows of columns, each given by its headings from the top down: neighbours that share a
 * heading share its cell. What a column has too few of, its last heading covers, or with `low` the
 * one before it, so that the last ones stand in one row.
 */
export function headRows(
  paths: readonly (readonly string[])[],
  low = false,
): readonly (readonly PublishedCell[])[] {
  const depth = Math.max(...paths.map((path) => path.length));
  const levels = paths.map((path) => levelsOf(path, depth, low));
  return Array.from({ length: depth }, (_, level) => {
    const cells: PublishedCell[] = [];
    for (let column = 0; column < paths.length; ) {
      const heading = levels[column]!.find((found) => found.from === level);
      let end = column + 1;
      while (end < paths.length && shared(levels, column, end, level)) end += 1;
      if (heading) cells.push(headCell(heading.text, end - column, heading.rows));
      column = end;
    }
    return cells;
  });
}

interface Heading {
  readonly text: string;
  readonly from: number;
  readonly rows: number;
  readonly last: boolean;
}

function levelsOf(path: readonly string[], depth: number, low: boolean): readonly Heading[] {
  const slack = depth - path.length;
  const tall = low && path.length > 1 ? path.length - 2 : path.length - 1;
  let from = 0;
  return path.map((text, index) => {
    const rows = index === tall ? 1 + slack : 1;
    const heading = { text, from, rows, last: index === path.length - 1 };
    from += rows;
    return heading;
  });
}

/** Whether two columns have one cell at a level: the same group, and the same groups above it. */
function shared(
  levels: readonly (readonly Heading[])[],
  one: number,
  other: number,
  level: number,
): boolean {
  for (let at = 0; at <= level; at += 1) {
    const [a, b] = [headingAt(levels[one]!, at), headingAt(levels[other]!, at)];
    if (a.last || b.last || a.text !== b.text || a.from !== b.from) return false;
  }
  return true;
}

function headingAt(headings: readonly Heading[], level: number): Heading {
  return headings.find(({ from, rows }) => from <= level && level < from + rows)!;
}

/** Every row with a text for every column: what is covered is empty. */
export function gridOf(
  rows: readonly (readonly PublishedCell[])[],
  columns: number,
): readonly (readonly (PublishedCell | null)[])[] {
  const grid = rows.map(() => Array.from({ length: columns }, (): PublishedCell | null => null));
  const taken = rows.map(() => Array.from({ length: columns }, () => false));
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (taken[at]![column]) column += 1;
      grid[at]![column] = cell;
      for (let down = 0; down < (cell.rowspan ?? 1) && at + down < rows.length; down += 1) {
        taken[at + down]!.fill(true, column, column + (cell.colspan ?? 1));
      }
    }
  });
  return grid;
}
