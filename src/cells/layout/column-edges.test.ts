import { expect, test } from 'vitest';
import { awayFrom, columnEdges } from './column-edges.js';
import type { Token } from './tokens.js';

function heading(left: number, right: number): Token {
  return { left, right, top: 0, bottom: 10, words: [], text: '收入', value: false };
}

/** Columns from 0 to 100, 200, 260 and 400; numbers at their right sides, names in the middles. */
const bands = [
  { left: 50, right: 98 },
  { left: 150, right: 198 },
  { left: 220, right: 258 },
  { left: 330, right: 398 },
];
const names = [heading(30, 70), heading(105, 195), heading(210, 250), heading(270, 390)];

test('headings in the middle of their columns give the edges', () => {
  const found = columnEdges(bands, names, names)!;
  expect(found.slack).toBeLessThan(5);
  found.edges.forEach((edge, at) => {
    expect(Math.abs(edge - [0, 100, 200, 260, 400][at]!)).toBeLessThanOrEqual(5);
  });
});

test('a group stands in the middle of the columns it is over', () => {
  const found = columnEdges(bands, names, names)!;
  const group = heading(165, 195);
  expect(awayFrom(found, group, 1, 3)).toBeLessThan(awayFrom(found, group, 0, 3));
  expect(awayFrom(found, group, 1, 3)).toBeLessThan(awayFrom(found, group, 1, 4));
});

test('headings at the left of their columns give none', () => {
  const left = [heading(2, 42), heading(102, 192), heading(202, 242), heading(262, 382)];
  expect(columnEdges(bands, left, left)).toBeNull();
});
