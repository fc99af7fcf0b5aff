import type { Lookup, Operand } from '../facts/lookup.js';
import { tableRule } from './articulation.js';
import { Identity } from './equation.js';
import { examples } from './examples.js';
import { economicColumns, isZero, viewOf } from './form-view.js';
import type { Equation, Rule } from './model.js';

const GENERAL = 'general-public-budget-expenditure';
const ECONOMIC = 'basic-expenditure';
const GENERAL_TITLE = '一般公共预算财政拨款支出决算表';
const TITLE = '一般公共预算财政拨款基本支出决算表';

/** The same money by purpose and by kind, when it is basic expenditure (domain.md §3). */
const PAIRS: readonly (readonly [function_: string, economic: readonly string[]])[] = [
  ['2080505', ['30108']],
  ['2080506', ['30109']],
  ['21011', ['30110', '30111']],
  ['2210201', ['30113']],
];

export const ECONOMIC_FUNCTION_RULES: readonly Rule[] = [
  tableRule({
    id: 'basic-expenditure.contributions-equal-function',
    zh: '养老、年金、医疗、公积金缴费：经济分类与功能分类的基本支出一致',
    en: 'Pension, annuity, medical and housing contributions agree by purpose and by kind',
    forms: `${TITLE}与${GENERAL_TITLE}`,
    severity: 'warning',
    remedy: {
      zh: '核对该项缴费在功能分类与经济分类中的列支口径；确有其他来源的，在说明中写明',
      en: 'Check how the contribution is classified by purpose and by kind, or explain the rest',
    },
    instances: contributions,
    examples: examples(
      `${GENERAL_TITLE}
      2210201 住房公积金 基本支出={}
      ${TITLE}
      列 其中:基本支出
      30113 住房公积金 20.00`,
      ['20.00', '22.00', '20.01'],
      `${TITLE}\n列 其中:基本支出\n30113 住房公积金 20.00`,
    ),
  }),
  tableRule({
    id: 'basic-expenditure.insurance-fund-subsidy',
    zh: '财政对基本医疗保险基金的补助（21012）应列对社会保障基金补助（313）',
    en: 'Subsidies to basic medical insurance funds (21012) are of the economic class 313',
    forms: `${TITLE}与${GENERAL_TITLE}`,
    severity: 'warning',
    remedy: {
      zh: '核对对社会保险基金的补助是否列入了其他经济分类科目',
      en: 'Check whether the subsidy to the insurance fund went under another economic class',
    },
    instances: insuranceFunds,
    examples: examples(
      `${GENERAL_TITLE}
      21012 财政对基本医疗保险基金的补助 小计=50.00
      一般公共预算财政拨款支出决算明细表
      列 金额 其中:基本支出
      313 对社会保障基金补助 {} ——`,
      ['50.00', '5.00', '49.99'],
      `${GENERAL_TITLE}\n21012 财政对基本医疗保险基金的补助 小计=50.00`,
    ),
  }),
];

function plus(operand: Operand) {
  return { sign: 1, operand } as const;
}

function contributions(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, ECONOMIC);
  const basic = view && economicColumns(view).basic;
  if (!basic) return [];
  const found: Equation[] = [];
  for (const [code, items] of PAIRS) {
    const left = facts.operand(GENERAL, code, 'basic');
    const right = items.flatMap((each) => facts.operand(ECONOMIC, each, basic) ?? []);
    // A unit may pay everything out of one functional item: only where both are used.
    const used = right.some((each) => !isZero(each.amount));
    if (!left || isZero(left.amount) || !used) continue;
    found.push(new Identity([plus(left)], right.map(plus), '=', [left]));
  }
  return found;
}

function insuranceFunds(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, ECONOMIC);
  const whole = view && economicColumns(view).all;
  const left = facts.operand(GENERAL, '21012', 'total');
  const right = whole ? facts.operand(ECONOMIC, '313', whole) : undefined;
  if (!left || !right || isZero(left.amount)) return [];
  return [new Identity([plus(left)], [plus(right)], '<=', [left, right])];
}
