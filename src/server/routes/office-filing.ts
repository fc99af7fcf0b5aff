import { pagePath } from '../../workbench/actions.js';
import { filingPage } from '../../workbench/filing-page.js';
import type { Desk } from '../../workbench/view-models.js';
import type { Ask, Endpoint } from '../endpoint.js';
import { good, officeAction, officePage, requireRight } from '../office.js';
import { missing, refused } from '../office-form.js';
import { Problem } from '../problem.js';
import { Type } from '../schema.js';
import { handIn } from '../services/account-drafts.js';
import { openDraft } from '../services/draft-start.js';
import { filingView } from '../services/filing-desk.js';
import * as actions from '../services/filing-desk-actions.js';
import { fillNeed, takeStep, uploadVersion } from '../services/filing-desk-work.js';
import { dayOf } from '../services/timeliness.js';
import { OFFICE_DOCUMENTS } from './office-documents.js';

const READ = { action: 'filing.read', on: 'filing' } as const;
const WRITE = { action: 'filing.write', on: 'filing' } as const;
const JUDGE = { action: 'finding.judge', on: 'filing' } as const;
const REPLY = { action: 'finding.reply', on: 'filing' } as const;
const DISCUSS = { action: 'filing.discuss', on: 'filing' } as const;

const FILING_QUERY = Type.Object({
  version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
});

/** Characters of what somebody writes. */
const MOST_TEXT = 10_000;

type InFiling = Pick<Ask<{ readonly filing: string }>, 'store' | 'caller' | 'params'>;

function at({ filing }: { readonly filing: string }): string {
  return pagePath('filing', { filing });
}

type AtFiling = InFiling & Pick<Ask, 'clock' | 'lang'>;

async function pageOf(ask: AtFiling, version: number | null, desk: Desk): Promise<string> {
  const { store, caller, params, clock, lang } = ask;
  const look = { store, caller, filing: params.filing, version, today: dayOf(clock()), lang };
  return filingPage(await filingView(look), desk);
}

const again = (ask: AtFiling, desk: Desk) => pageOf(ask, null, desk);

function doerOf({ store, caller, params }: InFiling): actions.Doer {
  return { store, actor: caller.actor, filing: params.filing };
}

/** Back to the finding that something was done about. */
async function backTo(ask: InFiling, finding: string | null): Promise<string> {
  const { filing } = ask.params;
  if (finding === null) return `${at({ filing })}#remarks`;
  const anchor = await ask.store.read((view) => actions.anchorOf(view, filing, finding));
  return `${at({ filing })}${anchor}`;
}

/** The page of a filing, and everything that is done there. */
export const OFFICE_FILING: readonly Endpoint[] = [
  officePage<'filing', { readonly version?: number }>({
    ...{ id: 'filing', right: READ, query: FILING_QUERY },
    summary: { zh: '一份决算：问题、原文、流程、文件', en: 'A filing: findings, source, steps' },
    show: (ask, desk) => pageOf(ask, ask.query.version ?? null, desk),
  }),
  ...draftActions(),
  ...judgements(),
  ...talk(),
  officeAction({
    // Which step it is, and so which right it takes, is told in the form.
    ...{ id: 'take-step', right: READ, at, again },
    summary: { zh: '走一步流程', en: 'Take a step of the workflow' },
    act: async (ask, form, _page, wait) => {
      const { store, desk, caller, params, clock } = ask;
      const said = {
        ...{ from: form.text('from', 'state'), to: form.text('to', 'state') },
        documentNumber: form.optional('documentNumber'),
        day: form.day('day', 'approvedOn'),
        addresses: form.optional('addresses', MOST_TEXT) ?? '',
        note: form.optional('note', MOST_TEXT) ?? '',
        withoutDraft: form.optional('without') === 'yes',
        despiteErrors: form.optional('despite') === 'yes',
        gaps: form.optional('gaps', MOST_TEXT),
        today: dayOf(clock()),
      };
      const allow = (action: Parameters<typeof requireRight>[1], organisation: string) =>
        requireRight({ store, caller }, action, organisation);
      const doer = { store, desk, actor: caller.actor, filing: params.filing, allow };
      return wait({ kind: 'publish', file: '' }, async (tell) => {
        const text = await takeStep(doer, said, tell);
        return async () => ({ to: at(params), said: good(text) });
      });
    },
  }),
  ...OFFICE_DOCUMENTS,
];

