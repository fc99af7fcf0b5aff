/**
 * Where something stands in a document as lines of text: a plain text file is that text itself, any
 * other format is rendered to lines first (a row of a table is one line, its cells apart by tabs).
 * `from`/`to` are UTF-16 offsets inside the line. Where it stands in the file is an `Address`.
 */
export interface Place {
  readonly page: number | null;
  readonly line: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** The printed text at this place, as it stands in the file. */
  readonly text: string | null;
  /** Set where it stands in another document that this one is held against. */
  readonly elsewhere?: { readonly file: string; readonly address: Address };
}

/** A place in a text file: 1-based line, half-open offsets. */
export function linePlace(line: number, from: number, to: number, text: string): Place {
  return { page: null, line, from, to, text };
}

/** Document order; places without a line sort last. */
export function comparePlaces(a: Place, b: Place): number {
  const line = (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER);
  return line !== 0 ? line : (a.from ?? 0) - (b.from ?? 0);
}

/**
 * Where something stands in a file that is no plain text: the page (1-based) with its box in points
 * from the upper left corner [left, top, right, bottom]; the cell of a sheet (C5); the cell of a
 * table, all 1-based; the paragraph, 1-based. `part` names a document inside an archive, `line` the
 * line of a text file that is not the document at hand.
 */
export interface Address {
  readonly page?: number;
  readonly box?: readonly [left: number, top: number, right: number, bottom: number];
  readonly sheet?: string;
  readonly cell?: string;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly paragraph?: number;
  readonly part?: string;
  readonly line?: number;
}

/** The way from a place to the file; null for plain text, which is its own address. */
export type Locate = (place: Place) => Address | null;

/** A document as lines of text and the way from them to the file. */
export interface SourceText {
  readonly lines: readonly string[];
  readonly locate: Locate;
}
