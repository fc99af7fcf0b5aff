import type { FormId } from '../../src/forms/model.js';
import type { KitUnit } from './money.js';

export type KitEdition =
  | 'shanxi'
  | 'shaanxi'
  | 'liaoning'
  | 'shanghai'
  | 'invented-east'
  | 'invented-west';

export interface FormStyle {
  readonly form: FormId | 'project-detail';
  readonly number: string;
  readonly title: string;
  readonly totalOnTop: boolean;
}

/** How an invented province prints: the kit's own description, independent of src/editions. */
export interface Style {
  readonly id: KitEdition;
  readonly year: number;
  readonly unit: KitUnit;
  readonly separators: boolean;
  readonly zero: '' | '0.00';
  readonly tablesFirst: boolean;
  /** 行次 beside the lines, 栏次 under the headings, and whether 行次 prints as 1.00. */
  readonly lineNumbers: boolean;
  readonly lineNumberDecimals: boolean;
  readonly columnNumbers: boolean;
  readonly entityLabel: string;
  readonly unitLabel: string;
  /** Year line under the title of each table. */
  readonly yearLine: boolean;
  readonly forms: readonly FormStyle[];
  readonly threePublic: 'blocks' | 'rows' | 'list' | 'pairs';
  readonly meetings: boolean;
  readonly economic: { readonly blocks: 2 | 3 | 4; readonly amount: boolean };
  readonly fundsColumns: 'balances' | 'expenditure';
  readonly capitalColumns: 'balances' | 'expenditure';
  readonly appropriationLine: boolean;
  readonly classCount: 24 | 26;
  readonly words: Words;
  readonly roundingNote: string;
  readonly emptyTable: 'note' | 'list' | 'standing';
  readonly budgetMeans: 'initial' | 'full-year';
}

/** Printed variants of headings and labels. */
export interface Words {
  readonly line: string;
  readonly code: string;
  readonly name: string;
  readonly amount: string;
  readonly summaryAmount: string;
  readonly opening: string;
  readonly closing: string;
  readonly appropriationOpening: string;
  readonly appropriationClosing: string;
  readonly use: string;
  readonly summaryTotal: readonly [income: string, expenditure: string];
  readonly currentIncome: string;
  readonly currentExpenditure: string;
  readonly general: readonly [total: string, group: boolean];
  readonly abroad: string;
  readonly operation: string;
  readonly affiliatedSubsidy: string;
  readonly economicAmount: string;
}

const WORDS: Words = {
  line: '行次',
  code: '功能分类科目编码',
  name: '科目名称',
  amount: '金额',
  summaryAmount: '决算数',
  opening: '年初结转和结余',
  closing: '年末结转和结余',
  appropriationOpening: '年初财政拨款结转和结余',
  appropriationClosing: '年末财政拨款结转和结余',
  use: '使用非财政拨款结余',
  summaryTotal: ['总计', '总计'],
  currentIncome: '本年收入合计',
  currentExpenditure: '本年支出合计',
  general: ['小计', true],
  abroad: '因公出国（境）费',
  operation: '公务用车运行维护费',
  affiliatedSubsidy: '对附属单位补助支出',
  economicAmount: '决算数',
};

const TITLES: Readonly<Record<FormId, string>> = {
  'income-expenditure-summary': '收入支出决算总表',
  income: '收入决算表',
  expenditure: '支出决算表',
  'appropriation-summary': '财政拨款收入支出决算总表',
  'general-public-budget-expenditure': '一般公共预算财政拨款支出决算表',
  'basic-expenditure': '一般公共预算财政拨款基本支出决算表',
  'three-public-expenses': '财政拨款“三公”经费支出决算表',
  'government-managed-funds': '政府性基金预算财政拨款收入支出决算表',
  'state-capital-operations': '国有资本经营预算财政拨款支出决算表',
  'related-information': '部门决算公开相关信息统计表',
};

function forms(
  order: readonly (FormId | 'project-detail')[],
  numberOf: (index: number) => string,
  titles: Partial<Record<FormId | 'project-detail', string>> = {},
  bottom: readonly (FormId | 'project-detail')[] = [],
): FormStyle[] {
  return order.map((form, index) => ({
    form,
    number: numberOf(index + 1),
    title: titles[form] ?? (form === 'project-detail' ? '项目支出决算明细表' : TITLES[form]),
    totalOnTop: !bottom.includes(form),
  }));
}