/** What makes versions: files, and what is typed. */
function draftActions(): readonly Endpoint[] {
  return [
    officeAction({
      ...{ id: 'open-draft', right: WRITE, at, again },
      summary: { zh: '在最新一版上修改', en: 'Correct the newest version' },
      act: async ({ store, caller, params }) => {
        await openDraft(store, caller.actor, params.filing);
        return { to: pagePath('entry', params) };
      },
    }),
    officeAction({
      ...{ id: 'hand-in', right: WRITE, at, again },
      summary: { zh: '提交填写的一版并核对', en: 'Hand in what was typed' },
      act: async ({ store, desk, caller, params }, form, _page, wait) => {
        const counter = form.optional('counter');
        if (counter !== null && !/^\d{1,18}$/.test(counter)) throw new Problem('bad-request');
        const seen = counter === null ? null : BigInt(counter);
        return wait({ kind: 'read', file: '' }, async () => {
          const { number } = await handIn(store, desk, caller.actor, params.filing, seen);
          const text = { zh: `第 ${number} 版已提交并核对。`, en: `Version ${number} is checked.` };
          return async () => ({ to: at(params), said: good(text) });
        });
      },
    }),
    officeAction({
      ...{ id: 'upload-version', right: WRITE, at, again },
      summary: { zh: '上传新的一版并核对', en: 'Upload another version' },
      act: async ({ store, desk, caller, params }, form, _page, wait) => {
        const [file, ...more] = form.files;
        if (file === undefined) throw missing('file');
        if (more.length > 0) {
          throw refused({ zh: '一次请选一个文件', en: 'choose one document' });
        }
        const doer = { store, desk, actor: caller.actor, filing: params.filing };
        return wait({ kind: 'read', file: file.name }, async (tell) => {
          const text = await uploadVersion(doer, file, tell);
          return async () => ({ to: at(params), said: good(text) });
        });
      },
    }),
    officeAction({
      ...{ id: 'fill-need', right: WRITE, at, again },
      summary: { zh: '补写一项内容', en: 'Write what is missing' },
      act: async ({ store, desk, caller, params }, form) => {
        const id = form.text('id', 'needs');
        const doer = { store, desk, actor: caller.actor, filing: params.filing };
        await fillNeed(doer, id, form.optional('text', MOST_TEXT) ?? '');
        const text = {
          zh: '已写进正在填写的内容，全部补完后点“提交这一版并核对”。',
          en: 'Kept in the draft; hand it in when all is there.',
        };
        return { to: `${at(params)}#needs`, said: good(text) };
      },
    }),
  ];
}

/** Waivers and verdicts. */
function judgements(): readonly Endpoint[] {
  return [
    officeAction({
      ...{ id: 'waive', right: JUDGE, at, again },
      summary: { zh: '问题暂不处理', en: 'Let a finding pass' },
      act: async (ask, form) => {
        const finding = form.text('finding', 'findings', 2000);
        const reason = form.text('reason', 'waiveReason', MOST_TEXT);
        const until = form.day('until', 'waiveUntil');
        const today = dayOf(ask.clock());
        await actions.waive(doerOf(ask), { finding, reason, until, today });
        const text = { zh: '已记下暂不处理。', en: 'It is let pass.' };
        return { to: await backTo(ask, finding), said: good(text) };
      },
    }),
    officeAction({
      ...{ id: 'withdraw-waiver', right: JUDGE, at, again },
      summary: { zh: '撤回暂不处理', en: 'Take a waiver back' },
      act: async (ask) => {
        await actions.withdrawWaiver(doerOf(ask), ask.params.id);
        return { to: at(ask.params), said: good({ zh: '已撤回。', en: 'Taken back.' }) };
      },
    }),
    officeAction({
      ...{ id: 'decide', right: JUDGE, at, again },
      summary: { zh: '审核结论', en: 'Decide on a finding' },
      act: async (ask, form) => {
        const finding = form.text('finding', 'findings', 2000);
        const verdict = form.text('verdict', 'decide');
        if (verdict !== 'right' && verdict !== 'fault') throw new Problem('bad-request');
        const reason = form.text('reason', 'decideReason', MOST_TEXT);
        await actions.decide(doerOf(ask), { finding, verdict, reason });
        const text = { zh: '已记下审核结论。', en: 'The decision is kept.' };
        return { to: await backTo(ask, finding), said: good(text) };
      },
    }),
    officeAction({
      ...{ id: 'withdraw-verdict', right: JUDGE, at, again },
      summary: { zh: '撤回审核结论', en: 'Take a decision back' },
      act: async (ask) => {
        await actions.withdrawVerdict(doerOf(ask), ask.params.id);
        return { to: at(ask.params), said: good({ zh: '已撤回。', en: 'Taken back.' }) };
      },
    }),
  ];
}

/** Replies and remarks. */
function talk(): readonly Endpoint[] {
  return [
    officeAction({
      ...{ id: 'reply', right: REPLY, at, again },
      summary: { zh: '单位答复', en: 'Reply of the body' },
      act: async (ask, form) => {
        const finding = form.text('finding', 'findings', 2000);
        await actions.reply(doerOf(ask), finding, form.text('text', 'replyText', MOST_TEXT));
        const text = { zh: '答复已记下。', en: 'The reply is kept.' };
        return { to: await backTo(ask, finding), said: good(text) };
      },
    }),
    officeAction({
      ...{ id: 'comment', right: DISCUSS, at, again },
      summary: { zh: '批注', en: 'Remark' },
      act: async (ask, form) => {
        const finding = form.optional('finding', 2000);
        await actions.remark(doerOf(ask), finding, form.text('text', 'commentText', MOST_TEXT));
        const text = { zh: '批注已记下。', en: 'The remark is kept.' };
        return { to: await backTo(ask, finding), said: good(text) };
      },
    }),
    officeAction({
      ...{ id: 'resolve-comment', right: DISCUSS, at, again },
      summary: { zh: '批注已处理', en: 'A remark is dealt with' },
      act: async (ask) => {
        await actions.resolve(doerOf(ask), ask.params.id);
        return { to: at(ask.params), said: good({ zh: '已处理。', en: 'Dealt with.' }) };
      },
    }),
  ];
}
