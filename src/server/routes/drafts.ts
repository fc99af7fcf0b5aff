import * as drafts from '../../store/drafts.js';
import type { Json } from '../../store/values.js';
import { DONE, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { ID, nullable, Type } from '../schema.js';

const tag = '填报 Drafts';
const path = '/api/v1/filings/:filing/draft';
const WRITE = { action: 'filing.write', on: 'filing' } as const;
const ONE = Type.Object({ filing: ID });
const COUNTER = Type.String({ pattern: '^\\d{1,18}$' });

/** Bytes of a whole draft, or of what was typed since the last time. */
const DRAFT_BYTES = 16 * 1024 * 1024;

function editJson({ counter, operation, at, actor }: drafts.Edit): object {
  return { counter: `${counter}`, operation, at, actor };
}

/** The account as it is being typed, by several people at once. */
export const DRAFT_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'getDraft', method: 'GET', path, tag, params: ONE },
    right: { action: 'filing.read', on: 'filing' },
    summary: { zh: '正在填的内容和其后的改动', en: 'The draft, and the edits since its content' },
    answer: Type.Object({ counter: COUNTER, content: Type.Unknown() }),
    handle: async ({ store, params }) => {
      const found = await store.snapshot(async (view) => {
        const draft = await drafts.byFiling(view, params.filing);
        if (draft === undefined) throw new Problem('not-found');
        return { draft, edits: await drafts.since(view, params.filing, draft.contentCounter) };
      });
      const { counter, contentCounter, ...rest } = found.draft;
      return json({
        ...{ ...rest, counter: `${counter}`, contentCounter: `${contentCounter}` },
        edits: found.edits.map(editJson),
      });
    },
  }),
  endpoint({
    ...{ id: 'openDraft', method: 'PUT', path, tag, right: WRITE, params: ONE },
    summary: { zh: '开始填报；已有的不动', en: 'Open a draft; one that is there stays' },
    most: DRAFT_BYTES,
    body: Type.Object({ content: Type.Unknown(), basedOn: nullable(Type.Integer()) }),
    answer: Type.Object({ opened: Type.Boolean() }),
    handle: async ({ store, caller, params, body }) => {
      const opened = await store.write(caller.actor, (task) =>
        drafts.open(task, params.filing, body.content as Json, body.basedOn),
      );
      return json({ opened }, opened ? 201 : 200);
    },
  }),
  endpoint({
    ...{ id: 'editDraft', method: 'POST', path: `${path}/edits`, tag, right: WRITE, params: ONE },
    summary: {
      zh: '保存改动；别人先改过时给出其改动，不覆盖',
      en: 'Keep edits; where somebody was first their edits come back and nothing is overwritten',
    },
    most: DRAFT_BYTES,
    body: Type.Object({
      counter: COUNTER,
      operations: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 10_000 }),
    }),
    answer: Type.Object({ kept: Type.Boolean(), counter: COUNTER }),
    handle: async ({ store, caller, params, body }) => {
      const operations = body.operations as readonly Json[];
      const outcome = await store.write(caller.actor, (task) =>
        drafts.edit(task, params.filing, BigInt(body.counter), operations),
      );
      const { kept } = outcome;
      const since = outcome.kept ? [] : outcome.since.map(editJson);
      return json({ kept, counter: `${outcome.counter}`, since }, kept ? 200 : 409);
    },
  }),
  endpoint({
    ...{ id: 'settleDraft', method: 'POST', path: `${path}/content`, tag, right: WRITE },
    ...{ params: ONE, answer: null, most: DRAFT_BYTES },
    summary: { zh: '保存到某次改动为止的内容', en: 'Keep the content as of a counter' },
    body: Type.Object({ counter: COUNTER, content: Type.Unknown() }),
    handle: async ({ store, caller, params, body }) => {
      const { counter, content } = body;
      await store.write(caller.actor, (task) =>
        drafts.settle(task, params.filing, BigInt(counter), content as Json),
      );
      return DONE;
    },
  }),
  endpoint({
    ...{ id: 'discardDraft', method: 'DELETE', path, tag, right: WRITE, params: ONE },
    summary: { zh: '放弃填报', en: 'Throw the draft away' },
    query: Type.Object({ counter: COUNTER }),
    answer: null,
    handle: async ({ store, caller, params, query }) => {
      await store.write(caller.actor, (task) =>
        drafts.discard(task, params.filing, BigInt(query.counter)),
      );
      return DONE;
    },
  }),
];
