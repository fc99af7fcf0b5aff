import type { MoneyUnit } from '../base/amount.js';
import type { Wording } from '../base/wording.js';
import type { FormId } from '../forms/model.js';
import type { EditionText } from './narrative-model.js';
import type { TableLayout, TablePrint } from './print-model.js';

/**
 * Whether 预算数 of the three-public form is the initial budget or the one adjusted in the year.
 */
export type BudgetMeaning = 'initial' | 'full-year';

export type DocumentPart = 'overview' | 'tables' | 'narrative' | 'glossary' | 'annex';

/** What a document of the edition has to say besides its tables. */
export type Disclosure =
  | 'duties'
  | 'units'
  | 'overall'
  | 'general-public-budget'
  | 'basic-expenditure'
  | 'three-public'
  | 'three-public-counts'
  | 'government-managed-funds'
  | 'state-capital-operations'
  | 'operating-expenses'
  | 'procurement'
  | 'small-firms'
  | 'state-assets'
  | 'performance'
  | 'glossary'
  | 'empty-tables'
  | 'secrecy-review'
  | 'contact';

/** One statutory form as the edition prints it; `columns` and `lines` name what differs. */
export interface EditionForm {
  readonly form: FormId;
  /** As printed in the corner of the table; null where none is printed. */
  readonly number: string | null;
  readonly title: string;
  readonly totalOnTop: boolean;
  /** Printed columns by id in printed order, where they differ from the form's own. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly lines?: Readonly<Record<string, string>>;
  readonly layout: TableLayout;
}

/** The amount that the share of contracts to smaller firms is taken of. */
export interface ShareBases {
  readonly smallFirms: 'procurement-total';
  readonly microFirms: 'procurement-total' | 'small-firms';
}

/** The words with which the narrative compares. */
export interface NarrativeWords {
  readonly increase: string;
  readonly decrease: string;
  /** Before the rate of a rise and of a fall. */
  readonly rateUp: string;
  readonly rateDown: string;
  readonly unchanged: string;
  /** Before the completion rate: 完成年初预算的, 完成全年预算的. */
  readonly completion: string;
  /** Blanks around numbers, thousands separators in the text, 15 for 15.00. */
  readonly spaced: boolean;
  readonly separators: boolean;
  readonly trimmed: boolean;
}

/** What a document is recognised by. A mark counts once however often it is found. */
export interface Mark {
  /** 'line-numbers' is matched against 'true' or 'false'. */
  readonly on: 'number' | 'title' | 'label' | 'column' | 'text' | 'line-numbers';
  readonly pattern: RegExp;
  /** Positive speaks for the edition, negative against it. */
  readonly weight: number;
}

/** How one issuer and year prints the final account. Pure data. */
export interface Edition {
  readonly id: string;
  readonly name: Wording;
  readonly issuer: Wording | null;
  /** Fiscal years it was seen in, inclusive; null = any. */
  readonly years: readonly [from: number, to: number] | null;
  readonly forms: readonly EditionForm[];
  /** What is the same in all of its tables. */
  readonly print: TablePrint;
  /** Order of the parts of the document. */
  readonly order: readonly DocumentPart[];
  /** Null where documents choose. */
  readonly unit: MoneyUnit | null;
  /** Whether tables print 行次. */
  readonly lineNumbers: boolean;
  readonly budgetMeans: BudgetMeaning;
  readonly shareBases: ShareBases;
  readonly disclosures: readonly Disclosure[];
  readonly words: NarrativeWords;
  /** What a document of the edition says besides its tables. */
  readonly text: EditionText;
  /** Glossary entries (terms room) that a document of the edition explains. */
  readonly glossary: readonly string[];
  /** Performance profile (scores room) of its self-evaluation forms. */
  readonly profile: string | null;
  readonly marks: readonly Mark[];
}

/** What is printed in a document that tells editions apart; all texts as printed. */
export interface EditionFeatures {
  /** Titles of the tables. */
  readonly titles: readonly string[];
  /** Numbers of the tables: 公开01表. */
  readonly numbers: readonly string[];
  /** `form/columnId` of the columns found. */
  readonly columns: readonly string[];
  /** Labels of lines and columns. */
  readonly labels: readonly string[];
  /** Lines of running text: cover, contents, headings, notes, narrative. */
  readonly lines: readonly string[];
  readonly unit: string | null;
  readonly lineNumbers: boolean;
}
