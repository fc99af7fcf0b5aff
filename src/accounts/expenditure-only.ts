import type { FormId } from '../forms/model.js';
import type { AccountRow, AccountTable } from './model.js';

/** Lines of the expenditure side that follow from the balances too. */
const OF_BALANCES = /^(?:surplus-distribution|closing-|total$)/;

const TWO_SIDED: ReadonlySet<FormId> = new Set([
  ...(['income-expenditure-summary', 'appropriation-summary'] as const),
]);

const BY_FUND: ReadonlySet<FormId> = new Set([
  ...(['government-managed-funds', 'state-capital-operations'] as const),
]);

const SPENT: readonly string[] = ['expenditure', 'basic', 'project'];

/**
 * What of a table follows from books of expenditure without income: what came in, and what adds it
 * up, is not known, which is not nothing. `hasBalances`: they tell what was there and what is left.
 */
export function ofExpenditure(table: AccountTable, hasBalances: boolean): readonly AccountTable[] {
  const { form, rows } = table;
  if (form === 'income') return [];
  if (TWO_SIDED.has(form)) {
    const isKnown = ({ side, key }: AccountRow) =>
      side === '支出'
        ? hasBalances || !OF_BALANCES.test(key)
        : hasBalances && /^(?:opening-|use-of-surplus)/.test(key);
    return [{ form, rows: rows.map((row) => (isKnown(row) ? row : unknown(row))) }];
  }
  if (!BY_FUND.has(form)) return [table];
  const columns = hasBalances ? [...SPENT, 'opening', 'closing'] : SPENT;
  const kept = rows.map((row) => ({
    ...row,
    cells: new Map([...row.cells].filter(([column]) => columns.includes(column))),
  }));
  // Nothing was spent, and whether anything came in is not known: no empty table.
  const isUsed = kept.some(({ cells }) =>
    [...cells.values()].some(({ amount }) => amount?.value !== 0n),
  );
  return isUsed ? [{ form, rows: kept }] : [];
}

function unknown(row: AccountRow): AccountRow {
  return { ...row, cells: new Map() };
}
