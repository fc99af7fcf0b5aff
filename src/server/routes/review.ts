import * as comments from '../../store/comments.js';
import * as filings from '../../store/filings.js';
import * as replies from '../../store/replies.js';
import type { Task } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as waivers from '../../store/waivers.js';
import { TALK } from '../answers.js';
import { DONE, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { DAY, ID, nullable, oneOf, Type } from '../schema.js';
import { publicationOf } from '../services/publication.js';
import { talkOf } from '../services/records.js';
import { type Move, move, type StepSaid, TRANSITIONS } from '../services/workflow.js';

const tag = '审核 Review';
const one = '/api/v1/filings/:filing';
const JUDGE = { action: 'finding.judge', on: 'filing' } as const;
const DISCUSS = { action: 'filing.discuss', on: 'filing' } as const;
const ONE = Type.Object({ filing: ID });
const FINDING = Type.String({ minLength: 1, maxLength: 2000 });
const TEXT = Type.String({ minLength: 1, maxLength: 10_000 });
const MADE = Type.Object({ id: ID });

const SAID = {
  note: Type.String({ maxLength: 10_000 }),
  documentNumber: Type.String({ maxLength: 200 }),
  day: DAY,
  addresses: Type.Array(Type.String({ maxLength: 1000, pattern: '^https?://' }), { maxItems: 20 }),
  gaps: Type.String({ maxLength: 10_000 }),
  version: Type.Integer({ minimum: 1 }),
};

const NAMES: Readonly<Record<Move, readonly [string, string]>> = {
  submit: ['报送审核', 'Hand it in'],
  reopen: ['取回修改', 'Take it back to change it'],
  'secrecy-review': ['记下保密审查', 'Record the secrecy review'],
  sign: ['记下负责人审签', 'Record the head’s signature'],
  'send-back': ['退回并说明', 'Send it back and say why'],
  approve: ['批复：文号和日期，公开期限为 20 日内', 'Approve: number and day; 20 days to publish'],
  publish: ['公开', 'Publish'],
  correct: ['更正公开：更正说明', 'Correct what was published, and say what'],
  withdraw: ['撤回公开', 'Take the publication back'],
};

/** Waivers, verdicts, replies, comments, and the steps of the workflow. */
export const REVIEW_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'getTalk', method: 'GET', path: `${one}/talk`, tag, params: ONE },
    right: { action: 'filing.read', on: 'filing' },
    summary: { zh: '意见、答复和豁免', en: 'Comments, replies and waivers' },
    answer: TALK,
    handle: async ({ store, params }) =>
      json(await store.read((view) => talkOf(view, params.filing))),
  }),
  endpoint({
    ...{ id: 'addWaiver', method: 'POST', path: `${one}/waivers`, tag, right: JUDGE, params: ONE },
    summary: { zh: '豁免一个问题：理由和期限', en: 'Waive a finding, with reason and expiry' },
    body: Type.Object({ finding: FINDING, reason: TEXT, until: nullable(DAY) }),
    answer: MADE,
    handle: async ({ store, caller, params, body }) => {
      const { finding, reason, until } = body;
      const content = { filing: params.filing, finding, reason, until };
      return json({ id: await store.write(caller.actor, (t) => waivers.add(t, content)) }, 201);
    },
  }),
  endpoint({
    ...{ id: 'withdrawWaiver', method: 'DELETE', path: `${one}/waivers/:id`, tag, right: JUDGE },
    summary: { zh: '撤回豁免', en: 'Take a waiver back' },
    params: Type.Object({ filing: ID, id: ID }),
    answer: null,
    handle: async ({ store, caller, params }) => {
      await store.write(caller.actor, async (task) => {
        const there = await waivers.ofFiling(task, params.filing);
        if (!there.some(({ id }) => id === params.id)) throw new Problem('not-found');
        await waivers.withdraw(task, params.id);
      });
      return DONE;
    },
  }),
  endpoint({
    ...{ id: 'addVerdict', method: 'POST', path: `${one}/verdicts`, tag, right: JUDGE },
    summary: {
      zh: '对问题下结论：right 文件是对的（以后年度沿用），fault 问题属实（可以公开）',
      en: 'Judge a finding: right (the document is), fault (confirmed, may be made public)',
    },
    params: ONE,
    body: Type.Object({ finding: FINDING, verdict: oneOf(['right', 'fault']), reason: TEXT }),
    answer: MADE,
    handle: async ({ store, caller, params, body }) => {
      const id = await store.write(caller.actor, async (task) => {
        const { organisation, kind, fiscalYear } = await filingOf(task, params.filing);
        const { finding, verdict, reason } = body;
        const key = { organisation, kind, fiscalYear };
        return verdicts.add(task, { ...key, finding, verdict, reason });
      });
      return json({ id }, 201);
    },
  }),
  endpoint({
    ...{ id: 'withdrawVerdict', method: 'DELETE', path: `${one}/verdicts/:id`, tag },
    ...{ right: JUDGE, answer: null },
    summary: { zh: '撤回结论', en: 'Take a verdict back' },
    params: Type.Object({ filing: ID, id: ID }),
    handle: async ({ store, caller, params }) => {
      await store.write(caller.actor, async (task) => {
        const { organisation, kind, fiscalYear } = await filingOf(task, params.filing);
        const there = await verdicts.inForce(task, { organisation, kind, fiscalYear });
        if (!there.some(({ id }) => id === params.id)) throw new Problem('not-found');
        await verdicts.withdraw(task, params.id);
      });
      return DONE;
    },
  }),
  endpoint({
    ...{ id: 'addReply', method: 'POST', path: `${one}/replies`, tag, params: ONE },
    right: { action: 'finding.reply', on: 'filing' },
    summary: { zh: '单位的答复', en: 'What the unit answers' },
    body: Type.Object({ finding: nullable(FINDING), body: TEXT }),
    answer: MADE,
    handle: async ({ store, caller, params, body }) => {
      const content = { filing: params.filing, finding: body.finding, body: body.body };
      return json({ id: await store.write(caller.actor, (t) => replies.add(t, content)) }, 201);
    },
  }),
  ...commentRoutes(),
  ...Object.keys(TRANSITIONS).map((name) => stepRoute(name as Move)),
];

