import type { Lookup, Row } from '../facts/lookup.js';
import { tableRule } from './articulation.js';
import { all, cell, childSum, equal, type Identities, sumsOver } from './equation.js';
import { examples } from './examples.js';
import { economicColumns, isZero, knowsLines, viewOf } from './form-view.js';
import type { Rule } from './model.js';

const FORM = 'basic-expenditure';
const GENERAL = 'general-public-budget-expenditure';
const TITLE = '一般公共预算财政拨款基本支出决算表';
const PERSONNEL = ['301', '303'];
const PUBLIC = ['302', '307', '309', '310', '311', '312', '313', '399'];
const COLUMNS = ['amount', 'basic'];

/** The form by economic classification: in itself and against the functional one. */
export const ECONOMIC_EXPENDITURE_RULES: readonly Rule[] = [
  tableRule({
    id: `${FORM}.classes-sum`,
    zh: '基本支出决算表各类经济科目等于所属款之和',
    en: 'Each economic class is the sum of its items',
    forms: TITLE,
    instances: childSum(FORM, COLUMNS),
    examples: examples(
      `${TITLE}
      列 其中:基本支出
      302 商品和服务支出 60.00
      30201 办公费 45.00
      30211 差旅费 {}`,
      ['15.00', '51.00', '15.01'],
      `${TITLE}\n列 其中:基本支出\n302 商品和服务支出 60.00`,
    ),
  }),
  tableRule({
    id: `${FORM}.personnel-total`,
    zh: '人员经费合计等于工资福利支出与对个人和家庭的补助之和',
    en: 'Personnel funds are wages and benefits and subsidies to individuals and families',
    forms: TITLE,
    instances: (facts) => sumOfClasses(facts, 'personnel-total', PERSONNEL),
    examples: examples(
      `${TITLE}
      列 其中:基本支出
      301 工资福利支出 60.00
      303 对个人和家庭的补助 15.00
      人员经费合计 {}`,
      ['75.00', '57.00', '75.01'],
      `${TITLE}\n列 其中:基本支出\n301 工资福利支出 60.00`,
    ),
  }),
  tableRule({
    id: `${FORM}.public-total`,
    zh: '公用经费合计等于商品和服务支出及各类资本性支出、债务利息、补助、其他支出之和',
    en: 'Public funds are goods and services, interest, capital outlays, subsidies and others',
    forms: TITLE,
    instances: (facts) => sumOfClasses(facts, 'public-total', PUBLIC),
    examples: examples(
      `${TITLE}
      列 其中:基本支出
      302 商品和服务支出 20.00
      310 资本性支出 5.00
      公用经费合计 {}`,
      ['25.00', '52.00', '25.01'],
      `${TITLE}\n列 其中:基本支出\n302 商品和服务支出 20.00`,
    ),
  }),
  tableRule({
    id: `${FORM}.grand-total`,
    zh: '基本支出合计等于人员经费与公用经费之和',
    en: 'Basic expenditure is personnel and public funds',
    forms: TITLE,
    instances: all(
      ...COLUMNS.map((column) =>
        equal(cell(FORM, 'total', column), [
          cell(FORM, 'personnel-total', column),
          cell(FORM, 'public-total', column),
        ]),
      ),
    ),
    examples: examples(
      `${TITLE}
      列 其中:基本支出
      人员经费合计 75.00
      公用经费合计 25.00
      合计 {}`,
      ['100.00', '110.00', '100.01'],
      `${TITLE}\n列 其中:基本支出\n人员经费合计 75.00`,
    ),
  }),
  tableRule({
    id: `${FORM}.total-equals-general-public-budget`,
    zh: '人员经费与公用经费之和等于一般公共预算财政拨款支出决算表合计行的基本支出',
    en: 'Personnel and public funds are the basic expenditure of the general public budget',
    forms: `${TITLE}与一般公共预算财政拨款支出决算表`,
    instances: againstGeneral,
    examples: examples(
      `一般公共预算财政拨款支出决算表
      合计 基本支出=100.00
      ${TITLE}
      列 其中:基本支出
      人员经费合计 75.00
      公用经费合计 {}`,
      ['25.00', '52.00', '25.01'],
      `${TITLE}\n列 其中:基本支出\n人员经费合计 75.00\n公用经费合计 25.00`,
    ),
  }),
];

/** A total and its classes, or the items that stand for a class that is not printed. */
function sumOfClasses(
  facts: Lookup,
  total: string,
  classes: readonly string[],
): ReturnType<Identities> {
  const view = viewOf(facts, FORM);
  const row = facts.row(FORM, total);
  if (!view || view.form.empty || !row || !knowsLines(view)) return [];
  const top = facts.topRows(FORM);
  if (top.some((each) => hasMoney(each) && !isKnown(each))) return [];
  const parts = top.filter((each) => classes.includes(each.code!.slice(0, 3)));
  return sumsOver(facts, row, parts, COLUMNS);
}

/** Classes of other years' classifications belong to neither total for certain. */
function isKnown(row: Row): boolean {
  const code = row.code!.slice(0, 3);
  return PERSONNEL.includes(code) || PUBLIC.includes(code);
}

function hasMoney(row: Row): boolean {
  return [...row.cells.values()].some((each) => !isZero(each.amount));
}

/** Basic expenditure, and all expenditure where the form has a column for it. */
function againstGeneral(facts: Lookup): ReturnType<Identities> {
  const view = viewOf(facts, FORM);
  if (!view || !facts.row(GENERAL, 'total') || !isOfGeneralPublicBudget(facts)) return [];
  const { basic, all: whole } = economicColumns(view);
  return [
    ...(basic === null ? [] : totalEquals(facts, basic, 'basic')),
    ...(whole === null ? [] : totalEquals(facts, whole, 'total')),
  ];
}

function totalEquals(facts: Lookup, column: string, general: string): ReturnType<Identities> {
  const sum = [cell(FORM, 'personnel-total', column), cell(FORM, 'public-total', column)];
  const printed = sum.every((ref) => facts.row(FORM, ref.key));
  const left = printed ? sum : cell(FORM, 'total', column);
  return equal(left, cell(GENERAL, 'total', general))(facts);
}

/** A form titled 财政拨款基本支出 may hold basic expenditure out of the funds too. */
function isOfGeneralPublicBudget(facts: Lookup): boolean {
  if (viewOf(facts, FORM)!.form.title.includes('一般公共预算')) return true;
  return ['government-managed-funds', 'state-capital-operations'].every((form) => {
    const spent = facts.cell(form as typeof FORM, 'total', 'basic');
    return spent === undefined || isZero(spent.amount);
  });
}
