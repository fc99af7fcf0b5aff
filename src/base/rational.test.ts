import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRationals,
  minus,
  over,
  plus,
  rational,
  rationalText,
  rounded,
  times,
} from './rational.js';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('fractions', () => {
  it('stay exact', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(compareRationals(minus(plus(a, b), b), a)).toBe(0);
        if (b.numerator !== 0n) expect(compareRationals(times(over(a, b)!, b), a)).toBe(0);
      }),
    );
  });

  it('have no quotient over zero', () => {
    expect(over(rational(1n), rational(0n))).toBeNull();
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  it('round half away from zero, or are cut', () => {
    expect(rationalText(rounded(rational(82125n, 1000n), 2, 'half-up'))).toBe('82.13');
    expect(rationalText(rounded(rational(-82125n, 1000n), 2, 'half-up'))).toBe('-82.13');
    expect(rationalText(rounded(rational(7879n, 1000n), 2, 'cut'))).toBe('7.87');
    expect(rationalText(rational(9625n, 1000n))).toBe('9.625');
    expect(rationalText(rational(59n))).toBe('59');
    expect(rationalText(rational(1n, 20n))).toBe('0.05');
  });
});
