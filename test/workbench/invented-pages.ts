import { problemPage, signInPage, welcomePage } from '../../src/workbench/door-pages.js';
import { filingPage } from '../../src/workbench/filing-page.js';
import { peoplePage } from '../../src/workbench/office-pages.js';
import type {
  Desk,
  FilingLine,
  FilingView,
  FindingView,
  SourceView,
} from '../../src/workbench/view-models.js';
import { queuePage, workPage } from '../../src/workbench/work-pages.js';
import { yearsPage } from '../../src/workbench/years-page.js';
import { HEAD, refusedAt } from './invented-desk.js';
import { BARE_LIST_PAGES, LIST_PAGES } from './invented-lists.js';

type Draw = (desk: Desk) => string;

const both = (zh: string, en: string) => ({ zh, en });

const LINES: readonly FilingLine[] = [
  {
    ...{ id: '7', unit: '示例县教育局', year: 2022, state: 'sent-back', deadline: '2023-09-19' },
    kind: both('部门决算', 'final account'),
    counts: { error: 2, warning: 1, info: 3 },
    next: { text: both('按退回意见修改后重新提交', 'Correct what was sent back'), mine: true },
    changed: '2023-09-01T08:30:00.000Z',
  },
  {
    ...{ id: '8', unit: '示例县水务局', year: 2022, state: 'published', deadline: '2023-09-19' },
    kind: both('部门决算', 'final account'),
    counts: { error: 0, warning: 0, info: 0 },
    next: { text: both('已公开，没有要做的事', 'Published; nothing to do'), mine: false },
    changed: '2023-09-10T02:10:00.000Z',
  },
  {
    ...{ id: '9', unit: '示例县自然资源和规划局', year: 2023, state: 'draft', deadline: null },
    kind: both('部门决算', 'final account'),
    counts: null,
    next: { text: both('等单位填写', 'The body is typing'), mine: false },
    changed: '2023-09-11T02:10:00.000Z',
  },
];

const UNITS = [
  { id: 'u1', name: '示例县教育局' },
  { id: 'u2', name: '示例县教师进修学校' },
];
const REGIONS = [{ id: '999921', name: '示例县' }];
const FILES = { accepts: '.docx,.xlsx,.pdf,.ofd,.zip', most: 52_428_800 };
const COUNTS = { error: 1, warning: 1, info: 0 };

const FINDINGS: readonly FindingView[] = [
  {
    ...{ id: 'a', number: 1, rule: 'income.total-equals-summary', severity: 'error' },
    message: both(
      '收入决算表“合计”49,288,702.68 与收入支出决算总表“本年收入合计”49,288,436.53 不一致，相差 266.15，请核实',
      'The total of the income table 49,288,702.68 does not agree with the summary 49,288,436.53',
    ),
    remedy: both('核对两张表的合计。', 'Compare both totals.'),
    explanations: [both('收入决算表“其他收入”应为 0.00', 'Other income would read 0.00')],
    basis: both('部门决算报表勾稽关系', 'Articulation of the tables'),
    places: [
      { text: '第 134 行 · 收入决算表“合计”本年收入合计', mark: 'm1' },
      { text: '第 1 页 · 收入支出决算总表', mark: 'p1' },
    ],
    following: [
      { message: both('由此，财政拨款收入也不一致', 'So does the next'), severity: 'error' },
    ],
    change: 'new',
    ...{ waiver: null, verdict: null, reply: null },
    comments: [
      {
        ...{ id: 'c1', text: '请财务股核对。', by: '李审核', at: '2023-09-02T01:00:00.000Z' },
        resolved: false,
      },
    ],
  },
  {
    ...{ id: 'b', number: 2, rule: 'three-public.reasons', severity: 'warning' },
    message: both('公务接待费比上年增加，没有说明原因', 'Receptions rose and no reason is given'),
    remedy: both('', ''),
    explanations: [],
    basis: both('公开检查口径', 'Inspection practice'),
    places: [{ text: '第 210 行', mark: null }],
    ...{ following: [], change: 'stays' },
    waiver: { id: 'w1', reason: '金额很小', until: '2024-01-31', by: '李审核' },
    verdict: { id: 'v1', kind: 'right', reason: '已电话核实', by: '李审核', year: 2022 },
    reply: { text: '系接待批次增加。', by: '示例县教育局', on: '2023-09-03' },
    comments: [],
  },
];

