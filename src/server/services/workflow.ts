import { daysAfter } from '../../roster/dates.js';
import * as filings from '../../store/filings.js';
import * as findings from '../../store/findings.js';
import * as roster from '../../store/roster.js';
import * as steps from '../../store/steps.js';
import type { Task, View } from '../../store/task.js';
import type { Json } from '../../store/values.js';
import * as verdicts from '../../store/verdicts.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import type { Action } from '../rights.js';
import { gapsAllowed } from './gaps.js';

/** Where a filing may stand. */
export const STATES = [
  ...(['draft', 'sent-back', 'checked', 'secrecy-reviewed', 'signed'] as const),
  ...(['approved', 'published', 'corrected'] as const),
] as const;

/** Where a filing stands. */
export type State = (typeof STATES)[number];

interface Transition {
  readonly from: readonly State[];
  readonly to: State;
  readonly action: Action;
  /** What must be told: why, or the number and day of the approval. */
  readonly needs: readonly ('note' | 'documentNumber' | 'day' | 'version')[];
  /** Whether the latest version becomes what everybody reads; null: nothing is read any more. */
  readonly publishes: boolean | null;
}

const PREPARED: readonly State[] = ['checked', 'secrecy-reviewed', 'signed'];

/** Every way from one state to another, and who may go it: those that lead on come first. */
export const TRANSITIONS = {
  submit: {
    ...{ from: ['draft', 'sent-back'], to: 'checked', action: 'step.prepare' },
    ...{ needs: ['version'], publishes: false },
  },
  'secrecy-review': {
    ...{ from: ['checked'], to: 'secrecy-reviewed', action: 'step.prepare' },
    ...{ needs: ['note'], publishes: false },
  },
  sign: {
    ...{ from: ['secrecy-reviewed'], to: 'signed', action: 'step.prepare' },
    ...{ needs: ['note'], publishes: false },
  },
  approve: {
    ...{ from: ['signed'], to: 'approved', action: 'step.review' },
    ...{ needs: ['documentNumber', 'day'], publishes: false },
  },
  publish: {
    ...{ from: ['approved'], to: 'published', action: 'step.publish', needs: ['version'] },
    publishes: true,
  },
  correct: {
    ...{ from: ['published', 'corrected'], to: 'corrected', action: 'step.publish' },
    ...{ needs: ['note', 'version'], publishes: true },
  },
  reopen: {
    ...{ from: PREPARED, to: 'draft', action: 'step.prepare', needs: [], publishes: false },
  },
  'send-back': {
    ...{ from: [...PREPARED, 'approved'], to: 'sent-back', action: 'step.review' },
    ...{ needs: ['note'], publishes: false },
  },
  withdraw: {
    ...{ from: ['published', 'corrected'], to: 'approved', action: 'step.withdraw' },
    ...{ needs: ['note'], publishes: null },
  },
} as const satisfies Readonly<Record<string, Transition>>;

/** Names of transitions. */
export type Move = keyof typeof TRANSITIONS;

/** Days from the approval to the last day of publication (预算法, art. 14). */
export const DAYS_TO_PUBLISH = 20;

/** Whether a filing in a state takes new versions; after publication they prepare a correction. */
export function isOpen(state: string): boolean {
  return ['draft', 'sent-back', 'published', 'corrected'].includes(state);
}

/** Whether everybody reads a version of it: a new one prepares a correction. */
export function isPublic(state: string): boolean {
  return state === 'published' || state === 'corrected';
}

/** What is said with a step. */
export interface StepSaid {
  readonly note?: string;
  readonly documentNumber?: string;
  readonly day?: string;
  readonly addresses?: readonly string[];
  /** Why it is published though not all of it was read or is there. */
  readonly gaps?: string;
  /** The version that the taker has seen; refused when there is a later one. */
  readonly version?: number;
}

/** Goes from one state to the next and gives the number of the step; throws `Problem`. */
export async function move(
  task: Task,
  id: string,
  name: Move,
  said: StepSaid,
  documents: Json,
): Promise<number> {
  const transition: Transition = TRANSITIONS[name];
  const filing = await filings.byId(task, id);
  if (filing === undefined) throw new Problem('not-found');
  if (!transition.from.includes(filing.state as State)) {
    throw new Problem('wrong-state', { more: { state: filing.state, from: transition.from } });
  }
  requireTold(transition, said);
  const { latest } = filing;
  if (transition.needs.includes('version') && latest === 0) throw new Problem('wrong-state');
  if (said.version !== undefined && said.version !== latest) throw new Problem('conflict');
  const gaps =
    transition.publishes === true ? await requirePublishable(task, filing, name, said) : null;
  if (name === 'publish' && said.day !== undefined) await requireApproved(task, id, said.day);
  const due = name === 'approve' ? daysAfter(said.day!, DAYS_TO_PUBLISH) : null;
  if (due !== null) await noteDeadline(task, filing, said.day!, due);
  return steps.take(task, {
    ...{ filing: id, from: filing.state, to: transition.to },
    ...{ version: latest === 0 ? null : latest, note: said.note ?? '' },
    ...{ documentNumber: said.documentNumber ?? null, day: said.day ?? null },
    details: { addresses: said.addresses ?? [], due, documents, ...gaps },
    snapshot: transition.publishes === true ? await snapshotOf(task, id, latest, documents) : null,
    ...(transition.publishes === false
      ? {}
      : { publishes: transition.publishes === true ? latest : null }),
  });
}

