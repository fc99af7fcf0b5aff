import * as audit from '../../store/audit.js';
import * as jobs from '../../store/jobs.js';
import * as organisations from '../../store/organisations.js';
import * as roster from '../../store/roster.js';
import * as settings from '../../store/settings.js';
import { AUDIT, JOB, ROSTER } from '../answers.js';
import { organisationsFor } from '../caller.js';
import { DONE, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { DAY, ID, nullable, PAGING, Type, YEAR } from '../schema.js';
import { FINAL_ACCOUNT } from '../services/intake.js';
import { completionOf, dayOf, standingsOf } from '../services/timeliness.js';

const tag = '管理 Administration';
const KIND = Type.String({ pattern: '^[a-z][a-z-]{0,40}$' });

/** The roster, the audit trail, the settings, and how imports go. */
export const ADMINISTRATION_ROUTES: readonly Endpoint[] = [
  ...rosterRoutes(),
  endpoint({
    ...{ id: 'listAudit', method: 'GET', path: '/api/v1/audit', tag },
    right: { action: 'audit.read', on: 'anything' },
    summary: { zh: '操作记录，最新的在前', en: 'The audit trail, newest first' },
    query: Type.Object({
      object: Type.Optional(Type.String({ maxLength: 200 })),
      before: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: PAGING.limit,
    }),
    answer: AUDIT,
    handle: async ({ store, caller, query }) => {
      const { object, before, limit = 50 } = query;
      const rows = await store.read(async (view) => {
        await refuseForeign(await organisationsFor(view, caller, 'audit.read'), object);
        return audit.list(view, {
          ...(object === undefined ? {} : { object }),
          ...(before === undefined ? {} : { before: BigInt(before) }),
          limit,
        });
      });
      return json({ items: rows.map((row) => ({ ...row, number: Number(row.number) })) });
    },
  }),
  endpoint({
    ...{ id: 'verifyAudit', method: 'GET', path: '/api/v1/audit/verification', tag },
    right: { action: 'settings.manage', on: 'everything' },
    summary: { zh: '核对操作记录的链', en: 'Whether the chain of the trail is whole' },
    weight: 'bulk',
    answer: Type.Object({
      ...{ whole: Type.Boolean(), number: Type.Integer() },
      ...{ hash: Type.Optional(Type.String()), why: Type.Optional(Type.String()) },
    }),
    handle: async ({ store }) => {
      const verdict = await store.snapshot((view) => audit.verify(view));
      return json(
        verdict.whole
          ? { whole: true, number: Number(verdict.head.number), hash: verdict.head.hash }
          : { whole: false, number: Number(verdict.number), why: verdict.why },
      );
    },
  }),
  endpoint({
    ...{ id: 'putSetting', method: 'PUT', path: '/api/v1/settings/:key', tag, answer: null },
    right: { action: 'settings.manage', on: 'everything' },
    summary: {
      zh: '设置站点的名称、主办单位和联系方式',
      en: 'Name, owner and contact of the site',
    },
    params: Type.Object({ key: Type.Union(['place', 'owner', 'contact'].map(literal)) }),
    body: Type.Object({ value: nullable(Type.String({ maxLength: 200 })) }),
    handle: async ({ store, caller, params, body, siteChanged }) => {
      await store.write(caller.actor, (task) =>
        settings.put(task, `site.${params.key}`, body.value),
      );
      siteChanged();
      return DONE;
    },
  }),
  endpoint({
    ...{ id: 'getJob', method: 'GET', path: '/api/v1/jobs/:job', tag },
    right: { action: 'self.use', on: 'anything' },
    summary: { zh: '自己的一项任务做到哪里', en: 'How far a job of one’s own is' },
    params: Type.Object({ job: ID }),
    answer: JOB,
    handle: async ({ store, caller, params }) => {
      const job = await store.read((view) => jobs.byId(view, params.job));
      if (job === undefined || job.createdBy !== caller.actor) throw new Problem('not-found');
      const { id, kind, state, progress, result, createdAt, endedAt, attempts } = job;
      return json({ id, kind, state, progress, result, createdAt, endedAt, attempts });
    },
  }),
];

function literal(text: string) {
  return Type.Literal(text);
}

/** Who is no administrator of everything sees the trail of what is theirs, one object at a time. */
async function refuseForeign(
  within: readonly string[] | null,
  object: string | undefined,
): Promise<void> {
  if (within === null) return;
  const organisation = /^organisation:(.+)$/.exec(object ?? '')?.[1];
  if (organisation === undefined || !within.includes(organisation)) throw new Problem('forbidden');
}

function rosterRoutes(): readonly Endpoint[] {
  const path = '/api/v1/roster/:year';
  return [
    endpoint({
      ...{ id: 'getRoster', method: 'GET', path, tag },
      right: { action: 'roster.read', on: 'anything' },
      summary: { zh: '应公开单位：谁按时、逾期、未公开、免于公开', en: 'Who published in time' },
      params: Type.Object({ year: YEAR }),
      query: Type.Object({
        kind: Type.Optional(KIND),
        region: Type.Optional(Type.String({ maxLength: 20 })),
      }),
      answer: ROSTER,
      handle: async ({ store, clock, caller, params, query }) => {
        const { kind = FINAL_ACCOUNT, region } = query;
        const key = { year: params.year, kind, ...(region === undefined ? {} : { region }) };
        const items = await store.snapshot(async (view) => {
          const within = await organisationsFor(view, caller, 'roster.read');
          const all = await standingsOf(view, key, dayOf(clock()));
          return within === null
            ? all
            : all.filter(({ organisation }) => within.includes(organisation));
        });
        return json({ items, completion: completionOf(items) });
      },
    }),
    endpoint({
      ...{ id: 'putRosterEntry', method: 'PUT', path: `${path}/:organisation`, tag },
      ...{ right: { action: 'roster.manage', on: 'organisation' }, answer: null },
      summary: { zh: '列入应公开名单', en: 'Put an organisation on the roster' },
      params: Type.Object({ year: YEAR, organisation: ID }),
      body: Type.Object({
        kind: Type.Optional(KIND),
        approved: nullable(DAY),
        due: nullable(DAY),
        exempt: Type.Boolean(),
        note: Type.String({ maxLength: 1000 }),
      }),
      handle: async ({ store, caller, params, body }) => {
        const { kind = FINAL_ACCOUNT, approved, due, exempt, note } = body;
        const { year: fiscalYear, organisation } = params;
        await store.write(caller.actor, async (task) => {
          if ((await organisations.byId(task, organisation)) === undefined) {
            throw new Problem('not-found');
          }
          await roster.put(task, {
            ...{ fiscalYear, kind, organisation, approved, due, exempt, note },
          });
        });
        return DONE;
      },
    }),
    endpoint({
      ...{ id: 'removeRosterEntry', method: 'DELETE', path: `${path}/:organisation`, tag },
      ...{ right: { action: 'roster.manage', on: 'organisation' }, answer: null },
      summary: { zh: '移出应公开名单', en: 'Take an organisation off the roster' },
      params: Type.Object({ year: YEAR, organisation: ID }),
      handle: async ({ store, caller, params }) => {
        const { year: fiscalYear, organisation } = params;
        const key = { fiscalYear, kind: FINAL_ACCOUNT, organisation };
        await store.write(caller.actor, (task) => roster.remove(task, key));
        return DONE;
      },
    }),
  ];
}
