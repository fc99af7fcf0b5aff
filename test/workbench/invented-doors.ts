import { accountPage } from '../../src/workbench/account-page.js';
import { bodiesPage } from '../../src/workbench/bodies-page.js';
import { filingPage } from '../../src/workbench/filing-page.js';
import { peoplePage } from '../../src/workbench/office-pages.js';
import { madePage, readingPage } from '../../src/workbench/reading-page.js';
import { unclearPage } from '../../src/workbench/unclear-page.js';
import type { Desk } from '../../src/workbench/view-models.js';
import { refusedAt } from './invented-desk.js';
import { FILING } from './invented-pages.js';

type Draw = (desk: Desk) => string;

const both = (zh: string, en: string) => ({ zh, en });
const UNITS = [
  { id: '1', name: '示例县教育局' },
  { id: '2', name: '示例县水务局' },
];

/** The first that may be let pass. */
const REFUSED_FINDING = FILING.findings.find(({ waiver }) => waiver === null)!.id;

const single = (desk: Desk): Desk => ({
  ...desk,
  person: { ...desk.person!, name: '本机用户', login: '', organisation: null, passwordless: true },
});

/** Pages about accounts, bodies, and documents of nobody. */
export const DOOR_PAGES: Readonly<Record<string, Draw>> = {
  account: (desk) =>
    accountPage(
      {
        tokens: [
          {
            ...{ id: '1', name: '统计程序', writes: false },
            ...{ createdAt: '2024-09-01T02:00:00.000Z', usedAt: null },
          },
        ],
        made: { name: '统计程序', secret: 'mzt_invented' },
      },
      refusedAt(desk, 'change-password', {
        ...{ field: 'current', why: both('现在的密码不对', 'The present password is wrong') },
        typed: {},
      }),
    ),
  'account, single': (desk) => accountPage({ tokens: [], made: null }, single(desk)),
  'people, single': (desk) =>
    peoplePage(
      { people: [], organisations: [], roles: [], single: true, link: null },
      single(desk),
    ),
  'filing, refused': (desk) =>
    filingPage(
      FILING,
      refusedAt(desk, 'waive', {
        typed: {
          finding: REFUSED_FINDING,
          reason: '只是尾差，明年一并调整。',
          until: '2023-01-01',
        },
        ...{ field: 'until', why: both('期限 2023-01-01 已过，请填今天或以后', 'It is over') },
      }),
    ),
  'filing, refused and gone': (desk) =>
    filingPage(
      FILING,
      refusedAt(desk, 'waive', {
        typed: { finding: 'gone', reason: '只是尾差，明年一并调整。', until: '' },
        ...{ field: null, why: both('这个问题在最新的一版里已经没有了，请刷新', 'It is gone') },
      }),
    ),
  reading: (desk) =>
    readingPage({ kind: 'read', file: '决算（扫描）.pdf', seconds: 12, progress: null }, desk),
  publishing: (desk) =>
    readingPage({ kind: 'publish', file: '', seconds: 2, progress: { done: 3, of: 8 } }, desk),
  making: (desk) =>
    readingPage({ kind: 'make', file: 'docx', seconds: 2, progress: { done: 1, of: 2 } }, desk),
  made: (desk) => madePage({ file: '决算公开.docx', href: '#content', back: '/workbench' }, desk),
  unclear: (desk) =>
    unclearPage(
      {
        ...{ file: '决算.pdf', held: 'sealed', entity: '示例县教育局', asksUnit: true },
        ...{
          asksYear: true,
          asksCorrection: false,
          unit: null,
          units: UNITS,
          mayAdd: true,
          years: [2023, 2022],
          year: null,
        },
        why: [both('没有读出单位名称，请选择单位。', 'It names no body.')],
      },
      desk,
    ),
  bodies: (desk) =>
    bodiesPage(
      {
        regions: [
          { id: '99', code: '99', depth: 0, name: '示例市' },
          { id: '9901', code: '9901', depth: 1, name: '示例县' },
        ],
        bodies: [
          {
            ...{ id: '1', name: '示例县教育局', code: '101', level: 'department' },
            ...{ region: '示例县', parent: null, sector: '教育' },
          },
          {
            ...{ id: '2', name: '示例县第一中学', code: null, level: 'unit', region: '示例县' },
            ...{ parent: '示例县教育局', sector: null },
          },
        ],
        ...{ total: 2, text: '', next: null, parents: UNITS, everywhere: true },
      },
      desk,
    ),
  'no bodies': (desk) =>
    bodiesPage(
      {
        ...{ regions: [], bodies: [], total: 0, text: '', next: null, parents: [] },
        everywhere: true,
      },
      desk,
    ),
};
