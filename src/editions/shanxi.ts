import { STATUTORY_FORMS } from '../forms/model.js';
import { elsewhere } from './elsewhere.js';
import { formsInOrder, publicNumber } from './forms-in-order.js';
import type { Edition } from './model.js';
import { DEFAULT_PRINT, layoutOf, SPENT, SUMMARY_FOOT, THREE_PUBLIC } from './print-default.js';
import type { CodeRange } from './print-model.js';

/** Four blocks; what is spent on assets and enterprises breaks after 31010. */
const ECONOMIC_BLOCKS: readonly (readonly CodeRange[])[] = [
  [
    ['301', '301'],
    ['303', '303'],
  ],
  [['302', '302']],
  [['307', '31010']],
  [['31011', '399']],
];

import { SHANXI_TEXT } from './narrative-shanxi.js';

/** Shanxi, 2022: ten tables in yuan; the sixth shows all expenditure and the basic part of it. */
export const SHANXI: Edition = {
  id: 'shanxi-2022',
  name: { zh: '山西省（2022年度）', en: 'Shanxi (2022)' },
  issuer: { zh: '山西省财政厅', en: 'Finance Department of Shanxi Province' },
  years: [2022, 2022],
  forms: formsInOrder(STATUTORY_FORMS, publicNumber, {
    'income-expenditure-summary': {
      layout: layoutOf('income-expenditure-summary', 'two-sided', { foot: SUMMARY_FOOT }),
    },
    'appropriation-summary': {
      lines: {
        'state-capital-operations': '国有资本经营财政拨款',
      },
    },
    'basic-expenditure': {
      title: '一般公共预算财政拨款支出决算明细表',
      columns: { amount: '金额', basic: '其中：基本支出' },
      layout: layoutOf('basic-expenditure', 'blocks', {
        shows: '一般公共预算财政拨款支出明细情况（其中包括基本支出明细情况）',
        what: '一般公共预算财政拨款支出',
        blocks: ECONOMIC_BLOCKS,
        columns: ['amount', 'basic'],
        omitted: ['31206', '39906'],
        dashed: { basic: ['309', '311', '313'] },
      }),
    },
    'three-public-expenses': {
      layout: layoutOf('three-public-expenses', 'measures', {
        arrangement: 'halves',
        columns: THREE_PUBLIC,
      }),
    },
    'state-capital-operations': {
      columns: { expenditure: '合计', basic: '基本支出', project: '项目支出' },
      layout: layoutOf('state-capital-operations', 'open', { columns: SPENT }),
    },
  }),
  print: {
    ...DEFAULT_PRINT,
    separators: false,
    entity: '部门名称',
    tail: '本套报表金额单位转换时可能存在尾数误差。',
    empty: '说明：本表无数据',
  },
  order: ['overview', 'tables', 'narrative', 'glossary', 'annex'],
  unit: '元',
  lineNumbers: true,
  budgetMeans: 'full-year',
  shareBases: { smallFirms: 'procurement-total', microFirms: 'procurement-total' },
  disclosures: [
    'duties',
    'overall',
    'general-public-budget',
    'basic-expenditure',
    'government-managed-funds',
    'state-capital-operations',
    'three-public',
    'three-public-counts',
    'operating-expenses',
    'procurement',
    'small-firms',
    'state-assets',
    'performance',
    'glossary',
  ],
  words: {
    increase: '增加',
    decrease: '减少',
    rateUp: '增长',
    rateDown: '下降',
    unchanged: '与上年相同',
    completion: '完成全年预算的',
    spaced: false,
    separators: true,
    trimmed: false,
  },
  text: SHANXI_TEXT,
  glossary: [
    'appropriation-income',
    'basic-expenditure',
    'project-expenditure',
    'three-public',
    'operating-expenses',
  ],
  profile: 'shanxi-2022',
  marks: [
    elsewhere('山西'),
    { on: 'number', pattern: /^公开10表$/, weight: 25 },
    { on: 'title', pattern: /部门决算公开相关信息统计表/, weight: 30 },
    { on: 'title', pattern: /一般公共预算财政拨款支出决算明细表/, weight: 25 },
    { on: 'column', pattern: /^basic-expenditure\/amount$/, weight: 15 },
    { on: 'text', pattern: /^部门名称[:：]/, weight: 5 },
    { on: 'text', pattern: /完成全年预算的/, weight: 10 },
    { on: 'text', pattern: /^\s*第二部分.*(?:决算表|决算报表)/, weight: 5 },
  ],
};
