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
  ...{ units: ['示例县教育局', '示例县水务局'], years: [2023, 2022] },
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
      asks: { unit: true, year: true, likely: '示例县教育局', likelyYear: 2019 },
    },
  ],
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
};

export const BARE_LIST_PAGES: Pages = {
  upload: (desk) => uploadPage({ ...FILES, batches: [] }, desk),
  batch: (desk) => batchPage(RUNNING, desk),
};
