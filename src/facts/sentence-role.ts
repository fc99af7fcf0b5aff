import type { FigureRole, Scope } from './model.js';
import type { Against, Clause } from './sentence-clause.js';
import type { Slot } from './sentence-statement.js';

/** What holds from one clause of a sentence to the next. */
export interface SentenceState {
  against: Against | null;
  /** Said with 与…相比, so it outlasts a semicolon. */
  framed: boolean;
  /** 年初预算收入合计…，其中：…: what follows is planned too. */
  planned: boolean;
  year: number | null;
  /** 收入5元，为当年取得的资金: what the thing is, until its next number. */
  defining: boolean;
  /** The fund that the sentence's first subject is of; undefined before any was named. */
  fund: Scope | null | undefined;
  /** It is compared with another year's budget. */
  foreign: boolean;
  /** A budget was given in this sentence. */
  budgeted: boolean;
  /** The last count was of a thing that is not known. */
  strayCount: boolean;
}

export function newSentence(): SentenceState {
  return {
    ...{ against: null, framed: false, planned: false, year: null },
    ...{ defining: false, budgeted: false, strayCount: false, fund: undefined },
    foreign: false,
  };
}

/** Takes over what a clause says about the clauses after it. */
export function carry(state: SentenceState, clause: Clause, fiscalYear: number | null): void {
  if (clause.against !== null) {
    state.against = clause.against;
    state.foreign = isForeign(clause, fiscalYear);
    state.framed = clause.framed || (clause.compared && clause.number === null);
  }
  if (clause.planned) state.planned = true;
  if (clause.role === 'reported') state.planned = false;
  const lasting = clause.number === null || clause.subjects.length > 0;
  if (clause.year !== null && lasting) state.year = yearOf(clause, fiscalYear);
}

/** 较2022年预算数增加: no budget of this document's. */
function isForeign({ against, againstYear }: Clause, fiscalYear: number | null): boolean {
  return against === 'budget' && againstYear !== null && againstYear !== fiscalYear;
}

export function yearOf(clause: Clause, fiscalYear: number | null): number | null {
  if (clause.year === 'current') return fiscalYear;
  if (clause.year === 'prior') return fiscalYear === null ? null : fiscalYear - 1;
  return clause.year;
}

export interface Reading {
  readonly role: FigureRole | null;
  readonly slot: Slot | null;
  readonly direction: -1 | 0 | 1;
  readonly year: number | null;
}

/** What the number of a clause is, by the words around it alone. */
export function readingOf(
  clause: Clause,
  state: SentenceState,
  fiscalYear: number | null,
): Reading {
  const against = clause.against ?? state.against ?? 'prior';
  const year = yearOf(clause, fiscalYear) ?? state.year ?? fiscalYear;
  const moved = clause.direction ?? (clause.comparison?.sign || null);
  const foreign = clause.against === null ? state.foreign : isForeign(clause, fiscalYear);
  const unclear = foreign || clause.afterCue || clause.inverted || clause.number!.vague;
  const plain = { direction: 0, year } as const;
  const settle = (role: FigureRole | null, slot: Slot | null, direction: -1 | 0 | 1): Reading => ({
    role,
    slot: unclear ? null : slot,
    direction,
    year,
  });
  if (clause.number!.kind !== 'percentage' && clause.share) return settle(null, null, 0);
  if (clause.number!.kind === 'percentage') return percentage(clause, against, moved, settle);
  if (clause.role === 'becomes') return settle('reported', 'reported', 0);
  if (moved !== null) {
    const budget = (clause.comparison?.with ?? against) === 'budget';
    return settle('change', budget ? 'budgetChange' : 'change', moved);
  }
  if (clause.completion && clause.role !== 'budget') return { role: null, slot: null, ...plain };
  if (clause.role === 'budget') return settle(unclear ? null : 'budget', 'budget', 0);
  // 与年初预算数12万元相比: the budget itself stands before 相比.
  const recalls = clause.compared || clause.comparison !== null || clause.number!.kind !== 'amount';
  if (clause.against === 'budget' && !recalls) return settle('budget', 'budget', 0);
  // 截至2021年底编制6人 is a count of another date, not last year's beside this year's.
  const counted = clause.number!.kind === 'count' && clause.year !== 'prior';
  const isPrior = !counted && fiscalYear !== null && year !== null && year < fiscalYear;
  const isRecalled = clause.against === 'prior' && !clause.compared && clause.comparison === null;
  if (isPrior || isRecalled) {
    const recalled = clause.againstYear ?? (isPrior ? year : fiscalYear && fiscalYear - 1);
    return { ...settle('prior', 'prior', 0), year: recalled };
  }
  if (fiscalYear !== null && year !== null && year > fiscalYear) {
    return { role: null, slot: null, ...plain };
  }
  if (state.planned && clause.role !== 'reported') return settle('budget', 'budget', 0);
  return settle('reported', 'reported', 0);
}

function percentage(
  clause: Clause,
  against: Against,
  moved: -1 | 0 | 1 | null,
  settle: (role: FigureRole | null, slot: Slot | null, direction: -1 | 0 | 1) => Reading,
): Reading {
  if (clause.number!.points) return settle(moved === null ? null : 'change', null, moved ?? 0);
  if (clause.share || clause.bareShare) return settle('share', 'share', 0);
  if (clause.completion) return settle('completion', 'completion', 0);
  if (moved !== null) return settle('rate', against === 'budget' ? 'budgetRate' : 'rate', moved);
  if (clause.role === 'budget') return settle('completion', 'completion', 0);
  return settle(null, null, 0);
}
