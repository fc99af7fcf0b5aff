import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInFormat, parseNumberFormat } from './number-format.js';
import { numberText } from './number-text.js';

const shown = (stored: string, code: string): string => numberText(stored, parseNumberFormat(code));

test.each([
  // General: every digit that is not the noise of a double.
  ['1084.7199999999998', 'General', '1084.72'],
  ['0.30000000000000004', 'G/通用格式', '0.3'],
  ['2080505', 'General', '2080505'],
  ['12345678901.23', 'General', '12345678901.23'],
  ['-3.5', 'General', '-3.5'],
  ['1.1368683772161603E-13', 'General', '0'],
  ['-1.1368683772161603E-13', 'General', '0'],
  ['0.33333333333333331', 'General', '0.333333333'],
  ['1E21', 'General', '1000000000000000000000'],
  ['2022', 'General"年"', '2022年'],
  // Decimals and thousands.
  ['1084.7199999999998', '0.00', '1084.72'],
  ['1084.725', '0.00', '1084.73'],
  ['1.005', '0.00', '1.01'],
  ['-1084.725', '0.00', '-1084.73'],
  ['999.995', '#,##0.00', '1,000.00'],
  ['32384104.5', '#,##0.00_ ', '32,384,104.50'],
  ['1234', '#,##0', '1,234'],
  ['0', '#,##0.00', '0.00'],
  ['0', '#,###.##', '.'],
  ['12.5', '#,##0.0#', '12.5'],
  ['0.5', '.00', '.50'],
  ['12.5', '.00', '12.50'],
  ['7', '000', '007'],
  ['0.9512', '0.00%', '95.12%'],
  ['1', '0%', '100%'],
  ['5', '0_);[Red](0)', '5'],
  ['-5', '0_);[Red](0)', '(5)'],
  ['-1234.5', '#,##0.00_);[Red]\\(#,##0.00\\)', '(1,234.50)'],
  ['-1234.5', '#,##0.00;[红色]-#,##0.00', '-1,234.50'],
  ['-1234.5', '#,##0.00;[Red]#,##0.00', '-1,234.50'],
  // Accounting.
  ['1234.5', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
  ['-1234.5', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-1,234.50'],
  ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
  ['1234.5', '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', '1,234.50'],
  ['1234.5', '[$¥-804]#,##0.00', '1,234.50'],
  // Zero is not shown.
  ['0', '0.00;-0.00;', ''],
  ['0', '#,##0.00;-#,##0.00;;@', ''],
  ['1', '#,##0.00;-#,##0.00;;@', '1.00'],
  ['0', '#', ''],
  // Yuan shown as ten thousands of yuan, as thousands, as millions.
  ['12345678.9', '0!.0,', '1234.6'],
  ['12345678.9', '0\\.0,', '1234.6'],
  ['12345', '0!.0000', '1.2345'],
  ['123', '0!.0000', '0.0123'],
  ['12345678.9', '0"."0,"万元"', '1234.6万元'],
  ['12345678.9', '#,##0.00,', '12,345.68'],
  ['12345678.9', '0.00,,', '12.35'],
  ['12345678.9', '#!.#,', '1234.6'],
  ['12345', '[>=10000]0!.0,"万";0', '1.2万'],
  ['9999', '[>=10000]0!.0,"万";0', '9999'],
  ['-3', '[<0]"减"0;0', '减3'],
  // Not understood: the digits.
  ['0.5', '# ?/?', '0.5'],
  ['123.45', '[DBNum2][$-804]General', '123.45'],
  ['123.45', '0.00E+00', '123.45'],
  ['1.5', '[h]:mm', '1.5'],
  ['5', '"无"', '无'],
  ['not a number', '0.00', 'not a number'],
  // Dates.
  ['44957', 'yyyy/m/d', '2023/1/31'],
  ['44957', 'yyyy"年"m"月"d"日"', '2023年1月31日'],
  ['44957', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'Tuesday, January 31, 2023'],
  ['44957.75', 'yyyy-mm-dd hh:mm:ss', '2023-01-31 18:00:00'],
  ['44957.999999', 'yyyy-mm-dd', '2023-02-01'],
  ['44957.5', '上午/下午h"时"mm"分"', '下午12时00分'],
  ['44957', 'aaaa', '星期二'],
  ['44986', 'mmm-yy', 'Mar-23'],
  ['60', 'yyyy-m-d', '1900-2-29'],
  ['61', 'yyyy-m-d', '1900-3-1'],
  ['1', 'yyyy-m-d', '1900-1-1'],
  ['-1', 'yyyy-m-d', '-1'],
])('%s as %s is %s', (stored, code, text) => {
  expect(shown(stored, code)).toBe(text);
});

test('a file of 1904 counts its days from there', () => {
  expect(numberText('43495', parseNumberFormat('yyyy-m-d'), 1462)).toBe('2023-1-31');
});

test.each([
  [0, '1234.5', '1234.5'],
  [4, '1234.5', '1,234.50'],
  [14, '44957', '2023/1/31'],
  [40, '-1234.5', '(1,234.50)'],
  [43, '0', '-'],
  [57, '44957', '2023年1月'],
  [163, '1234.5', '1234.5'],
])('the built-in format %i of %s is %s', (id, stored, text) => {
  expect(shown(stored, builtInFormat(id))).toBe(text);
});

describe('an amount of cents written as a double', () => {
  const cents = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
  const digits = (amount: bigint, places: number): string => {
    const all = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
    return `${amount < 0n ? '-' : ''}${all.slice(0, -places)}.${all.slice(-places)}`;
  };

  test('reads back with the same digits, with a format and without', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const printed = digits(amount, 2);
        const stored = String(Number(printed));
        expect(shown(stored, '0.00')).toBe(printed);
        const bare = printed.replace(/\.?0+$/, '');
        expect(shown(stored, 'General')).toBe(bare === '-0' || bare === '' ? '0' : bare);
      }),
      { numRuns: 2000 },
    );
  });

  test('reads back from seventeen digits, as Excel writes them', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const printed = digits(amount, 2);
        expect(shown(Number(printed).toPrecision(17), '0.00')).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  test('is shown in ten thousands as if it were divided and rounded on paper', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (yuan) => {
        const rounded = (yuan + 500n) / 1000n;
        expect(shown(String(yuan), '0!.0,')).toBe(digits(rounded, 1));
      }),
    );
  });
});

test.each([
  ['#,##0.00;[Red]#,##0.00', '-1,234.50'],
  ['0.00_ ;[红色]0.00 ', '-1234.50'],
  ['0.00_);[Red](0.00)', '(1234.50)'],
  ['0.00;[Red]-0.00', '-1234.50'],
])('a negative number that is only red keeps its sign: %s', (format, text) => {
  expect(numberText('-1234.5', parseNumberFormat(format))).toBe(text);
});
