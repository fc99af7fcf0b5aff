import type { Amount } from '../base/amount.js';
import type { FormId, Side } from '../forms/model.js';
import type { Account, AccountRow, AccountTables, Measure } from './model.js';

/** A cell by concept. `key` is a lineId or a code. */
export interface CellAddress {
  readonly form: FormId;
  readonly key: string;
  readonly column: string;
  readonly side: Side | null;
}

export function tablesOf(account: Account, measure: Measure): AccountTables {
  return {
    reported: account.tables,
    prior: account.prior,
    budget: account.budget,
  }[measure];
}

/** The line of a form; undefined when it is not there. */
export function rowOf(
  tables: AccountTables,
  form: FormId,
  key: string,
  side: Side | null = null,
): AccountRow | undefined {
  return tables.get(form)?.rows.find((row) => row.key === key && row.side === side);
}

/** The amount of a cell; null when it is unknown: not there, or there and unread. */
export function amountAt(
  account: Account,
  { form, key, column, side }: CellAddress,
  measure: Measure = 'reported',
): Amount | null {
  const row = rowOf(tablesOf(account, measure), form, key, side);
  return row?.cells.get(column)?.amount ?? null;
}

/** Whether something stands in a cell that could not be read. */
export function isUnreadAt(account: Account, { form, key, column, side }: CellAddress): boolean {
  return rowOf(account.tables, form, key, side)?.cells.get(column)?.amount === null;
}

/** No amounts at all: published empty. What was not read is no proof of that. */
export function isEmpty(account: Account, form: FormId): boolean {
  const table = account.tables.get(form);
  if (table === undefined) return false;
  return table.rows.every((row) =>
    [...row.cells.values()].every((cell) => cell.amount?.value === 0n),
  );
}
