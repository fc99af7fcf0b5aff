import type { Numeral } from './numeral.js';

/** An exact fraction in lowest terms with a positive denominator. Scores and rates are these. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How a method rounds: half away from zero (四舍五入), or what follows is cut off. */
export type Rounding = 'half-up' | 'cut';

/** A fraction; the denominator must not be zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('a fraction over zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, sign * denominator);
  return {
    numerator: (sign * numerator) / divisor,
    denominator: (sign * denominator) / divisor,
  };
}

export const NOTHING = rational(0n);
export const WHOLE = rational(1n);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large === 0n ? 1n : large;
}

/** What a printed number says, exactly. */
export function rationalOf({ digits, decimals }: Numeral): Rational {
  return rational(digits, 10n ** BigInt(decimals));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b; null where b is zero. */
export function over(a: Rational, b: Rational): Rational | null {
  if (b.numerator === 0n) return null;
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as a is below, at or above b. */
export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) <= 0 ? a : b;
}

export function greatest(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) >= 0 ? a : b;
}

/** To so many decimals. */
export function rounded(value: Rational, decimals: number, how: Rounding): Rational {
  const scale = 10n ** BigInt(decimals);
  const { numerator, denominator } = value;
  const size = (numerator < 0n ? -numerator : numerator) * scale;
  const whole = how === 'cut' ? size / denominator : (2n * size + denominator) / (2n * denominator);
  return rational(numerator < 0n ? -whole : whole, scale);
}

/** Decimal digits with at most so many decimals, without zeros at the end: 9.625, 59. */
export function rationalText(value: Rational, decimals = 6): string {
  const { numerator, denominator } = rounded(value, decimals, 'half-up');
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const whole = size / denominator;
  const rest = ((size % denominator) * 10n ** BigInt(decimals)) / denominator;
  const fraction = rest.toString().padStart(decimals, '0').replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${decimals > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}
