import { FUNCTION_LINES } from '../forms/function-lines.js';
import { tableRule } from './articulation.js';
import { all, cell, equal, lineSum } from './equation.js';
import { examples } from './examples.js';
import {
  APPROPRIATION as FORM,
  FUNDS,
  fundBalance,
  fundRowSum,
  openingLines,
} from './fund-balance.js';
import type { Rule } from './model.js';

const TITLE = '财政拨款收入支出决算总表';
const FUNCTIONS = FUNCTION_LINES.map((line) => line.id);
const COLUMNS = ['total', ...FUNDS];

const income = (line: string) => cell(FORM, line, 'amount', '收入');
const expenditure = (line: string, column = 'total') => cell(FORM, line, column, '支出');

/** Sums inside the appropriation summary. */
export const APPROPRIATION_RULES: readonly Rule[] = [
  tableRule({
    id: 'appropriation.income-funds-sum',
    zh: '财政拨款收入支出决算总表本年收入合计等于三类预算拨款之和',
    en: 'Appropriated income of the year is the sum of the three budgets',
    forms: TITLE,
    instances: lineSum(FORM, '收入', 'current-income', () => FUNDS, ['amount']),
    examples: examples(
      `${TITLE}
      收入 一般公共预算财政拨款 {}
      收入 政府性基金预算财政拨款 10.00
      收入 本年收入合计 100.00`,
      ['90.00', '9.00', '90.01'],
      `${TITLE}\n收入 本年收入合计 100.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.opening-funds-sum',
    zh: '财政拨款收入支出决算总表年初财政拨款结转和结余等于三类预算之和',
    en: 'The opening balance of appropriation is the sum of the three budgets',
    forms: TITLE,
    instances: lineSum(FORM, '收入', 'opening-balance', openingLines, ['amount']),
    examples: examples(
      `${TITLE}
      收入 年初财政拨款结转和结余 8.00
      收入 年初财政拨款结转和结余/一般公共预算财政拨款 {}
      收入 年初财政拨款结转和结余/政府性基金预算财政拨款 3.00`,
      ['5.00', '50.00', '5.01'],
      `${TITLE}\n收入 年初财政拨款结转和结余 8.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.closing-funds-sum',
    zh: '财政拨款收入支出决算总表年末财政拨款结转和结余等于分项之和',
    en: 'The closing balance of appropriation is the sum of its parts',
    forms: TITLE,
    instances: lineSum(
      FORM,
      '支出',
      'closing-balance',
      (facts) =>
        FUNDS.map((fund) => `closing-${fund}`).filter((line) => {
          const printed = facts.cell(FORM, line, 'total', '支出');
          return printed !== undefined && printed.value !== null;
        }),
      ['total'],
    ),
    examples: examples(
      `${TITLE}
      支出 年末财政拨款结转和结余 合计=8.00
      支出 年末财政拨款结转和结余/一般公共预算财政拨款 合计={}
      支出 年末财政拨款结转和结余/政府性基金预算财政拨款 合计=3.00`,
      ['5.00', '50.00', '5.01'],
      `${TITLE}\n支出 年末财政拨款结转和结余 合计=8.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.income-grand-total',
    zh: '财政拨款收入支出决算总表收入总计等于本年收入与年初结转和结余之和',
    en: 'Total appropriated income is that of the year and the opening balance',
    forms: TITLE,
    instances: equal(income('total'), [income('current-income'), income('opening-balance')]),
    examples: examples(
      `${TITLE}
      收入 本年收入合计 100.00
      收入 年初财政拨款结转和结余 {}
      收入 总计 108.00`,
      ['8.00', '80.00', '8.01'],
      `${TITLE}\n收入 本年收入合计 100.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.row-sum',
    zh: '财政拨款收入支出决算总表支出每行合计等于三类预算之和',
    en: 'Each expenditure line of the appropriation summary adds up over the three budgets',
    forms: TITLE,
    instances: fundRowSum,
    examples: examples(
      `${TITLE}
      支出 社会保障和就业支出 合计=60.00 一般公共预算财政拨款={} 政府性基金预算财政拨款=15.00`,
      ['45.00', '54.00', '45.01'],
      `${TITLE}\n支出 社会保障和就业支出 合计=60.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.expenditure-lines-sum',
    zh: '财政拨款收入支出决算总表本年支出合计等于各功能分类支出之和',
    en: 'Appropriated expenditure of the year is the sum of the functional lines in each column',
    forms: TITLE,
    instances: lineSum(FORM, '支出', 'current-expenditure', () => FUNCTIONS, COLUMNS),
    examples: examples(
      `${TITLE}
      支出 社会保障和就业支出 合计=60.00
      支出 卫生健康支出 合计={}
      支出 本年支出合计 合计=100.00`,
      ['40.00', '30.00', '40.01'],
      `${TITLE}\n支出 本年支出合计 合计=100.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.expenditure-grand-total',
    zh: '财政拨款收入支出决算总表支出总计等于本年支出与年末结转和结余之和',
    en: 'Total appropriated expenditure is that of the year and the closing balance',
    forms: TITLE,
    instances: all(
      ...COLUMNS.map((column) =>
        equal(expenditure('total', column), [
          expenditure('current-expenditure', column),
          expenditure('closing-balance', column),
        ]),
      ),
    ),
    examples: examples(
      `${TITLE}
      支出 本年支出合计 合计=100.00
      支出 年末财政拨款结转和结余 合计={}
      支出 总计 合计=108.00`,
      ['8.00', '80.00', '8.01'],
      `${TITLE}\n支出 本年支出合计 合计=100.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.sides-balance',
    zh: '财政拨款收入支出决算总表收入总计等于支出总计',
    en: 'Both sides of the appropriation summary have the same total',
    forms: TITLE,
    instances: equal(income('total'), expenditure('total')),
    examples: examples(
      `${TITLE}\n收入 总计 108.00\n支出 总计 合计={}`,
      ['108.00', '180.00', '108.01'],
      `${TITLE}\n收入 总计 108.00`,
    ),
  }),
  tableRule({
    id: 'appropriation.fund-balance',
    zh: '每类预算：年初结转和结余＋本年收入＝本年支出＋年末结转和结余',
    en: 'For each budget, opening balance and income equal expenditure and closing balance',
    forms: TITLE,
    instances: fundBalance,
    examples: examples(
      `${TITLE}
      收入 政府性基金预算财政拨款 {}
      收入 年初财政拨款结转和结余 0.00
      支出 本年支出合计 政府性基金预算财政拨款=30.00
      支出 年末财政拨款结转和结余 政府性基金预算财政拨款=5.00`,
      ['35.00', '53.00', '35.01'],
      `${TITLE}\n收入 政府性基金预算财政拨款 35.00`,
    ),
  }),
];
