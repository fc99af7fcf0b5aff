import { type Amount, amountOf, type MoneyUnit } from '../../base/amount.js';
import { halfWidth } from '../../base/label.js';
import { isDash, numeralText, parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import type { AmountColumn, Dimension } from './headings.js';
import type { LedgerTable } from './table.js';

/** An amount of a row as it stands. `amount` is null where it cannot be read. */
export interface BookedAmount {
  readonly column: AmountColumn;
  readonly unit: MoneyUnit;
  readonly amount: Amount | null;
  readonly value: string;
  readonly cell: GridCell;
  /** A merged cell over rows that book different things: how much of each is not known. */
  readonly shared: boolean;
}

/** One row of a table of the books, before its words are understood. */
export interface BookedRow {
  readonly table: LedgerTable;
  readonly cells: readonly GridCell[];
  /** Digits of the functional code; empty where there are none. */
  readonly code: string;
  readonly economic: string;
  readonly functionName: string;
  readonly economicName: string;
  readonly amounts: readonly BookedAmount[];
  /** 合计, 小计, 本年累计: a sum of the rows above it. */
  readonly sum: 'all' | 'since-last' | 'running' | null;
}

/** 合计, 本月合计, 本年累计, as a cell that says nothing else. */
const SUM =
  /^(?:本[页月年表日期]|当[前月日]|截至本月)?(合计|总计|共计|累计|小计|月计)(?:数|金额)?:?$/;

/** 2012601 汇总, 基本支出小计. */
const SUM_OF = /(?:合计|总计|小计|汇总)$/;

const DIMENSIONS_OF_SUMS: readonly Dimension[] = [
  ...(['fund', 'function', 'function-name', 'economic', 'economic-name'] as const),
  ...(['nature', 'income', 'kind'] as const),
];

/** The rows with amounts; blank amounts, repeated headings and notes are none. */
export function bookedRows(table: LedgerTable, unit: MoneyUnit): readonly BookedRow[] {
  const shared = sharedAmounts(table);
  return table.rows.flatMap((cells): BookedRow[] => {
    const amounts = amountsOf(table, cells, unit, shared);
    if (amounts.length === 0 || repeatsHeading(table, cells)) return [];
    const [code, functionName] = codeOf(cells, table, 'function', 'function-name');
    const [economic, economicName] = codeOf(cells, table, 'economic', 'economic-name');
    const sum = sumOf(table, cells);
    const row = { table, cells, code, economic, functionName, economicName, amounts, sum };
    return [row];
  });
}

/** The cell of a dimension; undefined where the table has no such column. */
export function cellOf(
  { table, cells }: Pick<BookedRow, 'table' | 'cells'>,
  dimension: Dimension,
): GridCell | undefined {
  const index = table.columns.dimensions.get(dimension);
  return index === undefined ? undefined : cells[index];
}

/** What the cell of a dimension says, without the word that makes the row a sum. */
export function saidOf(row: Pick<BookedRow, 'table' | 'cells'>, dimension: Dimension): string {
  const text = plain(cellOf(row, dimension)?.text ?? '');
  return SUM.test(text) ? '' : text.replace(SUM_OF, '');
}

function plain(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}

/** Merged amounts below which stand rows of another code or kind, by the places of their cells. */
function sharedAmounts(table: LedgerTable): ReadonlySet<GridCell['place']> {
  const owners = new Map<GridCell['place'], readonly GridCell[]>();
  const shared = new Set<GridCell['place']>();
  const told: readonly Dimension[] = [...DIMENSIONS_OF_SUMS, 'project'];
  for (const cells of table.rows) {
    for (const { index } of table.columns.amounts) {
      const cell = cells[index];
      if (cell === undefined || cell.text === '') continue;
      const owner = cell.continued === true ? owners.get(cell.place) : undefined;
      if (owner === undefined) owners.set(cell.place, cells);
      const differs = told.some((dimension) => {
        const own = cellOf({ table, cells }, dimension)?.text ?? '';
        const first = owner?.[table.columns.dimensions.get(dimension) ?? -1]?.text;
        return owner !== undefined && own !== '' && own !== first;
      });
      if (differs) shared.add(cell.place);
    }
  }
  return shared;
}

function amountsOf(
  table: LedgerTable,
  cells: readonly GridCell[],
  fallback: MoneyUnit,
  shared: ReadonlySet<GridCell['place']>,
): readonly BookedAmount[] {
  return table.columns.amounts.flatMap((column): BookedAmount[] => {
    const cell = cells[column.index];
    const text = cell?.text.trim() ?? '';
    if (cell === undefined || cell.continued === true || text === '' || isDash(text)) return [];
    const unit = column.unit ?? table.unit ?? fallback;
    const numeral = parseNumeral(unit === '元' ? text.replace(/[元¥￥]/g, '') : text);
    // What the books say is exact, however few decimals their unit leaves.
    const amount = numeral && { value: amountOf(numeral, unit).value, half: 0n };
    const value = numeral === null ? text : numeralText(numeral);
    return [{ column, unit, amount, value, cell, shared: shared.has(cell.place) }];
  });
}

function repeatsHeading({ columns }: LedgerTable, cells: readonly GridCell[]): boolean {
  return columns.amounts.some(({ index, label }) => cells[index]?.text.trim() === label);
}

/** 2130301, 2130301行政运行, [2130301]行政运行, 213 03 01; the name beside it or behind it. */
function codeOf(
  cells: readonly GridCell[],
  { columns }: LedgerTable,
  dimension: 'function' | 'economic',
  nameOf: 'function-name' | 'economic-name',
): readonly [code: string, name: string] {
  const textAt = (id: Dimension) =>
    halfWidth(cells[columns.dimensions.get(id) ?? -1]?.text.trim() ?? '');
  const text = textAt(dimension);
  const beside = textAt(nameOf);
  const found = CODE.exec(text === '' ? beside : text);
  const digits = found?.[1]?.replace(/[\s.,]/g, '') ?? '';
  const behind = found?.[2]?.trim() ?? '';
  return [digits, behind !== '' ? behind : text === '' ? '' : beside];
}

const CODE =
  /^[[（(【]?(\d{3}(?:[\s.]?\d{2}){0,2}|\d{1,3}(?:,\d{3})*)(?:\.0+)?[\]）)】]?[-—－_/、\s]*(\D.*)?$/;

/** What a merged cell says of the rows below it makes none of them a sum. */
function sumOf(table: LedgerTable, cells: readonly GridCell[]): BookedRow['sum'] {
  const own = cells.filter(({ continued }) => continued !== true);
  for (const { text } of own) {
    const word = SUM.exec(plain(text))?.[1];
    if (word === undefined) continue;
    return word === '小计' ? 'since-last' : word === '累计' ? 'running' : 'all';
  }
  const named = DIMENSIONS_OF_SUMS.some((dimension) => {
    const cell = cellOf({ table, cells }, dimension);
    return cell !== undefined && cell.continued !== true && SUM_OF.test(plain(cell.text));
  });
  return named ? 'since-last' : null;
}
