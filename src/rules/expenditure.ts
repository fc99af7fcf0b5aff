import { tableRule } from './articulation.js';
import { cell, classesAgainstLines, equal } from './equation.js';
import { examples } from './examples.js';
import type { Rule } from './model.js';
import { openFormRules } from './open-form.js';

const FORM = 'expenditure';
const SUMMARY = 'income-expenditure-summary';
const BETWEEN = '支出决算表与收入支出决算总表';

export const EXPENDITURE_RULES: readonly Rule[] = [
  ...openFormRules({
    form: FORM,
    english: 'expenditure table',
    total: 'current-year',
    parts: ['basic', 'project', 'remitted-to-superior', 'business', 'subsidy-to-affiliated'],
  }),
  tableRule({
    id: 'expenditure.total-equals-summary',
    zh: '支出决算表合计等于收入支出决算总表本年支出合计',
    en: 'The total of the expenditure table is the expenditure of the year in the summary',
    forms: BETWEEN,
    instances: equal(
      cell(FORM, 'total', 'current-year'),
      cell(SUMMARY, 'current-expenditure', 'amount', '支出'),
    ),
    examples: examples(
      '收入支出决算总表\n支出 本年支出合计 100.00\n支出决算表\n合计 本年支出合计={}',
      ['100.00', '110.00', '100.01'],
      '支出决算表\n合计 本年支出合计=100.00',
    ),
  }),
  tableRule({
    id: 'expenditure.classes-equal-summary',
    zh: '支出决算表各类支出等于收入支出决算总表同类支出',
    en: 'Each class of the expenditure table is the same line of the summary',
    forms: BETWEEN,
    instances: classesAgainstLines(
      { form: FORM, column: 'current-year' },
      { form: SUMMARY, column: 'amount' },
    ),
    examples: examples(
      `收入支出决算总表
      支出 社会保障和就业支出 {}
      支出决算表
      208 社会保障和就业支出 本年支出合计=60.00`,
      ['60.00', '66.00', '60.01'],
      '支出决算表\n208 社会保障和就业支出 本年支出合计=60.00',
    ),
  }),
];
