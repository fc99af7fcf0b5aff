import type { Amount, MoneyUnit } from '../base/amount.js';
import type { Numeral } from '../base/numeral.js';
import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { FormId, Side } from '../forms/model.js';
import type { EvaluationForm } from './evaluation-model.js';
import type { LedgerFacts } from './ledger/model.js';
import type { Sensitive } from './sensitive.js';

export type DocumentKind =
  | 'final-account'
  | 'budget'
  | 'performance-report'
  | 'template'
  /** The books of a year: what was received and spent, line by line. */
  | 'ledger'
  | 'unknown';

/** Whose money a sentence or a section speaks of. */
export type Scope =
  | 'all-funds'
  | 'appropriation'
  | 'general-public-budget'
  | 'government-managed-funds'
  | 'state-capital-operations';

/** One printed row x column of a statutory form. */
export interface CellFact {
  readonly form: FormId;
  /** 1-based row of the table as printed, headings included. */
  readonly row: number;
  readonly side: Side | null;
  /** 行次 where printed. */
  readonly line: string | null;
  /** The concept of the line; null for open code lines and lines the form does not know. */
  readonly lineId: string | null;
  readonly code: string | null;
  readonly item: string;
  readonly under: string | null;
  readonly column: string;
  /** The concept of the column; null for a column the form does not know. */
  readonly columnId: string | null;
  /** Decimal digits as printed without separators; null = printed blank; a dash as printed. */
  readonly value: string | null;
  readonly unit: string;
  readonly decimals: number;
  readonly origin: 'printed' | 'inferred' | 'recognised' | 'formula';
  readonly confidence: number | null;
  /** Rules whose arithmetic settled the column; they are undecided for this cell. */
  readonly settledBy: readonly string[];
  readonly place: Place;
  /**
   * What it stands for: blank and dash are zero; null when the text is no number. Counts use
   * unit-less amounts in 元.
   */
  readonly amount: Amount | null;
}

/** A statutory table as it was found. */
export interface FormFact {
  readonly form: FormId;
  /** "公开02表" or null. */
  readonly number: string | null;
  readonly title: string;
  readonly unit: MoneyUnit;
  /** False when the unit was taken from the document because the table does not declare one. */
  readonly unitDeclared: boolean;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  /** Where the table names its entity, its year and its unit; absent where nothing told. */
  readonly entityPlace?: Place | null;
  readonly yearPlace?: Place | null;
  readonly unitPlace?: Place | null;
  /** No amounts at all: published empty. */
  readonly empty: boolean;
  /** Printed columns that the form does not know. */
  readonly unknownColumns: readonly string[];
  readonly cells: readonly CellFact[];
  /** Sentences printed with the table: 注, 说明, why it is empty. */
  readonly notes: readonly { readonly text: string; readonly place: Place }[];
  readonly place: Place;
}

/** A part of the document: heading level 1 (第一部分), 2 (一、), 3 (（一）). */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly parent: string | null;
  readonly part:
    | 'cover'
    | 'contents'
    | 'overview'
    | 'tables'
    | 'narrative'
    | 'glossary'
    | 'annex'
    | 'other';
  /** Null unless the section speaks of another year than the document. */
  readonly fiscalYear: number | null;
  readonly place: Place;
}

/** A running paragraph: wrapped lines joined, with the way back from an offset to a place. */
export interface Passage {
  readonly section: string;
  readonly text: string;
  /** Ascending: text[start..] comes from `line` at `from`. */
  readonly pieces: readonly {
    readonly start: number;
    readonly line: number;
    readonly from: number;
  }[];
}

/** What a narrative amount is about: a cell of a form, or a concept outside the forms. */
export interface About {
  readonly form: FormId | null;
  readonly lineId: string | null;
  readonly columnId: string | null;
  readonly code: string | null;
  /** The side of a two-sided form: 总计 stands on both. */
  readonly side: Side | null;
}

export type FigureRole =
  | 'reported'
  | 'budget'
  | 'prior'
  | 'change'
  | 'rate'
  | 'share'
  | 'completion';

export interface Figure {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  /** Decimal digits without separators; null for a blank before a unit (`收入万元`). */
  readonly value: string | null;
  readonly unit: string;
  readonly kind: 'amount' | 'percentage' | 'count';
  readonly role: FigureRole | null;
  /** 1 增加, -1 减少, 0 持平 or not said. */
  readonly direction: -1 | 0 | 1;
  readonly year: number | null;
  readonly scope: Scope | null;
  readonly about: About | null;
  /** Concept id of the lexicon: 'income-total', 'function-item', 'vehicles-kept' ... */
  readonly concept: string | null;
  /** Id of the figure that a rate, share or completion is taken of. */
  readonly base: string | null;
  /**
   * The cell that a share or completion is taken of, where the words name one (占本年支出合计的).
   */
  readonly baseAbout?: About;
  readonly numeral: Numeral | null;
  /** The amount with the grain of its section; null for percentages and counts. */
  readonly amount: Amount | null;
  /** 0 to 1 where the figure was recognised in an image; absent where it is printed text. */
  readonly confidence?: number | null;
  readonly place: Place;
}

