/** A cell of a row as a file stores it: how many columns of the grid it takes. */
export interface SpanningCell {
  readonly span: number;
  /** Goes on with the merged cell above. */
  readonly continued: boolean;
}

export interface SpanningRow<Cell extends SpanningCell> {
  /** Columns of the grid left out before the first cell. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

/** A cell with its columns, 0-based and half-open; covered ones belong to the cell above. */
export interface GridSlot<Cell> {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  readonly covered: boolean;
}

/** A column narrower than both is the play of a dragged border: 6 points, a third of the usual. */
const THIN = 120;
const USUAL_SHARE = 3;

/**
 * Rows of spanning cells in their columns. Columns are those of the grid that the rows share
 * (`widths` in twentieths of a point), without the slivers between borders that nearly meet.
 */
export function placeOnGrid<Cell extends SpanningCell>(
  rows: readonly SpanningRow<Cell>[],
  widths: readonly number[],
): readonly (readonly GridSlot<Cell>[])[] {
  const stored = rows.map(slotsOf);
  const columnOf = withoutSlivers(stored, widths);
  let above = new Map<number, GridSlot<Cell>>();
  return stored.map((slots) => {
    const placed = slots.map((slot) => {
      const from = columnOf(slot.from);
      const to = columnOf(slot.to);
      // A continuation of nothing is a cell of its own.
      const covered = slot.cell.continued && above.get(from)?.to === to;
      return { ...slot, from, to, covered };
    });
    above = new Map(placed.map((slot) => [slot.from, slot]));
    return placed;
  });
}

function slotsOf<Cell extends SpanningCell>(row: SpanningRow<Cell>): readonly GridSlot<Cell>[] {
  let at = row.before;
  return row.cells.map((cell) => {
    const from = at;
    at += cell.span;
    return { cell, from, to: at, covered: false };
  });
}

function withoutSlivers<Cell>(
  rows: readonly (readonly GridSlot<Cell>[])[],
  widths: readonly number[],
): (column: number) => number {
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  const isThin = widths.map((width) => width < THIN && width * USUAL_SHARE < usual);
  if (!isThin.includes(true)) return (column) => column;
  for (const slots of rows) {
    for (const { from, to } of slots) {
      // A cell that has nothing else keeps its thin columns.
      if (isThin.slice(from, to).length < to - from) continue;
      if (isThin.slice(from, to).every((thin) => thin)) isThin.fill(false, from, to);
    }
  }
  const counted = [0];
  for (const thin of isThin) counted.push(counted.at(-1)! + (thin ? 0 : 1));
  const all = counted.at(-1)!;
  return (column) => counted[column] ?? all + column - widths.length;
}
