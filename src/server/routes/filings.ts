import * as files from '../../store/files.js';
import * as filings from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import * as organisations from '../../store/organisations.js';
import { count, search, type UnitYear } from '../../store/unit-years.js';
import * as versions from '../../store/versions.js';
import {
  FACTS,
  FILING,
  FINDINGS,
  HISTORY,
  NEW_VERSION,
  SUMMARY,
  VERSION_WITH_FILES,
} from '../answers.js';
import { organisationsFor } from '../caller.js';
import { type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { described, ID, nullable, oneOf, PAGING, pageOf, Type, YEAR } from '../schema.js';
import { FINAL_ACCOUNT, receive } from '../services/intake.js';
import * as records from '../services/records.js';
import { STATES } from '../services/workflow.js';

const tag = '决算 Filings';
const READ = { action: 'filing.read', on: 'filing' } as const;
const path = '/api/v1/filings';
const one = `${path}/:filing`;
const version = `${one}/versions/:version`;
const ONE = Type.Object({ filing: ID });
const VERSION = Type.Object({ filing: ID, version: Type.Integer({ minimum: 1 }) });
const KIND = Type.String({ pattern: '^[a-z][a-z-]{0,40}$' });
const STATE = oneOf(STATES);

const ROW = Type.Object({
  filing: ID,
  organisation: ID,
  name: Type.String(),
  region: Type.String(),
  fiscalYear: YEAR,
  filingKind: KIND,
  state: STATE,
  latest: Type.Integer(),
  published: nullable(Type.Integer()),
  publishedOn: nullable(Type.String()),
  ...{ code: nullable(Type.String()), sector: nullable(Type.String()), level: Type.String() },
  ...{ kind: nullable(Type.String()), parent: nullable(ID), version: nullable(ID) },
  ...{ edition: nullable(Type.String()), summary: nullable(SUMMARY) },
});

const QUEUE = Type.Object({
  text: Type.Optional(Type.String({ maxLength: 100 })),
  region: Type.Optional(Type.String({ maxLength: 20 })),
  sector: Type.Optional(Type.String({ maxLength: 200 })),
  year: Type.Optional(YEAR),
  kind: Type.Optional(KIND),
  state: Type.Optional(STATE),
  organisation: Type.Optional(ID),
  ...PAGING,
});

const CONTRACT = {
  read: ['mingzhang/filing@1', '文件里写了什么', 'What the document says'],
  check: ['mingzhang/check@1', '哪里不一致', 'What is wrong in it'],
  score: ['mingzhang/score@1', '绩效表复核', 'Its performance forms scored again'],
  account: ['mingzhang/account@1', '账户数据', 'The exact account'],
} as const;

/** Filings, their versions, and what was read from them and found in them. */
export const FILING_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'listFilings', method: 'GET', path, tag },
    right: { action: 'filing.read', on: 'anything' },
    summary: { zh: '自己看得到的决算：审核队列', en: 'The filings one may see: the queue' },
    query: QUEUE,
    answer: Type.Object({
      ...pageOf(ROW).properties,
      total: nullable(Type.Integer()),
    }),
    handle: async ({ store, caller, query }) => {
      const { year, kind, organisation, ...rest } = query;
      const found = await store.read(async (view) => {
        const within = await organisationsFor(view, caller, 'filing.read');
        const wanted = organisation === undefined ? within : [organisation];
        const allowed = wanted?.filter((id) => within === null || within.includes(id)) ?? null;
        const filter = {
          ...{ ...rest, published: false },
          ...(year === undefined ? {} : { fiscalYear: year }),
          ...(kind === undefined ? {} : { filingKind: kind }),
          ...(allowed === null ? {} : { organisations: allowed }),
        };
        const page = await search(view, filter);
        return { ...page, total: query.after === undefined ? await count(view, filter) : null };
      });
      return json({ ...found, items: found.items.map(rowJson) });
    },
  }),
  endpoint({
    ...{ id: 'openFiling', method: 'POST', path, tag },
    right: { action: 'filing.write', on: 'body' },
    summary: { zh: '开始一份决算；已有的照旧给出', en: 'Begin a filing, or find the one there is' },
    body: Type.Object({ organisation: ID, year: YEAR, kind: Type.Optional(KIND) }),
    answer: Type.Object({ id: ID, state: STATE, latest: Type.Integer() }),
    handle: async ({ store, caller, body }) => {
      const { organisation, year, kind = FINAL_ACCOUNT } = body;
      const filing = await store.write(caller.actor, async (task) => {
        if ((await organisations.byId(task, organisation)) === undefined) {
          throw new Problem('not-found');
        }
        return filings.ensure(task, { organisation, fiscalYear: year, kind });
      });
      return json({ ...filing, revision: Number(filing.revision) }, 201);
    },
  }),
  endpoint({
    ...{ id: 'getFiling', method: 'GET', path: one, tag, right: READ, params: ONE },
    summary: { zh: '一份决算：版本和经过', en: 'A filing: its versions and steps' },
    answer: FILING,
    handle: async ({ store, params }) =>
      json(await store.snapshot((view) => records.filingRecord(view, params.filing))),
  }),
  ...versionRoutes(),
];

function rowJson(row: UnitYear): object {
  const { initials: _, ...shown } = row;
  return shown;
}

