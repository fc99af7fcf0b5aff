import { tableRule } from './articulation.js';
import { all, atMost, cell, equal } from './equation.js';
import { examples } from './examples.js';
import type { Rule } from './model.js';
import { openFormRules } from './open-form.js';
import { appropriationLines } from './summary.js';

const FORM = 'income';
const SUMMARY = 'income-expenditure-summary';
const BETWEEN = '收入决算表与收入支出决算总表';
const OWN = ['superior-subsidy', 'institution', 'business', 'affiliated', 'other'];

const total = (column: string) => cell(FORM, 'total', column);
const summary = (line: string) => cell(SUMMARY, line, 'amount', '收入');

export const INCOME_RULES: readonly Rule[] = [
  ...openFormRules({
    form: FORM,
    english: 'income table',
    total: 'current-year',
    parts: ['appropriation', ...OWN],
    others: ['education-fees'],
  }),
  tableRule({
    id: 'income.education-fees-within-institution',
    zh: '收入决算表教育收费不大于事业收入',
    en: 'Education fees are part of the income of institutions',
    forms: '收入决算表',
    instances: atMost(total('education-fees'), total('institution')),
    examples: examples(
      '收入决算表\n合计 事业收入=20.00 教育收费={}',
      ['12.00', '32.00', '20.01'],
      '收入决算表\n合计 事业收入=20.00',
    ),
  }),
  tableRule({
    id: 'income.total-equals-summary',
    zh: '收入决算表合计等于收入支出决算总表本年收入合计',
    en: 'The total of the income table is the income of the year in the summary',
    forms: BETWEEN,
    instances: equal(total('current-year'), summary('current-income')),
    examples: examples(
      '收入支出决算总表\n收入 本年收入合计 100.00\n收入决算表\n合计 本年收入合计={}',
      ['100.00', '110.00', '100.01'],
      '收入决算表\n合计 本年收入合计=100.00',
    ),
  }),
  tableRule({
    id: 'income.appropriation-equals-summary',
    zh: '收入决算表财政拨款收入合计等于收入支出决算总表财政拨款各项之和',
    en: 'Appropriation in the income table is that of the summary',
    forms: BETWEEN,
    instances: (facts) => {
      const lines = appropriationLines(facts).map(summary);
      return equal(total('appropriation'), lines.length === 1 ? lines[0]! : lines)(facts);
    },
    examples: examples(
      `收入支出决算总表
      收入 一般公共预算财政拨款收入 90.00
      收入 政府性基金预算财政拨款收入 10.00
      收入决算表
      合计 财政拨款收入={}`,
      ['100.00', '90.00', '100.01'],
      '收入决算表\n合计 财政拨款收入=100.00',
    ),
  }),
  tableRule({
    id: 'income.columns-equal-summary',
    zh: '收入决算表各栏合计等于收入支出决算总表同项收入',
    en: 'Each column total of the income table is the same line of the summary',
    forms: BETWEEN,
    instances: all(...OWN.map((column) => equal(total(column), summary(column)))),
    examples: examples(
      '收入支出决算总表\n收入 其他收入 {}\n收入决算表\n合计 其他收入=5.00',
      ['5.00', '50.00', '5.01'],
      '收入决算表\n合计 其他收入=5.00',
    ),
  }),
];
