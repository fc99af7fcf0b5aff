import type { MoneyUnit } from '../../base/amount.js';
import type { CellsBlock, CellsDocument, Grid, GridCell } from '../../cells/model.js';
import { declaredUnit, matchTitle } from '../tables/headings.js';
import { areOfLedger, type LedgerColumns, ledgerColumns } from './headings.js';
import type { Fund, LedgerLine } from './model.js';
import { fundOf, lineKindOf } from './words.js';

/** A table of the books: what its columns are, and what its title says of all its lines. */
export interface LedgerTable {
  readonly columns: LedgerColumns;
  readonly rows: readonly (readonly GridCell[])[];
  /** What a line is where no column tells. */
  readonly kind: LedgerLine['kind'] | null;
  /** Whose money it is where no column tells. */
  readonly fund: Fund | null;
  readonly unit: MoneyUnit | null;
}

/** The tables of the books, and everything else. */
export interface LedgerTables {
  readonly tables: readonly LedgerTable[];
  readonly rest: readonly CellsBlock[];
}

/** Rows of a sheet in which its headings are looked for. */
const HEADING_ROWS = 6;

/** Lines above a table that may name it. */
const TITLE_LINES = 6;

/** Finds the tables of books by their headings. */
export function ledgerTables(document: CellsDocument): LedgerTables {
  const tables: LedgerTable[] = [];
  const rest: CellsBlock[] = [];
  let above: string[] = [];
  let sheet: string | null = null;
  let last: { readonly width: number; readonly sheet: string | null } | null = null;
  for (const block of document.blocks) {
    const own = sheetOf(document, block);
    if (own !== sheet) above = [];
    sheet = own;
    if (block.kind === 'line') {
      above.push(block.text);
      rest.push(block);
      continue;
    }
    const title = [...above.slice(-TITLE_LINES), sheet ?? ''];
    const width = block.rows[0]?.length ?? 0;
    const table = tableOf(block, title);
    const before = tables.at(-1);
    if (table !== null) {
      tables.push(table);
      last = { width, sheet };
    } else if (before && above.length === 0 && last?.sheet === sheet && last.width === width) {
      // The rest of the table above: an empty row is between them, no heading.
      tables.push({ ...before, rows: block.rows });
    } else {
      rest.push(block);
      last = null;
    }
    above = [];
  }
  return { tables, rest };
}

function sheetOf({ spans }: CellsDocument, block: CellsBlock): string | null {
  const cell = block.kind === 'line' ? block : block.rows[0]?.[0];
  const line = cell?.place.line ?? null;
  return line === null ? null : (spans?.[line - 1]?.[0]?.address.sheet ?? null);
}

function tableOf({ rows }: Grid, title: readonly string[]): LedgerTable | null {
  const above = [...title, ...rows.slice(0, HEADING_ROWS).map((row) => row[0]?.text ?? '')];
  // 基本支出决算表 has codes, names and amounts too.
  if (above.some((text) => matchTitle(text) !== null)) return null;
  for (let at = 0; at < Math.min(HEADING_ROWS, rows.length - 1); at += 1) {
    for (const height of [1, 2]) {
      const columns = ledgerColumns(headingsOf(rows.slice(at, at + height)));
      if (!areOfLedger(columns)) continue;
      const said = [
        ...title,
        ...rows.slice(0, at).flatMap((row) => row.map(({ text }) => text)),
      ].filter((text) => text.trim() !== '');
      return {
        columns,
        rows: rows.slice(at + height),
        kind: firstOf(said, kindInTitle),
        fund: firstOf(said, fundOf),
        unit: firstOf(said, declaredUnit),
      };
    }
  }
  return null;
}

/** Two rows make one heading: the upper one stands for the columns that it covers. */
function headingsOf(rows: readonly (readonly GridCell[])[]): readonly string[] {
  const [upper = [], lower] = rows;
  if (lower === undefined) return upper.map(({ text }) => text);
  let group = '';
  return lower.map(({ text }, index) => {
    const over = upper[index]?.text ?? '';
    if (over !== '') group = over;
    return text === '' ? over : `${group}${text}`;
  });
}

/** 收入支出明细账 names both, so each line has to tell for itself. */
function kindInTitle(text: string): LedgerLine['kind'] | null {
  if (/收入.*支出|收支/.test(text) || text.length > 40) return null;
  return lineKindOf(text);
}

/** The nearest text above the table that says something. */
function firstOf<Meaning>(
  texts: readonly string[],
  meaning: (text: string) => Meaning | null,
): Meaning | null {
  for (const text of [...texts].reverse()) {
    const found = meaning(text);
    if (found !== null) return found;
  }
  return null;
}
