import type { TextOrigin } from './model.js';

/** A cell of a sheet that holds something, as it is shown. */
export interface SheetCell {
  /** 0-based. */
  readonly column: number;
  readonly text: string;
  readonly origin: Extract<TextOrigin, 'printed' | 'formula'>;
  /** A number, however it is shown; a number typed as text is text. */
  readonly isNumber: boolean;
}

export interface SheetRow {
  /** 0-based. */
  readonly row: number;
  readonly hidden: boolean;
  /** Ascending, without empty ones. */
  readonly cells: readonly SheetCell[];
}

/** Cells merged into one, all 0-based and inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a workbook, whatever kind of file it came in. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Ascending, without empty ones. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  /** Hidden columns as ranges, 0-based and inclusive. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  /** Formulas whose result the file does not hold, as addresses: C5. */
  readonly uncomputed: readonly string[];
}

const LETTERS = 26;
const LETTER_A = 65;

/** C5 for row 4 and column 2. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    letters = String.fromCharCode(LETTER_A + ((left - 1) % LETTERS)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** Row and column of C5, $C$5 or Sheet.C5, 0-based; null when it is no address of a sheet. */
export function parseAddress(
  address: string,
): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) {
    column = column * LETTERS + letter.charCodeAt(0) - LETTER_A + 1;
  }
  return { row: Number.parseInt(match[2]!, 10) - 1, column: column - 1 };
}

/** A range such as B2:D4, or one cell; null when it is none. */
export function parseRange(text: string): MergedRange | null {
  const [first = '', last = first] = text.split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