const ORDER: readonly FormId[] = [
  'income-expenditure-summary',
  'income',
  'expenditure',
  'appropriation-summary',
  'general-public-budget-expenditure',
  'basic-expenditure',
  'three-public-expenses',
  'government-managed-funds',
  'state-capital-operations',
];

const SHAANXI_ORDER: readonly FormId[] = [
  ...ORDER.slice(0, 6),
  'government-managed-funds',
  'state-capital-operations',
  'three-public-expenses',
];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const SHANXI: Style = {
  id: 'shanxi',
  year: 2022,
  unit: '元',
  separators: false,
  zero: '',
  tablesFirst: true,
  lineNumbers: true,
  lineNumberDecimals: true,
  columnNumbers: true,
  entityLabel: '部门名称',
  unitLabel: '金额单位',
  yearLine: true,
  forms: forms([...ORDER, 'related-information'], (n) => `公开${String(n).padStart(2, '0')}表`, {
    'basic-expenditure': '一般公共预算财政拨款支出决算明细表',
  }),
  threePublic: 'blocks',
  meetings: false,
  economic: { blocks: 4, amount: true },
  fundsColumns: 'balances',
  capitalColumns: 'expenditure',
  appropriationLine: false,
  classCount: 26,
  words: { ...WORDS, summaryTotal: ['收入总计', '总计'] },
  roundingNote: '本套报表金额单位转换时可能存在尾数误差。',
  emptyTable: 'note',
  budgetMeans: 'full-year',
};

const SHAANXI: Style = {
  ...SHANXI,
  id: 'shaanxi',
  unit: '万元',
  separators: true,
  tablesFirst: false,
  lineNumberDecimals: false,
  entityLabel: '编制部门',
  yearLine: false,
  forms: forms(SHAANXI_ORDER, (n) => `公开${String(n).padStart(2, '0')}表`, {
    'three-public-expenses': '财政拨款“三公”经费及会议费、培训费支出决算表',
  }),
  threePublic: 'rows',
  meetings: true,
  economic: { blocks: 3, amount: false },
  words: {
    ...WORDS,
    code: '科目代码',
    appropriationOpening: '年初结转和结余',
    appropriationClosing: '年末结转和结余',
    abroad: '因公出国（境）费用',
  },
  roundingNote: '本表金额转换为万元时，因四舍五入可能存在尾差。',
  emptyTable: 'list',
};

const LIAONING: Style = {
  ...SHANXI,
  id: 'liaoning',
  year: 2023,
  unit: '万元',
  separators: true,
  tablesFirst: false,
  lineNumberDecimals: false,
  entityLabel: '部门',
  forms: forms(ORDER, (n) => `公开 ${String(n).padStart(2, '0')} 表`, {
    'basic-expenditure': '一般公共预算财政拨款基本支出决算明细表',
    'three-public-expenses': '财政拨款“三公经费”支出决算明细表',
    'state-capital-operations': '国有资本经营预算财政拨款收入支出决算表',
  }),
  threePublic: 'list',
  economic: { blocks: 3, amount: false },
  words: { ...WORDS, line: '行', summaryAmount: '金额', use: '使用非财政拨款结余(含专用结余)' },
  roundingNote: '本表金额转换成万元时，因四舍五入可能存在尾差。',
  emptyTable: 'standing',
  budgetMeans: 'initial',
};

const SHANGHAI: Style = {
  ...SHANXI,
  id: 'shanghai',
  year: 2024,
  unit: '万元',
  separators: true,
  zero: '0.00',
  lineNumbers: false,
  lineNumberDecimals: false,
  columnNumbers: false,
  entityLabel: '部门',
  unitLabel: '单位',
  yearLine: false,
  forms: forms(
    ORDER,
    () => '',
    { 'state-capital-operations': '国有资本经营预算财政拨款收入支出决算表' },
    ['general-public-budget-expenditure'],
  ),
  threePublic: 'pairs',
  economic: { blocks: 2, amount: false },
  capitalColumns: 'balances',
  classCount: 24,
  words: { ...WORDS, amount: '决算数', general: ['合计', false] },
  roundingNote: '',
  emptyTable: 'note',
  budgetMeans: 'initial',
};

