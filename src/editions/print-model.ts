/** How an edition prints numbers, headings and notes in all of its tables. */
export interface TablePrint {
  /** Of amounts; counts have none. */
  readonly decimals: number;
  readonly separators: boolean;
  readonly zero: 'blank' | 'zero';
  /** Above the numbers of the lines: 行次. Printed where the edition has line numbers. */
  readonly lineHeading: string;
  /** Before the numbers of the columns: 栏次; null where they are not numbered. */
  readonly columnNumbers: string | null;
  readonly codeHeading: string;
  readonly nameHeading: string;
  /** Headings of the columns that a code is split into, 类 款 项; none for one column. */
  readonly codeLevels: readonly string[];
  /** Before the name of the body and before the unit; null: not printed. */
  readonly entity: string | null;
  readonly unit: string;
  /** `{year}年度` below the title; null: not printed. */
  readonly year: string | null;
  /** 注： before what a table shows; null where only empty tables have a note. */
  readonly note: string | null;
  /** What rounding does to sums, said below each table; null: not said there. */
  readonly tail: string | null;
  /** Each sentence below a table on a line of its own. */
  readonly notesApart: boolean;
  /** Said below every table, empty or not. */
  readonly standing: string | null;
  /** Below an empty table, of `{entity}` and `{what}`; null where a list or `standing` says it. */
  readonly empty: string | null;
  /** The list of the tables that says which are empty and why; null: none. */
  readonly emptyList: EmptyList | null;
}

export interface EmptyList {
  readonly title: string;
  readonly headings: readonly [number: string, title: string, empty: string, reason: string];
  /** `表{n}`. */
  readonly number: string;
  readonly yes: string;
  readonly no: string;
  /** Of `{entity}` and `{what}`. */
  readonly reason: string;
}

/** Lines side by side: income on the left, expenditure on the right. */
export interface TwoSidedLayout {
  readonly kind: 'two-sided';
  /** Ids of the lines of the left side above the foot, numbered 一、. */
  readonly left: readonly string[];
  /** Those of them that are parts of the line above: 其中：, without a number. */
  readonly parts: readonly string[];
  /** Optional classes that are printed though they are zero. */
  readonly classes: readonly string[];
  /** Lines below them, in pairs. */
  readonly foot: readonly (readonly [income: string | null, expenditure: string | null])[];
  /** Ids of the lines of the foot that are numbered, 一、 at the first. */
  readonly numbered: readonly string[];
  readonly lineHeading?: string;
}

/** A line for each code. */
export interface OpenLayout {
  readonly kind: 'open';
  /** Ids as printed; null: those of the form, optional ones where they have an amount. */
  readonly columns: readonly string[] | null;
  /** Whether the form's own headings stand over its columns: 本年支出 over 小计, 基本支出. */
  readonly grouped: boolean;
}

/** Codes from one to another, with everything below the last. */
export type CodeRange = readonly [from: string, to: string];

/** Economic codes in blocks side by side. */
export interface BlocksLayout {
  readonly kind: 'blocks';
  readonly blocks: readonly (readonly CodeRange[])[];
  readonly columns: readonly string[];
  /** Over the first block and over the others; null: nothing. */
  readonly heads: readonly [personnel: string, rest: string] | null;
  readonly codeHeading: string;
  readonly codeLevels: readonly string[];
  /** Codes that are printed only where they have an amount. */
  readonly omitted: readonly string[];
  /** A dash stands for what cannot be, by column: the beginnings of codes. */
  readonly dashed: Readonly<Record<string, readonly string[]>>;
}

/** 预算数 and 决算数 of the items. */
export interface MeasuresLayout {
  readonly kind: 'measures';
  /**
   * rows: a row each; list: an item a row; halves: all items of one, then of the other; pairs:
   * both below each item.
   */
  readonly arrangement: 'rows' | 'list' | 'halves' | 'pairs';
  readonly columns: readonly string[] | null;
  /** Over the items that are three-public expenses; null: nothing. */
  readonly over: string | null;
}

/** Parts of one table, each with a heading of its own. */
export interface SectionsLayout {
  readonly kind: 'sections';
  readonly sections: readonly {
    readonly title: string;
    readonly headings: readonly [item: string, line: string, value: string];
    readonly counts: boolean;
    readonly lines: readonly (readonly [id: string, label: string, number: string])[];
  }[];
}

/** How one form is laid out. */
export type TableLayout = {
  readonly orientation: 'portrait' | 'landscape';
  /** What the table shows, as its note says: 取得的各项收入情况. `{budget}` is what 预算数 means. */
  readonly shows: string;
  /** What there is none of where it is empty. */
  readonly what: string;
} & (TwoSidedLayout | OpenLayout | BlocksLayout | MeasuresLayout | SectionsLayout);
