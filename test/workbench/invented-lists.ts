import { circularOf } from '../../src/pages/circular.js';
import { circularPage } from '../../src/workbench/circular-page.js';
import type { RosterView } from '../../src/workbench/office-view-models.js';
import { rosterPage } from '../../src/workbench/roster-page.js';
import { batchPage, uploadPage } from '../../src/workbench/upload-page.js';
import type { BatchView, Desk } from '../../src/workbench/view-models.js';

type Pages = Readonly<Record<string, (desk: Desk) => string>>;

const both = (zh: string, en: string) => ({ zh, en });

const FILES = {
  ...{ years: [2023, 2022], accepts: '.docx,.xlsx,.pdf,.ofd,.zip' },
  ...{ most: 52_428_800, mostTogether: 536_870_912 },
};
const AT = '2023-09-05T08:00:00.000Z';
const BATCH: BatchView = {
  ...{ id: 'b1', at: AT, done: 4, total: 4, failed: 2, asking: 1 },
  ...{ units: ['示例县教育局', '示例县水务局'], years: [2023, 2022], adding: null },
  files: [
    {
      ...{ id: 'f1', name: '教育局.pdf', state: 'done', why: null, known: false, asks: null },
      ...{ filing: { id: '7', name: '示例县教育局 2022' } },
      counts: { error: 1, warning: 1, info: 0 },
    },
    {
      ...{ id: 'f2', name: 'all.zip!/档案馆.docx', state: 'done', why: null, known: true },
      ...{ filing: { id: '8', name: '示例县档案馆 2022' }, asks: null },
      counts: { error: 0, warning: 0, info: 0 },
    },
    {
      ...{ id: 'f3', name: '水务局.docx', state: 'failed', counts: null, filing: null },
      ...{ known: false, asks: null },
      why: both('水务局.docx 有密码，请解除后再传', '水务局.docx has a password; remove it'),
    },
    {
      ...{ id: 'f4', name: '幼儿园.docx', state: 'failed', counts: null, filing: null },
      ...{ known: false },
      why: both(
        '单位中没有“示例县教育局幼儿园”，可能是：示例县教育局。请选择单位，或先把它列入名单。',
        'There is no 示例县教育局幼儿园; perhaps 示例县教育局. Choose a unit.',
      ),
      asks: {
        ...{ unit: true, year: true, likely: '示例县教育局', likelyYear: 2019 },
        fresh: '示例县教育局幼儿园',
      },
    },
  ],
};
const ADDING: BatchView['adding'] = {
  ...{ file: 'f4', everywhere: true, parents: [{ id: 'u1', name: '示例县教育局' }] },
  regions: [{ id: '9901', code: '9901', depth: 0, name: '示例县（9901）' }],
  start: {
    ...{ name: '示例县教育局幼儿园', code: '101002', level: 'unit', parent: 'u1' },
    region: '9901',
  },
};
const RUNNING: BatchView = {
  ...BATCH,
  ...{ done: 2, total: 4, failed: 1, asking: 1, units: [] },
  files: BATCH.files.map((file, index) => {
    const unread = { ...file, counts: null, why: null, filing: null };
    if (index === 1) return { ...unread, state: 'running' };
    return index === 2 ? { ...unread, state: 'waiting' } : file;
  }),
};

const PASSED = { passed: true, why: both('符合', 'passed') };
const UNKNOWN = { passed: null, why: both('还没有文件', 'no document yet') };
const FILE = { name: '通报附表.xlsx', format: 'Excel', bytes: 0, href: '/files/4' };
const COMPLETION = { due: 2, inTime: 0, late: 1, missing: 0, notDue: 0, exempt: 1 };
const ROSTER: RosterView = {
  ...{ year: 2022, years: [2023, 2022], region: '999921', state: null, mayEdit: true },
  regions: [{ id: '999921', name: '示例县' }],
  lines: [
    {
      ...{ unit: '示例县教育局', code: '101', filing: '7', state: 'late', daysLate: 5 },
      ...{ approved: '2023-08-30', deadline: '2023-09-19', published: '2023-09-24' },
      reason: null,
      inspections: {
        timely: { passed: false, why: both('超过 5 天', '5 days late') },
        complete: PASSED,
        true: { passed: false, why: both('2 处错误', '2 errors') },
        detailed: { passed: null, why: both('1 处待核实', '1 to be verified') },
        form: PASSED,
      },
      feedback: '/files/3',
    },
    {
      ...{ unit: '示例县保密局', code: '', filing: null, state: 'exempt', daysLate: null },
      ...{ approved: null, deadline: null, published: null, reason: '涉密', feedback: null },
      inspections: {
        ...{ timely: { passed: null, why: both('免于公开', 'exempt') }, complete: UNKNOWN },
        ...{ true: UNKNOWN, detailed: UNKNOWN, form: UNKNOWN },
      },
    },
  ],
  ...{ completion: COMPLETION, circular: FILE, circularPage: '/workbench/circular?year=2022' },
  feedbacks: { name: '反馈意见表.zip', format: 'zip', bytes: 0, href: '/files/5' },
};
const CIRCULAR = {
  ...{ place: '示例县', year: 2022, day: '2023-10-01', counts: COMPLETION },
  lines: [
    {
      ...{ unit: '示例县教育局', state: both('逾期', 'late'), daysLate: 5, note: '' },
      ...{ approved: '2023-08-30', deadline: '2023-09-19', published: '2023-09-24' },
      inspections: { timely: false, complete: true, true: false, detailed: null, form: true },
      ...{ errors: 2, confirmed: 1 },
    },
  ],
};

export const LIST_PAGES: Pages = {
  upload: (desk) =>
    uploadPage(
      {
        ...FILES,
        batches: [
          { id: 'b2', at: AT, done: 0, total: 12, failed: 0, asking: 0 },
          { id: 'b1', at: AT, done: 4, total: 4, failed: 2, asking: 1 },
          { id: 'b0', at: AT, done: 1, total: 1, failed: 0, asking: 0 },
        ],
      },
      desk,
    ),
  batch: (desk) => batchPage(BATCH, desk),
  'batch-adding': (desk) => batchPage({ ...BATCH, adding: ADDING }, desk),
  roster: (desk) => rosterPage(ROSTER, desk),
  circular: (desk) => circularPage(circularOf(CIRCULAR, desk.lang), FILE, desk),
};

export const BARE_LIST_PAGES: Pages = {
  upload: (desk) => uploadPage({ ...FILES, batches: [] }, desk),
  batch: (desk) => batchPage(RUNNING, desk),
  roster: (desk) =>
    rosterPage(
      {
        ...{ ...ROSTER, lines: [], regions: [], region: null },
        completion: { due: 0, inTime: 0, late: 0, missing: 0, notDue: 0, exempt: 0 },
        ...{ circular: null, circularPage: null, feedbacks: null },
      },
      desk,
    ),
};
