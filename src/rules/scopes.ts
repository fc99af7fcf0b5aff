import type { Lookup } from '../facts/lookup.js';
import { FUNCTION_LINES } from '../forms/function-lines.js';
import { tableRule } from './articulation.js';
import { all, atMost, cell, equal, Identity, termIn } from './equation.js';
import { examples } from './examples.js';
import { knowsLines, viewOf } from './form-view.js';
import { APPROPRIATION, FUNDS, hasNoAppropriationBalances } from './fund-balance.js';
import type { Equation, Rule, Term } from './model.js';
import { appropriationLines } from './summary.js';

const SUMMARY = 'income-expenditure-summary';
const BETWEEN = '收入支出决算总表与财政拨款收入支出决算总表';

const summary = (line: string, side: '收入' | '支出' = '收入') =>
  cell(SUMMARY, line, 'amount', side);
const appropriated = (line: string) => cell(APPROPRIATION, line, 'amount', '收入');
const spent = (line: string, column: string = 'total') => cell(APPROPRIATION, line, column, '支出');

/** Appropriation is a part of all funds: what the two summaries say of it. */
export const SCOPE_RULES: readonly Rule[] = [
  tableRule({
    id: 'appropriation.income-equals-summary',
    zh: '财政拨款收入支出决算总表各类预算拨款等于收入支出决算总表同项收入',
    en: 'Each budget of the appropriation summary is the same line of the summary',
    forms: BETWEEN,
    instances: (facts) =>
      appropriationLines(facts).length === 1
        ? equal(summary('appropriation'), appropriated('current-income'))(facts)
        : all(...FUNDS.map((fund) => equal(summary(fund), appropriated(fund))))(facts),
    examples: examples(
      `收入支出决算总表
      收入 一般公共预算财政拨款收入 90.00
      财政拨款收入支出决算总表
      收入 一般公共预算财政拨款 {}`,
      ['90.00', '99.00', '90.01'],
      '财政拨款收入支出决算总表\n收入 一般公共预算财政拨款 90.00',
    ),
  }),
  tableRule({
    id: 'appropriation.expenditure-within-summary',
    zh: '财政拨款各功能分类支出不大于收入支出决算总表同类支出',
    en: 'Appropriated expenditure is no more than all expenditure, in each class and in all',
    forms: BETWEEN,
    instances: all(
      ...[...FUNCTION_LINES.map((line) => line.id), 'current-expenditure'].map((line) =>
        atMost(spent(line), summary(line, '支出')),
      ),
    ),
    examples: examples(
      `收入支出决算总表
      支出 社会保障和就业支出 60.00
      财政拨款收入支出决算总表
      支出 社会保障和就业支出 合计={}`,
      ['45.00', '65.00', '60.01'],
      '财政拨款收入支出决算总表\n支出 社会保障和就业支出 合计=45.00',
    ),
  }),
  tableRule({
    id: 'appropriation.balances-within-summary',
    zh: '财政拨款年初、年末结转和结余不大于收入支出决算总表全部结转和结余',
    en: 'Appropriated balances are no more than all balances',
    forms: BETWEEN,
    // Losses of business activities may make other balances negative, so this is no certainty.
    severity: 'warning',
    instances: all(
      atMost(appropriated('opening-balance'), summary('opening-balance')),
      atMost(spent('closing-balance'), summary('closing-balance', '支出')),
    ),
    examples: examples(
      `收入支出决算总表
      支出 年末结转和结余 8.00
      财政拨款收入支出决算总表
      支出 年末财政拨款结转和结余 合计={}`,
      ['5.00', '15.00', '8.01'],
      '财政拨款收入支出决算总表\n支出 年末财政拨款结转和结余 合计=5.00',
    ),
  }),
  tableRule({
    id: 'income.appropriation-equals-appropriation-summary',
    zh: '没有年初结转时，收入决算表财政拨款收入合计等于财政拨款收入支出决算总表本年收入合计',
    en: 'With no opening balance, appropriation in the income table is that of its own summary',
    forms: '收入决算表与财政拨款收入支出决算总表',
    instances: (facts) =>
      hasNoAppropriationBalances(facts)
        ? equal(cell('income', 'total', 'appropriation'), appropriated('current-income'))(facts)
        : [],
    examples: examples(
      `收入决算表
      合计 财政拨款收入={}
      财政拨款收入支出决算总表
      收入 本年收入合计 100.00`,
      ['100.00', '90.00', '100.01'],
      `收入决算表
      合计 财政拨款收入=90.00
      财政拨款收入支出决算总表
      收入 本年收入合计 100.00
      收入 年初财政拨款结转和结余 10.00`,
    ),
  }),
  tableRule({
    id: 'income.appropriation-equals-expenditure-by-code',
    zh: '没有结转时，收入决算表各科目财政拨款收入等于三张拨款支出表同科目支出之和',
    en: 'With no balances, appropriated income by code is what the three budgets spent by code',
    forms: '收入决算表与一般公共预算、政府性基金、国有资本经营预算支出表',
    instances: incomeByCode,
    examples: examples(
      `收入决算表
      208 社会保障和就业支出 财政拨款收入={}
      财政拨款收入支出决算总表
      收入 年初财政拨款结转和结余 0.00
      支出 年末财政拨款结转和结余 合计=0.00
      一般公共预算财政拨款支出决算表
      208 社会保障和就业支出 小计=45.00
      政府性基金预算财政拨款收入支出决算表
      208 社会保障和就业支出 小计=15.00`,
      ['60.00', '66.00', '60.01'],
      '收入决算表\n208 社会保障和就业支出 财政拨款收入=60.00',
    ),
  }),
  tableRule({
    id: 'expenditure.covers-appropriation-by-code',
    zh: '支出决算表各科目支出不小于三张拨款支出表同科目支出之和',
    en: 'Expenditure by code is no less than what the three budgets spent by code',
    forms: '支出决算表与一般公共预算、政府性基金、国有资本经营预算支出表',
    instances: expenditureByCode,
    examples: examples(
      `支出决算表
      229 其他支出 本年支出合计=60.00
      政府性基金预算财政拨款收入支出决算表
      229 其他支出 小计={}`,
      ['57.00', '75.00', '60.01'],
      '政府性基金预算财政拨款收入支出决算表\n229 其他支出 小计=57.00',
    ),
  }),
];

