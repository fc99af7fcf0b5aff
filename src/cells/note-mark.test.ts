import { expect, test } from 'vitest';
import { isNoteMark } from './note-mark.js';

test.each([
  ['1', '9,739,000.00'],
  ['12', '收入合计'],
  ['[3]', '30202'],
  ['①', '公务接待费'],
  ['1,2', '0.00'],
  ['*', '71.65%'],
  // A blank cell with a mark stays blank.
  ['1', ''],
])('%s raised behind %s is the mark of a note', (raised, before) => {
  expect(isNoteMark(raised, before)).toBe(true);
});

test.each([
  ['2', 'km'],
  ['th', '5'],
  ['', '5'],
  // The whole figure was raised by mistake.
  ['1,234.50', ''],
  ['123', ''],
])('%s raised behind %s is not', (raised, before) => {
  expect(isNoteMark(raised, before)).toBe(false);
});
