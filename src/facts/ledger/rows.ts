import { type Amount, amountOf, type MoneyUnit } from '../../base/amount.js';
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
  /** 合计, 小计: a sum of the rows above it. */
  readonly sum: 'all' | 'since-last' | null;
}

const SUM_WORDS = /^(?:本[页月年表])?(合计|总计|共计|累计|小计)(?:数|金额)?$/;

/** The rows with amounts; blank amounts, repeated headings and notes are none. */
export function bookedRows(table: LedgerTable, unit: MoneyUnit): readonly BookedRow[] {
  return table.rows.flatMap((cells): BookedRow[] => {
    const amounts = amountsOf(table, cells, unit);
    if (amounts.length === 0 || repeatsHeading(table, cells)) return [];
    const [code, functionName] = codeOf(cells, table, 'function', 'function-name');
    const [economic, economicName] = codeOf(cells, table, 'economic', 'economic-name');
    const sum = code === '' ? sumOf(cells) : null;
    const row = { table, cells, code, economic, functionName, economicName, amounts, sum };
    return [row];
  });
}

/** The cell of a dimension; undefined where the table has no such column. */
export function cellOf({ table, cells }: BookedRow, dimension: Dimension): GridCell | undefined {
  const index = table.columns.dimensions.get(dimension);
  return index === undefined ? undefined : cells[index];
}

function amountsOf(
  table: LedgerTable,
  cells: readonly GridCell[],
  fallback: MoneyUnit,
): readonly BookedAmount[] {
  return table.columns.amounts.flatMap((column): BookedAmount[] => {
    const cell = cells[column.index];
    const text = cell?.text.trim() ?? '';
    if (cell === undefined || text === '' || isDash(text)) return [];
    const unit = column.unit ?? table.unit ?? fallback;
    const numeral = parseNumeral(text.replace(/[元¥￥]/g, ''));
    // What the books say is exact, however few decimals their unit leaves.
    const amount = numeral && { value: amountOf(numeral, unit).value, half: 0n };
    const value = numeral === null ? text : numeralText(numeral);
    return [{ column, unit, amount, value, cell }];
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
  const text = cells[columns.dimensions.get(dimension) ?? -1]?.text.trim() ?? '';
  const beside = cells[columns.dimensions.get(nameOf) ?? -1]?.text.trim() ?? '';
  const found = CODE.exec(text === '' ? beside : text);
  const digits = found?.[1]?.replace(/[\s.,]/g, '') ?? '';
  const behind = found?.[2]?.trim() ?? '';
  return [digits, behind !== '' ? behind : text === '' ? '' : beside];
}

const CODE =
  /^[[（(【]?(\d{3}(?:[\s.]?\d{2}){0,2}|\d{1,3}(?:,\d{3})*)(?:\.0+)?[\]）)】]?[-—－_/、\s]*(\D.*)?$/;

function sumOf(cells: readonly GridCell[]): BookedRow['sum'] {
  for (const { text } of cells) {
    const word = SUM_WORDS.exec(text.replace(/\s/g, ''))?.[1];
    if (word !== undefined) return word === '小计' ? 'since-last' : 'all';
  }
  return null;
}
