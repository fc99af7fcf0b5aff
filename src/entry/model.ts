/** A cell of the workbook that people type into, by sheet and position from 0. */
export interface EntrySpot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What a computed cell shows. A range is [first, last] in one column of one sheet. */
export type EntryFormula =
  | {
      readonly kind: 'sum';
      readonly add: readonly EntrySpot[];
      readonly less: readonly EntrySpot[];
      /** To so many decimals; absent: as it is. */
      readonly decimals?: number;
    }
  /** Σ of the lines of a table by code: of its classes where it has some, else of all lines. */
  | {
      readonly kind: 'code-sum';
      readonly codes: readonly [EntrySpot, EntrySpot];
      readonly values: readonly [EntrySpot, EntrySpot];
    }
  /** The name of a code, from the list of codes; nothing for a code that is not in it. */
  | {
      readonly kind: 'code-name';
      readonly code: EntrySpot;
      readonly codes: readonly [EntrySpot, EntrySpot];
    }
  /** A text before what another cell says, 编制单位：某某局; `after` stands behind it, if it does. */
  | {
      readonly kind: 'text';
      readonly before: string;
      readonly of: EntrySpot;
      readonly after?: string;
    }
  /** 96.8%: a part of a whole in per cent; nothing where the whole is nothing. */
  | { readonly kind: 'rate'; readonly part: EntrySpot; readonly whole: EntrySpot }
  /** Points for a rate of execution: the rate up to 100 % times the weight, rounded. */
  | {
      readonly kind: 'rate-points';
      readonly part: EntrySpot;
      readonly whole: EntrySpot;
      readonly weight: EntrySpot;
      /** Decimals of the rate in per cent and of the points; null: exact. */
      readonly decimals: readonly [rate: number | null, points: number | null];
    }
  /** What is over a cap that a low rate puts on a sum: [rate below, cap], the lowest first. */
  | {
      readonly kind: 'over-cap';
      readonly add: readonly EntrySpot[];
      readonly part: EntrySpot;
      readonly whole: EntrySpot;
      readonly caps: readonly (readonly [below: string, cap: string])[];
    }
  /** The grade of a total: the first whose least total it has; nothing for nothing. */
  | {
      readonly kind: 'grade';
      readonly of: EntrySpot;
      readonly grades: readonly (readonly [grade: string, from: string])[];
    }
  | { readonly kind: 'difference'; readonly left: EntrySpot; readonly right: EntrySpot }
  /** 相符 where the difference is nothing, or not above nothing. */
  | {
      readonly kind: 'verdict';
      readonly difference: EntrySpot;
      readonly relation: '=' | '<=' | '>=';
      readonly good: string;
      readonly bad: string;
    };

/** What may be typed into a cell. */
export type EntryFormat = 'amount' | 'count' | 'number' | 'text' | 'code';

export interface EntryCell {
  /** typed: open; computed: protected; the others are words of the sheet. */
  readonly kind: 'title' | 'heading' | 'label' | 'typed' | 'computed' | 'remark';
  readonly text: string;
  readonly align: 'start' | 'center' | 'end';
  readonly indent?: number;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly format?: EntryFormat;
  readonly formula?: EntryFormula;
  /** What may be chosen; a text list. */
  readonly choices?: readonly string[];
  /** Shown when the cell is chosen: what goes there. */
  readonly hint?: string;
}

/** A sheet; null is a cell that a merged one covers, or nothing. */
export interface EntrySheet {
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (EntryCell | null)[])[];
  /** Rows at the top and columns at the left that stay in view. */
  readonly frozen: readonly [rows: number, columns: number];
  /** Only what is typed can be changed. */
  readonly guarded: boolean;
}
