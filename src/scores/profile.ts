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

/** A verdict in words and the shares of the weight that it may earn. */
export interface VerdictBand {
  readonly says: string;
  readonly from: Rational;
  readonly to: Rational;
}

/**
 * A form by itself tells its method: the rate is an indicator of so many points, the others share
 * the rest evenly, and their scores come out as the method makes them.
 */
export interface ProfileSign {
  readonly rateIndicator: RegExp;
  readonly rateWeight: Rational;
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
    /** A rate in per cent below this must be explained; null where the method does not say. */
    readonly explainBelow: Rational | null;
  } | null;
  readonly indicator: {
    /** Short of the target: completion in per cent, rounded, of the weight. */
    readonly completion: RoundingPlace | null;
    readonly points: RoundingPlace | null;
    /** Over the target by so much: a share of the weight, or the assessor's discretion. */
    readonly exceeded: {
      readonly from: Rational;
      readonly share: Rational | null;
      /** Points off instead of a share; null: none. */
      readonly less: Rational | null;
    } | null;
    /** A result above a target that is a ceiling: nothing, or discretion. */
    readonly ceilingBroken: 'nothing' | 'open';
    /** Other than the target where exactly the target is asked: by completion, or discretion. */
    readonly exactMissed: 'completion' | 'open';
    /** What words such as 部分达成 earn; asked in this order, none: anything up to the weight. */
    readonly verdicts: readonly VerdictBand[];
    /** Where target and result are words, the completion that the form prints is what counts. */
    readonly printedCompletion: boolean;
  };
  readonly subtotal: RoundingPlace | null;
  readonly total: RoundingPlace | null;
  readonly caps: readonly Cap[];
  readonly grades: readonly Grade[];
  /** What its forms show, where no edition of an account tells; null: nothing by itself. */
  readonly sign: ProfileSign | null;
  /** Lost points without a reason are a gap. */
  readonly reasonForLoss: boolean;
}
