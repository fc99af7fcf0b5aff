import type { PageItem } from './page-items.js';
import { cellText, type PageTable, type TableCell } from './page-table.js';
import { linesOf } from './visual-lines.js';

/** Edges of a table that goes on stand where they stood; points. */
const SAME_EDGE = 3;
const MOST_HEADING_ROWS = 6;

/** Puts tables that go on over pages into one item, where the first of them stands. */
export function joinedTables(pages: readonly (readonly PageItem[])[]): PageItem[][] {
  const joined: PageItem[][] = [];
  /** The last item so far, if it is a table: page and index in `joined`. */
  let open: { readonly page: number; readonly at: number } | null = null;
  for (const items of pages) {
    const own = [...items];
    const [first] = own;
    if (open !== null && first?.kind === 'table') {
      const before: PageItem = joined[open.page]![open.at]!;
      const goesOn = before.kind === 'table' ? continued(before.tables, first.tables[0]!) : null;
      if (goesOn !== null) {
        joined[open.page]![open.at] = { kind: 'table', tables: goesOn };
        own.shift();
      }
    }
    joined.push(own);
    if (own.length > 0) {
      open = own.at(-1)!.kind === 'table' ? { page: joined.length - 1, at: own.length - 1 } : null;
    } else if (items.length === 0) {
      open = null;
    }
  }
  return joined;
}

/** A table with the one that goes on with it on the next page; null for a new table. */
function continued(before: readonly PageTable[], next: PageTable): readonly PageTable[] | null {
  const part = continuation(before, next);
  if (part === null) return null;
  const last = before.at(-1)!;
  const [open, rest] = [last.rows.at(-1), part.rows[0]];
  if (open === undefined || rest === undefined || !isRestOf(rest, open)) return [...before, part];
  const whole = open.map((cell, at) => ({ ...cell, words: [...cell.words, ...rest[at]!.words] }));
  const rows = [...last.rows.slice(0, -1), whole];
  return [...before.slice(0, -1), { ...last, rows }, { ...part, rows: part.rows.slice(1) }];
}

/**
 * A row that the page's end cut through: below are only words, each below words that had no more
 * room in their cell, in a row that has its numbers already.
 */
function isRestOf(rest: readonly TableCell[], open: readonly TableCell[]): boolean {
  const filled = rest.flatMap((cell, at) => (cell.words.length > 0 ? [at] : []));
  if (filled.length === 0 || filled.length === rest.length) return false;
  if (!open.some(({ words }) => NUMBER.test(cellText(words)))) return false;
  return filled.every((at) => {
    const text = cellText(rest[at]!.words);
    return !NUMBER.test(text) && !STARTS.test(text) && isFilled(open[at]!);
  });
}

const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;
/** What begins a row of its own. */
const STARTS = /^(?:[一二三四五六七八九十]+、|[（(]|\d|其中|合\s*计|总\s*计|小\s*计|本年|年[初末])/;

/** Its last line leaves no room for another character. */
function isFilled({ words, right }: TableCell): boolean {
  const last = linesOf(words).at(-1);
  return last !== undefined && last.right + 1.6 * last.size > right;
}

/** The rows that go on with a table, without the heading they repeat; null for a new table. */
function continuation(before: readonly PageTable[], next: PageTable): PageTable | null {
  const last = before.at(-1)!;
  if (!last.ruled || !next.ruled || next.page !== last.page + 1) return null;
  if (last.edges.length !== next.edges.length) return null;
  const shift = next.edges[0]! - last.edges[0]!;
  const same = next.edges.every((at, i) => Math.abs(at - last.edges[i]! - shift) < SAME_EDGE);
  if (!same || isTitleRow(next.rows[0]!)) return null;
  const heading = new Set(before[0]!.rows.slice(0, MOST_HEADING_ROWS).map(rowText));
  let start = 0;
  while (start < next.rows.length && heading.has(rowText(next.rows[start]!))) start += 1;
  return { ...next, rows: next.rows.slice(start) };
}

/** A row that is one cell from side to side with words in it. */
function isTitleRow(row: readonly TableCell[]): boolean {
  const [first] = row;
  return first!.words.length > 0 && first!.right === row.at(-1)!.right && row.length > 1;
}

function rowText(row: readonly TableCell[]): string {
  return row.map(({ words }) => cellText(words).replace(/\s+/g, '')).join('\t');
}
