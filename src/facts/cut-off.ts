import { amountOf } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { CellsBlock, Loss } from '../cells/model.js';
import { formOf } from '../forms/statutory.js';
import type { DraftRow, TableDraft } from './tables/draft.js';

/** A title with nothing but its heading below it. */
const HEADING_LINES = 16;
/** What may stand between the rows of a table and the rest of it on the next page. */
const AFTER_LINES = 2;

/**
 * The table in the middle of which the file ends, or null. A file may well end with a table; it is
 * cut off when the table also lacks what its kind ends with, or rows that its totals speak of.
 */
export function cutOffTable(
  blocks: readonly CellsBlock[],
  drafts: readonly TableDraft[],
): TableDraft | null {
  const end = blocks[blocks.length - 1];
  const last = drafts[drafts.length - 1];
  if (!end || !last || last.notes.length > 0) return null;
  const lastLine =
    end.kind === 'grid' ? end.rows[end.rows.length - 1]?.[0]?.place.line : end.place.line;
  const own = Math.max(0, ...linesOf(last));
  if (own === 0) return (lastLine ?? 0) - (last.place.line ?? 0) <= HEADING_LINES ? last : null;
  return own === lastLine && isIncomplete(last) ? last : null;
}

/**
 * Tables of which a part may stand where content was lost: on a page that nobody read between their
 * rows, or right after rows that end early, or after a title without rows.
 */
export function interruptedTables(
  losses: readonly Loss[],
  drafts: readonly TableDraft[],
): readonly TableDraft[] {
  const missing = losses.flatMap((loss) => (loss.missing ? [loss.line] : []));
  if (missing.length === 0) return [];
  return drafts.filter((draft) => {
    const own = linesOf(draft);
    const start = draft.place.line ?? 0;
    const end = Math.max(start, ...own);
    return missing.some((line) => {
      if (line <= start) return false;
      if (own.length === 0) return line - start <= HEADING_LINES;
      return line <= end || (line - end <= AFTER_LINES && isIncomplete(draft));
    });
  });
}

/** Tables without lines that lack what their kind ends with: rows of them were not told apart. */
export function incompleteTables(
  inferred: ReadonlySet<number>,
  drafts: readonly TableDraft[],
): readonly TableDraft[] {
  return drafts.filter((draft) => {
    return linesOf(draft).some((line) => inferred.has(line)) && lacksTotals(draft);
  });
}

/** The lines that its values stand on. */
function linesOf({ rows }: TableDraft): number[] {
  return rows.flatMap(({ values }) => values.map(({ place }) => place.line ?? 0));
}

/** Two-sided and open forms end with their totals, or begin with them. */
function lacksTotals({ form, rows }: TableDraft): boolean {
  const [block] = formOf(form).blocks;
  if (block!.kind !== 'open' && (block!.kind !== 'fixed' || block!.side === null)) return false;
  const filled = rows.filter(({ values }) => values.some(({ text }) => parseNumeral(text)));
  return filled.length > 0 && !filled.some(({ lineId }) => lineId === 'total');
}

function isIncomplete({ form, rows }: TableDraft): boolean {
  const [block] = formOf(form).blocks;
  const has = (id: string) => rows.some(({ lineId }) => lineId === id);
  if (block!.kind === 'fixed') return !has(block!.side === null ? 'equipment' : 'total');
  if (block!.kind === 'coded') return !has('personnel-total') && !has('public-total');
  if (block!.kind === 'matrix') return !has('final') || lacksItems(rows);
  return !has('total') || lacksRows(rows);
}

/** Six items make up the three-public expenses in every edition. */
function lacksItems(rows: readonly DraftRow[]): boolean {
  const items = rows.flatMap(({ values }) => values.map(({ column }) => column.columnId));
  return new Set(items).size < 6;
}

/** A total or a parent that its printed parts fall short of. */
function lacksRows(rows: readonly DraftRow[]): boolean {
  const codes = rows.flatMap((row) => (row.code === null ? [] : [row]));
  const total = rows.find(({ lineId }) => lineId === 'total');
  const lastCode = codes[codes.length - 1]?.code;
  if (!lastCode || (lastCode.length < 7 && codes.some(({ code }) => code!.length === 7)))
    return true;
  const parents: [DraftRow, readonly DraftRow[]][] = [3, 5].flatMap((length) => {
    const parent = codes.find(({ code }) => code === lastCode.slice(0, length));
    const parts = codes.filter(
      ({ code }) => code!.length === length + 2 && code!.startsWith(lastCode.slice(0, length)),
    );
    return parent && parts.length > 0 ? [[parent, parts]] : [];
  });
  if (total) parents.push([total, codes.filter(({ code }) => code!.length === 3)]);
  return parents.some(([whole, parts]) => fallsShort(whole, parts));
}

function fallsShort(whole: DraftRow, parts: readonly DraftRow[]): boolean {
  const [said] = amounts([whole]);
  const sum = sumAmounts(amounts(parts).map((each) => [1, each] as const));
  return said !== undefined && said.value > sum.value && compareAmounts(said, sum) === 'wrong';
}

/** The first column of each row, in one unit: only sums are compared. */
function amounts(rows: readonly DraftRow[]) {
  return rows.flatMap(({ values }) => {
    const numeral = parseNumeral(values[0]?.text ?? '');
    return numeral ? [amountOf(numeral, '万元', 2)] : [];
  });
}
