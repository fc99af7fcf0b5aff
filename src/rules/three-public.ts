import type { Lookup, Operand } from '../facts/lookup.js';
import { tableRule } from './articulation.js';
import { all, atMost, cell, equal, Identity } from './equation.js';
import { examples } from './examples.js';
import { economicColumns, viewOf } from './form-view.js';
import { APPROPRIATION, FUNDS, isNothing } from './fund-balance.js';
import type { Equation, Rule } from './model.js';

const FORM = 'three-public-expenses';
const ECONOMIC = 'basic-expenditure';
const TITLE = '财政拨款“三公”经费支出决算表';
const MEASURES = ['budget', 'final'];

/** Items of the form and the economic codes that hold the same money. */
const ITEM_CODES = [
  ['abroad', ['30212']],
  ['vehicle-purchase', ['31013', '30913']],
  ['vehicle-operation', ['30231']],
  ['reception', ['30217']],
] as const;

const MEETING_CODES = [
  ['conference', ['30215']],
  ['training', ['30216']],
] as const;

const item = (measure: string, column: string) => cell(FORM, measure, column);

export const THREE_PUBLIC_RULES: readonly Rule[] = [
  tableRule({
    id: 'three-public.total',
    zh: '“三公”经费合计等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和',
    en: 'Three-public expenses are travel abroad, vehicles and reception',
    forms: TITLE,
    instances: (facts) => {
      // Editions without a subtotal of vehicles print purchase and operation straight away.
      const columns = viewOf(facts, FORM)?.columns.has('vehicles')
        ? ['abroad', 'vehicles', 'reception']
        : ['abroad', 'vehicle-purchase', 'vehicle-operation', 'reception'];
      return MEASURES.flatMap((measure) =>
        equal(
          item(measure, 'total'),
          columns.map((column) => item(measure, column)),
        )(facts),
      );
    },
    examples: examples(
      `${TITLE}
      决算数 合计={} 因公出国(境)费=1.00 vehicles=5.00 公务接待费=2.00`,
      ['8.00', '10.00', '8.01'],
      `${TITLE}\n决算数 vehicles=5.00`,
    ),
  }),
  tableRule({
    id: 'three-public.vehicles',
    zh: '公务用车购置及运行维护费等于购置费与运行维护费之和',
    en: 'Expenses on vehicles are purchase and operation',
    forms: TITLE,
    instances: all(
      ...MEASURES.map((measure) =>
        equal(
          item(measure, 'vehicles'),
          ['vehicle-purchase', 'vehicle-operation'].map((column) => item(measure, column)),
        ),
      ),
    ),
    examples: examples(
      `${TITLE}
      决算数 vehicles={} 公务用车购置费=3.00 公务用车运行维护费=2.00`,
      ['5.00', '6.00', '5.01'],
      `${TITLE}\n决算数 vehicles=5.00`,
    ),
  }),
  tableRule({
    id: 'three-public.domestic-reception-within-reception',
    zh: '国内接待费不大于公务接待费',
    en: 'Domestic reception is part of reception',
    forms: TITLE,
    instances: all(
      ...MEASURES.map((measure) =>
        atMost(item(measure, 'reception-domestic'), item(measure, 'reception')),
      ),
    ),
    examples: examples(
      `${TITLE}\n决算数 公务接待费=2.00 国内接待费={}`,
      ['2.00', '3.00', '2.01'],
      `${TITLE}\n决算数 公务接待费=2.00`,
    ),
  }),
  tableRule({
    id: 'three-public.items-equal-economic',
    zh: '“三公”经费决算数与经济分类同项支出一致；经济分类表只列基本支出的，不小于该数',
    en: 'Three-public items are those of the economic table, or no less where it is basic only',
    forms: `${TITLE}与一般公共预算财政拨款基本支出决算表`,
    instances: (facts) => againstEconomic(facts, ITEM_CODES),
    examples: examples(
      `一般公共预算财政拨款支出决算明细表
      列 金额 其中:基本支出
      30231 公务用车运行维护费 5.00 3.00
      ${TITLE}
      决算数 公务用车运行维护费={}`,
      ['5.00', '4.00', '5.01'],
      `${TITLE}\n决算数 公务用车运行维护费=5.00`,
    ),
  }),
  tableRule({
    id: 'three-public.meetings-equal-economic',
    zh: '会议费、培训费决算数与经济分类同项支出一致；只列基本支出的，不小于该数',
    en: 'Meetings and training are those of the economic table, or no less where it is basic only',
    forms: `${TITLE}与一般公共预算财政拨款基本支出决算表`,
    severity: 'warning',
    instances: (facts) => againstEconomic(facts, MEETING_CODES),
    examples: examples(
      `一般公共预算财政拨款基本支出决算表
      列 其中:基本支出
      30216 培训费 3.00
      ${TITLE}
      决算数 培训费={}`,
      ['4.00', '2.00', '2.99'],
      `${TITLE}\n决算数 培训费=4.00`,
    ),
  }),
];

type ItemCodes = readonly (readonly [column: string, codes: readonly string[]])[];

/** Equal where the form shows all expenditure, no less where it shows the basic one only. */
function againstEconomic(facts: Lookup, items: ItemCodes): readonly Equation[] {
  const view = viewOf(facts, ECONOMIC);
  const own = viewOf(facts, FORM);
  if (!view || !own || view.form.empty) return [];
  const { basic, all: whole } = economicColumns(view);
  const column = whole ?? basic;
  if (column === null) return [];
  const relation = whole !== null && onlyGeneralPublicBudget(facts) ? '=' : '>=';
  const found: Equation[] = [];
  for (const [itemColumn, codes] of items) {
    const left = facts.operand(FORM, 'final', itemColumn);
    const right = codes.flatMap((code) => facts.operand(ECONOMIC, code, column) ?? []);
    // Meetings and training are a matter of the edition: an empty form says nothing of them.
    const says = left !== undefined || (own.form.empty && items === ITEM_CODES);
    if (right.length === 0 || !says) continue;
    const lefts = left ? [left] : [];
    found.push(
      new Identity(lefts.map(plus), right.map(plus), relation, left ? [left] : right, {
        zh: `${own.form.title}为空表`,
        en: `${own.form.title} is published empty`,
      }),
    );
  }
  return found;
}

function plus(operand: Operand) {
  return { sign: 1, operand } as const;
}

/** The other budgets may pay three-public expenses too, and the economic form leaves them out. */
function onlyGeneralPublicBudget(facts: Lookup): boolean {
  return FUNDS.slice(1).every((fund) =>
    isNothing(facts.cell(APPROPRIATION, 'current-expenditure', fund, '支出')),
  );
}
