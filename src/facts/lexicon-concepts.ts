import { COUNTS, THREE_PUBLIC } from './lexicon-expenses.js';
import { ASSETS, RELATED_INFORMATION, STAFF } from './lexicon-information.js';
import type { Concept, ConceptCell } from './lexicon-model.js';
import type { Scope } from './model.js';

type Cells = Partial<Record<Scope, ConceptCell>>;

const SUMMARY = 'income-expenditure-summary';
const APPROPRIATION = 'appropriation-summary';
const GENERAL = 'general-public-budget-expenditure';
const FUNDS = 'government-managed-funds';
const CAPITAL = 'state-capital-operations';

const income = (column: string): Cells => ({
  'all-funds': { form: 'income', line: 'total', column },
});
const expenditure = (column: string): Cells => ({
  'all-funds': { form: 'expenditure', line: 'total', column },
});
const summary = (line: string, side: '收入' | '支出'): Cells => ({
  'all-funds': { form: SUMMARY, line, column: 'amount', side },
});

const TOTALS: readonly Concept[] = [
  {
    id: 'income-total',
    names: ['收入总计', '收入决算总计', '收入总体', '收入总计数'],
    cells: {
      ...summary('total', '收入'),
      appropriation: { form: APPROPRIATION, line: 'total', column: 'amount', side: '收入' },
    },
  },
  {
    id: 'expenditure-total',
    names: ['支出总计', '支出决算总计', '支出总计数'],
    cells: {
      ...summary('total', '支出'),
      appropriation: { form: APPROPRIATION, line: 'total', column: 'total', side: '支出' },
    },
  },
  {
    id: 'income-expenditure-total',
    names: [
      ...[
        '收入支出总计',
        '收支总计',
        '收、支总计',
        '收入、支出总计',
        '收入和支出总计',
        '收支决算总计',
      ],
      ...[
        '收入与支出总计',
        '收入支出决算总计',
        '收入、支出决算总计',
        '收入及支出总计',
        '收/支总计',
        '收、支总决算',
        '收支总决算',
        '收入支出总体',
        '收支总体',
      ],
    ],
    parts: ['income-total', 'expenditure-total'],
  },
  {
    id: 'current-income',
    names: ['本年收入合计', '收入合计', '本年收入', '本年收入总额', '收入决算合计', '本年收入决算'],
    cells: {
      ...income('current-year'),
      appropriation: {
        form: APPROPRIATION,
        line: 'current-income',
        column: 'amount',
        side: '收入',
      },
      'general-public-budget': {
        form: APPROPRIATION,
        line: 'general-public-budget',
        column: 'amount',
        side: '收入',
      },
      'government-managed-funds': { form: FUNDS, line: 'total', column: 'income' },
      'state-capital-operations': { form: CAPITAL, line: 'total', column: 'income' },
    },
  },
  {
    id: 'current-expenditure',
    names: ['本年支出合计', '支出合计', '本年支出', '本年支出总额', '支出决算合计', '本年支出决算'],
    cells: {
      ...expenditure('current-year'),
      appropriation: {
        form: APPROPRIATION,
        line: 'current-expenditure',
        column: 'total',
        side: '支出',
      },
      'general-public-budget': { form: GENERAL, line: 'total', column: 'total' },
      'government-managed-funds': { form: FUNDS, line: 'total', column: 'expenditure' },
      'state-capital-operations': { form: CAPITAL, line: 'total', column: 'expenditure' },
    },
  },
];

/**
 * 收入 and 支出 of one kind of money. In the section on all income they are a column of its
 * table.
 */
const BY_SCOPE: readonly Concept[] = [
  {
    id: 'scoped-income',
    names: [],
    cells: {
      appropriation: {
        form: APPROPRIATION,
        line: 'current-income',
        column: 'amount',
        side: '收入',
      },
      'general-public-budget': {
        form: APPROPRIATION,
        line: 'general-public-budget',
        column: 'amount',
        side: '收入',
      },
      'government-managed-funds': { form: FUNDS, line: 'total', column: 'income' },
      'state-capital-operations': {
        form: APPROPRIATION,
        line: 'state-capital-operations',
        column: 'amount',
        side: '收入',
      },
    },
  },
  {
    id: 'scoped-expenditure',
    names: [],
    cells: {
      appropriation: {
        form: APPROPRIATION,
        line: 'current-expenditure',
        column: 'total',
        side: '支出',
      },
      'general-public-budget': { form: GENERAL, line: 'total', column: 'total' },
      'government-managed-funds': { form: FUNDS, line: 'total', column: 'expenditure' },
      'state-capital-operations': { form: CAPITAL, line: 'total', column: 'expenditure' },
    },
  },
];

const PROJECT_NAMES = ['项目支出', '项目支出总额', '部门项目支出总额', '部门预算项目支出总额'];

