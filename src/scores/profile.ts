import type { Rational, Rounding } from '../base/rational.js';
import type { Wording } from '../base/wording.js';

/** To so many decimals, and how. */
export interface RoundingPlace {
  readonly decimals: number;
  readonly how: Rounding;
}

/**
 * sample: confirmed on printed forms; regulation: its text was seen; unverified: known without a
 * form behind it, so that it never raises an error.
 */
export type ProfileEvidence = 'sample' | 'regulation' | 'unverified';

/** A grade and the least total that has it. */
export interface Grade {
  readonly grade: string;
  readonly from: Rational;
}

/** What a rate of execution below a limit does: the total is at most the cap. */
export interface Cap {
  readonly below: Rational;
  readonly cap: Rational;
}

/** How one issuer scores performance forms, as data. Percentages are of 100. */
export interface Profile {
  readonly id: string;
  readonly title: Wording;
  readonly basis: Wording;
  readonly evidence: ProfileEvidence;
  /** First year it holds for; null when it is not known. */
  readonly since: number | null;
  readonly kinds: readonly ('project' | 'department' | 'report')[];
  /** Editions of the account whose forms it scores. */
  readonly editions: readonly string[];
  /** Σ of the weights of the indicators with the rate; null where forms differ. */
  readonly totalWeight: Rational | null;
  /** Points for the rate of execution; null where the rate earns none. */
  readonly execution: {
    readonly weight: Rational;
    /** The rate in per cent is rounded here before points are taken of it; null: exact. */
    readonly rate: RoundingPlace | null;
    readonly points: RoundingPlace | null;
    /** Points where the budget is zero: none, or the method says nothing. */
    readonly zeroBudget: 'nothing' | 'open';
  } | null;
  readonly indicator: {
    /** Short of the target: completion in per cent, rounded, of the weight. */
    readonly completion: RoundingPlace | null;
    readonly points: RoundingPlace | null;
    /** Over the target by so much: a share of the weight, or the assessor's discretion. */
    readonly exceeded: {
      readonly from: Rational;
      readonly share: Rational | null;
    } | null;
    /** A result above a target that is a ceiling: nothing, or discretion. */
    readonly ceilingBroken: 'nothing' | 'open';
    /** Other than the target where exactly the target is asked: by completion, or discretion. */
    readonly exactMissed: 'completion' | 'open';
  };
  readonly subtotal: RoundingPlace | null;
  readonly total: RoundingPlace | null;
  readonly caps: readonly Cap[];
  readonly grades: readonly Grade[];
  /** Lost points without a reason are a gap. */
  readonly reasonForLoss: boolean;
}
