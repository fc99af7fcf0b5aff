import { only, type Range, verdictOf } from '../base/range.js';
import { type Rational, rationalText, rounded } from '../base/rational.js';
import type { Verdict } from '../base/verdict.js';
import type { Wording } from '../base/wording.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { RoundingPlace } from './profile.js';
import { numeralOf } from './read-number.js';

/** A value of the form: printed, as the method makes it, and the steps a person would write. */
export interface ScoredValue {
  readonly printed: PrintedValue | null;
  /** Null where the form does not have what it is made of. */
  readonly expected: Range | null;
  /** Null where one of the two is missing. */
  readonly verdict: Verdict | null;
  readonly why: Wording;
}

/** Points are meant to two decimals at least: 59 is 59.00. */
export const POINTS_DECIMALS = 2;

/** A printed value beside what it is made of; null expected where that is not there. */
export function scored(
  printed: PrintedValue | null,
  expected: Rational | null,
  why: Wording,
  least = POINTS_DECIMALS,
): ScoredValue {
  const numeral = numeralOf(printed);
  const range = expected === null ? null : only(expected);
  const verdict = numeral === null || range === null ? null : verdictOf(numeral, range, least);
  return { printed, expected: range, verdict, why };
}

/** Rounded as the method says; exact where it says nothing. */
export function round(value: Rational, place: RoundingPlace | null): Rational {
  return place === null ? value : rounded(value, place.decimals, place.how);
}

/** Steps are put in words when someone asks: nobody does where a score is right. */
export function stepsOf(steps: () => string): Wording {
  return {
    get zh() {
      return steps();
    },
    get en() {
      return steps();
    },
  };
}

/** Nothing to explain. */
export const NO_STEPS: Wording = { zh: '', en: '' };

/** 88 + 9.7 = 97.7; a single number that is the result is said once. */
export function equationOf(steps: string, result: Rational): string {
  const made = rationalText(result);
  return steps === made ? made : `${steps} = ${made}`;
}
