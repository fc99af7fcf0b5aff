import type { FormId, Side } from '../forms/model.js';

/**
 * A publishable document between the account and a file format: what is printed, in order, and
 * where each number comes from, without saying how Word, Excel, PDF or a browser draws it.
 */
export interface Publication {
  readonly entity: string;
  readonly fiscalYear: number;
  readonly edition: string;
  /** Of the file: 某某局2023年度部门决算. */
  readonly title: string;
  readonly blocks: readonly PublicationBlock[];
  /** The account behind it, as JSON text that documents embed (`mingzhang/account@1`). */
  readonly embedded: string;
}

export type PublicationBlock =
  | Cover
  | Contents
  | PartHeading
  | PublishedParagraph
  | PublishedTable
  | PublishedChart
  | PublishedNotice;

/** First page: the title in its lines, and states such as 保密审查情况：已审查 below it. */
export interface Cover {
  readonly kind: 'cover';
  readonly titles: readonly string[];
  readonly lines: readonly string[];
}

/** Where the list of headings stands; every format makes it of the headings themselves. */
export interface Contents {
  readonly kind: 'contents';
  readonly title: string;
}

/** 1: 第一部分 (begins a page), 2: 一、, 3: （一）, 4: 1. */
export interface PartHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** Unique in the document, stable between builds. */
  readonly id: string;
  readonly text: string;
}

/** A run of running text. */
export interface PublishedRun {
  readonly text: string;
  /** The number in it comes from this cell, so that it explains itself. */
  readonly about?: CellReference;
  /** What the number says of that cell, where it is not its amount. */
  readonly role?: 'change' | 'rate' | 'share' | 'completion';
  readonly strong?: boolean;
  /** Something is missing here: printed as a mark, listed as to do; such a document is a draft. */
  readonly missing?: boolean;
  /** Number of the remark that speaks of it: highlighted, the number raised behind it. */
  readonly mark?: string;
}

export interface PublishedParagraph {
  readonly kind: 'paragraph';
  readonly runs: readonly PublishedRun[];
  /** body: two characters indented; note: small, below a table; plain: as it stands. */
  readonly style: 'body' | 'note' | 'plain';
}

/** A cell of a form by concept; `key` is a lineId or a code. */
export interface CellReference {
  readonly form: FormId;
  readonly key: string;
  readonly column: string;
  readonly side: Side | null;
  readonly measure: 'reported' | 'prior' | 'budget';
}

/** A cell that others cover is absent: spans work as in HTML. */
export interface PublishedCell {
  readonly text: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly align: 'start' | 'center' | 'end';
  /** Levels below the first: 款 1, 项 2, 其中 1. */
  readonly indent?: number;
  /** Heads the columns below it or the row beside it. */
  readonly heads?: 'column' | 'row';
  /** Set for amounts and counts: exact decimal digits in the unit of the table, as printed. */
  readonly number?: { readonly digits: bigint; readonly decimals: number };
  /** What the amount is, so that Excel computes and readers explain it. */
  readonly about?: CellReference;
  /** Something stands there that could not be read: the text says so, and no number is known. */
  readonly unread?: true;
  readonly strong?: boolean;
  /** Number of the remark that speaks of it, as in running text. */
  readonly mark?: string;
}

/** One statutory table, a list or a performance form, as it is printed. */
export interface PublishedTable {
  readonly kind: 'table';
  readonly id: string;
  readonly form: FormId | null;
  /** In the upper corner: 公开01表; null where the edition prints none. */
  readonly number: string | null;
  readonly title: string;
  /** Title as a heading of the contents; null where it is not listed. */
  readonly level: 2 | 3 | null;
  readonly orientation: 'portrait' | 'landscape';
  /** Below the title, left: 编制单位：…; middle: 2023年度; right: 金额单位：元. Null: not printed. */
  readonly entityLine: string | null;
  readonly yearLine: string | null;
  readonly unitLine: string | null;
  /** Share of the width of every column; they add up to 1 within rounding. */
  readonly widths: readonly number[];
  readonly head: readonly (readonly PublishedCell[])[];
  readonly body: readonly (readonly PublishedCell[])[];
  /** 注：… and why it is empty, below it. */
  readonly notes: readonly string[];
  /** Begins a page of its own. */
  readonly ownPage: boolean;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
}

/** Numbers as a picture; the exact amounts stand in the text beside it. */
export interface PublishedChart {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  readonly shape: 'bars' | 'pie';
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** Decimal digits as printed, in the unit, one for each category. */
    readonly values: readonly string[];
  }[];
  /** What it shows, in words and numbers, for those who cannot see it. */
  readonly description: string;
}

/** A frame that nobody may overlook: a draft, a table published as approved. */
export interface PublishedNotice {
  readonly kind: 'notice';
  readonly title: string;
  readonly lines: readonly string[];
}
