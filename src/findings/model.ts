import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Basis, Severity } from '../rules/model.js';

/** One way to make everything agree: these cells would read so. Best first by cost. */
export interface Explanation {
  readonly edits: readonly {
    readonly place: Place;
    readonly key: string;
    readonly value: string;
  }[];
  readonly cost: number;
  readonly why: Wording;
}

export interface Finding {
  /** rule + canonical operand keys; the same in a corrected upload. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  readonly remedy: Wording;
  /** Only where one side is certain. */
  readonly expected: string | null;
  readonly reported: string | null;
  readonly difference: string | null;
  readonly unit: string | null;
  /** The place to look first comes first. */
  readonly places: readonly Place[];
  /** Id of the finding that this one follows from. */
  readonly cause: string | null;
  readonly explanations: readonly Explanation[];
  /** The cell that explains everything best, when one clearly does. */
  readonly suspect: { readonly key: string; readonly place: Place; readonly value: string } | null;
  readonly basis: Basis;
}

export interface Undecided {
  readonly rule: string;
  readonly why: Wording;
  readonly places: readonly Place[];
}

/** Counts are of rule instances; a rule without any instance is one `notApplicable`. */
export interface CheckResult {
  readonly rules: {
    readonly holds: number;
    readonly roundingConsistent: number;
    readonly fails: number;
    readonly undecided: number;
    readonly notApplicable: number;
  };
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}
