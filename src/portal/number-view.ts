import type { Wording } from '../base/wording.js';
import type { CellReference } from '../publications/model.js';
import type { AccountHead, CellName, Digits, DocumentLink, Figure } from './view-models.js';

/**
 * What a rule comes to for a number. `open`: nobody has decided; whether the program finds a
 * fault in it is told only when a reviewer has confirmed it.
 */
export type Outcome = 'holds' | 'rounding' | 'confirmed' | 'open';

/** A number that another is made of, or that it goes into. */
export interface NamedNumber {
  readonly name: string;
  readonly digits: Digits | null;
  readonly about: CellReference | null;
}

/** One identity that tells a number from others. */
export interface SumOfNumber {
  readonly rule: string;
  readonly title: Wording;
  readonly outcome: Outcome;
  readonly parts: readonly (NamedNumber & { readonly sign: '+' | '-' })[];
  /** Parts that are zero and not listed. */
  readonly zeros: number;
}

/** A row of the table, or a line of the text, in which a number stands. */
export interface ExcerptRow {
  readonly cells: readonly string[];
  /** A row of headings. */
  readonly heads: boolean;
  /** Which of the cells has the number; null in rows around it. */
  readonly marked: number | null;
}

/** Where one number comes from. */
export interface NumberView {
  readonly head: AccountHead;
  readonly cell: CellName;
  readonly about: CellReference;
  readonly figure: Figure;
  /** Where it stands in the file that was handed in; null where it is printed nowhere. */
  readonly source: {
    /** Null where the file itself was not published. */
    readonly document: DocumentLink | null;
    /** 第 3 页, 表 2 第 4 行第 3 列: in the language of the visit. */
    readonly position: string | null;
    /** The table as its title names it; null in running text. */
    readonly table: string | null;
    readonly rows: readonly ExcerptRow[];
  } | null;
  /** What it is the sum of, once for each identity. */
  readonly sums: readonly SumOfNumber[];
  /** Sums that it goes into. */
  readonly partOf: readonly NamedNumber[];
  /** Other places that print the same number: cells, sentences, the account of another year. */
  readonly repeated: readonly {
    readonly text: string;
    readonly about: CellReference | null;
    /** Null: in this account. */
    readonly year: number | null;
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly title: Wording;
    readonly outcome: Outcome;
    /** The confirmed finding, on the page of the account. */
    readonly finding: string | null;
  }[];
  /** The same cell in other years, oldest first. */
  readonly years: readonly { readonly year: number; readonly digits: Digits | null }[];
}
