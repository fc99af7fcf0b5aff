import type { MoneyUnit } from '../../base/amount.js';
import { parseNumeral } from '../../base/numeral.js';
import type { CellsBlock, CellsDocument, Grid, GridCell } from '../../cells/model.js';
import { declaredEntity, declaredUnit, matchTitle } from '../tables/headings.js';
import { areOfLedger, type Heading, type LedgerColumns, ledgerColumns } from './headings.js';
import type { Fund, LedgerLine } from './model.js';
import { fundOf, lineKindOf } from './words.js';

/** A table of the books: what its columns are, and what its title says of all its lines. */
export interface LedgerTable {
  readonly columns: LedgerColumns;
  /** Of the lowest row of headings. */
  readonly heading: readonly GridCell[];
  readonly rows: readonly (readonly GridCell[])[];
  /** What a line is where no column tells. */
  readonly kind: LedgerLine['kind'] | null;
  /** Whose money it is where no column tells. */
  readonly fund: Fund | null;
  readonly unit: MoneyUnit | null;
  /** Its name; null in files without sheets. */
  readonly sheet: string | null;
}

/** The tables of the books, and everything else. */
export interface LedgerTables {
  readonly tables: readonly LedgerTable[];
  readonly rest: readonly CellsBlock[];
}

/** Rows of a sheet in which its headings are looked for. */
const HEADING_ROWS = 6;

/** Most rows that make one heading. */
const HEADING_HEIGHT = 3;

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
    const table = tableOf(block, title, sheet);
    const before = tables.at(-1);
    if (table !== null) {
      tables.push(table);
      last = { width, sheet };
    } else if (before && above.length === 0 && last?.sheet === sheet && last.width === width) {
      // The rest of the table above: an empty row is between them, no heading.
      tables.push({ ...before, rows: filledDown(block.rows) });
    } else {
      rest.push(block);
      last = null;
    }
    above = [];
  }
  return { tables, rest };
}

/** The sheet that a block stands in; null in files without sheets. */
export function sheetOf({ spans }: CellsDocument, block: CellsBlock): string | null {
  const cell = block.kind === 'line' ? block : block.rows[0]?.[0];
  const line = cell?.place.line ?? null;
  return line === null ? null : (spans?.[line - 1]?.[0]?.address.sheet ?? null);
}

function tableOf(grid: Grid, title: readonly string[], sheet: string | null): LedgerTable | null {
  // 基本支出决算表 has codes, names and amounts too.
  if (title.some((text) => matchTitle(text) !== null)) return null;
  const found = headedColumns(grid, areOfLedger);
  if (found === null) return null;
  const { columns, heading, rows } = found;
  const said = [...title, ...found.above].filter((text) => text.trim() !== '');
  const named = withoutNames(said);
  return {
    columns,
    heading,
    rows: filledDown(rows),
    kind: firstOf(named, kindInTitle),
    fund: firstOf(named, fundOf),
    unit: firstOf(said, declaredUnit),
    sheet,
  };
}

/** The columns of a table by its headings, with what stands above and below these. */
export interface HeadedColumns extends Pick<LedgerTable, 'columns' | 'heading' | 'rows'> {
  readonly above: readonly string[];
}

/** The first headings of a table that are as wanted; none in a statutory table. */
export function headedColumns(
  { rows: printed }: Grid,
  isWanted: (columns: LedgerColumns) => boolean,
): HeadedColumns | null {
  const first = printed.slice(0, HEADING_ROWS).map((row) => row[0]?.text ?? '');
  if (first.some((text) => matchTitle(text) !== null)) return null;
  for (let at = 0; at < Math.min(HEADING_ROWS, printed.length - 1); at += 1) {
    const height = heightOf(printed, at);
    const headings = headingsOf(printed.slice(at, at + height));
    const columns = ledgerColumns(headings);
    if (!isWanted(columns)) continue;
    return {
      columns,
      heading: headings.map(({ cell }) => cell),
      rows: printed.slice(at + height),
      above: printed.slice(0, at).flatMap((row) => row.map(({ text }) => text)),
    };
  }
  return null;
}

/** A merged cell is one value for all the rows that it covers. */
function filledDown(rows: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] {
  const filled: (readonly GridCell[])[] = [];
  for (const row of rows) {
    const above = filled.at(-1);
    filled.push(
      row.map((cell, index) => {
        const over = cell.continued === true ? above?.[index] : undefined;
        return over === undefined ? cell : { ...over, continued: true };
      }),
    );
  }
  return filled;
}

/** How many rows make one heading: below some of its cells stand others, of words alone. */
function heightOf(rows: readonly (readonly GridCell[])[], at: number): number {
  if (!namesColumns(rows[at] ?? [])) return 1;
  let height = 1;
  while (height < HEADING_HEIGHT && at + height < rows.length - 1) {
    if (!isBelow(rows[at + height]!, rows[at + height - 1]!)) break;
    height += 1;
  }
  return height;
}

/** Whether a row has headings of books in it: a title above has none. */
function namesColumns(row: readonly GridCell[]): boolean {
  const { dimensions, amounts } = ledgerColumns(headingsOf([row]));
  return dimensions.size + amounts.length >= 2;
}

/** Each cell with words in it stands below one that takes the columns beside it too. */
function isBelow(row: readonly GridCell[], above: readonly GridCell[]): boolean {
  let found = false;
  for (const [index, { text, continued }] of row.entries()) {
    if (text.trim() === '' || continued === true) continue;
    if (/^[\d.,-]/.test(text.trim()) || parseNumeral(text.trim()) !== null) return false;
    const spans = above[index]!.text.trim() === '' || above[index + 1]?.text.trim() === '';
    if (!spans) return false;
    found = true;
  }
  return found;
}

/** Rows that make one heading: the upper ones stand for the columns that they cover. */
function headingsOf(rows: readonly (readonly GridCell[])[]): readonly Heading[] {
  const [first = [], ...more] = rows;
  return more.reduce<readonly Heading[]>(
    (above, row) => {
      let group = '';
      return row.map((cell, index): Heading => {
        const over = above[index]!;
        const own = `${over.group}${over.cell.text}`;
        if (own !== '') group = own;
        return cell.text.trim() === '' || cell.continued === true ? over : { cell, group };
      });
    },
    first.map((cell) => ({ cell, group: '' })),
  );
}

/** What is said of the table: names of bodies may have 国有资本 or 收入 in them. */
function withoutNames(said: readonly string[]): readonly string[] {
  const names = said.flatMap((text) => declaredEntity(text) ?? []);
  return said
    .filter((text) => declaredEntity(text) === null)
    .map((text) => names.reduce((left, name) => left.replaceAll(name, ''), text));
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
