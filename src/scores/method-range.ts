import { only, type Range } from '../base/range.js';
import { least, minus, NOTHING, plus, type Rational, rounded } from '../base/rational.js';
import type { EvaluationScore } from './from-facts.js';
import type { RoundingPlace } from './profile.js';
import { printedNumber } from './read-number.js';
import type { ScoredValue } from './scored-value.js';

/**
 * The totals that the method allows for what the form says was reached: one where it fixes every
 * score, a range where it leaves discretion. Null where a score is neither printed nor fixed.
 */
export function methodRange(score: EvaluationScore): Range | null {
  const { indicators, subtotal, profile } = score;
  if (subtotal.expected === null) return null;
  const printed = indicators.reduce((sum, row) => plus(sum, row.score ?? NOTHING), NOTHING);
  // Tasks have no method of their own: what they print stands, as in the subtotal.
  let low = minus(subtotal.expected.low, printed);
  let high = low;
  for (const { score: own, expected } of indicators) {
    if (expected === null && own === null) continue;
    const range = expected ?? only(own!);
    low = plus(low, range.low);
    high = plus(high, range.high);
  }
  const earned = score.rateScore.expected?.low ?? printedNumber(score.rateScore.printed) ?? NOTHING;
  const rate = score.rate.expected?.low ?? null;
  const cap = profile.caps.find(({ below }) => rate !== null && isLess(rate, below))?.cap ?? null;
  const total = (sum: Rational): Rational => {
    const whole = plus(round(sum, profile.subtotal), earned);
    return round(cap === null ? whole : least(whole, cap), profile.total);
  };
  return { low: total(low), high: total(high) };
}

/** Printed less expected where the two do not agree; null where they do or one is missing. */
export function excessOf({ printed, expected, verdict }: ScoredValue): Rational | null {
  const value = printedNumber(printed);
  if (verdict !== 'wrong' || value === null || expected === null) return null;
  return isLess(value, expected.low) ? minus(value, expected.low) : minus(value, expected.high);
}

function isLess(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

function round(value: Rational, place: RoundingPlace | null): Rational {
  return place === null ? value : rounded(value, place.decimals, place.how);
}
