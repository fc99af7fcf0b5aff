import { describe, expect, it } from 'vitest';
import { joinCellLines } from './cell-lines.js';

describe('joinCellLines', () => {
  it('parts lines by a blank and drops empty ones', () => {
    expect(joinCellLines(['对附属单位', ' ', '补助支出 '])).toBe('对附属单位 补助支出');
    expect(joinCellLines([])).toBe('');
  });

  it.each([
    ['1,234,', '567.89', '1,234,567.89'],
    ['1,234', ',567.89', '1,234,567.89'],
    ['12345.', '67', '12345.67'],
    ['12345', '.67', '12345.67'],
    ['12345.6', '7', '12345.67'],
    ['-', '12.50', '-12.50'],
  ])('joins one number: %s and %s', (first, second, whole) => {
    expect(joinCellLines([first, second])).toBe(whole);
  });

  it.each([
    ['1.00', '2.00'],
    ['12', '34'],
    ['1234', '567.89'],
    ['1,', '2'],
    ['2.', '支出'],
    ['1.5', '12'],
    ['1.5', '2'],
    ['1.', '2'],
    ['2.', '3.'],
  ])('leaves two apart: %s and %s', (first, second) => {
    expect(joinCellLines([first, second])).toBe(`${first} ${second}`);
  });

  it('joins more than two pieces', () => {
    expect(joinCellLines(['1,234,', '567.', '89'])).toBe('1,234,567.89');
  });
});
