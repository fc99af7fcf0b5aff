import {
  aboutPage,
  accessibilityPage,
  dataPage,
  methodPage,
} from '../../src/portal/about-pages.js';
import { accountPage } from '../../src/portal/account-page.js';
import { comparePage } from '../../src/portal/compare-page.js';
import { differencePage } from '../../src/portal/difference-page.js';
import { failurePage } from '../../src/portal/failure-page.js';
import { homePage } from '../../src/portal/home-page.js';
import { numberPage } from '../../src/portal/number-page.js';
import type { NumberView } from '../../src/portal/number-view.js';
import { glossaryPage, rulePage, rulesPage } from '../../src/portal/reference-pages.js';
import { deadlinePage, regionPage } from '../../src/portal/region-page.js';
import { searchPage } from '../../src/portal/search-page.js';
import { STYLE_NAME } from '../../src/portal/style.js';
import { unitPage } from '../../src/portal/unit-page.js';
import type {
  AccountView,
  CompareView,
  Completion,
  DeadlineView,
  DifferenceView,
  HomeView,
  RegionView,
  SearchView,
  Site,
  UnitLink,
  UnitState,
  UnitView,
  Visit,
} from '../../src/portal/view-models.js';
import { CATALOGUE } from '../../src/rules/catalogue.js';
import { ACCOUNT, about, HEAD, REGIONS, UNIT } from './invented-account.js';

const SITE: Site = {
  ...{ place: '示例市', owner: '示例市财政局', contact: 'open@example.invalid' },
  ...{ style: `/assets/${STYLE_NAME}`, api: '/api', workbench: '/workbench' },
};

export function visitOf(
  lang: Visit['lang'],
  theme: Visit['theme'] = 'auto',
  site: Partial<Site> = {},
): Visit {
  return { site: { ...SITE, ...site }, lang, theme, here: '/u/999921101/2023' };
}

const COMPLETION: Completion = {
  ...{ due: 48, inTime: 39, late: 4, missing: 3, notDue: 2, exempt: 2 },
};
const NOTHING: Completion = { due: 0, inTime: 0, late: 0, missing: 0, notDue: 0, exempt: 0 };

const UNITS: readonly UnitLink[] = [
  UNIT,
  { code: '999921102', name: '示例县卫生健康局', region: '示例县', sector: '卫生健康' },
  { code: '999921103', name: '示例县农业农村局（县乡村振兴局）', region: '示例县', sector: null },
  { code: '999922101', name: '样本区教育局', region: '样本区', sector: '教育' },
];

export const HOME: HomeView = {
  ...{ year: 2023, completion: COMPLETION, examples: ['教育局', 'slxjyj', '卫生健康'] },
  latest: UNITS.map((unit, index) => ({
    ...{ unit, year: 2023, published: '2024-09-18', version: index === 0 ? 2 : 1 },
  })),
  regions: [
    { code: '999921', name: '示例县', completion: COMPLETION },
    { code: '999922', name: '样本区', completion: { ...NOTHING, due: 3, inTime: 3 } },
  ],
  counts: { units: 312, accounts: 1204, numbers: 3_402_118, rules: CATALOGUE.length },
};

export const SEARCH: SearchView = {
  ...{ text: '教育', region: null, sector: null, examples: ['教育局'] },
  regions: REGIONS.map(({ code, name }) => ({ id: code, name })),
  sectors: [{ id: 'education', name: '教育' }],
  hits: UNITS.map((unit, index) => ({ unit, years: index === 2 ? [] : [2023, 2022] })),
  ...{ total: 27, next: 'abc', later: true },
};

const STATES: readonly UnitState[] = UNITS.map((unit, index) => ({
  unit,
  state: (['late', 'in-time', 'missing', 'exempt'] as const)[index]!,
  approved: index === 3 ? null : '2024-08-30',
  deadline: index === 3 ? null : '2024-09-19',
  published: index < 2 ? '2024-09-18' : null,
  daysLate: index === 0 ? 6 : null,
  reason: index === 3 ? '涉密单位，依法不公开' : null,
}));

export const REGION: RegionView = {
  ...{ region: REGIONS[1]!, ancestors: REGIONS.slice(0, 1), year: 2023, years: [2023, 2022] },
  children: [{ code: '999921001', name: '示例镇', completion: COMPLETION }],
  ...{ completion: COMPLETION, units: STATES, next: 'x' },
};

