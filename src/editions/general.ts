import { formsInOrder, NINE_FORMS } from './forms-in-order.js';
import type { Edition } from './model.js';
import { GENERAL_TEXT } from './narrative-general.js';
import { DEFAULT_PRINT } from './print-default.js';

/** Any other province: tables are known by their concepts, numbers and order are its own. */
export const GENERAL: Edition = {
  id: 'general',
  name: { zh: '通用（其他地区）', en: 'General (other regions)' },
  issuer: null,
  years: null,
  forms: formsInOrder(NINE_FORMS, null, {
    'basic-expenditure': { columns: { basic: '决算数' } },
  }),
  print: { ...DEFAULT_PRINT, zero: 'zero', columnNumbers: null },
  order: ['overview', 'tables', 'narrative', 'glossary', 'annex'],
  unit: null,
  lineNumbers: false,
  budgetMeans: 'initial',
  shareBases: { smallFirms: 'procurement-total', microFirms: 'procurement-total' },
  disclosures: [
    'duties',
    'overall',
    'general-public-budget',
    'basic-expenditure',
    'three-public',
    'three-public-counts',
    'government-managed-funds',
    'state-capital-operations',
    'operating-expenses',
    'procurement',
    'state-assets',
    'performance',
    'glossary',
  ],
  words: {
    increase: '增加',
    decrease: '减少',
    rateUp: '增长',
    rateDown: '下降',
    unchanged: '持平',
    completion: '完成年初预算的',
    spaced: false,
    separators: true,
    trimmed: false,
  },
  text: GENERAL_TEXT,
  glossary: [
    'appropriation-income',
    'basic-expenditure',
    'project-expenditure',
    'three-public',
    'operating-expenses',
  ],
  profile: null,
  marks: [],
};