/** Figures of one subject in one sentence: what was spent, of what budget, how it changed. */
export interface Statement {
  readonly id: string;
  readonly section: string;
  readonly concept: string | null;
  /** Name as printed: the item or the concept's words. */
  readonly label: string;
  readonly scope: Scope | null;
  readonly about: About | null;
  readonly reported: Figure | null;
  readonly budget: Figure | null;
  readonly prior: Figure | null;
  readonly change: Figure | null;
  readonly rate: Figure | null;
  readonly share: Figure | null;
  readonly completion: Figure | null;
  /** 比预算增加X万元，增长Y%: differences from the budget, never from last year. */
  readonly budgetChange?: Figure;
  readonly budgetRate?: Figure;
  /** Direction words without a number: 持平, 决算数大于预算数. */
  readonly comparison: {
    readonly with: 'prior' | 'budget';
    readonly direction: -1 | 0 | 1;
    readonly place: Place;
  } | null;
  /** Whether a reason follows: 主要原因是…; null when none was asked or found. */
  readonly reason: string | null;
  /** The sentence as printed. */
  readonly place: Place;
}

/** A list in the narrative of what an amount consists of: economic items, functional items. */
export interface ItemList {
  readonly section: string;
  readonly concept: 'personnel-items' | 'public-items' | 'function-items';
  readonly names: readonly {
    readonly name: string;
    readonly place: Place;
    /** The code that the document's own tables give the name; null when none or several do. */
    readonly code?: string | null;
  }[];
  /** The list ends in 等, so it may be incomplete. */
  readonly open: boolean;
  readonly place: Place;
}

export interface Entity {
  readonly name: string;
  readonly role: 'department' | 'unit';
  readonly place: Place;
}

/** A performance form or report, cut out for the scores room. */
export interface EvaluationSegment {
  readonly id: string;
  readonly form: 'project-self-evaluation' | 'department-self-evaluation' | 'evaluation-report';
  readonly title: string;
  readonly fiscalYear: number | null;
  readonly place: Place;
  /** Last line of the segment. */
  readonly endLine: number | null;
  /** What the form says; a report has it where it shows a form of its own. */
  readonly content: EvaluationForm;
}

export interface Unread {
  readonly what: string;
  readonly why: Wording;
  readonly place: Place;
  /** Of a sum of books that its rows do not come to: both as decimal digits. */
  readonly sum?: { readonly printed: string; readonly ofRows: string };
}

/** What somebody says that no table tells, out of a list that asks for it. */
export interface InputFact {
  /** Of `forms/inputs`, or of a reason. */
  readonly id: string;
  /** Counts and amounts as decimal digits where they are numbers. */
  readonly text: string;
  readonly place: Place;
  /** Where it is a cell of a form: the budget of 三公 expenses, the number of vehicles. */
  readonly cell?: {
    readonly form: FormId;
    readonly key: string;
    readonly column: string;
    readonly amount: Amount;
  };
}

export type UnitKind = 'administrative' | 'public-institution';

/** Everything a document says. `readonly` throughout; rooms after this one never change it. */
export interface Filing {
  readonly id: string;
  readonly file: string;
  readonly kind: DocumentKind;
  readonly entity: string | null;
  readonly entities: readonly Entity[];
  readonly fiscalYear: number | null;
  readonly unit: MoneyUnit | null;
  readonly edition: string | null;
  readonly sections: readonly Section[];
  readonly forms: readonly FormFact[];
  readonly evaluations: readonly EvaluationSegment[];
  readonly passages: readonly Passage[];
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly lists: readonly ItemList[];
  readonly unread: readonly Unread[];
  /** What is to be said of the reading though nothing is missing; absent where nothing is. */
  readonly notices?: readonly Unread[];
  /**
   * What all units that it covers are, as a roster tells: organs of government and those managed
   * like them (行政, 参公), or public institutions (事业). Absent where nobody told or they differ.
   */
  readonly unitKind?: UnitKind;
  /** The books that a workbook holds; absent where there are none. */
  readonly ledger?: LedgerFacts;
  /** What lists of it say; absent where there are none. */
  readonly inputs?: readonly InputFact[];
  /**
   * Not all of the document was there to read: the file ends in the middle of a table, or a page
   * could not be read. What is not found says nothing.
   */
  readonly partial?: boolean;
  /** Lines (1-based) of which something was recognised in an image; absent where nothing was. */
  readonly recognisedLines?: ReadonlySet<number>;
  /** What must not be published unseen; absent where nobody looked. */
  readonly sensitive?: readonly Sensitive[];
  /** Lines of tables whose cells are inferred from where texts stand; absent where none are. */
  readonly inferredLines?: ReadonlySet<number>;
}
