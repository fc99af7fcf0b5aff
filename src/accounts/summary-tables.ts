import { FUNCTION_LINES } from '../forms/function-lines.js';
import type { FormId, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { functionName, type GivenNames } from './code-names.js';
import { APPROPRIATION_FUNDS, type LedgerSums, OWN_INCOMES } from './ledger-sums.js';
import type { AccountRow, AccountTable } from './model.js';
import { exactRow } from './rows.js';

const SUMMARY = 'income-expenditure-summary';
const APPROPRIATION = 'appropriation-summary';
const FUNDS = [...APPROPRIATION_FUNDS, 'own'] as const;

/** 收入支出决算总表. */
export function summaryTable(sums: LedgerSums, year: number, names: GivenNames): AccountTable {
  const { income, expenditure, byFund } = sums;
  const over = (column: string) =>
    FUNDS.reduce((total, fund) => total + byFund[fund].sum('total', column), 0n);
  const incomes: [string, bigint][] = [
    ['appropriation', income.sum('total', 'appropriation')],
    ...APPROPRIATION_FUNDS.map((fund): [string, bigint] => [
      fund,
      byFund[fund].sum('total', 'income'),
    ]),
    ...OWN_INCOMES.map((kind): [string, bigint] => [kind, income.sum('total', kind)]),
    ['current-income', income.sum('total', 'current-year')],
    ['use-of-surplus', over('use-of-surplus')],
    ['opening-balance', over('opening')],
  ];
  const totalIncome =
    income.sum('total', 'current-year') + over('use-of-surplus') + over('opening');
  const spent = expenditure.sum('total', 'current-year');
  const others: [string, bigint][] = [
    ['current-expenditure', spent],
    ['surplus-distribution', over('surplus-distribution')],
    ['closing-balance', over('closing')],
    ['total', spent + over('surplus-distribution') + over('closing')],
  ];
  const line = (side: Side) => lineOf(SUMMARY, side);
  return {
    form: SUMMARY,
    rows: [
      ...[...incomes, ['total', totalIncome] as const].map(([key, value]) =>
        exactRow('收入', key, line('收入')(key), [['amount', value]]),
      ),
      ...functionRows({
        codes: expenditure.codes(),
        amounts: (code) => [['amount', expenditure.sum(code, 'current-year')]],
        nameOf: (code) => functionName(code, year, names),
      }),
      ...others.map(([key, value]) =>
        exactRow('支出', key, line('支出')(key), [['amount', value]]),
      ),
    ],
  };
}

/** 财政拨款收入支出决算总表, with the balances of each fund. */
export function appropriationTable(
  { byFund }: LedgerSums,
  year: number,
  names: GivenNames,
): AccountTable {
  const of = (fund: (typeof APPROPRIATION_FUNDS)[number], column: string, key = 'total') =>
    byFund[fund].sum(key, column);
  const over = (column: string) =>
    APPROPRIATION_FUNDS.reduce((total, fund) => total + of(fund, column), 0n);
  const byColumn = (column: string, key = 'total'): [string, bigint][] => {
    const each = APPROPRIATION_FUNDS.map((fund): [string, bigint] => [fund, of(fund, column, key)]);
    return [['total', each.reduce((total, [, value]) => total + value, 0n)], ...each];
  };
  const incomes: [string, bigint][] = [
    ...APPROPRIATION_FUNDS.map((fund): [string, bigint] => [fund, of(fund, 'income')]),
    ['current-income', over('income')],
    ['opening-balance', over('opening')],
    ...APPROPRIATION_FUNDS.map((fund): [string, bigint] => [
      `opening-${fund}`,
      of(fund, 'opening'),
    ]),
    ['total', over('income') + over('opening')],
  ];
  const spent = byColumn('expenditure');
  const closing = byColumn('closing');
  const expenditures: [string, [string, bigint][]][] = [
    ['current-expenditure', spent],
    ['closing-balance', closing],
    ...APPROPRIATION_FUNDS.map((fund): [string, [string, bigint][]] => [
      `closing-${fund}`,
      [['total', of(fund, 'closing')]],
    ]),
    ['total', spent.map(([column, value], at) => [column, value + closing[at]![1]])],
  ];
  const line = (side: Side) => lineOf(APPROPRIATION, side);
  return {
    form: APPROPRIATION,
    rows: [
      ...incomes.map(([key, value]) =>
        exactRow('收入', key, line('收入')(key), [['amount', value]]),
      ),
      ...functionRows({
        codes: APPROPRIATION_FUNDS.flatMap((fund) => byFund[fund].codes()),
        amounts: (code) => byColumn('expenditure', code),
        nameOf: (code) => functionName(code, year, names),
      }),
      ...expenditures.map(([key, amounts]) => exactRow('支出', key, line('支出')(key), amounts)),
    ],
  };
}

interface FunctionAmounts {
  readonly codes: readonly string[];
  readonly amounts: (code: string) => readonly (readonly [string, bigint])[];
  readonly nameOf: (code: string) => string;
}

/** The classes of the form, those that are not printed every year only where they have money. */
function functionRows({ codes, amounts, nameOf }: FunctionAmounts): AccountRow[] {
  const classes = new Set(codes.filter((code) => code.length === 3));
  const rows: AccountRow[] = [];
  for (const { id, label, code, optional } of FUNCTION_LINES) {
    const used = classes.delete(code!) && amounts(code!).some(([, value]) => value !== 0n);
    if (used || !optional) rows.push(exactRow('支出', id, label, amounts(code!)));
  }
  // A class that the form does not know is a line of its own, or its money would be missing.
  for (const code of [...classes].sort()) {
    if (amounts(code).every(([, value]) => value === 0n)) continue;
    rows.push(exactRow('支出', `function-${code}`, nameOf(code), amounts(code)));
  }
  return rows;
}

/** The label of a line by its id. */
function lineOf(form: FormId, side: Side): (key: string) => string {
  const block = formOf(form).blocks.find((each) => each.kind === 'fixed' && each.side === side);
  const lines = block?.kind === 'fixed' ? block.lines : [];
  const labels = new Map(lines.map(({ id, label }) => [id, label]));
  return (key) => labels.get(key)!;
}
