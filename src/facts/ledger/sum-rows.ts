import { amountText } from '../../base/amount.js';
import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import { type BookedAmount, type BookedRow, cellOf, saidOf } from './rows.js';

/** Rows that are sums of others, and what is wrong with them. */
export interface SumRows {
  /** The rows that are booked themselves. */
  readonly booked: readonly BookedRow[];
  readonly wrong: readonly Unread[];
}

/**
 * Takes sums out of the rows of a table, so that nothing is counted twice, and checks them. What
 * runs through the year (本年累计) counts `before`, the rows of the tables above, too.
 */
export function withoutSums(rows: readonly BookedRow[], before: readonly BookedRow[]): SumRows {
  const codeSums = new Set(rows.filter((row) => row.sum === null && isCodeSum(row, rows)));
  const booked = rows.filter((row) => row.sum === null && !codeSums.has(row));
  const isBooked = new Set(booked);
  const wrong: Unread[] = [...codeSums].flatMap((sum) =>
    compare(
      sum,
      booked.filter((row) => isBelow(row, sum)),
    ),
  );
  let from = 0;
  rows.forEach((row, at) => {
    if (row.sum === null) return;
    const start = from;
    from = at + 1;
    const since = () => rows.slice(start, at).filter((each) => isBooked.has(each));
    const all = () => rows.slice(0, at).filter((each) => isBooked.has(each));
    const year = () => [...before, ...all()];
    const named = () => booked.filter((each) => isNamedBy(each, row));
    const own = compare(row, { 'since-last': since, all, running: year }[row.sum]());
    // A total adds up everything above it, a subtotal what stands since the last one, or what it
    // names: spreadsheets put it above or below.
    const isSum = (parts: () => readonly BookedRow[]) => compare(row, parts()).length === 0;
    if (own.length > 0 && ![since, all, named, year].some(isSum)) wrong.push(...own);
  });
  return { booked, wrong };
}

/** 类 or 款 above the 项 that the table has too. */
function isCodeSum(row: BookedRow, rows: readonly BookedRow[]): boolean {
  if (row.code.length !== 3 && row.code.length !== 5) return false;
  return rows.some((each) => isBelow(each, row));
}

/** Of the same money, as far as the sum says which. */
function isBelow(row: BookedRow, sum: BookedRow): boolean {
  if (row.code.length !== 7 || !row.code.startsWith(sum.code)) return false;
  if (sum.economic !== '' && row.economic !== sum.economic) return false;
  return isOfSame(row, sum);
}

function isNamedBy(row: BookedRow, sum: BookedRow): boolean {
  return (
    row.code.startsWith(sum.code) && row.economic.startsWith(sum.economic) && isOfSame(row, sum)
  );
}

function isOfSame(row: BookedRow, sum: BookedRow): boolean {
  return (['fund', 'nature', 'project', 'income', 'kind'] as const).every((dimension) => {
    const wanted = saidOf(sum, dimension);
    return wanted === '' || wanted === (cellOf(row, dimension)?.text ?? '').replace(/\s/g, '');
  });
}

function compare(sum: BookedRow, parts: readonly BookedRow[]): readonly Unread[] {
  return sum.amounts.flatMap((printed): readonly Unread[] => {
    if (printed.amount === null) return [];
    const found = parts.flatMap((row) => amountIn(row, printed, row.table === sum.table) ?? []);
    // One that cannot be read is a problem of its own; what it would add is not known.
    if (found.some(({ amount }) => amount === null)) return [];
    const total = found.reduce((value, { amount }) => value + amount!.value, 0n);
    if (total === printed.amount.value) return [];
    const { unit, value, cell } = printed;
    const shown = `${amountText(total, unit)}${unit}`;
    const label = sum.cells.find(({ text }) => text !== '')?.text ?? '';
    const both = { printed: value, ofRows: amountText(total, unit) };
    const what = `${label}（${value}${unit}）`;
    return [{ what, why: notSum(shown), place: cell.place, sum: both }];
  });
}

function notSum(shown: string): Wording {
  return {
    zh: `这一行是合计，与它上面各行之和 ${shown} 不一致；请核对有没有漏行或多行`,
    en: `this row is a sum, and the rows above it come to ${shown}; is one missing or twice?`,
  };
}

/** In its column, or in that of the same heading: tables of months need not be equally wide. */
function amountIn(
  row: BookedRow,
  like: BookedAmount,
  isSameTable: boolean,
): BookedAmount | undefined {
  const { index, label } = like.column;
  return row.amounts.find(({ column }) =>
    isSameTable ? column.index === index : column.label === label,
  );
}