const PARTS: readonly Concept[] = [
  {
    id: 'superior-subsidy-income',
    names: ['上级补助收入', '上级补助预算收入'],
    cells: income('superior-subsidy'),
  },
  {
    id: 'institution-income',
    names: ['事业收入', '事业预算收入'],
    cells: income('institution'),
  },
  { id: 'business-income', names: ['经营收入', '经营预算收入'], cells: income('business') },
  {
    id: 'affiliated-income',
    names: ['附属单位上缴收入', '附属单位上缴预算收入', '附属单位缴款'],
    cells: income('affiliated'),
  },
  { id: 'other-income', names: ['其他收入', '其他预算收入'], cells: income('other') },
  {
    id: 'use-of-surplus',
    names: [
      ...['使用非财政拨款结余', '使用非财政拨款结余(含专用结余)', '使用非财政拨款结余和专用结余'],
      ...['用事业基金弥补收支差额', '使用专用结余'],
    ],
    cells: summary('use-of-surplus', '收入'),
  },
  {
    id: 'opening-balance',
    names: [
      ...[
        '年初结转和结余',
        '上年结转和结余',
        '年初结转结余',
        '上年结转结余',
        '上年结转',
        '年初结转',
      ],
      ...['年初财政拨款结转和结余', '年初财政拨款结转结余', '上年财政拨款结转和结余'],
      ...['上年结转结余资金', '年初结余', '上年结余'],
    ],
    cells: {
      ...summary('opening-balance', '收入'),
      appropriation: {
        form: APPROPRIATION,
        line: 'opening-balance',
        column: 'amount',
        side: '收入',
      },
      'government-managed-funds': { form: FUNDS, line: 'total', column: 'opening' },
      'state-capital-operations': { form: CAPITAL, line: 'total', column: 'opening' },
    },
  },
  {
    id: 'closing-balance',
    names: [
      ...[
        '年末结转和结余',
        '年末结转结余',
        '结转下年',
        '年末结转',
        '结转下年支出',
        '结转和结余资金',
      ],
      ...['年末财政拨款结转和结余', '年末财政拨款结转结余'],
    ],
    cells: {
      ...summary('closing-balance', '支出'),
      appropriation: {
        form: APPROPRIATION,
        line: 'closing-balance',
        column: 'total',
        side: '支出',
      },
      'government-managed-funds': { form: FUNDS, line: 'total', column: 'closing' },
      'state-capital-operations': { form: CAPITAL, line: 'total', column: 'closing' },
    },
  },
  {
    id: 'general-opening-balance',
    names: ['年初一般公共预算财政拨款结转和结余', '年初一般公共预算财政拨款结转结余'],
    cells: {
      'general-public-budget': {
        form: APPROPRIATION,
        line: 'opening-general-public-budget',
        column: 'amount',
        side: '收入',
      },
    },
  },
  {
    id: 'general-closing-balance',
    names: ['年末一般公共预算财政拨款结转和结余', '年末一般公共预算财政拨款结转结余'],
    cells: {
      'general-public-budget': {
        form: APPROPRIATION,
        line: 'closing-balance',
        column: 'general-public-budget',
        side: '支出',
      },
    },
  },
  {
    id: 'surplus-distribution',
    names: ['结余分配', '提取专用结余'],
    cells: summary('surplus-distribution', '支出'),
  },
  ...(['basic', 'project'] as const).map(
    (column): Concept => ({
      id: `${column}-expenditure`,
      names: column === 'basic' ? ['基本支出', '基本支出总额'] : PROJECT_NAMES,
      cells: {
        ...expenditure(column),
        'general-public-budget': { form: GENERAL, line: 'total', column },
        'government-managed-funds': { form: FUNDS, line: 'total', column },
        'state-capital-operations': { form: CAPITAL, line: 'total', column },
      },
    }),
  ),
  {
    id: 'remitted-to-superior',
    names: ['上缴上级支出'],
    cells: expenditure('remitted-to-superior'),
  },
  { id: 'business-expenditure', names: ['经营支出'], cells: expenditure('business') },
  {
    id: 'subsidy-to-affiliated',
    names: ['对附属单位补助支出', '对附属单位补助', '对下级单位补助支出'],
    cells: expenditure('subsidy-to-affiliated'),
  },
  {
    id: 'personnel-total',
    names: ['人员经费', '人员经费支出', '人员支出'],
    cells: {
      'general-public-budget': {
        form: 'basic-expenditure',
        line: 'personnel-total',
        column: 'basic',
      },
    },
  },
  {
    id: 'public-total',
    names: [
      '公用经费',
      '日常公用经费',
      '公用经费支出',
      '日常公用经费支出',
      '日常公用支出',
      '公用支出',
    ],
    cells: {
      'general-public-budget': { form: 'basic-expenditure', line: 'public-total', column: 'basic' },
    },
  },
];

/** All concepts of the narrative. */
export const CONCEPTS: readonly Concept[] = [
  ...TOTALS,
  ...BY_SCOPE,
  ...PARTS,
  ...THREE_PUBLIC,
  ...COUNTS,
  ...RELATED_INFORMATION,
  ...ASSETS,
  ...STAFF,
];
