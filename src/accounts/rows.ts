import type { FormId, Side } from '../forms/model.js';
import type { AccountCell, AccountRow, AccountTable, AccountTables } from './model.js';

/** An exact cell that explains itself: a sum of the ledger. Scale of `Amount.value`. */
export function exactCell(value: bigint): AccountCell {
  return { amount: { value, half: 0n }, source: null };
}

/** A line with exact amounts by column. */
export function exactRow(
  side: Side | null,
  key: string,
  item: string,
  amounts: readonly (readonly [column: string, value: bigint])[],
): AccountRow {
  const cells = new Map(amounts.map(([column, value]) => [column, exactCell(value)]));
  return { side, key, item, cells };
}

/** Tables by their form, in the given order. */
export function tablesFrom(tables: readonly AccountTable[]): AccountTables {
  return new Map<FormId, AccountTable>(tables.map((table) => [table.form, table]));
}
