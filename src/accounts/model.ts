import type { Amount, MoneyUnit } from '../base/amount.js';
import type { Address } from '../base/place.js';
import type { Fund, IncomeKind, Moment, Nature } from '../facts/ledger/model.js';
import type { EvaluationSegment, UnitKind } from '../facts/model.js';
import type { FormId, Side } from '../forms/model.js';

export type {
  AppropriationFund,
  Fund,
  IncomeKind,
  Moment,
  Nature,
} from '../facts/ledger/model.js';

/** Where a number or a text of an account was taken from. */
export interface Source {
  readonly file: string;
  readonly address: Address | null;
}

/** One line of the books: whose money was spent, for what, on what, of which kind. */
export interface LedgerEntry {
  readonly fund: Fund;
  /** 功能分类科目, 7 digits. */
  readonly function: string;
  /** 部门预算支出经济分类科目, 5 digits; null where the books do not tell. */
  readonly economic: string | null;
  readonly nature: Nature;
  /** 项目名称; null for basic expenditure. */
  readonly project: string | null;
  readonly amount: Amount;
  readonly source: Source;
}

/** What came in, by function and kind. `fund` tells appropriations apart. */
export interface IncomeEntry {
  readonly kind: IncomeKind;
  readonly fund: Fund;
  readonly function: string;
  readonly amount: Amount;
  readonly source: Source;
}

/** 结转和结余 of one fund and function; own money also uses and distributes its surplus. */
export interface BalanceEntry {
  readonly moment: Moment;
  readonly fund: Fund;
  /** Null where the books do not say for which function. */
  readonly function: string | null;
  readonly amount: Amount;
  readonly source: Source;
}

/** 年初预算 of one fund, function and kind. */
export interface BudgetEntry {
  readonly fund: Fund;
  readonly function: string;
  readonly nature: Nature;
  readonly amount: Amount;
  readonly source: Source;
}

/** The books of one body and year: every statutory table is a sum of them. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly incomes: readonly IncomeEntry[];
  readonly balances: readonly BalanceEntry[];
  readonly budgets: readonly BudgetEntry[];
  /** What the books call a functional or economic code: for codes that no list at hand knows. */
  readonly names: ReadonlyMap<string, string>;
  /** How many places of them could not be used; absent where none, or nobody knows any more. */
  readonly unread?: number;
}

/** An exact cell. `source` is null for a sum of the ledger, which explains itself. */
export interface AccountCell {
  /** Null: something is printed there and could not be read. Unread is unknown, never zero. */
  readonly amount: Amount | null;
  readonly source: Source | null;
}

/** A line of a form with its cells by column concept; a column that is not there is unknown. */
export interface AccountRow {
  readonly side: Side | null;
  /** lineId of a fixed line, the code of an open one. */
  readonly key: string;
  /** Its name as the source prints it. */
  readonly item: string;
  readonly cells: ReadonlyMap<string, AccountCell>;
}

export interface AccountTable {
  readonly form: FormId;
  /** In the order of the form: total line first where it has one, then codes ascending. */
  readonly rows: readonly AccountRow[];
}

/** Tables by form; a form that is not there is unknown, one without amounts is empty. */
export type AccountTables = ReadonlyMap<FormId, AccountTable>;

/** What a person says that no table tells: a text, a count, an amount, a choice. */
export interface InputValue {
  /** As typed; counts and amounts are decimal digits. */
  readonly text: string;
  /** Taken over from last year's document: somebody has to look at it again. */
  readonly toReview: boolean;
  readonly source: Source | null;
}

/** By id of `forms/inputs.ts`. */
export type Inputs = ReadonlyMap<string, InputValue>;

/** A unit that a department consists of. */
export interface UnitOfDepartment {
  readonly name: string;
  /** 行政, 参公, 事业 …: null where nobody told. */
  readonly kind: UnitKind | null;
}

/** Two inputs that say different things of the same; the first was taken. */
export interface Conflict {
  /** The input that settles it; absent where it is about a whole file that was left out. */
  readonly id?: string;
  /** What they disagree on, as a reader would name it. */
  readonly about: string;
  readonly taken: { readonly text: string; readonly source: Source | null };
  readonly other: { readonly text: string; readonly source: Source | null };
}

/** One end of a transfer between units: what one of them booked under a code. */
export interface TransferSide {
  readonly unit: string;
  /** Null where only the total of its table is known. */
  readonly function: string | null;
  readonly amount: Amount;
}

/**
 * Money that one unit of a department gave another: 对附属单位补助支出 against 上级补助收入, or
 * 上缴上级支出 against 附属单位上缴收入. What is eliminated is in neither side of the department's
 * tables; what only one side booked stays in them, with the other side empty.
 */
export interface Transfer {
  readonly kind: 'subsidy' | 'remittance';
  readonly from: readonly TransferSide[];
  readonly to: readonly TransferSide[];
  readonly amount: Amount;
  readonly eliminated: boolean;
}

/**
 * A year of one body, exactly: what the tables show, what they are compared with, and what people
 * say of it. Documents are written from it and embed it.
 */
export interface Account {
  readonly entity: string;
  readonly role: 'department' | 'unit';
  /** The units it covers; empty for a unit that stands for itself. */
  readonly units: readonly UnitOfDepartment[];
  /** What all that it covers is; absent where nobody told or the units differ. */
  readonly kind?: UnitKind;
  readonly fiscalYear: number;
  /** The finest unit of money its figures were given in: 元 is kept exactly. */
  readonly unit: MoneyUnit;
  readonly tables: AccountTables;
  /** Last year's tables, for what is compared with them. */
  readonly prior: AccountTables;
  /** 年初预算 in the shape of the tables it belongs to. */
  readonly budget: AccountTables;
  readonly inputs: Inputs;
  /** Null where only tables were given. */
  readonly ledger: Ledger | null;
  readonly evaluations: readonly EvaluationSegment[];
  /** The accounts that were merged into this one. */
  readonly parts: readonly Account[];
  readonly conflicts: readonly Conflict[];
  /** Money between the parts; absent where nothing was merged. */
  readonly transfers?: readonly Transfer[];
}

/** Which of three amounts of a cell: this year's, last year's, or the initial budget. */
export type Measure = 'reported' | 'prior' | 'budget';
