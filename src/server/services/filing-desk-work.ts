import type { Wording } from '../../base/wording.js';
import * as drafts from '../../store/drafts.js';
import * as filings from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import type { Store } from '../../store/open.js';
import type { View } from '../../store/task.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import type { FilingState } from '../../workbench/view-models.js';
import { stateName } from '../../workbench/words.js';
import type { Upload } from '../endpoint.js';
import { Problem } from '../problem.js';
import type { Tell } from '../reading-room.js';
import type { Action } from '../rights.js';
import { draftOf, typeInto } from './account-drafts.js';
import type { Desk } from './desk.js';
import { openDraft } from './draft-start.js';
import { answerTo, needLines } from './filing-desk-needs.js';
import { addressesIn, moveBetween } from './filing-desk-steps.js';
import { receive, versionWith } from './intake.js';
import { publicationOf } from './publication.js';
import { isOpen, move, TRANSITIONS } from './workflow.js';

/** Who does something with a filing. */
interface Worker {
  readonly store: Store;
  readonly desk: Desk;
  readonly actor: string;
  readonly filing: string;
}

/** Reads, checks and keeps a document as the next version; says what changed. */
export async function uploadVersion(worker: Worker, file: Upload, tell: Tell): Promise<Wording> {
  const { store, desk, actor, filing } = worker;
  const handed = { filing, file, note: '', references: [], correction: true };
  const same = await store.read(async (view) => {
    const { state } = (await filings.byId(view, filing)) ?? { state: '' };
    return isOpen(state) ? versionWith(view, filing, file.bytes) : null;
  });
  if (same !== null) return sameAs(same);
  const { number } = await receive(store, desk, actor, handed, tell);
  const changes = await store.read((view) => findings.changes(view, filing, number));
  const count = (change: findings.FindingChange['change']) =>
    changes.filter(
      (each) =>
        each.change === change && (each.body as { readonly cause?: string | null }).cause === null,
    ).length;
  if (number === 1) {
    const found = count('new');
    return {
      zh: `第 1 版已读出并核对：${found === 0 ? '没有发现问题' : `${found} 个问题`}。`,
      en: `Version 1 was read and checked: ${found} findings.`,
    };
  }
  const [fresh, stays, gone] = [count('new'), count('stays'), count('gone')];
  return {
    zh: `第 ${number} 版已读出并核对：新出现 ${fresh} 个，仍在 ${stays} 个，已消除 ${gone} 个。`,
    en: `Version ${number} was checked: ${fresh} new, ${stays} stay, ${gone} gone.`,
  };
}

/** That nothing was made of a file which is here already. */
export function sameAs(version: number): Wording {
  return {
    zh: `这个文件与第 ${version} 版相同，没有新建一版。`,
    en: `It is the very file of version ${version}; no version was made of it.`,
  };
}

/** Writes what the document says and no table tells; opens a draft where there is none. */
export async function fillNeed(worker: Worker, id: string, text: string): Promise<void> {
  const { store, actor, filing } = worker;
  await openDraft(store, actor, filing);
  const draft = await store.snapshot((view) => draftOf(view, filing));
  if (draft === null) throw new Problem('conflict');
  const said = answerTo(needLines(draft.account, draft.edition), id, text);
  await typeInto(store, actor, filing, [{ kind: 'input', id, text: said }]);
}

interface StepTold {
  readonly from: string;
  readonly to: string;
  readonly documentNumber: string | null;
  readonly day: string | null;
  /** One a line. */
  readonly addresses: string;
  readonly note: string;
  /** That what is typed stays behind, that errors are open: whoever submits says to know it. */
  readonly withoutDraft: boolean;
  readonly despiteErrors: boolean;
  readonly gaps: string | null;
  readonly today: string;
}

/** Takes a step where its right allows it; says where the filing is now. */
export async function takeStep(
  worker: Worker & {
    /** Throws `Problem` where the right is missing. */
    readonly allow: (action: Action, organisation: string) => Promise<void>;
  },
  told: StepTold,
  tell: Tell,
): Promise<Wording> {
  const { store, desk, actor, filing: id, allow } = worker;
  const { from, to, documentNumber, day, note, today } = told;
  const name = moveBetween(from, to);
  if (name === undefined) throw new Problem('bad-request');
  const filing = await store.read((view) => filings.byId(view, id));
  if (filing === undefined) throw new Problem('not-found');
  const { action, publishes } = TRANSITIONS[name];
  await allow(action, filing.organisation);
  if (filing.state !== from) throw new Problem('conflict');
  if (day !== null && day > today) {
    throw refusal(`日期 ${day} 还没有到`, `${day} is still to come`, 'day');
  }
  if (name === 'submit') await store.snapshot((view) => requireAware(view, filing, told));
  const addresses = addressesIn(told.addresses);
  if (addresses === null) {
    const zh = '公开网址要以 http:// 或 https:// 开头，每行一个';
    throw refusal(zh, 'give addresses, one a line', 'addresses');
  }
  const reason = name === 'publish' && note !== '' ? note : null;
  const made = publishes === true ? await publicationOf(store, desk, id, reason, tell) : null;
  const version = made === null ? {} : { version: made.version };
  const said = {
    ...{ note, addresses, ...version },
    ...(documentNumber === null ? {} : { documentNumber }),
    ...(day === null ? {} : { day }),
    ...(told.gaps === null ? {} : { gaps: told.gaps }),
  };
  await store.write(actor, async (task) => {
    const documents = made === null ? [] : await made.keep(task);
    return move(task, id, name, said, documents);
  });
  const state = to as FilingState;
  return {
    zh: `现在是“${stateName('zh', state)}”。`,
    en: `It is now: ${stateName('en', state)}.`,
  };
}

/** Nobody submits unawares while something is typed beside the version, or errors are open. */
async function requireAware(view: View, filing: filings.Filing, told: StepTold): Promise<void> {
  const draft = await drafts.byFiling(view, filing.id);
  if (draft !== undefined && draft.counter > 0n && !told.withoutDraft) {
    const zh = `有改动还没有提交，不在第 ${filing.latest} 版里：先提交这一版，或勾选不带这些改动`;
    throw refusal(zh, 'something is typed and not handed in: hand it in, or say to leave it out');
  }
  const version = await versions.byNumber(view, filing.id, filing.latest);
  if (version === undefined || told.despiteErrors) return;
  const passed = await waivers.inForce(view, filing.id, told.today);
  const open = (await findings.ofVersion(view, version.id)).filter(
    ({ id, severity, body }) =>
      severity === 'error' &&
      (body as { readonly cause?: string | null }).cause === null &&
      !passed.some(({ finding }) => finding === id),
  );
  if (open.length === 0) return;
  const zh = `还有 ${open.length} 处错误没有处理：先改正，或勾选仍然提交`;
  throw refusal(zh, `${open.length} errors are open: correct them, or say to submit all the same`);
}

function refusal(zh: string, en: string, field?: string): Problem {
  return new Problem('bad-request', {
    detail: { zh, en },
    ...(field === undefined ? {} : { field }),
  });
}
