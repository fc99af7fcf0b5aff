import type { Amount } from './amount.js';
import type { Numeral } from './numeral.js';

/** exact: equal as printed; rounding: the intervals meet; wrong: no values inside them agree. */
export type Verdict = 'exact' | 'rounding' | 'wrong';

/** Compares two printed amounts, or two sums: slack is the sum of the half-grains on both sides. */
export function compareAmounts(left: Amount, right: Amount): Verdict {
  const difference = left.value - right.value;
  if (difference === 0n) return 'exact';
  const size = difference < 0n ? -difference : difference;
  return size <= left.half + right.half ? 'rounding' : 'wrong';
}

/** The sum of signed amounts; half-grains add up. */
export function sumAmounts(terms: Iterable<readonly [sign: 1 | -1, amount: Amount]>): Amount {
  let value = 0n;
  let half = 0n;
  for (const [sign, amount] of terms) {
    value += sign === 1 ? amount.value : -amount.value;
    half += amount.half;
  }
  return { value, half };
}

/**
 * Whether a printed percentage (or per mille, with `per` 1000n) can be part/whole at its printed
 * digits for some values inside the intervals of both. Null when the whole may be zero.
 */
export function compareRatio(
  printed: Numeral,
  part: Amount,
  whole: Amount,
  per: 100n | 1000n = 100n,
): Verdict | null {
  const wholeLow = whole.value - whole.half;
  const wholeHigh = whole.value + whole.half;
  if (wholeLow <= 0n && wholeHigh >= 0n) return null;
  const sign = wholeLow > 0n ? 1n : -1n;
  // printed = digits / 10^d; allowed band is (2*digits ± 1) / (2 * 10^d); compare part * per * 2
  // * 10^d.
  const scale = 2n * 10n ** BigInt(printed.decimals);
  const exactPart = sign * part.value * per * scale;
  const exactWhole = sign * whole.value;
  const middle = 2n * printed.digits;
  if (within(exactPart, exactWhole, middle)) return 'exact';
  const partLow = sign === 1n ? part.value - part.half : -part.value - part.half;
  const partHigh = partLow + 2n * part.half;
  const low = sign === 1n ? wholeLow : -wholeHigh;
  const high = sign === 1n ? wholeHigh : -wholeLow;
  // Extremes of part/whole over the box: cross-multiplied, whole > 0.
  const top = partHigh >= 0n ? low : high;
  const bottom = partLow >= 0n ? high : low;
  const reachesUp = partHigh * per * scale >= (middle - 1n) * top;
  const reachesDown = partLow * per * scale <= (middle + 1n) * bottom;
  return reachesUp && reachesDown ? 'rounding' : 'wrong';
}

function within(part: bigint, whole: bigint, middle: bigint): boolean {
  return part >= (middle - 1n) * whole && part <= (middle + 1n) * whole;
}
