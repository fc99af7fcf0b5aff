import type { Lookup } from '../facts/lookup.js';
import type { FormId } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { tableRule } from './articulation.js';
import { cell, classesAgainstLines, equal, Identity, termIn } from './equation.js';
import { examples } from './examples.js';
import { isZero, viewOf } from './form-view.js';
import { APPROPRIATION, closingOf, type Fund, openingOf } from './fund-balance.js';
import type { Equation, Judgement, Rule, Term } from './model.js';
import { openFormRules } from './open-form.js';

const GENERAL = 'general-public-budget-expenditure';

/** Government-managed funds and state capital operations: two forms of one shape. */
export const OTHER_BUDGET_RULES: readonly Rule[] = [
  ...budgetRules('government-managed-funds', 'government-managed funds table'),
  ...budgetRules('state-capital-operations', 'state capital operations table'),
];

function budgetRules(form: FormId & Fund, english: string): Rule[] {
  const { title } = formOf(form);
  const column = `${form === 'government-managed-funds' ? '政府性基金' : '国有资本经营'}预算财政拨款`;
  return [
    ...withinRules(form, title, english),
    ...acrossRules({ form, title, english, column }),
    codesApart(form, title, english),
  ];
}

function withinRules(form: FormId & Fund, title: string, english: string): Rule[] {
  return [
    ...openFormRules({
      form,
      english,
      total: 'expenditure',
      parts: ['basic', 'project'],
      others: ['opening', 'income', 'closing'],
    }),
    tableRule({
      id: `${form}.balance`,
      zh: `${title}每行年初结转＋本年收入－本年支出＝年末结转`,
      en: `Each row of the ${english}: opening, income and expenditure leave the closing balance`,
      forms: title,
      instances: (facts) => rowBalance(facts, form),
      examples: examples(
        `${title}\n合计 opening=5.00 income=30.00 expenditure={} closing=8.00`,
        ['27.00', '72.00', '27.01'],
        `${title}\n合计 expenditure=27.00`,
      ),
    }),
  ];
}

interface Budget {
  readonly form: FormId & Fund;
  readonly title: string;
  readonly english: string;
  /** Its column and line in the appropriation summary. */
  readonly column: string;
}

function acrossRules({ form, title, english, column }: Budget): Rule[] {
  const summaryTitle = '财政拨款收入支出决算总表';
  const between = `${title}与${summaryTitle}`;
  return [
    tableRule({
      id: `${form}.expenditure-equals-appropriation`,
      zh: `${title}本年支出合计等于${summaryTitle}同预算栏本年支出合计`,
      en: `Expenditure of the ${english} is that of its column in the appropriation summary`,
      forms: between,
      instances: equal(
        cell(form, 'total', 'expenditure'),
        cell(APPROPRIATION, 'current-expenditure', form, '支出'),
      ),
      examples: examples(
        `${summaryTitle}\n支出 本年支出合计 ${column}=30.00\n${title}\n合计 expenditure={}`,
        ['30.00', '33.00', '30.01'],
        `${title}\n合计 expenditure=30.00`,
      ),
    }),
    tableRule({
      id: `${form}.income-equals-appropriation`,
      zh: `${title}本年收入合计等于${summaryTitle}同预算本年收入`,
      en: `Income of the ${english} is that of its line in the appropriation summary`,
      forms: between,
      instances: equal(cell(form, 'total', 'income'), cell(APPROPRIATION, form, 'amount', '收入')),
      examples: examples(
        `${summaryTitle}\n收入 ${column} 30.00\n${title}\n合计 income={}`,
        ['30.00', '33.00', '30.01'],
        `${title}\n合计 income=30.00`,
      ),
    }),
    tableRule({
      id: `${form}.balances-equal-appropriation`,
      zh: `${title}年初、年末结转和结余等于${summaryTitle}同预算的数`,
      en: `Balances of the ${english} are those of its budget in the appropriation summary`,
      forms: between,
      instances: (facts) => balancesAgainst(facts, form),
      examples: examples(
        `${summaryTitle}
        支出 年末财政拨款结转和结余 ${column}={}
        ${title}
        合计 closing=8.00`,
        ['8.00', '80.00', '8.01'],
        `${title}\n合计 closing=8.00`,
      ),
    }),
    tableRule({
      id: `${form}.classes-equal-appropriation`,
      zh: `${title}各类支出等于${summaryTitle}同预算栏同类支出`,
      en: `Each class of the ${english} is its line of the appropriation summary`,
      forms: between,
      instances: classesAgainstLines(
        { form, column: 'expenditure' },
        { form: APPROPRIATION, column: form },
      ),
      examples: examples(
        `${summaryTitle}
        支出 其他支出 ${column}={}
        ${title}
        229 其他支出 expenditure=30.00`,
        ['30.00', '33.00', '30.01'],
        `${title}\n229 其他支出 expenditure=30.00`,
      ),
    }),
  ];
}

