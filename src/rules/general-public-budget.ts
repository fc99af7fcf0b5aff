import type { Lookup } from '../facts/lookup.js';
import { tableRule } from './articulation.js';
import { cell, classesAgainstLines, equal, Identity, lacksClass, termIn } from './equation.js';
import { examples } from './examples.js';
import { isZero, knowsLines, viewOf } from './form-view.js';
import type { Equation, Rule } from './model.js';
import { openFormRules } from './open-form.js';

const FORM = 'general-public-budget-expenditure';
const APPROPRIATION = 'appropriation-summary';
const TITLE = '一般公共预算财政拨款支出决算表';

/** Columns of this form and what they are part of in the expenditure table. */
const WITHIN = [
  ['total', 'current-year'],
  ['basic', 'basic'],
  ['project', 'project'],
] as const;

export const GENERAL_PUBLIC_BUDGET_RULES: readonly Rule[] = [
  ...openFormRules({
    form: FORM,
    english: 'general public budget expenditure table',
    total: 'total',
    parts: ['basic', 'project'],
  }),
  tableRule({
    id: `${FORM}.total-equals-appropriation`,
    zh: '一般公共预算财政拨款支出决算表合计等于财政拨款收入支出决算总表一般公共预算栏本年支出合计',
    en: 'General public budget expenditure is that of its column in the appropriation summary',
    forms: `${TITLE}与财政拨款收入支出决算总表`,
    instances: equal(
      cell(FORM, 'total', 'total'),
      cell(APPROPRIATION, 'current-expenditure', 'general-public-budget', '支出'),
    ),
    examples: examples(
      `财政拨款收入支出决算总表
      支出 本年支出合计 一般公共预算财政拨款=100.00
      ${TITLE}
      合计 小计={}`,
      ['100.00', '110.00', '100.01'],
      `${TITLE}\n合计 小计=100.00`,
    ),
  }),
  tableRule({
    id: `${FORM}.classes-equal-appropriation`,
    zh: '一般公共预算财政拨款支出决算表各类支出等于财政拨款收入支出决算总表一般公共预算栏同类支出',
    en: 'Each class of general public budget expenditure is its line of the appropriation summary',
    forms: `${TITLE}与财政拨款收入支出决算总表`,
    instances: classesAgainstLines(
      { form: FORM, column: 'total' },
      { form: APPROPRIATION, column: 'general-public-budget' },
    ),
    examples: examples(
      `财政拨款收入支出决算总表
      支出 社会保障和就业支出 一般公共预算财政拨款={}
      ${TITLE}
      208 社会保障和就业支出 小计=60.00`,
      ['60.00', '66.00', '60.01'],
      `${TITLE}\n208 社会保障和就业支出 小计=60.00`,
    ),
  }),
  tableRule({
    id: `${FORM}.within-expenditure`,
    zh: '一般公共预算财政拨款支出决算表各数不大于支出决算表同科目同栏的数',
    en: 'Each cell of general public budget expenditure is no more than that of all expenditure',
    forms: `${TITLE}与支出决算表`,
    instances: withinExpenditure,
    examples: examples(
      `支出决算表
      208 社会保障和就业支出 本年支出合计=60.00
      ${TITLE}
      208 社会保障和就业支出 小计={}`,
      ['57.00', '75.00', '60.01'],
      `${TITLE}\n208 社会保障和就业支出 小计=57.00`,
    ),
  }),
];

function withinExpenditure(facts: Lookup): readonly Equation[] {
  const expenditure = viewOf(facts, 'expenditure');
  const view = viewOf(facts, FORM);
  if (!expenditure || !view || expenditure.form.empty || view.form.empty) return [];
  const found: Equation[] = [];
  for (const row of view.rows) {
    const whole = facts.row('expenditure', row.key);
    for (const [column, wholeColumn] of WITHIN) {
      const left = termIn(facts, row, column);
      if (!left) continue;
      const right = whole && termIn(facts, whole, wholeColumn);
      if (right) {
        found.push(new Identity([left], [right], '<=', [left.operand, right.operand]));
      } else if (!whole && isMissing(facts, row.code, left.operand.amount)) {
        const against = lacksClass(expenditure, row.code!);
        found.push(new Identity([left], [], '<=', [left.operand], against));
      }
    }
  }
  return found;
}

/** A code with money that the expenditure table ought to have, in full detail, and has not. */
function isMissing(
  facts: Lookup,
  code: string | null,
  amount: Parameters<typeof isZero>[0],
): boolean {
  const view = viewOf(facts, 'expenditure')!;
  if (code === null || amount === null || isZero(amount) || !knowsLines(view)) return false;
  // An edition that stops at a higher level, or skips one, lacks the code for that reason.
  return view.rows.some((row) => row.code?.length === code.length && row.code !== code);
}
