import type { Numeral } from '../base/numeral.js';
import type { BudgetKind } from './lexicon-model.js';
import type { About, FigureRole, Scope } from './model.js';
import type { NumeralInText } from './numerals-in-text.js';

/** What a statement speaks of, resolved in its section. */
export interface Subject {
  /** Same subject, same key. */
  readonly key: string;
  /** Null for a thing that the lexicon does not know: 举报奖励. */
  readonly concept: string | null;
  readonly label: string;
  readonly scope: Scope;
  readonly about: About | null;
  readonly family: string | null;
}

export type Slot =
  | 'reported'
  | 'budget'
  | 'prior'
  | 'change'
  | 'rate'
  | 'share'
  | 'completion'
  | 'budgetChange'
  | 'budgetRate';

/** A figure while its passage is read. Offsets are of the passage's compact text. */
export interface FigureDraft {
  readonly number: NumeralInText;
  readonly numeral: Numeral | null;
  readonly passage: number;
  readonly role: FigureRole | null;
  readonly direction: -1 | 0 | 1;
  readonly year: number | null;
  readonly label: string;
  readonly scope: Scope | null;
  /** The subjects it was bound to; several for 均为. */
  readonly subjects: readonly Subject[];
  base: FigureDraft | null;
  baseAbout: About | null;
}

export interface ComparisonDraft {
  readonly with: 'prior' | 'budget';
  readonly direction: -1 | 0 | 1;
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** A statement while its section is read. */
export interface StatementDraft {
  readonly subject: Subject;
  readonly section: string;
  readonly slots: Partial<Record<Slot, FigureDraft>>;
  /** Budgets that were given, by kind: 年初预算 beside 调整预算. */
  readonly budgets: Partial<Record<BudgetKind, FigureDraft>>;
  comparison: ComparisonDraft | null;
  reason: string | null;
  passage: number;
  /** Compact offset of the clause it began with. */
  start: number;
}

export function isEmpty(draft: StatementDraft): boolean {
  return Object.keys(draft.slots).length === 0 && draft.comparison === null;
}
