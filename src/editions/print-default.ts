import type { FormId } from '../forms/model.js';
import { INFORMATION_LAYOUT } from './print-information.js';
import type { TableLayout, TablePrint } from './print-model.js';

/** How a table is printed where an edition says nothing else. */
export const DEFAULT_PRINT: TablePrint = {
  decimals: 2,
  separators: true,
  zero: 'blank',
  lineHeading: '行次',
  columnNumbers: '栏次',
  codeHeading: '功能分类科目编码',
  nameHeading: '科目名称',
  codeLevels: [],
  entity: '部门',
  unit: '金额单位',
  year: '{year}年度',
  note: '注：',
  tail: null,
  notesApart: false,
  standing: null,
  empty: '说明：{entity}本年度无{what}，故本表无数据。',
  emptyList: null,
};

/** Optional classes that the summaries print though they are zero. */
const PRINTED_CLASSES: readonly string[] = ['223', '224', '231', '232', '234'];

const FUNDS = ['general-public-budget', 'government-managed-funds', 'state-capital-operations'];

/** The columns of a fund that shows only what was spent. */
export const SPENT: readonly string[] = ['expenditure', 'basic', 'project'];

/** Items of the three-public form in the Ministry's order. */
export const THREE_PUBLIC: readonly string[] = [
  'total',
  'abroad',
  'vehicles',
  'vehicle-purchase',
  'vehicle-operation',
  'reception',
];

/** The foot of the summary with an empty line above the total, as some platforms print it. */
export const SUMMARY_FOOT: readonly (readonly [string | null, string | null])[] = [
  ['current-income', 'current-expenditure'],
  ['use-of-surplus', 'surplus-distribution'],
  ['opening-balance', 'closing-balance'],
  [null, null],
  ['total', 'total'],
];

/** The columns of a fund whose balances are printed. */
export const WITH_BALANCES: readonly string[] = ['opening', 'income', ...SPENT, 'closing'];

const DEFAULTS: Readonly<Record<FormId, TableLayout>> = {
  'income-expenditure-summary': {
    kind: 'two-sided',
    orientation: 'portrait',
    shows: '的总收支和年末结转结余情况',
    what: '收支',
    left: [...FUNDS, 'superior-subsidy', 'institution', 'business', 'affiliated', 'other'],
    parts: [],
    classes: PRINTED_CLASSES,
    foot: [
      ['current-income', 'current-expenditure'],
      ['use-of-surplus', 'surplus-distribution'],
      ['opening-balance', 'closing-balance'],
      ['total', 'total'],
    ],
    numbered: [],
  },
  income: {
    kind: 'open',
    orientation: 'landscape',
    shows: '取得的各项收入情况',
    what: '收入',
    columns: null,
    grouped: true,
  },
  expenditure: {
    kind: 'open',
    orientation: 'landscape',
    shows: '各项支出情况',
    what: '支出',
    columns: null,
    grouped: true,
  },
  'appropriation-summary': {
    kind: 'two-sided',
    orientation: 'landscape',
    shows: '各项财政拨款的总收支和年末结转结余情况',
    what: '财政拨款收支',
    left: FUNDS,
    parts: [],
    classes: PRINTED_CLASSES,
    foot: [
      ['current-income', 'current-expenditure'],
      ['opening-balance', 'closing-balance'],
      ...FUNDS.map((fund) => [`opening-${fund}`, null] as const),
      ['total', 'total'],
    ],
    numbered: [],
  },
  'general-public-budget-expenditure': {
    kind: 'open',
    orientation: 'portrait',
    shows: '一般公共预算财政拨款支出情况',
    what: '一般公共预算财政拨款支出',
    columns: null,
    grouped: true,
  },
  'basic-expenditure': {
    kind: 'blocks',
    orientation: 'landscape',
    shows: '一般公共预算财政拨款基本支出明细情况',
    what: '一般公共预算财政拨款基本支出',
    blocks: [
      [
        ['301', '301'],
        ['303', '303'],
      ],
      [['302', '302']],
      [['307', '399']],
    ],
    columns: ['basic'],
    heads: ['人员经费', '公用经费'],
    codeHeading: '科目编码',
    codeLevels: [],
    omitted: ['309', '311', '313', '31206', '39906'],
    dashed: {},
  },
  'three-public-expenses': {
    kind: 'measures',
    orientation: 'landscape',
    shows:
      '“三公”经费支出预决算情况。其中，{budget}；决算数包括当年财政拨款和以前年度结转资金安排的实际支出',
    what: '财政拨款“三公”经费支出',
    arrangement: 'rows',
    columns: null,
    over: null,
  },
  'government-managed-funds': {
    kind: 'open',
    orientation: 'landscape',
    shows: '政府性基金预算财政拨款收入、支出及结转和结余情况',
    what: '政府性基金预算财政拨款收支',
    columns: WITH_BALANCES,
    grouped: true,
  },
  'state-capital-operations': {
    kind: 'open',
    orientation: 'landscape',
    shows: '国有资本经营预算财政拨款支出情况',
    what: '国有资本经营预算财政拨款收支',
    columns: null,
    grouped: true,
  },
  'related-information': INFORMATION_LAYOUT,
};

/** The layout of a form with what differs in an edition. */
export function layoutOf<Kind extends TableLayout['kind']>(
  form: FormId,
  _kind: Kind,
  differing: Partial<Extract<TableLayout, { kind: Kind }>>,
): TableLayout {
  return { ...DEFAULTS[form], ...differing } as TableLayout;
}

/** The layout of a form where an edition says nothing else. */
export function defaultLayout(form: FormId): TableLayout {
  return DEFAULTS[form];
}
