import { describe, expect, it } from 'vitest';
import { placeOnGrid, type SpanningCell } from './merged-grid.js';

const cell = (span = 1, continued = false): SpanningCell => ({ span, continued });

function places(rows: readonly (readonly SpanningCell[])[], widths: readonly number[] = []) {
  const placed = placeOnGrid(
    rows.map((cells) => ({ before: 0, cells })),
    widths,
  );
  return placed.map((row) =>
    row.map(({ from, to, covered }) => `${from}-${to}${covered ? '*' : ''}`).join(' '),
  );
}

describe('placeOnGrid', () => {
  it('counts spans, and covers what goes on with the cell above', () => {
    expect(
      places([
        [cell(2), cell()],
        [cell(2, true), cell()],
        [cell(1, true), cell(), cell()],
      ]),
    ).toEqual(['0-2 2-3', '0-2* 2-3', '0-1 1-2 2-3']);
  });

  it('takes slivers out, but not the only column of a cell', () => {
    const rows = [
      [cell(2), cell()],
      [cell(), cell(2)],
    ];
    expect(places(rows, [2000, 40, 2000])).toEqual(['0-1 1-2', '0-1 1-2']);
    expect(places([[cell(), cell(), cell()]], [2000, 40, 2000])).toEqual(['0-1 1-2 2-3']);
  });

  it('trusts no widths that are all small, and none beyond those given', () => {
    const rows = [
      [cell(2), cell(), cell()],
      [cell(), cell(2), cell()],
    ];
    expect(places(rows, [100, 100, 100])).toEqual(['0-2 2-3 3-4', '0-1 1-3 3-4']);
    expect(places(rows, [2000, 40, 2000])).toEqual(['0-1 1-2 2-3', '0-1 1-2 2-3']);
  });
});