/** A page of a document as a picture, as it is served. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="595" height="200"><rect width="595" ' +
  'height="200" fill="white"/><text x="120" y="72">49,288,702.68</text></svg>';

const SOURCE: SourceView = {
  file: '示例县教育局2022年度部门决算.pdf',
  pages: [
    {
      ...{ number: 1, image: '/page.svg', width: 595, height: 200 },
      marks: [{ id: 'p1', finding: 1, tone: 'error', box: [120, 60, 220, 76] }],
    },
  ],
  lines: [
    { number: 133, text: '收入决算表', marks: [] },
    {
      ...{ number: 134, text: '合计\t49,288,702.68\t49,288,436.53\t266.15' },
      marks: [{ id: 'm1', finding: 1, tone: 'error', from: 3, to: 16 }],
    },
    { number: 135, text: '2050101\t行政运行\t3,238,410.54\t0.00', marks: [] },
    {
      ...{ number: 210, text: '公务接待费比上年增加，主要是。' },
      marks: [{ id: 'm2', finding: 2, tone: 'warning', from: 0, to: 10 }],
    },
  ],
};

export const FILING: FilingView = {
  head: { ...HEAD, state: 'sent-back' },
  rights: { edit: true, upload: true, waive: true, decide: true, reply: true, comment: true },
  findings: FINDINGS,
  gone: [{ message: both('总计与各项之和不一致', 'The total is not the sum'), severity: 'error' }],
  source: SOURCE,
  steps: [
    {
      ...{ state: 'checked', by: '王会计', at: '2023-08-30T08:00:00.000Z', version: 1 },
      ...{ documentNumber: null, day: null, note: '', addresses: [] },
    },
    {
      ...{ state: 'sent-back', by: '李审核', at: '2023-09-01T08:30:00.000Z', version: 1 },
      ...{ documentNumber: null, day: null, note: '收入合计请核对。', addresses: [] },
    },
  ],
  choices: [
    { to: 'checked', why: null },
    { to: 'approved', why: null },
    { to: 'sent-back', why: null },
    { to: 'published', why: both('还没有批复', 'It is not approved yet') },
  ],
  needs: [
    {
      ...{ id: 'duties', label: '主要职责', where: '第一部分 概况', required: true, long: true },
      ...{ state: 'missing', text: '', note: '一行一条', unit: null, options: null },
    },
    {
      ...{ id: 'secrecy-review', label: '保密审查情况', where: '封面', required: true },
      ...{ state: 'missing', text: '', note: '', unit: null, long: false },
      options: ['已审查', '未审查'],
    },
    {
      ...{ id: 'vehicles-kept', label: '公务用车保有量', where: '第三部分', required: false },
      ...{ state: 'to-review', text: '3', note: '年末数', unit: '辆', options: null, long: false },
    },
  ],
  files: [{ name: '示例.pdf', format: 'PDF', bytes: 1_843_201, href: '/files/1' }],
  downloads: [{ name: '反馈意见表.docx', format: 'Word', bytes: 0, href: '/files/2' }],
  comments: [],
  versions: [
    { number: 2, at: '2023-09-05T08:00:00.000Z', by: '王会计', counts: COUNTS },
    { number: 1, at: '2023-08-30T08:00:00.000Z', by: '王会计', counts: { ...COUNTS, error: 3 } },
  ],
  unread: ['第 12 页是图片，没有识别出文字'],
  lastYear: true,
  draft: { counter: '12', by: '王会计', at: '2023-09-02T03:00:00.000Z', basedOn: 2 },
  preview: '/workbench/filings/7/preview',
  changes: null,
};

/** Every page of the workbench with invented content, by a short name. */
export const PAGES: Readonly<Record<string, Draw>> = {
  work: (desk) =>
    workPage(
      { filings: LINES, units: UNITS, mayAdd: false, editions: EDITIONS, ...YEARS, ...FILES },
      desk,
    ),
  filing: (desk) => filingPage(FILING, desk),
  years: (desk) =>
    yearsPage(
      {
        ...{ head: HEAD, priorYear: 2021, unit: '元' },
        tables: [
          {
            title: '收入支出决算总表',
            rows: [
              {
                ...{ item: '一、一般公共预算财政拨款收入', column: '决算数', now: '1200.50' },
                ...{ prior: '1000.00', difference: '200.50', rate: '20.1' },
              },
              {
                ...{ item: '二、其他收入', column: '决算数', now: '0.00' },
                ...{ prior: null, difference: null, rate: null },
              },
            ],
          },
        ],
      },
      desk,
    ),
  queue: (desk) =>
    queuePage(
      {
        ...{ filings: LINES, total: 128, regions: REGIONS, years: [2023, 2022] },
        ...{ next: '/workbench/queue?after=9' },
        filter: { text: '', region: '999921', year: 2022, state: null, severity: null, mine: true },
      },
      desk,
    ),
  ...LIST_PAGES,
  people: (desk) =>
    peoplePage(
      {
        single: false,
        people: [
          {
            ...{ id: 'p1', name: '王会计', login: 'wang', disabled: false, invited: false },
            memberships: [
              { role: 'accountant', organisation: '示例县教育局', organisationId: 'u1' },
            ],
            lastSeen: '2023-09-05T08:00:00.000Z',
          },
          {
            ...{ id: 'p2', name: '李审核', login: 'li', disabled: true, invited: true },
            ...{ memberships: [], lastSeen: null },
          },
        ],
        organisations: UNITS,
        roles: ['accountant', 'reviewer'],
        link: {
          ...{ name: '李审核', href: 'https://example.invalid/workbench/invitations/abc' },
          until: '2023-09-07T08:00:00.000Z',
        },
      },
      desk,
    ),
};

