import type { Amount, MoneyUnit } from '../../base/amount.js';
import type { Place } from '../../base/place.js';

export type AppropriationFund =
  | 'general-public-budget'
  | 'government-managed-funds'
  | 'state-capital-operations';

/** Whose money it is: one of the three appropriations, or the body's own. */
export type Fund = AppropriationFund | 'own';

/** The columns of the expenditure form: what kind of spending it is. */
export type Nature =
  | 'basic'
  | 'project'
  | 'remitted-to-superior'
  | 'business'
  | 'subsidy-to-affiliated';

/** The columns of the income form. */
export type IncomeKind =
  | 'appropriation'
  | 'superior-subsidy'
  | 'institution'
  | 'business'
  | 'affiliated'
  | 'other';

/** Balances of the year: what was there, what is left, and what own money did with its surplus. */
export type Moment = 'opening' | 'closing' | 'use-of-surplus' | 'surplus-distribution';

/** One booked amount: what was spent or received, what is left of it, what was budgeted. */
export interface LedgerLine {
  readonly kind: 'expenditure' | 'income' | 'budget' | Moment;
  readonly fund: Fund;
  /** 功能分类科目, 7 digits; null only of balances. */
  readonly function: string | null;
  /** 部门预算支出经济分类科目, 5 digits; null where the books do not tell. */
  readonly economic: string | null;
  /** Of expenditure and budgets. */
  readonly nature: Nature | null;
  /** Of income. */
  readonly income: IncomeKind | null;
  readonly project: string | null;
  /** Exact: what the books say, whatever their unit. */
  readonly amount: Amount;
  /** Decimal digits without separators. */
  readonly value: string;
  readonly unit: MoneyUnit;
  /** Of the amount. */
  readonly place: Place;
}

/** The books that a workbook holds. */
export interface LedgerFacts {
  readonly lines: readonly LedgerLine[];
  /** 科目名称 as the books print them, by code. */
  readonly names: ReadonlyMap<string, string>;
  readonly unit: MoneyUnit;
  /** How many places could not be used: what they book is in none of the lines. */
  readonly unread: number;
}