async function filingOf(task: Task, id: string): Promise<filings.Filing> {
  const filing = await filings.byId(task, id);
  if (filing === undefined) throw new Problem('not-found');
  return filing;
}

function commentRoutes(): readonly Endpoint[] {
  return [
    endpoint({
      ...{ id: 'addComment', method: 'POST', path: `${one}/comments`, tag, right: DISCUSS },
      summary: { zh: '提意见', en: 'Remark on it' },
      params: ONE,
      body: Type.Object({
        body: TEXT,
        version: Type.Optional(Type.Integer({ minimum: 1 })),
        finding: Type.Optional(FINDING),
        place: Type.Optional(Type.Object({})),
      }),
      answer: MADE,
      handle: async ({ store, caller, params, body }) => {
        const { place, ...said } = body;
        const at = place === undefined ? {} : { place: place as Readonly<Record<string, string>> };
        const content = { filing: params.filing, ...withoutCsrf(said), ...at };
        return json({ id: await store.write(caller.actor, (t) => comments.add(t, content)) }, 201);
      },
    }),
    endpoint({
      ...{ id: 'resolveComment', method: 'DELETE', path: `${one}/comments/:id`, tag },
      ...{ right: DISCUSS, answer: null },
      summary: { zh: '意见已处理', en: 'A remark is dealt with' },
      params: Type.Object({ filing: ID, id: ID }),
      handle: async ({ store, caller, params }) => {
        await store.write(caller.actor, async (task) => {
          const there = await comments.ofFiling(task, params.filing);
          if (!there.some(({ id }) => id === params.id)) throw new Problem('not-found');
          await comments.resolve(task, params.id);
        });
        return DONE;
      },
    }),
  ];
}

function withoutCsrf<T extends object>(given: T): T {
  const { csrf: _, ...rest } = given as T & { readonly csrf?: string };
  return rest as T;
}

function stepRoute(name: Move): Endpoint {
  const [zh, en] = NAMES[name];
  const { action, publishes } = TRANSITIONS[name];
  return endpoint({
    ...{ id: `step-${name}`, method: 'POST', path: `${one}/steps/${name}`, tag, params: ONE },
    right: { action, on: 'filing' },
    summary: { zh, en },
    body: Type.Partial(Type.Object(SAID)),
    answer: Type.Object({ step: Type.Integer() }),
    handle: async ({ store, desk, caller, params, body }) => {
      const reason = name === 'publish' ? (body.note ?? null) : null;
      const made =
        publishes === true ? await publicationOf(store, desk, params.filing, reason) : null;
      const seen = made === null ? {} : { version: made.version };
      const said = { ...seen, ...body } as StepSaid;
      const step = await store.write(caller.actor, async (task) => {
        const documents = made === null ? [] : await made.keep(task);
        return move(task, params.filing, name, said, documents);
      });
      return json({ step }, 201);
    },
  });
}
