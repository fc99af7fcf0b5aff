import type { Rational } from '../base/rational.js';

/** What a case leaves of the weight: a share of it, the weight less points, or points. */
export type Kept =
  | { readonly kind: 'share'; readonly value: Rational }
  | { readonly kind: 'less'; readonly value: Rational }
  | { readonly kind: 'points'; readonly value: Rational };

/** One end of a band in per cent; null `at`: open to that side. */
export interface Bound {
  readonly at: Rational;
  /** Null where the standard does not say; then either is meant. */
  readonly included: boolean | null;
}

/** Rates from low to high and what they earn. */
export interface Band {
  readonly low: Bound | null;
  readonly high: Bound | null;
  readonly kept: Kept;
}

/** How points are given for an indicator of an evaluation framework. Rates are in per cent. */
export type Scoring =
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  /** Weight times the rate, at most the weight; `of` names the rate. */
  | { readonly kind: 'proportional'; readonly of: string }
  /** Full inside a limit, less for every step beyond it. */
  | {
      readonly kind: 'steps';
      readonly limit: Rational;
      /** Beyond: above the limit, or below it. */
      readonly beyond: 'above' | 'below';
      readonly step: Rational;
      readonly less: Kept;
    }
  /** So many conditions met, so many points. */
  | {
      readonly kind: 'checklist';
      readonly steps: readonly { readonly met: number; readonly points: Rational }[];
    }
  /** Points for each, up to a cap. */
  | { readonly kind: 'each'; readonly points: Rational; readonly cap: Rational | null }
  | { readonly kind: 'judged' };
