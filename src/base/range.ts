import type { Numeral } from './numeral.js';
import {
  compareRationals,
  minus,
  over,
  plus,
  type Rational,
  rational,
  rationalOf,
} from './rational.js';
import type { Verdict } from './verdict.js';

/** Everything from low to high, both included. */
export interface Range {
  readonly low: Rational;
  readonly high: Rational;
}

/** One value. */
export function only(value: Rational): Range {
  return { low: value, high: value };
}

/** What a printed number may stand for: half a unit of so many decimals to either side. */
export function around(value: Rational, decimals: number): Range {
  const half = rational(1n, 2n * 10n ** BigInt(decimals));
  return { low: minus(value, half), high: plus(value, half) };
}

/** a / b where both are at least zero and b is above zero throughout; null otherwise. */
export function ratioOf(a: Range, b: Range): Range | null {
  if (b.low.numerator <= 0n) return null;
  const low = over(a.low, b.high);
  const high = over(a.high, b.low);
  return low === null || high === null ? null : { low, high };
}

/**
 * A printed number against what it should be: the same, within its last digit, or neither. Where
 * zeros at the end are left out, `least` says how many decimals are meant at least.
 */
export function verdictOf(printed: Numeral, expected: Range, least = 0): Verdict {
  const value = rationalOf(printed);
  const single = compareRationals(expected.low, expected.high) === 0;
  if (single && compareRationals(value, expected.low) === 0) return 'exact';
  const band = around(value, Math.max(least, printed.decimals));
  const meets =
    compareRationals(band.low, expected.high) <= 0 &&
    compareRationals(band.high, expected.low) >= 0;
  return meets ? 'rounding' : 'wrong';
}

/** Whether a value of the range shows as printed where what follows the last digit is cut off. */
export function isCutOf(printed: Numeral, { low, high }: Range): boolean {
  const value = rationalOf(printed);
  const next = plus(value, rational(1n, 10n ** BigInt(printed.decimals)));
  return compareRationals(high, value) >= 0 && compareRationals(low, next) < 0;
}