const BY_FUND = [
  ['general-public-budget-expenditure', 'total', 'general-public-budget'],
  ['government-managed-funds', 'expenditure', 'government-managed-funds'],
  ['state-capital-operations', 'expenditure', 'state-capital-operations'],
] as const;

/** Expenditure of a code out of each budget; null where a form that may hold it is not there. */
function appropriatedTerms(facts: Lookup, code: string): Term[] | null {
  const terms: Term[] = [];
  for (const [form, column, fund] of BY_FUND) {
    const view = viewOf(facts, form);
    if (!view) {
      const spentOf = facts.cell(APPROPRIATION, 'current-expenditure', fund, '支出');
      if (spentOf?.amount?.value !== 0n && (spentOf || form === BY_FUND[0][0])) return null;
      continue;
    }
    const row = facts.row(form, code);
    if (row) {
      const term = termIn(facts, row, column);
      if (!term) return null;
      terms.push(term);
    } else if (!knowsLines(view) || view.rows.some((r) => r.code?.startsWith(code))) return null;
  }
  return terms;
}

function incomeByCode(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, 'income');
  if (!view || view.form.empty || !hasNoAppropriationBalances(facts)) return [];
  if (viewOf(facts, BY_FUND[0][0])?.form.empty ?? true) return [];
  const found: Equation[] = [];
  for (const row of view.rows) {
    if (row.code === null) continue;
    const left = termIn(facts, row, 'appropriation');
    const right = left && appropriatedTerms(facts, row.code);
    if (!left || !right) continue;
    const against = right.length > 0 ? null : NOWHERE;
    found.push(new Identity([left], right, '=', [left.operand], against));
  }
  return found;
}

const NOWHERE = {
  zh: '各张财政拨款支出表都没有该科目',
  en: 'no appropriated expenditure under this code',
};

function expenditureByCode(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, 'expenditure');
  if (!view || view.form.empty) return [];
  const found: Equation[] = [];
  for (const row of view.rows) {
    // Codes of the general public budget alone have a rule of their own, column by column.
    const inFunds = BY_FUND.slice(1).some(([form]) => row.code && facts.row(form, row.code));
    if (row.code === null || !inFunds) continue;
    const left = termIn(facts, row, 'current-year');
    const right = appropriatedWherePrinted(facts, row.code);
    if (left && right.length > 0) found.push(new Identity([left], right, '>=', [left.operand]));
  }
  return found;
}

function appropriatedWherePrinted(facts: Lookup, code: string): Term[] {
  return BY_FUND.flatMap(([form, column]) => {
    const row = facts.row(form, code);
    return (row && termIn(facts, row, column)) ?? [];
  });
}
