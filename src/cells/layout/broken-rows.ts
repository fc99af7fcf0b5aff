import type { CellPiece } from './page-table.js';

type Row = readonly CellPiece[];

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
 * The end of a row that the page cut: words below words that had no more room, in a row that has
 * its amounts; or nothing where every other row of the table has something.
 */
function isRest(first: Row, last: Row, rows: readonly Row[]): boolean {
  const filled = first.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]));
  const words = filled.every((at) => !/^[-\d,.%]+$/.test(first[at]!.text.trim()));
  const heading = new Set(rows.slice(0, HEADING_ROWS).flatMap((row) => row.map(wordsOf)));
  if (filled.every((at) => heading.has(wordsOf(first[at]!)))) return false;
  if (filled.length === 0 || !words || !filled.every((at) => isFilled(last, at))) return false;
  const full = filled.every((at) => last[at]!.full && !STARTS.test(first[at]!.text));
  if (full && last.some(({ text }) => AMOUNT.test(text))) return true;
  const body = rows.slice(Math.min(HEADING_ROWS, rows.length >> 1));
  return first.some((_, at) => {
    if (isFilled(first, at) || !isFilled(last, at)) return false;
    return body.filter((row) => isFilled(row, at)).length >= FILLED * body.length;
  });
}

const AMOUNT = /^-?[\d,]+\.\d+$/;
/** What begins a row of its own. */
const STARTS = /^(?:[一二三四五六七八九十]+、|[（(]|\d|其中|合\s*计|总\s*计|小\s*计|本年|年[初末])/;

function wordsOf({ text }: CellPiece): string {
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
