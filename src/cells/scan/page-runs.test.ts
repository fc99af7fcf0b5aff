import { expect, test } from 'vitest';
import { agreedParts } from './agreement.js';
import { contentOf, legibilityOf, type ReadLine, UNREADABLE } from './page-runs.js';

/** A line in a cell of the first column, one below the other. */
function line(text: string, row: number, certainty = 0.99): ReadLine {
  const box = { left: 10, right: 10 + text.length * 12, top: row * 40, bottom: row * 40 + 20 };
  const room = { left: 4, right: 200, top: row * 40 - 8, bottom: row * 40 + 30 };
  const characters = [...text].map((each, index) => ({
    text: each,
    certainty,
    x: 16 + index * 12,
  }));
  return {
    line: { ...box, room, cell: row, type: 28 },
    parts: agreedParts(characters, characters),
  };
}

const PAGE = { page: 3, width: 595, height: 842 };

test('a number with other decimals than its column has is doubtful', () => {
  const lines = ['12.50', '3.00', '400', '7.25', '8.10', '9.99'].map((text, row) =>
    line(text, row),
  );
  const { runs } = contentOf(PAGE, [], lines);
  expect(runs.map(({ confidence }) => confidence)).toEqual([0.99, 0.99, 0.8, 0.99, 0.99, 0.99]);
});

test('codes need no decimals', () => {
  const lines = ['201', '20106', '2010601', '208'].map((text, row) => line(text, row));
  const { runs } = contentOf(PAGE, [], lines);
  expect(runs.every(({ confidence }) => confidence === 0.99)).toBe(true);
});

test('runs of a line follow each other without a gap', () => {
  const { runs } = contentOf(PAGE, [], [line('支出12.5万元', 1)]);
  expect(runs.map(({ text }) => text)).toEqual(['支出', '12.5', '万元']);
  expect(runs[1]!.left).toBe(runs[0]!.right);
  expect(runs[1]!.edges).toHaveLength(5);
  expect(runs.every(({ origin }) => origin === 'recognised')).toBe(true);
});

test('ink in a cell that nobody can read is not blank', () => {
  const unread = { ...line('某', 2), parts: [] };
  const { runs } = contentOf(PAGE, [], [unread]);
  expect(runs.map(({ text, confidence }) => [text, confidence])).toEqual([[UNREADABLE, 0]]);
});

test('a page is legible as far as its lines are', () => {
  const good = Array.from({ length: 18 }, (_, row) => line('一般公共服务支出', row));
  const bad = (count: number) =>
    Array.from({ length: count }, (_, row) => line('某某某某', row, 0.5));
  expect(legibilityOf(good)).toBe('whole');
  expect(legibilityOf([...good, ...bad(2)])).toBe('partly');
  expect(legibilityOf([...good, ...bad(20)])).toBe('not');
  const { runs } = contentOf(PAGE, [], [...good, line('12.50', 20), ...bad(2)]);
  expect(runs.find(({ text }) => text === '12.50')!.confidence).toBe(0.85);
});