function versionRoutes(): readonly Endpoint[] {
  return [
    endpoint({
      ...{ id: 'addVersion', method: 'POST', path: `${one}/versions`, tag, params: ONE },
      right: { action: 'filing.write', on: 'filing' },
      summary: {
        zh: '上传一版（file；对照的文件用 reference），读出、核对并保存',
        en: 'Upload a version (file; documents to hold it against: reference)',
      },
      ...{ weight: 'upload', multipart: true },
      answer: NEW_VERSION,
      handle: async ({ store, desk, caller, params, uploads }) => {
        const { files: given, fields } = await uploads();
        const [file, ...more] = given;
        if (file === undefined) throw new Problem('bad-request', { more: { missing: ['file'] } });
        const after = /^\d{1,6}$/.test(fields.after ?? '') ? Number(fields.after) : null;
        const { id, number, reading } = await receive(store, desk, caller.actor, {
          ...{ filing: params.filing, file, note: fields.note ?? '', references: more },
          ...(after === null ? {} : { after }),
          correction: fields.correction === 'true',
        });
        const { entity, fiscalYear, edition, kind, summary } = reading;
        return json({ id, number, entity, fiscalYear, edition, kind, summary }, 201);
      },
    }),
    endpoint({
      ...{ id: 'getVersion', method: 'GET', path: version, tag, right: READ, params: VERSION },
      summary: { zh: '一个版本和它的文件', en: 'A version and its files' },
      answer: VERSION_WITH_FILES,
      handle: async ({ store, params }) =>
        json(
          await store.read((view) => records.versionRecord(view, params.filing, params.version)),
        ),
    }),
    ...contractRoutes(),
    ...contentRoutes(),
  ];
}

/** What was found in a version, its amounts, its files. */
function contentRoutes(): readonly Endpoint[] {
  return [
    endpoint({
      ...{ id: 'listFindings', method: 'GET', path: `${version}/findings`, tag, right: READ },
      summary: {
        zh: '问题及变化（新增、仍在、消失）、豁免、结论和答复',
        en: 'Findings: new, there again, gone; waivers, verdicts, replies',
      },
      params: VERSION,
      answer: FINDINGS,
      handle: async ({ store, clock, params, lang }) => {
        const items = await store.snapshot(async (view) => {
          const filing = await filings.byId(view, params.filing);
          if (filing === undefined) throw new Problem('not-found');
          await records.versionOf(view, filing.id, params.version);
          const day = clock().slice(0, 10);
          return records.findingRecords(view, filing, params.version, day, lang);
        });
        return json({ items });
      },
    }),
    endpoint({
      ...{ id: 'findingHistory', method: 'GET', path: `${one}/findings`, tag, right: READ },
      summary: { zh: '每个问题出现在哪些版本', en: 'In which versions each finding stood' },
      params: ONE,
      answer: HISTORY,
      handle: async ({ store, params }) =>
        json({ items: await store.read((view) => findings.history(view, params.filing)) }),
    }),
    endpoint({
      ...{ id: 'listFacts', method: 'GET', path: `${version}/facts`, tag, right: READ },
      summary: { zh: '各表的数（10⁻⁸ 元）', en: 'The amounts of the tables, in 10⁻⁸ yuan' },
      params: VERSION,
      query: Type.Object({ form: Type.Optional(Type.String({ maxLength: 60 })) }),
      answer: FACTS,
      handle: async ({ store, params, query }) => {
        const items = await store.read(async (view) => {
          const { id } = await records.versionOf(view, params.filing, params.version);
          return records.factRecords(view, id, query.form);
        });
        return json({ items });
      },
    }),
    endpoint({
      ...{ id: 'getFile', method: 'GET', path: `${version}/files/:position`, tag, right: READ },
      summary: { zh: '版本的文件', en: 'A file of a version' },
      params: Type.Object({ ...VERSION.properties, position: Type.Integer({ minimum: 0 }) }),
      answer: null,
      handle: async ({ store, params }) => {
        const { name, mediaType, sha, bytes } = await store.read(async (view) => {
          const { id } = await records.versionOf(view, params.filing, params.version);
          const held = await versions.filesOf(view, id);
          const file = held.find(({ position }) => position === params.position);
          const known = file && (await files.byHash(view, file.file));
          if (file === undefined || known === undefined) throw new Problem('not-found');
          const content = await files.bytesOf(view, file.file);
          return { ...file, ...known, sha: file.file, bytes: content! };
        });
        // Whatever it claims to be: a browser of ours never runs what somebody handed in.
        const type = mediaType === 'application/json' ? mediaType : 'application/octet-stream';
        return { bytes, name, mediaType: type, etag: sha, cache: 'private, no-cache' };
      },
    }),
  ];
}

/** The JSON that the command line gives too, as it was made when the version came in. */
function contractRoutes(): readonly Endpoint[] {
  return (['read', 'check', 'score', 'account'] as const).map((which) => {
    const [schema, zh, en] = CONTRACT[which];
    return endpoint({
      ...{ id: `${which}Version`, method: 'GET', path: `${version}/${which}`, tag, right: READ },
      summary: { zh, en },
      params: VERSION,
      answer: described(schema),
      handle: async ({ store, params, lang }) => {
        const { digest, bytes } = await store.read(async (view) => {
          const found = await records.versionOf(view, params.filing, params.version);
          const text = await records.contractText(view, found, which, lang);
          return { digest: found.digest, bytes: text };
        });
        const etag = `${digest.slice(0, 32)}-${which}-${lang}`;
        const mediaType = 'application/json; charset=utf-8';
        return { bytes, mediaType, etag, cache: 'private, no-cache' };
      },
    });
  });
}
