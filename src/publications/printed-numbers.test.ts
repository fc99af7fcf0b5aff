import { describe, expect, test } from 'vitest';
import { GENERAL } from '../editions/general.js';
import { SHAANXI } from '../editions/shaanxi.js';
import { numberInWords, printedAmount, printedPercent, printsZero } from './printed-numbers.js';

const YUAN = 10n ** 8n;

describe('a percentage', () => {
  test('is rounded once, half away from zero', () => {
    expect(printedPercent(1n, 3n)).toEqual({ digits: 3333n, decimals: 2 });
    expect(printedPercent(1n, 8n)).toEqual({ digits: 1250n, decimals: 2 });
    expect(printedPercent(-10_005n, 1_000_000n)).toEqual({ digits: -100n, decimals: 2 });
    expect(printedPercent(100_050n, 10_000_000n)).toEqual({ digits: 100n, decimals: 2 });
    expect(printedPercent(100_500n, 100_000_000n)).toEqual({ digits: 10n, decimals: 2 });
  });
});

describe('an amount', () => {
  test('is rounded to the unit', () => {
    expect(printedAmount(12_345_650n * YUAN, '万元')).toEqual({ digits: 123_457n, decimals: 2 });
  });

  test('may be nothing in the unit', () => {
    expect(printsZero(49n * YUAN, '万元')).toBe(true);
    expect(printsZero(50n * YUAN, '万元')).toBe(false);
  });

  test('is printed in the manner of the edition', () => {
    const amount = { digits: 108_470n, decimals: 2 };
    expect(numberInWords(amount, SHAANXI.words)).toBe('1,084.7');
    expect(numberInWords(amount, GENERAL.words)).toBe('1,084.70');
    expect(numberInWords({ digits: 0n, decimals: 2 }, SHAANXI.words)).toBe('0');
  });
});