export const DEADLINE: DeadlineView = {
  ...{ region: REGIONS[1]!, ancestors: REGIONS.slice(0, 1), year: 2023, years: [2023, 2022] },
  ...{ completion: COMPLETION, state: null, asOf: '2024-10-20', units: STATES, next: 'x' },
};

const UNIT_YEARS: UnitView = {
  ...{
    unit: UNIT,
    ancestors: REGIONS,
    above: null,
    below: [{ ...UNIT, code: '999921102', name: '示例县第一小学' }],
  },
  years: [
    { year: 2024, state: 'not-due', published: null },
    { year: 2023, state: 'late', published: '2024-09-25' },
  ],
};

export const NUMBER: NumberView = {
  head: HEAD,
  cell: { table: '收入支出决算总表', item: '收入总计', column: '金额' },
  about: about('income-expenditure-summary', 'total'),
  figure: { digits: '34289.31', unit: '万元' },
  source: {
    ...{ document: ACCOUNT.documents[0]!, position: '第 5 页', table: '收入支出决算总表' },
    rows: [
      { cells: ['项目', '行次', '金额', '项目', '行次', '金额'], heads: true, marked: null },
      {
        cells: ['使用非财政拨款结余', '28', '0.00', '结余分配', '59', '0.00'],
        ...{ heads: false, marked: null },
      },
      {
        cells: ['总计', '31', '34,289.31', '总计', '62', '34,289.31'],
        ...{ heads: false, marked: 2 },
      },
    ],
  },
  sums: [
    {
      ...{ rule: CATALOGUE[0]!.id, title: CATALOGUE[0]!.title, outcome: 'holds', zeros: 3 },
      parts: [
        { sign: '+', name: '本年收入合计', digits: '33876.15', about: about('income', 'total') },
        { sign: '+', name: '年初结转和结余', digits: '413.16', about: null },
        { sign: '-', name: '调整', digits: null, about: null },
      ],
    },
    {
      ...{ rule: CATALOGUE[1]!.id, title: CATALOGUE[1]!.title, outcome: 'open', zeros: 0 },
      parts: [{ sign: '+', name: '财政拨款收入', digits: '34289.31', about: null }],
    },
  ],
  partOf: [{ name: '收入决算表“合计”', digits: '34289.31', about: about('income', 'all') }],
  repeated: [
    { text: '2023年度收入总计34,289.31万元，比上年增长6.2%。', about: null, year: null },
    {
      text: '收入支出决算总表 支出总计',
      ...{ about: about('income-expenditure-summary', 'paid'), year: 2022 },
    },
  ],
  rules: CATALOGUE.slice(0, 4).map(({ id, title }, index) => ({
    ...{ id, title, outcome: (['holds', 'rounding', 'open', 'confirmed'] as const)[index]! },
    finding: index === 3 ? 'a1b2' : null,
  })),
  years: [
    { year: 2021, digits: null },
    { year: 2022, digits: '32277.24' },
    { year: 2023, digits: '34289.31' },
  ],
};

export const DIFFERENCE: DifferenceView = {
  head: HEAD,
  from: ACCOUNT.versions[1]!,
  to: ACCOUNT.versions[0]!,
  statement: ['因录入时漏记一笔上级补助，现将有关数字更正如下。', '示例县教育局　2024年10月15日'],
  tables: [
    {
      ...{ title: '收入支出决算总表', unit: '万元' },
      changes: [
        {
          ...{ item: '四、上级补助收入', column: '金额', about: about('income', 'superior') },
          ...{ old: '0.00', now: '120.00', difference: '120.00' },
        },
        {
          ...{ item: '收入总计', column: '金额', about: null },
          ...{ old: '34169.31', now: '34289.31', difference: '120.00' },
        },
        {
          ...{ item: '其他收入', column: '金额', about: null, old: '15.20', now: null },
          difference: null,
        },
      ],
    },
  ],
  texts: [
    {
      place: '一、收入支出决算总体情况说明',
      old: '收入总计34,169.31万元',
      now: '收入总计34,289.31万元',
    },
  ],
};

export const COMPARE: CompareView = {
  measures: [
    { id: 'expenditure', name: { zh: '本年支出', en: 'Expenditure' } },
    { id: 'three-public', name: { zh: '“三公”经费', en: 'Three-public expenses' } },
  ],
  ...{ measure: 'expenditure', per: 'head', years: [2023, 2022, 2021], chosenYears: [2023, 2022] },
  ...{ units: UNITS.slice(0, 3), unit: '万元', find: '局', found: UNITS.slice(3), most: 8 },
  rows: UNITS.slice(0, 3).map((unit, index) => ({
    unit,
    cells: [
      {
        year: 2023,
        digits: ['12.31', '18.04', null][index]!,
        why: index === 2 ? 'no-staff' : null,
      },
      {
        year: 2022,
        digits: ['11.90', null, '9.77'][index]!,
        why: index === 1 ? 'unpublished' : null,
      },
    ],
  })),
};

