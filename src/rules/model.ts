import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Lookup, Operand } from '../facts/lookup.js';

export type Severity = 'error' | 'warning' | 'info';

export interface Basis {
  /** Id in the register of regulations (terms room). */
  readonly regulation: string;
  readonly clause: string | null;
  /** Only text that was seen printed; null when no text is at hand. */
  readonly quote: string | null;
}

export interface Term {
  readonly sign: 1 | -1;
  readonly operand: Operand;
}

/** One instance of an identity: Σ left (relation) Σ right. Evaluated and worded elsewhere. */
export interface Equation {
  readonly kind: 'equation';
  /** Canonical: built from operand keys, never from lines or values. */
  readonly key: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly relation: '=' | '<=' | '>=';
  /** Set when the printed side cannot be in doubt, e.g. a narrative copy of a table cell. */
  readonly certain?: 'left' | 'right';
  /** What stands where a side has no terms: 支出决算表没有该科目. Null or absent: zero. */
  readonly against?: Wording | null;
}

/** One instance of a rule that is no sum: a ratio, a direction, a presence, a defect of text. */
export interface Judgement {
  readonly kind: 'judgement';
  /** Canonical as an equation's; empty where it holds. */
  readonly key: string;
  readonly outcome: 'holds' | 'rounding' | 'fails' | 'undecided';
  /** Required when it fails (what disagrees) or is undecided (what is missing). */
  readonly message?: Wording;
  readonly places: readonly Place[];
  readonly expected?: string | null;
  readonly reported?: string | null;
  readonly difference?: string | null;
  readonly unit?: string | null;
  /** Operand keys it rests on, so that it folds under a suspect cell. */
  readonly operands?: readonly Operand[];
  /** Overrides the rule's severity where the instance is less certain. */
  readonly severity?: Severity;
}

export type Instance = Equation | Judgement;

/** Documents that a filing is held against: the budget, last year's account, its units'. */
export interface References {
  readonly budget: Lookup | null;
  readonly lastYear: Lookup | null;
  /** All the units of a department, each with its own document; absent where one is missing. */
  readonly units?: readonly Lookup[];
  /** The approved tables that the document was drawn from; absent where they are not given. */
  readonly approved?: Lookup;
}

/**
 * What must hold and why, once. `instances` yields nothing where the rule does not apply; it never
 * throws on a user's data. Examples are pages in the notation of facts/from-page.ts.
 */
export interface Rule {
  readonly id: string;
  readonly title: Wording;
  readonly severity: Severity;
  /** Edition ids it is limited to; null = all. */
  readonly editions: readonly string[] | null;
  /** Fiscal years it is limited to, inclusive; null = all. */
  readonly years: readonly [from: number, to: number] | null;
  readonly basis: Basis;
  readonly remedy: Wording;
  readonly examples: {
    readonly holds: string;
    readonly fails: string;
    /** Differs within the printed grain only; null where the rule compares nothing rounded. */
    readonly rounding: string | null;
    /** Something the rule needs is unread: undecided. Null where nothing can be unread. */
    readonly undecided: string | null;
    /** The rule does not apply. */
    readonly absent: string;
  };
  readonly instances: (facts: Lookup, references: References) => Iterable<Instance>;
}
