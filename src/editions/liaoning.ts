import { elsewhere } from './elsewhere.js';
import { formsInOrder, NINE_FORMS } from './forms-in-order.js';
import type { Edition } from './model.js';
import { LIAONING_TEXT } from './narrative-liaoning.js';
import { DEFAULT_PRINT, layoutOf, SPENT, SUMMARY_FOOT } from './print-default.js';

/**
 * Liaoning, 2023: nine tables at the end, the three-public expenses as a list with 预算数 and
 * 决算数.
 */
export const LIAONING: Edition = {
  id: 'liaoning-2023',
  name: { zh: '辽宁省（2023年度）', en: 'Liaoning (2023)' },
  issuer: { zh: '辽宁省财政厅', en: 'Finance Department of Liaoning Province' },
  years: [2023, 2023],
  forms: formsInOrder(NINE_FORMS, (n) => `公开 ${String(n).padStart(2, '0')} 表`, {
    'income-expenditure-summary': {
      columns: { amount: '金额' },
      lines: { 'use-of-surplus': '使用非财政拨款结余（含专用结余）' },
      layout: layoutOf('income-expenditure-summary', 'two-sided', {
        foot: SUMMARY_FOOT,
        lineHeading: '行',
      }),
    },
    'basic-expenditure': {
      title: '一般公共预算财政拨款基本支出决算明细表',
      columns: { basic: '决算数' },
    },
    'three-public-expenses': {
      title: '财政拨款“三公经费”支出决算明细表',
      lines: { budget: '预算数', final: '决算数' },
      columns: {
        total: '合 计',
        abroad: '1、因公出国（境）费',
        reception: '2、公务接待费',
        vehicles: '3、公务用车购置及运行费',
        'vehicle-operation': '其中：（1）公务用车运行维护费',
        'vehicle-purchase': '（2）公务用车购置费',
      },
      layout: layoutOf('three-public-expenses', 'measures', {
        orientation: 'portrait',
        arrangement: 'list',
        columns: [
          'total',
          'abroad',
          'reception',
          'vehicles',
          'vehicle-operation',
          'vehicle-purchase',
        ],
      }),
    },
    'state-capital-operations': {
      title: '国有资本经营预算财政拨款收入支出决算表',
      columns: { expenditure: '合计', basic: '基本支出', project: '项目支出' },
      layout: layoutOf('state-capital-operations', 'open', { columns: SPENT }),
    },
  }),
  print: {
    ...DEFAULT_PRINT,
    tail: '本表金额转换成万元时，因四舍五入可能存在尾差。',
    notesApart: true,
    standing: '如本表为空，则我部门本年度无此类资金收支余。',
    empty: null,
  },
  order: ['overview', 'narrative', 'glossary', 'tables', 'annex'],
  unit: '万元',
  lineNumbers: true,
  budgetMeans: 'initial',
  shareBases: { smallFirms: 'procurement-total', microFirms: 'small-firms' },
  disclosures: [
    'duties',
    'units',
    'overall',
    'general-public-budget',
    'government-managed-funds',
    'state-capital-operations',
    'three-public',
    'three-public-counts',
    'basic-expenditure',
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
    rateDown: '降低',
    unchanged: '持平',
    completion: '完成年初预算的',
    spaced: true,
    separators: false,
    trimmed: false,
  },
  text: LIAONING_TEXT,
  glossary: [
    'appropriation-income',
    'superior-subsidy',
    'institution-income',
    'business-income',
    'affiliated-income',
    'other-income',
    'use-of-surplus',
    'carried-over',
    'basic-expenditure',
    'project-expenditure',
    'remitted-to-superior',
    'business-expenditure',
    'subsidy-to-affiliated',
    'three-public',
    'operating-expenses',
  ],
  profile: 'liaoning-2023',
  marks: [
    elsewhere('辽宁'),
    { on: 'number', pattern: /^公开\s+\d\d\s+表$/, weight: 10 },
    { on: 'title', pattern: /三公经费[”"]?支出决算明细表/, weight: 30 },
    { on: 'title', pattern: /一般公共预算财政拨款基本支出决算明细表/, weight: 15 },
    { on: 'text', pattern: /如本表为空，则我部门/, weight: 20 },
    { on: 'text', pattern: /与部门决算中行政单位和参照公务员法管理事业单位/, weight: 20 },
    { on: 'label', pattern: /^使用非财政拨款结余[(（]含专用结余[)）]$/, weight: 15 },
    { on: 'label', pattern: /^行$/, weight: 5 },
    { on: 'text', pattern: /与上年相比，今年/, weight: 10 },
    { on: 'title', pattern: /会议费|相关信息统计表/, weight: -40 },
  ],
};
