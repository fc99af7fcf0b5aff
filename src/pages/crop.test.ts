import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminalWidth, windowsOf } from './crop.js';
import type { Mark } from './model.js';

const mark = (from: number, to: number, primary = false): Mark => ({
  from,
  to,
  tone: 'error',
  primary,
  id: `p1-${from}-${to}`,
  refs: [],
});

const LINE = `${'一二三四五六七八九十'.repeat(10)}`;

describe('windowsOf', () => {
  test('a line that fits is one window', () => {
    expect(windowsOf('合计\t100', [mark(3, 6, true)], 20)).toEqual([
      { from: 0, to: 6, marks: [mark(3, 6, true)] },
    ]);
  });

  test('a long line is cut on both sides of the mark', () => {
    expect(windowsOf(LINE, [mark(50, 52, true)], 12)).toEqual([
      { from: 48, to: 54, marks: [mark(50, 52, true)] },
    ]);
  });

  test('a mark far away has a window of its own, after that of the primary one', () => {
    const found = windowsOf(LINE, [mark(2, 3), mark(90, 91, true), mark(92, 93)], 12);
    expect(found.map((window) => window.marks.map((each) => each.from))).toEqual([[90, 92], [2]]);
  });

  test('a mark wider than the room is cut at its end', () => {
    expect(windowsOf(LINE, [mark(10, 80, true)], 12)[0]).toMatchObject({ from: 10, to: 16 });
  });

  test('without marks the beginning is shown', () => {
    expect(windowsOf(LINE, [], 12)).toEqual([{ from: 0, to: 6, marks: [] }]);
  });

  test('windows fit, lie in the line and keep every mark', () => {
    const piece = fc.constantFrom('收', '1', '\t', '，', '𠀀', '.');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 80 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 4 }),
        fc.integer({ min: 6, max: 40 }),
        (pieces, spans, room) => {
          const text = pieces.join('');
          const marks = spans
            .map(([from, size]) =>
              mark(Math.min(from, text.length), Math.min(from + size, text.length)),
            )
            .filter((each) => each.from < each.to);
          const windows = windowsOf(text, marks, room);
          expect(windows.flatMap((window) => window.marks).length).toBe(marks.length);
          for (const { from, to } of windows) {
            let width = 0;
            for (const char of text.slice(from, to)) width += terminalWidth(char);
            expect(width).toBeLessThanOrEqual(room);
          }
        },
      ),
    );
  });
});
