import type { MoneyUnit } from '../base/amount.js';
import type { Wording } from '../base/wording.js';
import type {
  CellReference,
  PublicationBlock,
  PublishedChart,
  PublishedTable,
} from '../publications/model.js';
import type { Severity } from '../rules/model.js';
import type { Comparison, Theme, Timeliness } from './routes.js';

/** Language of the interface; what documents say stays Chinese. */
export type Lang = 'zh' | 'en';

/** Decimal digits without separators, exactly as they are to be read: "-1084.72". */
export type Digits = string;

/** A day: "2024-09-18". */
export type Day = string;

/** An exact amount in the unit it is shown in. */
export interface Figure {
  readonly digits: Digits;
  readonly unit: MoneyUnit;
}

/** Whose site it is; the same on every page. */
export interface Site {
  /** 示例市: what the site covers. */
  readonly place: string;
  /** 示例市财政局: who answers for it. */
  readonly owner: string;
  /** Telephone or address to write to; null where none is set. */
  readonly contact: string | null;
  /** Where the one stylesheet lies: `/assets/${STYLE_NAME}`. */
  readonly style: string;
  /** Where the page about the interface lies; null where there is none. */
  readonly api: string | null;
  /** Where people of the offices sign in; null where the workbench is not open here. */
  readonly workbench: string | null;
}

/** What a page needs to know of the request. */
export interface Visit {
  readonly site: Site;
  readonly lang: Lang;
  readonly theme: Theme;
  /** Path and query of this page, to come back to after a switch. */
  readonly here: string;
}

export interface RegionLink {
  readonly code: string;
  readonly name: string;
}

export interface UnitLink {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** 教育, 卫生健康 …: null where nobody told. */
  readonly sector: string | null;
}

/** How many of the units that are due have published; `due` counts all but the exempt. */
export interface Completion {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  /** The day has passed and nothing is there. */
  readonly missing: number;
  /** The day has not come or is not known. */
  readonly notDue: number;
  readonly exempt: number;
}

/** A published account in a list. */
export interface AccountLink {
  readonly unit: UnitLink;
  readonly year: number;
  readonly published: Day;
  /** 1 for the first; a higher one corrects it. */
  readonly version: number;
}

export interface HomeView {
  readonly year: number | null;
  readonly completion: Completion | null;
  /** Words that people may try in the search. */
  readonly examples: readonly string[];
  readonly latest: readonly AccountLink[];
  readonly regions: readonly (RegionLink & { readonly completion: Completion })[];
  readonly counts: {
    readonly units: number;
    readonly accounts: number;
    readonly numbers: number;
    readonly rules: number;
  };
}

/** A choice of a list and whether it is taken. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface SearchView {
  readonly text: string;
  readonly region: string | null;
  readonly sector: string | null;
  readonly regions: readonly Choice[];
  readonly sectors: readonly Choice[];
  readonly examples: readonly string[];
  /** Null: nothing was asked yet. */
  readonly hits: readonly SearchHit[] | null;
  /** All that were found; null where counting would take too long. */
  readonly total: number | null;
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** Whether this is a later page. */
  readonly later: boolean;
}

export interface SearchHit {
  readonly unit: UnitLink;
  /** Years with a published account, newest first. */
  readonly years: readonly number[];
}

export interface RegionView {
  readonly region: RegionLink | null;
  readonly ancestors: readonly RegionLink[];
  readonly children: readonly (RegionLink & { readonly completion: Completion })[];
  readonly year: number;
  readonly years: readonly number[];
  readonly completion: Completion;
  readonly units: readonly UnitState[];
  readonly next: string | null;
}

/** Where a unit stands with the account of a year. */
export interface UnitState {
  readonly unit: UnitLink;
  readonly state: Timeliness;
  /** Null where it is not approved or nobody told. */
  readonly approved: Day | null;
  /** The last day to publish. */
  readonly deadline: Day | null;
  readonly published: Day | null;
  /** Days after the deadline, for late and missing ones. */
  readonly daysLate: number | null;
  /** Why it is exempt; null elsewhere. */
  readonly reason: string | null;
}

export interface DeadlineView {
  readonly region: RegionLink | null;
  readonly ancestors: readonly RegionLink[];
  readonly year: number;
  readonly years: readonly number[];
  readonly completion: Completion;
  /** Null: all. */
  readonly state: Timeliness | null;
  /** The day the list was made. */
  readonly asOf: Day;
  readonly units: readonly UnitState[];
  readonly next: string | null;
}

/** A unit without an account in force, or all its years. */
export interface UnitView {
  readonly unit: UnitLink;
  readonly ancestors: readonly RegionLink[];
  /** The body whose account holds this one's too. */
  readonly above: UnitLink | null;
  /** Bodies whose accounts this one's holds too. */
  readonly below: readonly UnitLink[];
  /** Newest first. */
  readonly years: readonly {
    readonly year: number;
    readonly state: Timeliness;
    readonly published: Day | null;
  }[];
}

/** Which account and which of its versions a page is about. */
export interface AccountHead {
  readonly unit: UnitLink;
  readonly ancestors: readonly RegionLink[];
  readonly year: number;
  readonly version: number;
  /** The version in force. */
  readonly newest: number;
}

