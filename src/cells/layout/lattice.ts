import type { Ruling } from '../page-content.js';
import type { RulingGroup } from './rulings.js';

/** A cell of a ruled table in steps of its lattice; ends are exclusive. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

/** Columns and rows that lines divide, and the cells that they leave. */
export interface Lattice {
  /** Edges of the columns, from left to right, in points. */
  readonly xs: readonly number[];
  /** Edges of the rows, from the top. */
  readonly ys: readonly number[];
  /** By row, then column. */
  readonly cells: readonly LatticeCell[];
}

/** Lines nearer than this are one edge (double rules, cells drawn apart); points. */
const SNAP = 3.2;
/** A table without an outer line: others reach this much farther. */
const OPEN = 6;
/** Of a cell's side, the share that must be drawn to part two cells. */
const DRAWN = 0.5;

/** The lattice of a group of lines; null when it has no two columns or no row. */
export function latticeOf(group: RulingGroup): Lattice | null {
  const xs = edges(group.verticals, group.left, group.right);
  const ys = edges(group.horizontals, group.top, group.bottom);
  if (xs.length < 3 || ys.length < 2) return null;
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const right = walls(group.verticals, xs, ys);
  const below = walls(group.horizontals, ys, xs);
  const cells = cellsBetween(
    rows,
    columns,
    (row, column) => right[column + 1]![row]!,
    (row, column) => below[row + 1]![column]!,
  );
  return { xs, ys, cells };
}

/** Where lines stand, near ones taken together, and the outer edges that were not drawn. */
function edges(lines: readonly Ruling[], low: number, high: number): number[] {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  const found: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.at - sorted[start]!.at <= SNAP) end += 1;
    const track = sorted.slice(start, end);
    const length = track.reduce((sum, { from, to }) => sum + to - from, 0);
    const weighted = track.reduce((sum, { at, from, to }) => sum + at * (to - from), 0);
    if (length > SNAP) found.push(weighted / length);
    start = end;
  }
  if (found.length === 0) return [];
  if (low < found[0]! - OPEN) found.unshift(low);
  if (high > found.at(-1)! + OPEN) found.push(high);
  return found;
}

/** For every edge across and every step along it: whether a line is drawn there. */
function walls(
  lines: readonly Ruling[],
  across: readonly number[],
  along: readonly number[],
): boolean[][] {
  return across.map((at) => {
    const own = lines.filter((line) => Math.abs(line.at - at) <= SNAP);
    return along.slice(1).map((end, step) => {
      const start = along[step]!;
      const drawn = covered(own, start, end);
      return drawn >= DRAWN * (end - start);
    });
  });
}

/** How much of a stretch lines cover together. */
function covered(lines: readonly Ruling[], start: number, end: number): number {
  const parts = lines
    .map(({ from, to }) => [Math.max(from, start), Math.min(to, end)] as const)
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  let sum = 0;
  let reached = start;
  for (const [from, to] of parts) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}

type IsWall = (row: number, column: number) => boolean;

/**
 * Rectangles of fields without a line between them. What is no rectangle (a line was broken off) is
 * cut into rows, never widened over a field that lines part.
 */
export function cellsBetween(
  rows: number,
  columns: number,
  wallRight: IsWall,
  wallBelow: IsWall,
): LatticeCell[] {
  const cells: LatticeCell[] = [];
  /** Cells that end at the row above, by their first column. */
  let above = new Map<number, LatticeCell>();
  for (let row = 0; row < rows; row += 1) {
    const next = new Map<number, LatticeCell>();
    for (let column = 0; column < columns; ) {
      let end = column + 1;
      while (end < columns && !wallRight(row, end - 1)) end += 1;
      const upper = above.get(column);
      let cell: LatticeCell = { row, column, rowEnd: row + 1, columnEnd: end };
      if (upper?.columnEnd === end && isOpen(wallBelow, row - 1, column, end)) {
        cells.splice(cells.indexOf(upper), 1);
        cell = { ...upper, rowEnd: row + 1 };
      }
      cells.push(cell);
      next.set(column, cell);
      column = end;
    }
    above = next;
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function isOpen(wallBelow: IsWall, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column += 1) if (wallBelow(row, column)) return false;
  return true;
}
