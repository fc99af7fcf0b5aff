import { parseNumeral } from '../base/numeral.js';
import { only, verdictOf } from '../base/range.js';
import { compareRationals, minus, over, type Rational, rational } from '../base/rational.js';
import type { EvaluationForm, Indicator } from '../facts/evaluation-model.js';
import type { Profile } from './profile.js';
import { PROFILES } from './profiles.js';
import { printedNumber } from './read-number.js';
import { expectedScore } from './score-indicator.js';

/** Scores that differ from their weights and come out as the method makes them. */
const LEAST_AGREEING = 2;
/** Points that an even share may be off by: 12.85 and 12.9 of 90 / 7. */
const UNEVEN = rational(1n, 10n);

/** The method that a form tells by itself; null where none is told. */
export function profileShownBy(form: EvaluationForm): Profile | null {
  return PROFILES.find((profile) => isShownBy(profile, form)) ?? null;
}

/** Whether a form shows the sign of a profile; one without a sign is never shown. */
export function isShownBy(profile: Profile, { indicators }: EvaluationForm): boolean {
  const { sign } = profile;
  if (sign === null || indicators.length < 4) return false;
  const rate = indicators.find(({ name }) => sign.rateIndicator.test(name));
  const weight = rate === undefined ? null : printedNumber(rate.weight);
  if (weight === null || compareRationals(weight, sign.rateWeight) !== 0) return false;
  const others = indicators.filter((indicator) => indicator !== rate);
  const share = over(minus(rational(100n), weight), rational(BigInt(others.length)))!;
  if (!others.every((each) => isNear(printedNumber(each.weight), share))) return false;
  return agrees(profile, indicators);
}

function isNear(weight: Rational | null, share: Rational): boolean {
  if (weight === null) return false;
  const off = minus(weight, share);
  const size = off.numerator < 0n ? minus(rational(0n), off) : off;
  return compareRationals(size, UNEVEN) <= 0;
}

/** More scores as the method makes them than not, of those that lost points. */
function agrees(profile: Profile, indicators: readonly Indicator[]): boolean {
  let agreeing = 0;
  let others = 0;
  for (const indicator of indicators) {
    const weight = printedNumber(indicator.weight);
    const numeral = parseNumeral(indicator.score?.text ?? '');
    if (weight === null || numeral === null) continue;
    const { low, high } = expectedScore(indicator, weight, profile);
    const fixed = compareRationals(low, high) === 0;
    if (!fixed || compareRationals(low, weight) === 0) continue;
    if (verdictOf(numeral, only(low)) === 'exact') agreeing += 1;
    else others += 1;
  }
  return agreeing >= LEAST_AGREEING && agreeing > others;
}
