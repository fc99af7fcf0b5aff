import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withSeparators } from './amount.js';
import { isDash, numeralText, parseNumeral } from './numeral.js';

describe('parseNumeral', () => {
  test.each([
    ['1,084.72', '1084.72'],
    ['３，２３８．５０', '3238.50'],
    ['-12.30', '-12.30'],
    ['－12.3', '-12.3'],
    ['（12.30）', '-12.30'],
    ['(7)', '-7'],
    ['0.00', '0.00'],
    [' 24416856.18 ', '24416856.18'],
    ['1 084.72', '1084.72'],
    ['009', '009'],
  ])('%s is %s', (printed, text) => {
    const numeral = parseNumeral(printed);
    expect(numeral).not.toBeNull();
    expect(numeralText(numeral!)).toBe(text.replace(/^(-?)0+(?=\d)/, '$1'));
  });

  test.each([
    '',
    '——',
    '2022年',
    '12,34',
    '1.2.3',
    '合计',
    '1,0000',
    '--5',
    '12-3',
    '9'.repeat(25),
  ])('%s is no number', (printed) => {
    expect(parseNumeral(printed)).toBeNull();
  });

  test('what is printed is read back, with separators or without', () => {
    const numerals = fc.record({
      digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      decimals: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(numerals, (numeral) => {
        expect(parseNumeral(numeralText(numeral))).toEqual(numeral);
        expect(parseNumeral(withSeparators(numeralText(numeral)))).toEqual(numeral);
      }),
    );
  });
});

test('a dash of any kind is a dash; the numeral 一 alone is not', () => {
  for (const dash of ['-', '——', '────', '－', '—']) expect(isDash(dash)).toBe(true);
  for (const other of ['一', '', '-1', '一般']) expect(isDash(other)).toBe(false);
});
