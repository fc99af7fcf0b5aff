import { elsewhere } from './elsewhere.js';
import { formsInOrder, NINE_FORMS } from './forms-in-order.js';
import type { Edition } from './model.js';
import { SHANGHAI_TEXT } from './narrative-shanghai.js';
import { DEFAULT_PRINT, layoutOf, THREE_PUBLIC, WITH_BALANCES } from './print-default.js';

/**
 * Shanghai, 2024 and 2025: nine tables without numbers or 行次; 预算数 and 决算数 in pairs of
 * columns.
 */
export const SHANGHAI: Edition = {
  id: 'shanghai-2024',
  name: { zh: '上海市（2024—2025年度）', en: 'Shanghai (2024-2025)' },
  issuer: { zh: '上海市财政局', en: 'Shanghai Municipal Finance Bureau' },
  years: [2024, 2025],
  forms: formsInOrder(NINE_FORMS, null, {
    'income-expenditure-summary': {
      lines: { 'use-of-surplus': '使用非财政拨款结余（含专用结余）' },
    },
    'appropriation-summary': {
      columns: { amount: '决算数' },
      layout: layoutOf('appropriation-summary', 'two-sided', {
        numbered: [
          'opening-general-public-budget',
          'opening-government-managed-funds',
          'opening-state-capital-operations',
        ],
      }),
    },
    'general-public-budget-expenditure': {
      totalOnTop: false,
      columns: { total: '合计', basic: '基本支出', project: '项目支出' },
      layout: layoutOf('general-public-budget-expenditure', 'open', { grouped: false }),
    },
    'basic-expenditure': {
      columns: { basic: '决算数' },
      layout: layoutOf('basic-expenditure', 'blocks', {
        orientation: 'portrait',
        blocks: [
          [
            ['301', '301'],
            ['303', '303'],
          ],
          [
            ['302', '302'],
            ['310', '310'],
          ],
        ],
        heads: null,
        codeHeading: '经济分类科目编码',
        codeLevels: ['类', '款'],
        omitted: ['31005', '31006', '31008', '31009', '31010', '31011', '31012', '30306'],
      }),
    },
    'three-public-expenses': {
      layout: layoutOf('three-public-expenses', 'measures', {
        arrangement: 'pairs',
        columns: THREE_PUBLIC,
        over: '财政拨款“三公”经费',
      }),
    },
    'government-managed-funds': { totalOnTop: false },
    'state-capital-operations': {
      title: '国有资本经营预算财政拨款收入支出决算表',
      totalOnTop: false,
      layout: layoutOf('state-capital-operations', 'open', { columns: WITH_BALANCES }),
    },
  }),
  print: {
    ...DEFAULT_PRINT,
    columnNumbers: null,
    codeHeading: '支出功能分类科目编码',
    codeLevels: ['类', '款', '项'],
    entity: null,
    unit: '单位',
    year: null,
    note: null,
    empty: '注：{entity}无{what}，故本表无数据。',
  },
  order: ['overview', 'tables', 'narrative', 'glossary'],
  unit: '万元',
  lineNumbers: false,
  budgetMeans: 'initial',
  shareBases: { smallFirms: 'procurement-total', microFirms: 'procurement-total' },
  disclosures: [
    'duties',
    'units',
    'overall',
    'general-public-budget',
    'basic-expenditure',
    'three-public',
    'three-public-counts',
    'government-managed-funds',
    'state-capital-operations',
    'performance',
    'operating-expenses',
    'procurement',
    'state-assets',
    'glossary',
  ],
  words: {
    increase: '增加',
    decrease: '减少',
    rateUp: '增长',
    rateDown: '下降',
    unchanged: '持平',
    completion: '完成年初预算的',
    spaced: true,
    separators: false,
    trimmed: false,
  },
  text: SHANGHAI_TEXT,
  glossary: [
    'appropriation-income',
    'basic-expenditure',
    'project-expenditure',
    'three-public',
    'operating-expenses',
  ],
  profile: null,
  marks: [
    elsewhere('上海'),
    { on: 'text', pattern: /收入支出总计.*(?:与|比)\s*\d{4}\s*年度?相?比?/, weight: 20 },
    { on: 'text', pattern: /年初预算为.*支出决算为/, weight: 20 },
    { on: 'text', pattern: /各预算单位开支财政拨款的公务用车保有量/, weight: 20 },
    { on: 'text', pattern: /具体情况如下[:：]?$/, weight: 5 },
    { on: 'title', pattern: /国有资本经营预算财政拨款收入支出决算表/, weight: 15 },
    { on: 'column', pattern: /^state-capital-operations\/opening$/, weight: 10 },
    { on: 'text', pattern: /预算绩效管理情况/, weight: 10 },
    { on: 'number', pattern: /./, weight: -30 },
    { on: 'line-numbers', pattern: /true/, weight: -30 },
  ],
};