const YEARS = { years: [2023, 2022] };
const EDITIONS = [
  { id: 'shanxi-2022', name: '山西省 2022年度' },
  { id: 'general', name: '通用' },
];
const NOBODY = { person: null } as const;
const TYPED = { place: '示例县', owner: '示例县财政局', name: '王会计', login: 'wang' };

/** The doors, and every page with nothing on it. */
export const BARE_PAGES: Readonly<Record<string, Draw>> = {
  'sign-in': (desk) =>
    signInPage(
      {
        ...{ login: 'wang', failed: 'wrong', next: '/workbench', contact: '000-12345678' },
        ready: true,
      },
      { ...desk, ...NOBODY },
    ),
  'set-up': (desk) =>
    welcomePage(
      {
        ...{ kind: 'set-up', link: 'abc', known: null, example: true },
      },
      refusedAt({ ...desk, ...NOBODY }, 'set-up', {
        ...{ field: null, typed: TYPED },
        why: both('两次输入的密码不同。', 'The passwords differ.'),
      }),
    ),
  invitation: (desk) =>
    welcomePage(
      {
        ...{ kind: 'invitation', link: 'abc', example: false },
        known: { login: 'li', name: '李审核' },
      },
      { ...desk, ...NOBODY },
    ),
  problem: (desk) =>
    problemPage(
      {
        ...{ status: 409, request: 'req-7f3a', contact: null, back: null },
        title: both('有人刚刚改过', 'Somebody was faster'),
        why: both('请看过新的内容再试。', 'Look at it and try again.'),
      },
      { ...desk, flash: { tone: 'good', text: both('已退回。', 'Sent back.') } },
    ),
  published: (desk) =>
    filingPage({ ...FILING, draft: null, head: { ...HEAD, state: 'published' } }, desk),
  work: (desk) =>
    workPage(
      { filings: [], units: [], mayAdd: true, editions: EDITIONS, ...YEARS, ...FILES },
      desk,
    ),
  queue: (desk) =>
    queuePage(
      {
        ...{ filings: [], total: 0, regions: [], years: [], next: null },
        filter: { text: '无', region: null, year: null, state: null, severity: null, mine: false },
      },
      desk,
    ),
  ...BARE_LIST_PAGES,
  filing: (desk) =>
    filingPage(
      {
        ...FILING,
        head: { ...HEAD, state: 'draft', version: null, newest: null, deadline: null },
        ...{ findings: [], gone: [], source: null, steps: [], choices: [], needs: [] },
        ...{ files: [], downloads: [], versions: [], unread: [], lastYear: false },
        rights: {
          edit: true,
          upload: true,
          waive: false,
          decide: false,
          reply: false,
          comment: false,
        },
      },
      desk,
    ),
  years: (desk) => yearsPage({ head: HEAD, priorYear: 2021, unit: '元', tables: [] }, desk),
};
