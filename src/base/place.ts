/**
 * Where something stands in a file. Absent coordinates are null: a text file has lines, a PDF pages
 * and boxes, a workbook sheets and cells. `from`/`to` are UTF-16 offsets inside the line.
 */
export interface Place {
  readonly page: number | null;
  readonly line: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** The printed text at this place, as it stands in the file. */
  readonly text: string | null;
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