const EAST: Style = {
  ...SHANXI,
  id: 'invented-east',
  year: 2023,
  unit: '元',
  separators: true,
  lineNumbers: false,
  lineNumberDecimals: false,
  columnNumbers: false,
  entityLabel: '编制单位',
  unitLabel: '单位',
  yearLine: false,
  forms: forms(
    [...ORDER.slice(0, 3), 'project-detail', ...ORDER.slice(3)],
    (n) => `附件2-${n}`,
    {
      'income-expenditure-summary': '2023年度部门收支决算总表',
      income: '2023年度部门收入总表',
      expenditure: '2023年度部门支出总表',
      'appropriation-summary': '2023年度部门财政拨款收支决算总表',
      'general-public-budget-expenditure': '2023年度一般公共预算支出决算表',
      'basic-expenditure': '2023年度一般公共预算基本支出决算表',
      'three-public-expenses': '2023年度“三公”经费决算情况表',
      'government-managed-funds': '2023年度政府性基金预算支出决算表',
      'state-capital-operations': '2023年度国有资本经营预算支出决算表',
      'project-detail': '2023年度项目支出决算明细表',
    },
    ['income', 'expenditure', 'general-public-budget-expenditure', 'government-managed-funds'],
  ),
  threePublic: 'rows',
  economic: { blocks: 2, amount: false },
  fundsColumns: 'expenditure',
  appropriationLine: true,
  words: {
    ...WORDS,
    code: '科目编码',
    opening: '上年结转和结余',
    closing: '结转下年',
    summaryTotal: ['收入总计', '支出总计'],
    appropriationOpening: '上年结转和结余',
    appropriationClosing: '结转下年',
    currentIncome: '本年收入小计',
    currentExpenditure: '本年支出小计',
    general: ['合计', false],
    abroad: '因公出国（境）费用',
    operation: '公务用车运行费',
    affiliatedSubsidy: '对附属单位补助',
    economicAmount: '金额',
  },
  roundingNote: '',
};

const WEST: Style = {
  ...SHANXI,
  id: 'invented-west',
  year: 2021,
  unit: '万元',
  separators: false,
  zero: '0.00',
  tablesFirst: false,
  lineNumberDecimals: false,
  columnNumbers: false,
  entityLabel: '公开部门',
  yearLine: true,
  forms: forms(
    [
      'income-expenditure-summary',
      'income',
      'expenditure',
      'appropriation-summary',
      'general-public-budget-expenditure',
      'basic-expenditure',
      'government-managed-funds',
      'state-capital-operations',
      'three-public-expenses',
    ],
    (n) => `表${NUMERALS[n - 1]}`,
    {
      'income-expenditure-summary': '部门收入支出总体情况表',
      income: '部门收入总体情况表',
      expenditure: '部门支出总体情况表',
      'appropriation-summary': '财政拨款收入支出总体情况表',
      'general-public-budget-expenditure': '一般公共预算财政拨款支出情况表',
      'basic-expenditure': '一般公共预算财政拨款基本支出情况表',
      'three-public-expenses': '“三公”经费及会议费、培训费支出情况表',
    },
    ['income', 'expenditure'],
  ),
  threePublic: 'list',
  meetings: true,
  economic: { blocks: 3, amount: false },
  words: {
    ...WORDS,
    line: '序号',
    code: '科目编码',
    summaryAmount: '金额',
    affiliatedSubsidy: '对附属单位补助支出',
  },
  roundingNote: '因四舍五入，部分数据可能存在尾差。',
  emptyTable: 'standing',
  budgetMeans: 'initial',
};

/** Every province the kit can print; the last two exist nowhere. */
export const STYLES: Readonly<Record<KitEdition, Style>> = {
  shanxi: SHANXI,
  shaanxi: SHAANXI,
  liaoning: LIAONING,
  shanghai: SHANGHAI,
  'invented-east': EAST,
  'invented-west': WEST,
};

export const KIT_EDITIONS = Object.keys(STYLES) as readonly KitEdition[];