const DATA = {
  ...{ updated: '2024-10-20', example: '/api/accounts/999921101/2023' },
  sets: [
    {
      name: { zh: '全部决算数', en: 'All numbers' },
      about: { zh: '每行一格：单位、年度、表、行、栏、金额', en: 'A cell in each line' },
      files: [
        { format: 'CSV', href: '/data/cells.csv.gz', bytes: 48_211_020, hash: 'aa'.repeat(32) },
        { format: 'JSON', href: '/data/cells.jsonl.gz', bytes: 61_000_333, hash: 'bb'.repeat(32) },
      ],
    },
  ],
};

const ABOUT = { rules: CATALOGUE.length, version: '0.1.0' };
const NO_RELATIONS = { sums: [], partOf: [], repeated: [], rules: [], years: [] };

const EMPTY_ACCOUNT: AccountView = {
  ...ACCOUNT,
  head: { ...HEAD, version: 1 },
  years: [],
  ...{ address: null, approvalNumber: null, approved: null, deadline: null },
  ...{ figures: [], charts: [], blocks: [], documents: [], scores: [], forms: [], findings: [] },
  versions: ACCOUNT.versions.slice(1),
};

type Draw = (visit: Visit) => string;

/** Every page of the portal, filled. */
export const PAGES: Readonly<Record<string, Draw>> = {
  home: (visit) => homePage(HOME, visit),
  search: (visit) => searchPage(SEARCH, visit),
  region: (visit) => regionPage(REGION, visit),
  unit: (visit) => unitPage(UNIT_YEARS, visit),
  account: (visit) => accountPage(ACCOUNT, visit),
  number: (visit) => numberPage(NUMBER, visit),
  difference: (visit) => differencePage(DIFFERENCE, visit),
  compare: (visit) => comparePage(COMPARE, visit),
  deadline: (visit) => deadlinePage(DEADLINE, visit),
  rules: (visit) => rulesPage(CATALOGUE, visit),
  rule: (visit) => rulePage(CATALOGUE[0]!, visit),
  glossary: glossaryPage,
  data: (visit) => dataPage(DATA, visit),
  about: (visit) => aboutPage(ABOUT, visit),
  method: (visit) => methodPage(ABOUT, visit),
  accessibility: accessibilityPage,
  failure: (visit) => failurePage(failure(404), visit),
};

function failure(status: 404 | 410 | 429 | 500) {
  const wait = status === 429 ? 30 : null;
  return { status, request: 'req-7f3a', wait, instead: status === 410 ? '/u/1/2023' : null };
}

/** The same pages with nothing to show, and the other failures. */
export const BARE_PAGES: Readonly<Record<string, Draw>> = {
  home: (visit) =>
    homePage(
      { ...HOME, year: null, completion: null, latest: [], regions: [], examples: [] },
      visit,
    ),
  'search not asked': (visit) => searchPage({ ...SEARCH, text: '', hits: null }, visit),
  'search without hits': (visit) =>
    searchPage({ ...SEARCH, region: '999921', hits: [], total: 0, next: null }, visit),
  region: (visit) =>
    regionPage(
      {
        ...{ ...REGION, region: null, ancestors: [], children: [], units: [], next: null },
        completion: NOTHING,
      },
      visit,
    ),
  unit: (visit) => unitPage({ ...UNIT_YEARS, years: [] }, visit),
  account: (visit) => accountPage(EMPTY_ACCOUNT, visit),
  number: (visit) => numberPage({ ...NUMBER, source: null, ...NO_RELATIONS }, visit),
  difference: (visit) =>
    differencePage({ ...DIFFERENCE, statement: [], tables: [], texts: [] }, visit),
  compare: (visit) =>
    comparePage({ ...COMPARE, units: [], rows: [], unit: null, per: 'share', found: [] }, visit),
  deadline: (visit) => deadlinePage({ ...DEADLINE, state: 'late', units: [], next: null }, visit),
  data: (visit) => dataPage({ ...DATA, sets: [], example: null }, visit),
  gone: (visit) => failurePage(failure(410), visit),
  'too many': (visit) => failurePage(failure(429), visit),
  broken: (visit) => failurePage(failure(500), visit),
};
