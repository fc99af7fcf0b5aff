import { amountText } from '../../base/amount.js';
import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import { type BookedAmount, type BookedRow, cellOf } from './rows.js';

/** Rows that are sums of others, and what is wrong with them. */
export interface SumRows {
  /** The rows that are booked themselves. */
  readonly booked: readonly BookedRow[];
  readonly wrong: readonly Unread[];
}

/** Takes sums out of the rows of a table, so that nothing is counted twice, and checks them. */
export function withoutSums(rows: readonly BookedRow[]): SumRows {
  const codeSums = rows.filter((row) => isCodeSum(row, rows));
  const booked = rows.filter((row) => row.sum === null && !codeSums.includes(row));
  const wrong: Unread[] = codeSums.flatMap((sum) =>
    compare(
      sum,
      booked.filter((row) => isBelow(row, sum)),
    ),
  );
  let from = 0;
  rows.forEach((row, at) => {
    if (row.sum === null) return;
    const above = (start: number) => rows.slice(start, at).filter((each) => booked.includes(each));
    const since = above(from);
    from = at + 1;
    const own = compare(row, since);
    if (own.length === 0) return;
    // A total adds up everything above it; a subtotal what stands since the last one.
    const all = compare(row, above(0));
    if (all.length > 0) wrong.push(...(row.sum === 'all' ? all : own));
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
  return (['fund', 'nature', 'project', 'income', 'kind'] as const).every((dimension) => {
    const wanted = cellOf(sum, dimension)?.text ?? '';
    return wanted === '' || wanted === cellOf(row, dimension)?.text;
  });
}

function compare(sum: BookedRow, parts: readonly BookedRow[]): readonly Unread[] {
  return sum.amounts.flatMap((printed): readonly Unread[] => {
    if (printed.amount === null) return [];
    const found = parts.flatMap((row) => amountIn(row, printed) ?? []);
    // One that cannot be read is a problem of its own; what it would add is not known.
    if (found.some(({ amount }) => amount === null)) return [];
    const total = found.reduce((value, { amount }) => value + amount!.value, 0n);
    if (total === printed.amount.value) return [];
    const { unit, value, cell } = printed;
    const shown = `${amountText(total, unit)}${unit}`;
    const label = sum.cells.find(({ text }) => text !== '')?.text ?? '';
    return [{ what: `${label}（${value}${unit}）`, why: notSum(shown), place: cell.place }];
  });
}

function notSum(shown: string): Wording {
  return {
    zh: `这一行是合计，与它上面各行之和 ${shown} 不一致；请核对有没有漏行或多行`,
    en: `this row is a sum, and the rows above it come to ${shown}; is one missing or twice?`,
  };
}

function amountIn(row: BookedRow, like: BookedAmount): BookedAmount | undefined {
  return row.amounts.find(({ column }) => column.index === like.column.index);
}
