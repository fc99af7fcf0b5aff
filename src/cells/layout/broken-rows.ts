import type { Piece } from '../rendition.js';

type Row = readonly Piece[];

/** A column that nearly every row fills: codes, line numbers. */
const FILLED = 0.9;
const HEADING_ROWS = 6;

/** The rows of a table's parts on page after page; a row that a page cut in two is one again. */
export function rowsOverPages(parts: readonly (readonly Row[])[]): readonly Row[] {
  const [start = [], ...others] = parts;
  let rows: readonly Row[] = start;
  for (const part of others) {
    const [first, ...rest] = part;
    const last = rows.at(-1);
    const broken =
      first !== undefined && last !== undefined && isRest(first, last, [...rows, ...rest]);
    rows = broken ? [...rows.slice(0, -1), joined(last, first), ...rest] : [...rows, ...part];
  }
  return rows;
}

/**
 * The end of a row that the page cut: words below words, and nothing where every other row of the
 * table has something.
 */
function isRest(first: Row, last: Row, rows: readonly Row[]): boolean {
  const filled = first.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]));
  const words = filled.every((at) => !/^[-\d,.%]+$/.test(first[at]!.text.trim()));
  const heading = new Set(rows.slice(0, HEADING_ROWS).flatMap((row) => row.map(wordsOf)));
  if (filled.every((at) => heading.has(wordsOf(first[at]!)))) return false;
  if (filled.length === 0 || !words || !filled.every((at) => isFilled(last, at))) return false;
  return first.some((_, at) => {
    if (isFilled(first, at) || !isFilled(last, at)) return false;
    return rows.filter((row) => isFilled(row, at)).length >= FILLED * rows.length;
  });
}

function wordsOf({ text }: Piece): string {
  return text.replace(/\s+/g, '');
}

function isFilled(row: Row, at: number): boolean {
  return (row[at]?.text.trim() ?? '') !== '';
}

function joined(row: Row, rest: Row): Row {
  return row.map((piece, at) => {
    const more = rest[at]?.text.trim() ?? '';
    return more === '' ? piece : { ...piece, text: piece.text + more };
  });
}
