import { accountJson } from '../../accounts/to-json.js';
import { changeFromJson, type DraftJson, MOST_EDITS } from '../../entry/draft-json.js';
import * as drafts from '../../store/drafts.js';
import { DONE, type Endpoint, endpoint, json } from '../endpoint.js';
import { Problem } from '../problem.js';
import { ID, Type } from '../schema.js';
import { draftOf } from '../services/account-drafts.js';
import { openDraft } from '../services/draft-start.js';
import { keepEdits } from '../services/typing.js';

const tag = '填报 Drafts';
const path = '/api/v1/filings/:filing/draft';
const WRITE = { action: 'filing.write', on: 'filing' } as const;
const ONE = Type.Object({ filing: ID });
const COUNTER = Type.String({ pattern: '^\\d{1,18}$' });
const EDITION = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' });

/** Bytes of what was typed since the last time. */
const CHANGE_BYTES = 16 * 1024 * 1024;

/** The account as it is being typed, by several people at once. */
export const DRAFT_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'getDraft', method: 'GET', path, tag, params: ONE },
    right: { action: 'filing.read', on: 'filing' },
    summary: { zh: '正在填的账户，含已保存的全部改动', en: 'The account as it is being typed' },
    answer: Type.Object({
      ...{ schema: Type.String(), counter: COUNTER, edition: Type.String() },
      account: Type.Unknown(),
    }),
    handle: async ({ store, params }) => {
      const draft = await store.snapshot((view) => draftOf(view, params.filing));
      if (draft === null) throw new Problem('not-found');
      const { account, counter, edition } = draft;
      const body: DraftJson = {
        ...{ schema: 'mingzhang/draft@1', counter: `${counter}`, edition },
        account: accountJson(account),
      };
      return json(body);
    },
  }),
  endpoint({
    ...{ id: 'openDraft', method: 'POST', path, tag, right: WRITE, params: ONE },
    summary: {
      zh: '开始填报：从最新一版，没有的从所选版式的空表；上年的数和文字带进来。已有的不动',
      en: 'Open a draft from the newest version, or blank in an edition; one that is there stays',
    },
    body: Type.Object({ edition: Type.Optional(EDITION) }),
    answer: Type.Object({ opened: Type.Boolean() }),
    handle: async ({ store, caller, params, body }) => {
      const { edition = null } = body;
      const opened = await openDraft(store, caller.actor, params.filing, edition);
      return json({ opened }, opened ? 201 : 200);
    },
  }),
  endpoint({
    ...{ id: 'editDraft', method: 'PUT', path, tag, right: WRITE, params: ONE },
    summary: {
      zh: '保存改动；别人先改过时（409）给出其改动，不覆盖',
      en: 'Keep edits; where somebody was first (409) theirs come back and nothing is overwritten',
    },
    most: CHANGE_BYTES,
    body: Type.Object({
      counter: COUNTER,
      edits: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_EDITS }),
    }),
    answer: Type.Object({ counter: COUNTER, since: Type.Optional(Type.Array(Type.Unknown())) }),
    handle: async ({ store, caller, params, body, lang }) => {
      const change = changeFromJson(body);
      if (change === null) throw new Problem('bad-request');
      const outcome = await keepEdits(store, caller.actor, params.filing, change, lang);
      return json(outcome, 'since' in outcome ? 409 : 200);
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
