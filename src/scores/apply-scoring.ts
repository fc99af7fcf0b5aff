import type { Range } from '../base/range.js';
import {
  compareRationals,
  greatest,
  least,
  minus,
  NOTHING,
  over,
  type Rational,
  rational,
  times,
} from '../base/rational.js';
import type { Band, Kept, Scoring } from './scoring.js';

/** A rate in per cent; `below`: only that it is less than the rate is said. */
export interface RateSaid {
  readonly range: Range;
  readonly below?: boolean;
}

/**
 * The points that a rate earns of a weight; a range where the standard or the rate leaves one. Null
 * where it cannot be told.
 */
export function pointsFor(scoring: Scoring, weight: Rational, rate: RateSaid | null): Range | null {
  if (scoring.kind === 'each') return { low: NOTHING, high: least(scoring.cap ?? weight, weight) };
  if (scoring.kind === 'checklist') return hull(scoring.steps.map(({ points }) => points));
  if (rate === null || scoring.kind === 'judged') return null;
  const { low, high } = rate.range;
  if (scoring.kind === 'bands') {
    const bands = scoring.bands.filter((band) => meets(band, rate));
    return hull(bands.map(({ kept }) => points(kept, weight)));
  }
  if (rate.below === true) return null;
  if (scoring.kind === 'proportional') {
    return { low: shareOf(weight, low), high: shareOf(weight, high) };
  }
  const ends = [low, high].flatMap((end) => afterSteps(scoring, weight, end));
  return hull(ends);
}

/** The points that a checklist knows; null for other methods. */
export function possiblePoints(scoring: Scoring): readonly Rational[] | null {
  return scoring.kind === 'checklist' ? scoring.steps.map(({ points: each }) => each) : null;
}

function meets({ low, high }: Band, { range, below }: RateSaid): boolean {
  // Below a limit: the band that holds what is just under it.
  if (below === true) {
    const under = low === null || compareRationals(low.at, range.low) < 0;
    return under && (high === null || compareRationals(high.at, range.low) >= 0);
  }
  const single = compareRationals(range.low, range.high) === 0;
  const fromLow = low === null ? 1 : compareRationals(range.high, low.at);
  const fromHigh = high === null ? -1 : compareRationals(range.low, high.at);
  if (fromLow < 0 || fromHigh > 0) return false;
  if (fromLow === 0 && low?.included === false) return false;
  if (fromHigh === 0 && high?.included === false) return false;
  return single || !(fromLow === 0 && fromHigh === 0);
}

function points(kept: Kept, weight: Rational): Rational {
  const share = kept.kind === 'share' ? times(weight, kept.value) : kept.value;
  const value = kept.kind === 'less' ? minus(weight, kept.value) : share;
  return greatest(NOTHING, least(value, weight));
}

function shareOf(weight: Rational, rate: Rational): Rational {
  const share = least(greatest(rate, NOTHING), rational(100n));
  return times(weight, times(share, rational(1n, 100n)));
}

/** Steps begun and not completed may count or not. */
function afterSteps(
  { limit, beyond, step, less }: Extract<Scoring, { kind: 'steps' }>,
  weight: Rational,
  rate: Rational,
): readonly Rational[] {
  const far = beyond === 'above' ? minus(rate, limit) : minus(limit, rate);
  if (far.numerator <= 0n) return [weight];
  const { numerator, denominator } = over(far, step)!;
  const whole = numerator / denominator;
  const counts = numerator % denominator === 0n ? [whole] : [whole, whole + 1n];
  const each = less.kind === 'share' ? times(weight, less.value) : less.value;
  return counts.map((count) => greatest(NOTHING, minus(weight, times(each, rational(count)))));
}

function hull(values: readonly Rational[]): Range | null {
  const [first, ...rest] = values;
  if (first === undefined) return null;
  return { low: rest.reduce(least, first), high: rest.reduce(greatest, first) };
}
