import type { AlignedRegion } from './aligned-region.js';
import { continuedRegion } from './aligned-table.js';
import type { PageItem } from './page-items.js';
import { cellText, type PageTable, type TableCell } from './page-table.js';

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
    const before = open === null ? undefined : joined[open.page]![open.at]!;
    const whole = before === undefined || first === undefined ? null : joinedItem(before, first);
    if (open !== null && whole !== null) {
      joined[open.page]![open.at] = whole;
      own.shift();
    }
    joined.push(own);
    if (own.length > 0) {
      open = own.at(-1)!.kind !== 'line' ? { page: joined.length - 1, at: own.length - 1 } : null;
    } else if (items.length === 0) {
      open = null;
    }
  }
  return joined;
}

/** An item with the one that goes on with it on the next page; null where that is a new one. */
function joinedItem(before: PageItem, next: PageItem): PageItem | null {
  if (before.kind === 'table' && next.kind === 'table') {
    const part = continuation(before.tables, next.tables[0]!);
    return part === null ? null : { kind: 'table', tables: [...before.tables, part] };
  }
  if (before.kind !== 'region' || next.kind !== 'region') return null;
  const [first, last] = [before.regions[0]!, before.regions.at(-1)!];
  const [region] = next.regions as readonly [AlignedRegion];
  const part = region.page === last.page + 1 ? continuedRegion(first, region) : null;
  return part === null ? null : { kind: 'region', regions: [...before.regions, part] };
}

/** The rows that go on with a table, without the heading they repeat; null for a new table. */
function continuation(before: readonly PageTable[], part: PageTable): PageTable | null {
  const last = before.at(-1)!;
  if (!last.ruled || !part.ruled || part.page !== last.page + 1) return null;
  const next = spread(part, last);
  if (last.edges.length !== next.edges.length) return null;
  const shift = next.edges[0]! - last.edges[0]!;
  const same = next.edges.every((at, i) => Math.abs(at - last.edges[i]! - shift) < SAME_EDGE);
  if (!same || isTitleRow(next.rows[0]!)) return null;
  const headings = before[0]!.rows.slice(0, MOST_HEADING_ROWS).map(textsOf);
  let start = 0;
  while (start < next.rows.length && isRepeated(textsOf(next.rows[start]!), headings)) start += 1;
  return { ...next, rows: next.rows.slice(start) };
}

/** Rows of a table that stand on its last page by themselves, at most. */
const LAST_ROWS = 3;

/**
 * The last rows of a table, its totals, may all have merged cells: the lines between the columns
 * that they cover are not there to see. Such rows in the columns of the table; others unchanged.
 */
function spread(part: PageTable, last: PageTable): PageTable {
  if (part.edges.length >= last.edges.length || part.rows.length > LAST_ROWS) return part;
  const shift = part.edges[0]! - last.edges[0]!;
  const columns = part.edges.map((edge) => {
    return last.edges.findIndex((other) => Math.abs(edge - other - shift) < SAME_EDGE);
  });
  if (columns.includes(-1) || columns.at(-1) !== last.edges.length - 1) return part;
  const rows = part.rows.map((row) =>
    row.flatMap((cell, at) => {
      const covered = columns[at + 1]! - columns[at]! - 1;
      return [cell, ...Array.from({ length: covered }, () => ({ ...cell, words: [] }))];
    }),
  );
  return { ...part, edges: last.edges.map((edge) => edge + shift), rows };
}

/** A row that is one cell from side to side with words in it. */
function isTitleRow(row: readonly TableCell[]): boolean {
  const [first] = row;
  return first!.words.length > 0 && first!.right === row.at(-1)!.right && row.length > 1;
}

function textsOf(row: readonly TableCell[]): string[] {
  return row.map(({ words }) => cellText(words).replace(/\s+/g, ''));
}

/** Cells of a repeated heading that may be printed differently: one of three. */
const ALIKE = 2 / 3;

/** A row of words that stood in the heading, or nearly so; an index row repeats exactly. */
function isRepeated(row: readonly string[], headings: readonly (readonly string[])[]): boolean {
  const filled = row.flatMap((text, at) => (text === '' ? [] : [at]));
  const words = filled.every((at) => !/^[-\d,.%—]+$/.test(row[at]!));
  return headings.some((heading) => {
    const same = filled.filter((at) => heading[at] === row[at]).length;
    const all = Math.max(filled.length, heading.filter((text) => text !== '').length);
    return same === all || (words && all >= 3 && same >= ALIKE * all);
  });
}
