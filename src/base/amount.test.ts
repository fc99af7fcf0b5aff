import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amount, amountOf, amountText, type MoneyUnit, withSeparators } from './amount.js';
import { parseNumeral } from './numeral.js';
import { compareAmounts, compareRatio, sumAmounts } from './verdict.js';

function printed(text: string, unit: MoneyUnit, grain?: number): Amount {
  return amountOf(parseNumeral(text)!, unit, grain);
}

describe('amounts', () => {
  test('the same money in three units is equal', () => {
    const yuan = printed('15000000.00', '元');
    expect(compareAmounts(yuan, printed('1500.00', '万元'))).toBe('exact');
    expect(compareAmounts(yuan, printed('0.15', '亿元'))).toBe('exact');
  });

  test('cents match exactly, a cent off is wrong', () => {
    expect(compareAmounts(printed('100.00', '元'), printed('100.01', '元'))).toBe('wrong');
  });

  test('the same quantity twice in 万元 may differ by its last digit, not by two', () => {
    expect(compareAmounts(printed('148.01', '万元'), printed('148.02', '万元'))).toBe('rounding');
    expect(compareAmounts(printed('148.01', '万元'), printed('148.03', '万元'))).toBe('wrong');
  });

  test('a suppressed zero is no coarser grain: 15 in a column of cents is 15.00', () => {
    expect(compareAmounts(printed('15', '万元', 2), printed('15.02', '万元'))).toBe('wrong');
    expect(compareAmounts(printed('15', '万元'), printed('15.02', '万元'))).toBe('rounding');
  });

  test('a printed zero is zero', () => {
    expect(printed('0.00', '万元')).toEqual({ value: 0n, half: 0n });
  });

  test('a sum of n addends may differ by n + 1 half-grains', () => {
    const sum = sumAmounts([
      [1, printed('753.55', '万元')],
      [1, printed('331.16', '万元')],
    ]);
    expect(compareAmounts(sum, printed('1084.72', '万元'))).toBe('rounding');
    expect(compareAmounts(sum, printed('1084.73', '万元'))).toBe('wrong');
  });

  test('is written back as it was printed', () => {
    expect(amountText(printed('1084.72', '万元').value, '万元')).toBe('1084.72');
    expect(amountText(printed('1084.725', '万元').value, '万元')).toBe('1084.725');
    expect(amountText(printed('-0.5', '元').value, '元')).toBe('-0.50');
    expect(withSeparators('-24416856.18')).toBe('-24,416,856.18');
  });

  test('honest rounding of a sum is never wrong', () => {
    const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), (addends) => {
        const total = addends.reduce((sum, value) => sum + value, 0n);
        const shown = addends.map((value) => [1, tenThousands(value)] as const);
        expect(compareAmounts(sumAmounts(shown), tenThousands(total))).not.toBe('wrong');
      }),
    );
  });
});

/** Cents printed in 万元 with two decimals, half away from zero. */
function tenThousands(cents: bigint): Amount {
  const size = cents < 0n ? -cents : cents;
  const digits = (size + 5_000n) / 10_000n;
  const amount = amountOf({ digits: cents < 0n ? -digits : digits, decimals: 2 }, '万元');
  // A printed zero stands for zero; half a grain may have been lost in it.
  return amount.value === 0n && cents !== 0n ? { value: 0n, half: 50n * 10n ** 8n } : amount;
}

describe('ratios', () => {
  const ratio = (percent: string, part: string, whole: string, unit: MoneyUnit = '万元') =>
    compareRatio(parseNumeral(percent)!, printed(part, unit), printed(whole, unit));

  test('a percentage is right at its printed digits', () => {
    expect(ratio('69.47', '753.55', '1084.72')).toBe('exact');
    expect(ratio('46.38', '938.32', '2023.04')).toBe('exact');
    expect(ratio('46.48', '938.32', '2023.04')).toBe('wrong');
    expect(ratio('11.2', '3080382.58', '27497238.76', '元')).toBe('exact');
  });

  test('small operands have wide intervals', () => {
    expect(ratio('80.56', '0.29', '0.36')).toBe('exact');
    expect(ratio('81.5', '0.29', '0.36')).toBe('rounding');
    expect(ratio('85', '0.29', '0.36')).toBe('wrong');
  });

  test('there is no share of nothing', () => {
    expect(ratio('0', '1.00', '0.00')).toBeNull();
  });

  test('a ratio rounded from values inside the intervals is never wrong', () => {
    const value = fc.bigInt({ min: 1n, max: 10n ** 10n });
    fc.assert(
      fc.property(value, value, (part, whole) => {
        const hundredths = (part * 20_000n + whole) / (2n * whole);
        const verdict = compareRatio(
          { digits: hundredths, decimals: 2 },
          tenThousands(part),
          tenThousands(whole),
        );
        expect(verdict).not.toBe('wrong');
      }),
    );
  });
});