function requireTold({ needs }: Transition, said: StepSaid): void {
  const missing = needs.flatMap((need) => (need === 'version' || said[need]?.trim() ? [] : need));
  if (missing.length === 0) return;
  const [field] = missing;
  const named = (lang: 'zh' | 'en') => missing.map((need) => NEEDED[need][lang]);
  throw new Problem('bad-request', {
    detail: {
      zh: `还要填写：${named('zh').join('、')}`,
      en: `missing: ${named('en').join(', ')}`,
    },
    ...(field === undefined ? {} : { field }),
    more: { missing },
  });
}

const NEEDED = {
  note: { zh: '说明', en: 'a note' },
  documentNumber: { zh: '批复文号', en: 'the number of the approval' },
  day: { zh: '日期', en: 'the day' },
} as const;

/**
 * A version already public is not published again; what is secret or personal never is, nor what
 * has lost a table of the public one. Gives what the step keeps of why it is published with gaps.
 */
async function requirePublishable(
  task: Task,
  filing: filings.Filing,
  name: Move,
  said: StepSaid,
): Promise<{ readonly gaps: Json } | null> {
  if (name === 'correct' && filing.published === filing.latest) throw new Problem('wrong-state');
  const version = await versions.byNumber(task, filing.id, filing.latest);
  if (version === undefined) throw new Problem('wrong-state');
  const secret = await secretsIn(task, filing, version);
  if (secret.length === 0) return gapsAllowed(task, filing, version, { ...said, move: name });
  throw new Problem('wrong-state', {
    detail: {
      zh: '含有涉密标注或个人信息，不能公开：先送保密审查',
      en: 'marks of secrecy or personal data keep it from being published',
    },
    more: { findings: secret.map(({ id }) => id) },
  });
}

/** What is published before its approval is not the approved account. */
async function requireApproved(view: View, filing: string, day: string): Promise<void> {
  const all = await steps.ofFiling(view, filing);
  const approved = all.filter(({ toState }) => toState === 'approved').at(-1)?.day ?? null;
  if (approved === null || approved <= day) return;
  throw new Problem('bad-request', {
    detail: {
      zh: `公开日期 ${day} 早于批复日期 ${approved}`,
      en: `published on ${day}, before its approval on ${approved}`,
    },
  });
}

/**
 * What keeps a version from being published. To let a finding pass is no answer to it; a reviewer
 * who looked at this very version may say that a number is nobody's. A mark of secrecy stays one.
 */
export async function secretsIn(
  view: View,
  { organisation, kind, fiscalYear }: filings.Filing,
  version: versions.Version,
): Promise<readonly findings.StoredFinding[]> {
  const all = await findings.ofVersion(view, version.id);
  const judged = await verdicts.inForce(view, { organisation, kind, fiscalYear });
  const isNobodys = ({ id, rule }: findings.StoredFinding) =>
    rule !== 'privacy.secrecy-mark' &&
    judged.some(
      ({ finding, verdict, createdAt, fiscalYear: year }) =>
        finding === id &&
        verdict === 'right' &&
        year === fiscalYear &&
        createdAt >= version.createdAt,
    );
  return all.filter((finding) => finding.rule.startsWith('privacy.') && !isNobodys(finding));
}

/** The document that is published first, as it is; else what was handed in. */
async function snapshotOf(
  view: View,
  filing: string,
  number: number,
  documents: Json,
): Promise<string | null> {
  const [first] = documents as readonly { readonly hash?: string }[];
  if (first?.hash !== undefined) return first.hash;
  const version = await versions.byNumber(view, filing, number);
  const files = version === undefined ? [] : await versions.filesOf(view, version.id);
  return files.find(({ role }) => role === 'original')?.file ?? null;
}

async function noteDeadline(
  task: Task,
  filing: filings.Filing,
  approved: string,
  due: string,
): Promise<void> {
  const { organisation, fiscalYear, kind } = filing;
  const known = await roster.ofOrganisation(task, { fiscalYear, kind, organisation });
  await roster.put(task, {
    ...{ fiscalYear, kind, organisation, approved, due },
    ...{ exempt: known?.exempt ?? false, note: known?.note ?? '' },
  });
}
