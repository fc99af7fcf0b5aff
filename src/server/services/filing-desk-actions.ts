import * as comments from '../../store/comments.js';
import * as filings from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import type { Store } from '../../store/open.js';
import * as replies from '../../store/replies.js';
import type { Task, View } from '../../store/task.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import * as waivers from '../../store/waivers.js';
import { Problem } from '../problem.js';
import { besideIn } from './filing-desk-findings.js';

/** Who does something about a finding of a filing. */
export interface Doer {
  readonly store: Store;
  readonly actor: string;
  readonly filing: string;
}

/** Lets a finding pass, until a day or without end. */
export async function waive(
  { store, actor, filing }: Doer,
  said: {
    readonly finding: string;
    readonly reason: string;
    readonly until: string | null;
    readonly today: string;
  },
): Promise<void> {
  const { finding, reason, until, today } = said;
  if (until !== null && until < today) {
    const detail = { zh: `期限 ${until} 已过，请填今天或以后`, en: `${until} is over` };
    throw new Problem('bad-request', { detail, field: 'until' });
  }
  await store.write(actor, async (task) => {
    const { rule } = await requireFinding(task, filing, finding);
    if (rule.startsWith('privacy.')) throw refusal(...NOT_LET_PASS);
    await waivers.add(task, { filing, finding, reason, until });
  });
}

/** Why what is secret or personal is not let pass. */
const NOT_LET_PASS = [
  '涉密标注和个人信息不能“暂不处理”：请删去、遮盖或送保密审查，再提交新的一版',
  'secret or personal content is not let pass: remove or mask it and hand in another version',
] as const;

/** Takes a waiver back. */
export async function withdrawWaiver({ store, actor, filing }: Doer, id: string): Promise<void> {
  await store.write(actor, async (task) => {
    const there = await waivers.ofFiling(task, filing);
    const isThere = there.some((each) => each.id === id && each.withdrawnAt === null);
    if (!isThere) throw new Problem('not-found');
    await waivers.withdraw(task, id);
  });
}

/** Says of a finding that it is one, or that the document is right. */
export async function decide(
  { store, actor, filing }: Doer,
  said: {
    readonly finding: string;
    readonly verdict: 'right' | 'fault';
    readonly reason: string;
  },
): Promise<void> {
  await store.write(actor, async (task) => {
    await requireFinding(task, filing, said.finding);
    await verdicts.add(task, { ...(await keyOf(task, filing)), ...said });
  });
}

/** Takes a verdict back, also one of an earlier year. */
export async function withdrawVerdict({ store, actor, filing }: Doer, id: string): Promise<void> {
  await store.write(actor, async (task) => {
    const there = await verdicts.inForce(task, await keyOf(task, filing));
    if (!there.some((each) => each.id === id)) throw new Problem('not-found');
    await verdicts.withdraw(task, id);
  });
}

/** What the unit answers. */
export async function reply(
  { store, actor, filing }: Doer,
  finding: string,
  body: string,
): Promise<void> {
  await store.write(actor, async (task) => {
    await requireFinding(task, filing, finding);
    await replies.add(task, { filing, finding, body });
  });
}

/** Remarks on a finding, or on the whole. */
export async function remark(
  { store, actor, filing }: Doer,
  finding: string | null,
  body: string,
): Promise<void> {
  await store.write(actor, async (task) => {
    if (finding !== null) await requireFinding(task, filing, finding);
    const { latest } = await filingOf(task, filing);
    const about = {
      ...(finding === null ? {} : { finding }),
      ...(latest > 0 && { version: latest }),
    };
    await comments.add(task, { filing, body, ...about });
  });
}

/** Says that a remark is dealt with. */
export async function resolve({ store, actor, filing }: Doer, id: string): Promise<void> {
  await store.write(actor, async (task) => {
    const there = await comments.ofFiling(task, filing);
    const isThere = there.some((each) => each.id === id && each.resolvedAt === null);
    if (!isThere) throw new Problem('not-found');
    await comments.resolve(task, id);
  });
}

/** Where a finding stands on the page of its filing: #f3; empty where it is gone. */
export async function anchorOf(view: View, id: string, finding: string): Promise<string> {
  const { latest } = await filingOf(view, id);
  const version = await versions.byNumber(view, id, latest);
  if (version === undefined) return '';
  const all = await findings.ofVersion(view, version.id);
  const index = all.findIndex((each) => each.id === finding);
  const causes = (await besideIn(view, version))?.causes ?? [];
  const at = causes.findIndex((cause) => cause.finding === index);
  return index < 0 || at < 0 ? '' : `#f${at + 1}`;
}

async function filingOf(view: View, id: string): Promise<filings.Filing> {
  const filing = await filings.byId(view, id);
  if (filing === undefined) throw new Problem('not-found');
  return filing;
}

async function keyOf(view: View, id: string): Promise<verdicts.VerdictKey> {
  const { organisation, kind, fiscalYear } = await filingOf(view, id);
  return { organisation, kind, fiscalYear };
}

/** A finding of the newest version: what is said of another would be seen by nobody. */
async function requireFinding(
  task: Task,
  filing: string,
  finding: string,
): Promise<findings.StoredFinding> {
  const { latest } = await filingOf(task, filing);
  const version = await versions.byNumber(task, filing, latest);
  const all = version === undefined ? [] : await findings.ofVersion(task, version.id);
  const found = all.find(({ id }) => id === finding);
  if (found === undefined) {
    throw refusal('这个问题在最新的一版里已经没有了，请刷新', 'the newest version has it no more');
  }
  return found;
}

function refusal(zh: string, en: string): Problem {
  return new Problem('bad-request', { detail: { zh, en } });
}