function rowBalance(facts: Lookup, form: FormId): readonly Equation[] {
  const view = viewOf(facts, form);
  if (!view || view.form.empty || !view.columns.has('income')) return [];
  if (!view.columns.has('opening') && !view.columns.has('closing')) return [];
  const found: Equation[] = [];
  for (const row of view.rows) {
    const left = ['opening', 'income'].flatMap((column) => termIn(facts, row, column) ?? []);
    const spent = termIn(facts, row, 'expenditure');
    const closing = termIn(facts, row, 'closing');
    if (!spent || !row.cells.has('income')) continue;
    const anchor = closing ?? spent;
    const right = closing ? [spent, closing] : [spent];
    found.push(new Identity(left, right, '=', [anchor.operand]));
  }
  return found;
}

function balancesAgainst(facts: Lookup, form: FormId & Fund): readonly Equation[] {
  if (viewOf(facts, form)?.form.empty !== false || !viewOf(facts, APPROPRIATION)) return [];
  const pairs: readonly (readonly [string, readonly Term[] | null])[] = [
    ['opening', openingOf(facts, form)],
    ['closing', closingOf(facts, form)],
  ];
  return pairs.flatMap(([column, right]) => {
    const left = facts.operand(form, 'total', column);
    if (!left || !right || right.length === 0) return [];
    const anchors = [left, right[0]!.operand];
    return [new Identity([{ sign: 1, operand: left }], right, '=', anchors)];
  });
}

/** An item of the functional classification belongs to one budget. */
function codesApart(form: FormId, title: string, english: string): Rule {
  const other = '一般公共预算财政拨款支出决算表';
  return tableRule({
    id: `${form}.codes-apart`,
    zh: `${title}的项级科目不应同时列在${other}`,
    en: `Items of the ${english} do not occur in that of the general public budget`,
    forms: `${title}与${other}`,
    severity: 'warning',
    remedy: {
      zh: '核对该科目属于哪一本预算，从另一张表中移出',
      en: 'Check which budget the item belongs to and take it out of the other table',
    },
    instances: (facts) => itemsOfBoth(facts, form),
    examples: {
      ...examples(
        `${other}\n2139999 小计=5.00\n${title}\n{} expenditure=3.00`,
        ['2296099', '2139999', null],
        `${title}\n2296099 expenditure=3.00`,
      ),
      undecided: null,
    },
  });
}

function itemsOfBoth(facts: Lookup, form: FormId): readonly Judgement[] {
  if (!viewOf(facts, GENERAL)) return [];
  return facts.rows(form).flatMap((row) => {
    const here = facts.operand(form, row.key, 'expenditure');
    if (row.code?.length !== 7 || !here || isZero(here.amount)) return [];
    const there = facts.operand(GENERAL, row.key, 'total');
    const both = there !== undefined && !isZero(there.amount);
    const judgement: Judgement = {
      kind: 'judgement',
      key: here.key,
      outcome: both ? 'fails' : 'holds',
      places: both ? [here.place, there.place] : [here.place],
      operands: both ? [here, there] : [here],
      message: {
        zh: `项级科目 ${row.code} 同时列在两本预算的支出表中，请核实`,
        en: `Item ${row.code} is in the expenditure tables of two budgets; please check`,
      },
    };
    return [judgement];
  });
}