export interface AccountView {
  readonly head: AccountHead;
  /** Years of this unit, newest first, with or without an account. */
  readonly years: readonly { readonly year: number; readonly state: Timeliness }[];
  readonly state: Timeliness;
  readonly published: Day;
  /** Where the unit published it itself. */
  readonly address: string | null;
  /** 批复文号. */
  readonly approvalNumber: string | null;
  readonly approved: Day | null;
  readonly deadline: Day | null;
  readonly figures: readonly KeyFigure[];
  readonly charts: readonly PublishedChart[];
  /** The document in order; tables are shown apart from the text. */
  readonly blocks: readonly PublicationBlock[];
  /** What the document has and nobody could read. */
  readonly lost: {
    readonly amounts: number;
    /** Titles of the edition's tables that were not found in it. */
    readonly tables: readonly string[];
  };
  readonly documents: readonly DocumentLink[];
  readonly scores: readonly ScoreLine[];
  /** Performance forms as they were handed in. */
  readonly forms: readonly PublishedTable[];
  readonly findings: readonly ConfirmedFinding[];
  /** Newest first. */
  readonly versions: readonly VersionLine[];
}

/** A number people look for first. Difference and rate are given, not computed here. */
export interface KeyFigure {
  readonly name: Wording;
  /** Null: it is printed and could not be read. */
  readonly figure: Figure | null;
  /** Null where last year's is not known. */
  readonly change: {
    readonly prior: Figure;
    /** This year less last year. */
    readonly difference: Digits;
    /** In per cent, one decimal; null where last year's is zero. */
    readonly rate: Digits | null;
  } | null;
  readonly about: CellReference | null;
}

export interface DocumentLink {
  readonly name: string;
  /** Word, PDF, Excel, JSON …, as people call it. */
  readonly format: string;
  readonly bytes: number;
  /** SHA-256, 64 hexadecimal digits; part of the address. */
  readonly hash: string;
}

export interface ScoreLine {
  /** 项目名称, or the whole department. */
  readonly name: string;
  readonly kind: 'project' | 'department' | 'evaluation';
  readonly score: Digits;
  readonly full: Digits;
  /** 优, 良, 中, 差. */
  readonly grade: string | null;
  readonly budget: Figure | null;
  readonly executed: Figure | null;
  /** Executed of the budget in per cent. */
  readonly rate: Digits | null;
}

/** What a reviewer has confirmed; findings of the program alone never reach the portal. */
export interface ConfirmedFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  readonly confirmedBy: string;
  readonly confirmedOn: Day;
  readonly places: readonly { readonly text: string; readonly about: CellReference | null }[];
  /** The unit's own words. */
  readonly reply: { readonly text: string; readonly by: string; readonly on: Day } | null;
  /** Version that put it right; null while it stands. */
  readonly corrected: number | null;
}

export interface VersionLine {
  readonly number: number;
  readonly published: Day;
  /** 更正说明; null for the first. */
  readonly reason: string | null;
  /** The public version before it; versions that were never published are left out. */
  readonly before: number | null;
  /** Cells and passages that differ from the version before; null for the first. */
  readonly changes: number | null;
}

/** A cell by name: which table, which line, which column. */
export interface CellName {
  readonly table: string;
  readonly item: string;
  readonly column: string;
}

export interface DifferenceView {
  readonly head: AccountHead;
  readonly from: VersionLine;
  readonly to: VersionLine;
  /** 更正说明, paragraph by paragraph. */
  readonly statement: readonly string[];
  readonly tables: readonly {
    readonly title: string;
    /** Null: counts of things. */
    readonly unit: MoneyUnit | null;
    readonly changes: readonly {
      readonly item: string;
      readonly column: string;
      readonly about: CellReference | null;
      /** Null: the cell was not there. */
      readonly old: Digits | 'unread' | null;
      readonly now: Digits | 'unread' | null;
      readonly difference: Digits | null;
    }[];
  }[];
  readonly texts: readonly {
    readonly place: string;
    readonly old: string | null;
    readonly now: string | null;
  }[];
}

export interface CompareView {
  readonly measures: readonly { readonly id: string; readonly name: Wording }[];
  readonly measure: string;
  readonly per: Comparison;
  readonly years: readonly number[];
  readonly chosenYears: readonly number[];
  readonly units: readonly UnitLink[];
  /** Unit of every amount; null for shares, which are in per cent. */
  readonly unit: MoneyUnit | null;
  readonly rows: readonly {
    readonly unit: UnitLink;
    readonly cells: readonly {
      readonly year: number;
      /** Null with the reason beside it. */
      readonly digits: Digits | null;
      readonly why: 'unpublished' | 'unread' | 'no-staff' | 'no-total' | null;
    }[];
  }[];
  readonly find: string | null;
  /** Units that the words fit; null where nothing was asked. */
  readonly found: readonly UnitLink[] | null;
  /** More would not be readable. */
  readonly most: number;
}

export interface DataSetsView {
  readonly updated: Day;
  readonly sets: readonly {
    readonly name: Wording;
    readonly about: Wording;
    readonly files: readonly {
      readonly format: string;
      readonly href: string;
      /** Null: made when it is asked for. */
      readonly bytes: number | null;
      readonly hash: string | null;
    }[];
  }[];
  /** An address of the interface that answers with JSON, as an example: `/api/…`. */
  readonly example: string | null;
}

export interface AboutView {
  readonly rules: number;
  /** Of the program. */
  readonly version: string;
}

export interface FailureView {
  readonly status: 400 | 403 | 404 | 408 | 410 | 414 | 429 | 431 | 500 | 503;
  /** To be told to whoever looks after the site. */
  readonly request: string;
  /** Seconds until another try may succeed; null where waiting does not help. */
  readonly wait: number | null;
  /** The page that replaces this one. */
  readonly instead: string | null;
}
