import type { FormId } from '../forms/model.js';
import { elsewhere } from './elsewhere.js';
import { formsInOrder, NINE_FORMS, publicNumber } from './forms-in-order.js';
import type { Edition } from './model.js';
import { SHAANXI_TEXT } from './narrative-shaanxi.js';
import { DEFAULT_PRINT, layoutOf, SPENT, THREE_PUBLIC } from './print-default.js';

const ORDER: readonly FormId[] = [
  ...NINE_FORMS.slice(0, 6),
  'government-managed-funds',
  'state-capital-operations',
  'three-public-expenses',
];

/**
 * Shaanxi, 2022: nine tables after the narrative, a list of the empty ones, meetings and training
 * beside the three-public expenses.
 */
export const SHAANXI: Edition = {
  id: 'shaanxi-2022',
  name: { zh: '陕西省（2022年度）', en: 'Shaanxi (2022)' },
  issuer: { zh: '陕西省财政厅', en: 'Finance Department of Shaanxi Province' },
  years: [2022, 2022],
  forms: formsInOrder(ORDER, publicNumber, {
    'appropriation-summary': {
      lines: {
        'state-capital-operations': '国有资本经营财政拨款',
        'opening-balance': '年初结转和结余',
        'closing-balance': '年末结转和结余',
      },
    },
    'basic-expenditure': {
      columns: { basic: '决算数' },
      layout: layoutOf('basic-expenditure', 'blocks', {
        blocks: [
          [
            ['301', '301'],
            ['303', '303'],
          ],
          [
            ['302', '302'],
            ['307', '307'],
          ],
          [['309', '399']],
        ],
        heads: null,
        codeHeading: '科目代码',
      }),
    },
    'state-capital-operations': {
      layout: layoutOf('state-capital-operations', 'open', { columns: SPENT }),
      columns: { expenditure: '小计', basic: '基本支出', project: '项目支出' },
    },
    'three-public-expenses': {
      title: '财政拨款“三公”经费及会议费、培训费支出决算表',
      columns: {
        total: '小计',
        abroad: '因公出国（境）费用',
        vehicles: '小计',
        'vehicle-purchase': '公务用车购置费',
        'vehicle-operation': '公务用车运行维护费',
        reception: '公务接待费',
        conference: '会议费',
        training: '培训费',
      },
      layout: layoutOf('three-public-expenses', 'measures', {
        shows:
          '财政拨款“三公”经费、会议费、培训费的支出预决算情况。其中，{budget}；决算数包括当年财政拨款和以前年度结转资金安排的实际支出',
        what: '财政拨款“三公”经费、会议费、培训费支出',
        columns: [...THREE_PUBLIC, 'conference', 'training'],
        over: '财政拨款安排的“三公”经费',
      }),
    },
  }),
  print: {
    ...DEFAULT_PRINT,
    codeHeading: '科目代码',
    entity: '编制部门',
    year: null,
    tail: '本表金额转换为万元时，因四舍五入可能存在尾差。',
    empty: null,
    emptyList: {
      title: '目录',
      headings: ['序号', '内容', '是否空表', '表格为空的理由'],
      number: '表{n}',
      yes: '是',
      no: '否',
      reason: '本部门无{what}，已公开空表',
    },
  },
  order: ['overview', 'narrative', 'tables', 'glossary', 'annex'],
  unit: '万元',
  lineNumbers: true,
  budgetMeans: 'full-year',
  shareBases: { smallFirms: 'procurement-total', microFirms: 'small-firms' },
  disclosures: [
    'secrecy-review',
    'duties',
    'units',
    'overall',
    'general-public-budget',
    'basic-expenditure',
    'government-managed-funds',
    'state-capital-operations',
    'three-public',
    'operating-expenses',
    'procurement',
    'small-firms',
    'state-assets',
    'performance',
    'empty-tables',
    'contact',
    'glossary',
  ],
  words: {
    increase: '增加',
    decrease: '减少',
    rateUp: '增长',
    rateDown: '下降',
    unchanged: '无增减',
    completion: '完成年初预算的',
    spaced: false,
    separators: true,
    trimmed: true,
  },
  text: SHAANXI_TEXT,
  glossary: [
    'basic-expenditure',
    'project-expenditure',
    'three-public',
    'appropriation-income',
    'public-funds',
    'wages',
    'carried-over',
    'surplus',
  ],
  profile: 'shaanxi-2022',
  marks: [
    elsewhere('陕西'),
    { on: 'title', pattern: /三公.*经费及会议费、?培训费支出决算表/, weight: 40 },
    { on: 'text', pattern: /^保密审查情况/, weight: 15 },
    { on: 'text', pattern: /^部门主要负责人审签情况/, weight: 10 },
    { on: 'text', pattern: /^编制(?:部门|单位)[:：]/, weight: 10 },
    { on: 'text', pattern: /已公开空表/, weight: 15 },
    { on: 'label', pattern: /^科目代码$/, weight: 10 },
    { on: 'label', pattern: /^是否空表$/, weight: 10 },
    { on: 'title', pattern: /部门决算公开相关信息统计表/, weight: -40 },
  ],
};
