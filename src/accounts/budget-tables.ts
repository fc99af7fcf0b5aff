import { FUNCTION_LINES } from '../forms/function-lines.js';
import { openTable } from './coded-tables.js';
import { APPROPRIATION_FUNDS, NATURES } from './ledger-sums.js';
import type { AccountRow, AccountTable, AccountTables, Ledger } from './model.js';
import { exactRow, tablesFrom } from './rows.js';
import { Tally } from './tally.js';

type AppropriationFund = (typeof APPROPRIATION_FUNDS)[number];

/**
 * 年初预算 in the shape of the tables: expenditure by code and nature of each appropriation, its
 * sums by class and fund; all expenditure where the books budget own money too or spend none. A
 * code that was spent on and not budgeted for has a budget of zero. The budget of 三公 expenses
 * stands where their final amount stands. Empty where no budget is known.
 */
export function budgetTables(ledger: Ledger, year: number, reported: AccountTables): AccountTables {
  const threePublic = threePublicBudget(reported);
  if (ledger.budgets.length === 0) return tablesFrom(threePublic);
  const { all, byFund } = sumBudgets(ledger);
  const names = ledger.names;
  const also = (form: AccountTable['form']) =>
    (reported.get(form)?.rows ?? []).map((row) => row.key).filter((key) => key !== 'total');
  const of = (
    form: AccountTable['form'],
    tally: Tally,
    columns: readonly (readonly [string, string])[],
  ) => openTable({ form, tally, columns, year, names, also: also(form) });
  const same = (columns: readonly string[]) => columns.map((column) => [column, column] as const);
  const tables = [
    ...(coversOwn(ledger)
      ? [of('expenditure', all, [['current-year', 'total'], ...same(NATURES)])]
      : []),
    appropriationBudget(byFund, reported),
    of(
      'general-public-budget-expenditure',
      byFund['general-public-budget'],
      same(['total', 'basic', 'project']),
    ),
    ...(['government-managed-funds', 'state-capital-operations'] as const).map((fund) =>
      of(fund, byFund[fund], [['expenditure', 'total'], ...same(['basic', 'project'])]),
    ),
  ];
  return tablesFrom([...tables, ...threePublic]);
}

function sumBudgets({ budgets }: Ledger) {
  const all = new Tally();
  const byFund: Readonly<Record<AppropriationFund, Tally>> = {
    'general-public-budget': new Tally(),
    'government-managed-funds': new Tally(),
    'state-capital-operations': new Tally(),
  };
  for (const { fund, function: code, nature, amount } of budgets) {
    for (const tally of fund === 'own' ? [all] : [all, byFund[fund]]) {
      tally.add(code, nature, amount.value);
      tally.add(code, 'total', amount.value);
    }
  }
  return { all, byFund };
}

/** Whether the budgets are those of all expenditure: own money was budgeted, or none was spent. */
function coversOwn({ budgets, entries }: Ledger): boolean {
  return budgets.some(({ fund }) => fund === 'own') || entries.every(({ fund }) => fund !== 'own');
}

function appropriationBudget(
  byFund: Readonly<Record<AppropriationFund, Tally>>,
  reported: AccountTables,
): AccountTable {
  const amounts = (key: string): [string, bigint][] => {
    const each = APPROPRIATION_FUNDS.map((fund): [string, bigint] => [
      fund,
      byFund[fund].sum(key, 'total'),
    ]);
    return [['total', each.reduce((sum, [, value]) => sum + value, 0n)], ...each];
  };
  const printed = new Set(
    (reported.get('appropriation-summary')?.rows ?? []).map((row) => `${row.side}${row.key}`),
  );
  const classes = FUNCTION_LINES.flatMap(({ id, label, code }): AccountRow[] => {
    const own = amounts(code!);
    const known = printed.has(`支出${id}`) || own[0]![1] !== 0n;
    return known ? [exactRow('支出', id, label, own)] : [];
  });
  const total = exactRow('支出', 'current-expenditure', '本年支出合计', amounts('total'));
  return { form: 'appropriation-summary', rows: [...classes, total] };
}

/** The budget of 三公 expenses where their final amount stands; none where it is not known. */
export function threePublicBudget(reported: AccountTables): readonly AccountTable[] {
  const form = 'three-public-expenses';
  const row = reported.get(form)?.rows.find(({ key }) => key === 'budget');
  return row ? [{ form, rows: [{ ...row, key: 'final' }] }] : [];
}
