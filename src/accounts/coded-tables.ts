import type { FormId } from '../forms/model.js';
import { economicGroup } from '../terms/economic.js';
import { economicName, functionName, type GivenNames } from './code-names.js';
import { type LedgerSums, NATURES, OWN_INCOMES } from './ledger-sums.js';
import type { AccountRow, AccountTable, LedgerEntry } from './model.js';
import { exactRow } from './rows.js';
import { Tally } from './tally.js';

/** A form by functional code: the columns it shows and where their sums stand. */
interface OpenTable {
  readonly form: FormId;
  readonly tally: Tally;
  /** Column of the form, column of the tally. */
  readonly columns: readonly (readonly [shown: string, summed: string])[];
  readonly year: number;
  readonly names: GivenNames;
  /** Codes that have a line even without money in these columns. */
  readonly also?: readonly string[];
}

/** The total line, then a line for each code with money in one of the columns. */
export function openTable({ form, tally, columns, year, names, also }: OpenTable): AccountTable {
  const row = (key: string, item: string) =>
    exactRow(
      null,
      key,
      item,
      columns.map(([shown, summed]) => [shown, tally.sum(key, summed)] as const),
    );
  const used = tally
    .codes()
    .filter((code) => columns.some(([, summed]) => tally.sum(code, summed) !== 0n));
  const codes = [...new Set([...used, ...(also ?? [])])].sort();
  return {
    form,
    rows: [
      row('total', '合计'),
      ...codes.map((code) => row(code, functionName(code, year, names))),
    ],
  };
}

/** Columns that are called the same in the form and in the sums. */
function same(columns: readonly string[]): (readonly [string, string])[] {
  return columns.map((column) => [column, column] as const);
}

const OF_GENERAL = [['total', 'expenditure'], ...same(['basic', 'project'])] as const;
const OF_FUNDS = same(['opening', 'income', 'expenditure', 'basic', 'project', 'closing']);

/** The five forms by functional code. */
export function functionTables(
  { income, expenditure, byFund }: LedgerSums,
  year: number,
  names: GivenNames,
): readonly AccountTable[] {
  const of = (form: FormId, tally: Tally, columns: OpenTable['columns']) =>
    openTable({ form, tally, columns, year, names });
  return [
    of('income', income, same(['current-year', 'appropriation', ...OWN_INCOMES])),
    of('expenditure', expenditure, same(['current-year', ...NATURES])),
    of('general-public-budget-expenditure', byFund['general-public-budget'], OF_GENERAL),
    ...(['government-managed-funds', 'state-capital-operations'] as const).map((fund) =>
      of(fund, byFund[fund], OF_FUNDS),
    ),
  ];
}

/**
 * 一般公共预算财政拨款基本支出决算表: `basic`, and `amount` for all expenditure of that budget.
 * Null where the books do not tell the economic code of some basic expenditure; without `amount`
 * where they do not tell it of other expenditure.
 */
export function economicTable(
  entries: readonly LedgerEntry[],
  names: GivenNames,
): AccountTable | null {
  const own = entries.filter((entry) => entry.fund === 'general-public-budget');
  const unknown = own.filter((entry) => entry.economic === null);
  if (unknown.some((entry) => entry.nature === 'basic')) return null;
  const columns = unknown.length > 0 ? ['basic'] : ['amount', 'basic'];
  const tally = new Tally();
  const groups = { personnel: new Tally(), public: new Tally() };
  for (const { economic, nature, amount } of own) {
    if (economic === null) continue;
    for (const column of nature === 'basic' ? ['amount', 'basic'] : ['amount']) {
      tally.add(economic, column, amount.value);
      groups[economicGroup(economic)].addUncoded(column, amount.value);
    }
  }
  const row = (key: string, item: string, from: Tally, at = key): AccountRow =>
    exactRow(
      null,
      key,
      item,
      columns.map((column) => [column, from.sum(at, column)] as const),
    );
  const used = tally
    .codes()
    .filter((code) => columns.some((column) => tally.sum(code, column) !== 0n));
  return {
    form: 'basic-expenditure',
    rows: [
      ...used.map((code) => row(code, economicName(code, names), tally)),
      row('personnel-total', '人员经费合计', groups.personnel, 'total'),
      row('public-total', '公用经费合计', groups.public, 'total'),
      row('total', '合计', tally),
    ],
  };
}
