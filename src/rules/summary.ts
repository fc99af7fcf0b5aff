import type { Lookup } from '../facts/lookup.js';
import { FUNCTION_LINES } from '../forms/function-lines.js';
import { tableRule } from './articulation.js';
import { atLeast, cell, equal, lineSum } from './equation.js';
import { examples } from './examples.js';
import type { Rule } from './model.js';

const FORM = 'income-expenditure-summary';
const TITLE = '收入支出决算总表';
const FUNDS = ['general-public-budget', 'government-managed-funds', 'state-capital-operations'];
const OWN = ['superior-subsidy', 'institution', 'business', 'affiliated', 'other'];
const FUNCTIONS = FUNCTION_LINES.map((line) => line.id);

const income = (line: string) => cell(FORM, line, 'amount', '收入');
const expenditure = (line: string) => cell(FORM, line, 'amount', '支出');

/** The lines that make up the appropriation: one line, or one for each fund. */
export function appropriationLines(facts: Lookup): readonly string[] {
  const whole = facts.cell(FORM, 'appropriation', 'amount', '收入');
  return whole !== undefined && whole.value !== null ? ['appropriation'] : FUNDS;
}

export const SUMMARY_RULES: readonly Rule[] = [
  tableRule({
    id: 'summary.income-lines-sum',
    zh: '收入支出决算总表本年收入合计等于各项收入之和',
    en: 'Income of the year in the summary is the sum of the income lines',
    forms: TITLE,
    instances: lineSum(
      FORM,
      '收入',
      'current-income',
      (facts) => [...appropriationLines(facts), ...OWN],
      ['amount'],
    ),
    examples: examples(
      `${TITLE}
      收入 一般公共预算财政拨款收入 100.00
      收入 其他收入 {}
      收入 本年收入合计 105.00`,
      ['5.00', '15.00', '5.01'],
      `${TITLE}\n收入 本年收入合计 105.00`,
    ),
  }),
  tableRule({
    id: 'summary.expenditure-lines-sum',
    zh: '收入支出决算总表本年支出合计等于各功能分类支出之和',
    en: 'Expenditure of the year in the summary is the sum of the functional lines',
    forms: TITLE,
    instances: lineSum(FORM, '支出', 'current-expenditure', () => FUNCTIONS, ['amount']),
    examples: examples(
      `${TITLE}
      支出 社会保障和就业支出 60.00
      支出 卫生健康支出 {}
      支出 本年支出合计 105.00`,
      ['45.00', '54.00', '45.01'],
      `${TITLE}\n支出 本年支出合计 105.00`,
    ),
  }),
  tableRule({
    id: 'summary.appropriation-funds-sum',
    zh: '收入支出决算总表财政拨款收入等于三类预算拨款之和',
    en: 'The appropriation in the summary is the sum of the three budgets',
    forms: TITLE,
    // Where the summary prints only some of the funds as "of which", they are at most the whole.
    instances: (facts) =>
      (FUNDS.every((line) => facts.row(FORM, line, '收入')) ? equal : atLeast)(
        income('appropriation'),
        FUNDS.map(income),
      )(facts),
    examples: examples(
      `${TITLE}
      收入 财政拨款收入 {}
      收入 一般公共预算财政拨款收入 100.00
      收入 政府性基金预算财政拨款收入 5.00
      收入 国有资本经营预算财政拨款收入 _`,
      ['105.00', '150.00', '105.01'],
      `${TITLE}\n收入 一般公共预算财政拨款收入 100.00`,
    ),
  }),
  tableRule({
    id: 'summary.income-grand-total',
    zh: '收入支出决算总表收入总计等于本年收入、使用非财政拨款结余与年初结转和结余之和',
    en: 'Total income is the income of the year, the surplus used and the opening balance',
    forms: TITLE,
    instances: equal(
      income('total'),
      ['current-income', 'use-of-surplus', 'opening-balance'].map(income),
    ),
    examples: examples(
      `${TITLE}
      收入 本年收入合计 100.00
      收入 使用非财政拨款结余 2.00
      收入 年初结转和结余 {}
      收入 总计 105.00`,
      ['3.00', '30.00', '3.01'],
      `${TITLE}\n收入 本年收入合计 100.00`,
    ),
  }),
  tableRule({
    id: 'summary.expenditure-grand-total',
    zh: '收入支出决算总表支出总计等于本年支出、结余分配与年末结转和结余之和',
    en: 'Total expenditure is that of the year, the surplus distributed and the closing balance',
    forms: TITLE,
    instances: equal(
      expenditure('total'),
      ['current-expenditure', 'surplus-distribution', 'closing-balance'].map(expenditure),
    ),
    examples: examples(
      `${TITLE}
      支出 本年支出合计 100.00
      支出 结余分配 2.00
      支出 年末结转和结余 {}
      支出 总计 105.00`,
      ['3.00', '30.00', '3.01'],
      `${TITLE}\n支出 本年支出合计 100.00`,
    ),
  }),
  tableRule({
    id: 'summary.sides-balance',
    zh: '收入支出决算总表收入总计等于支出总计',
    en: 'Both sides of the summary have the same total',
    forms: TITLE,
    instances: equal(income('total'), expenditure('total')),
    examples: examples(
      `${TITLE}\n收入 总计 105.00\n支出 总计 {}`,
      ['105.00', '150.00', '105.01'],
      `${TITLE}\n收入 总计 105.00`,
    ),
  }),
];
