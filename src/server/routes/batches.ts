import { DEFAULT_LIMITS } from '../../cells/limits.js';
import { type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { ID, nullable, oneOf, PAGING, pageOf, Type, YEAR } from '../schema.js';
import * as records from '../services/batch-records.js';
import { giveBatch, retryBatch, settleFile } from '../services/batches.js';

const tag = '成批上传 Batches';
const WRITE = { action: 'filing.write', on: 'anything' } as const;
const path = '/api/v1/batches';
const one = `${path}/:batch`;
const ONE = Type.Object({ batch: ID });

const BATCH = Type.Object({
  id: ID,
  ...{ total: Type.Integer(), done: Type.Integer() },
  ...{ failed: Type.Integer(), asking: Type.Integer() },
  ...{ createdAt: Type.String(), fiscalYear: nullable(YEAR), finished: Type.Boolean() },
});

const STATE = oneOf(['waiting', 'running', 'done', 'failed']);

const FILE = Type.Object({
  ...{ id: ID, position: Type.Integer(), file: Type.String(), state: STATE },
  ...{ filing: nullable(ID), version: nullable(Type.Integer()), known: Type.Boolean() },
  organisation: nullable(Type.Object({ id: ID, name: Type.String() })),
  fiscalYear: nullable(YEAR),
  counts: nullable(
    Type.Object({ error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() }),
  ),
  why: nullable(Type.String()),
  asks: nullable(
    Type.Object({
      ...{ organisation: Type.Boolean(), year: Type.Boolean() },
      ...{ entity: nullable(Type.String()), fiscalYear: nullable(Type.Integer()) },
      near: Type.Array(Type.String()),
    }),
  ),
});

/** Many documents at once: given, watched, settled, tried again, and what came of them. */
export const BATCH_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'addBatch', method: 'POST', path, tag, right: WRITE },
    summary: { zh: '成批上传文件或压缩包', en: 'Upload many documents, or archives of them' },
    ...{ weight: 'upload', multipart: true, many: true, answer: BATCH },
    handle: async ({ store, caller, fileBytes, uploads }) => {
      const { files, fields } = await uploads();
      const correction = fields.correction === 'true';
      const given = { files, year: yearIn(fields.year), correction };
      const batch = await giveBatch(store, caller, given, { ...DEFAULT_LIMITS, fileBytes });
      return json(await store.read((view) => records.batchRecord(view, caller, batch)), 202);
    },
  }),
  endpoint({
    ...{ id: 'listBatches', method: 'GET', path, tag, right: WRITE },
    summary: { zh: '自己的成批上传，最新的在前', en: 'One’s own batches, the newest first' },
    query: Type.Object(PAGING),
    answer: pageOf(BATCH),
    handle: async ({ store, caller, query }) =>
      json(await store.read((view) => records.batchRecords(view, caller, query))),
  }),
  endpoint({
    ...{ id: 'getBatch', method: 'GET', path: one, tag, right: WRITE, params: ONE },
    summary: { zh: '一次成批上传做到哪里', en: 'How far a batch is' },
    answer: BATCH,
    handle: async ({ store, caller, params }) =>
      json(await store.read((view) => records.batchRecord(view, caller, params.batch))),
  }),
  endpoint({
    ...{ id: 'listBatchFiles', method: 'GET', path: `${one}/files`, tag, right: WRITE },
    summary: { zh: '每份文件归到哪里，没有收下的为什么', en: 'Where each went, or why it did not' },
    params: ONE,
    query: Type.Object({ state: Type.Optional(STATE), ...PAGING }),
    answer: pageOf(FILE),
    handle: async ({ store, caller, params, query, lang }) => {
      const part = { ...query, lang };
      return json(await store.read((view) => records.batchFiles(view, caller, params.batch, part)));
    },
  }),
  endpoint({
    ...{ id: 'getBatchResults', method: 'GET', path: `${one}/results`, tag, right: WRITE },
    summary: {
      zh: '每份文件一行的核对结果（JSON Lines）',
      en: 'What was found in each, a line a document (JSON Lines)',
    },
    params: ONE,
    query: Type.Object({ which: Type.Optional(oneOf(records.RESULTS)) }),
    ...{ answer: null, weight: 'bulk' },
    handle: async ({ store, caller, params, query, lang }) => {
      const { which = 'check' } = query;
      const all = await store.read((view) => records.jobsOfBatch(view, caller, params.batch));
      const bytes = records.batchResults(store, caller, all, { which, lang });
      const name = `mingzhang-batch-${which}.jsonl`;
      return { bytes, name, mediaType: 'application/jsonl; charset=utf-8' };
    },
  }),
  endpoint({
    ...{ id: 'settleBatchFile', method: 'PUT', path: `${one}/files/:file`, tag, right: WRITE },
    summary: {
      zh: '选定一份没有收下的文件的单位、年度，再读一次',
      en: 'Choose whose a document is, or its year, and have it read again',
    },
    params: Type.Object({ batch: ID, file: ID }),
    body: Type.Object({ organisation: Type.Optional(ID), year: Type.Optional(YEAR) }),
    answer: BATCH,
    handle: async ({ store, caller, params, body }) => {
      const { organisation = null, year = null } = body;
      await store.write(caller.actor, (task) =>
        settleFile(task, caller, params, { organisation, year }),
      );
      return json(await store.read((view) => records.batchRecord(view, caller, params.batch)));
    },
  }),
  endpoint({
    ...{ id: 'retryBatch', method: 'POST', path: `${one}/retry`, tag, right: WRITE, params: ONE },
    summary: { zh: '重试没有收下的文件', en: 'Try again what was not taken' },
    answer: Type.Object({ retried: Type.Integer() }),
    handle: async ({ store, caller, params }) => {
      const { batch } = params;
      const retried = await store.write(caller.actor, (task) => retryBatch(task, caller, batch));
      return json({ retried });
    },
  }),
];

function yearIn(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (/^(19|20)\d\d$/.test(text)) return Number.parseInt(text, 10);
  throw new Problem('bad-request', {
    detail: { zh: 'year 要写成四位年份', en: 'year must be a year of four digits' },
  });
}
