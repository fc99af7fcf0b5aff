import type { CellFact } from '../facts/model.js';
import { threePublicBudget } from './budget-tables.js';
import type { Account, AccountRow, AccountTable } from './model.js';
import { tablesFrom } from './rows.js';

/** The account with cells of its tables as they are printed; a line that it lacks is added. */
export function withPrintedCells(account: Account, printed: readonly CellFact[]): Account {
  if (printed.length === 0) return account;
  const rows = new Map([...account.tables].map(([form, table]) => [form, table.rows]));
  for (const cell of printed) {
    rows.set(cell.form, withCell(rows.get(cell.form) ?? [], cell));
  }
  const tables = tablesFrom([...rows].map(([form, own]): AccountTable => ({ form, rows: own })));
  const changesBudget = printed.some(({ lineId }) => lineId === 'budget');
  const budgets = changesBudget ? tablesFrom(threePublicBudget(tables)) : [];
  return { ...account, tables, budget: new Map([...account.budget, ...budgets]) };
}

function withCell(rows: readonly AccountRow[], cell: CellFact): readonly AccountRow[] {
  const { side, item, columnId, amount } = cell;
  const key = cell.lineId ?? cell.code;
  if (key === null || columnId === null || amount === null) return rows;
  const at = rows.findIndex((row) => row.key === key && row.side === side);
  const row = rows[at] ?? { side, key, item, cells: new Map() };
  const cells = new Map([...row.cells, [columnId, { amount, source: null }]]);
  const changed = { ...row, cells };
  if (at >= 0) return rows.with(at, changed);
  // Codes ascend; other lines stand where their form has them.
  const after = rows.findIndex(
    (other) => /^\d/.test(key) && /^\d/.test(other.key) && other.key > key,
  );
  return rows.toSpliced(after < 0 ? rows.length : after, 0, changed);
}
