import { expect, test } from 'vitest';
import { drawnPath } from './pdf-paths.js';

const INK = { stroke: false, fill: true, lineWidth: 1 };
const AS_IT_IS = [1, 0, 0, 1, 0, 0] as const;

/** A box as path data: move, three lines, close. */
function box(left: number, top: number, right: number, bottom: number): readonly number[] {
  return [0, left, top, 1, right, top, 1, right, bottom, 1, left, bottom, 4];
}

test('a thin filled box is a line along its longer side', () => {
  const [line] = drawnPath(box(10, 10, 10.5, 30), AS_IT_IS, INK).rulings;
  expect(line).toEqual({ direction: 'vertical', at: 10.25, from: 10, to: 30 });
});

test('a small square is a dot of a line that may run either way', () => {
  const { rulings } = drawnPath(box(10, 10, 10.75, 10.75), AS_IT_IS, INK);
  expect(rulings.map(({ direction, dot }) => [direction, dot])).toEqual([
    ['horizontal', true],
    ['vertical', true],
  ]);
});
