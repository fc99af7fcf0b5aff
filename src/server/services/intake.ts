import * as drafts from '../../store/drafts.js';
import * as filings from '../../store/filings.js';
import type { Store } from '../../store/open.js';
import type { Task, View } from '../../store/task.js';
import { sha256 } from '../../store/values.js';
import * as versions from '../../store/versions.js';
import { Problem } from '../problem.js';
import type { Incoming, Reading } from '../reading.js';
import type { Tell } from '../reading-room.js';
import type { Desk } from './desk.js';
import { isOpen, isPublic } from './workflow.js';

/** Kind of filing of final accounts; others are kept apart by their own. */
export const FINAL_ACCOUNT = 'final-account';

/** A document that somebody hands in for a filing. */
export interface Handed {
  readonly filing: string;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
  readonly note: string;
  /** The latest version that the giver has seen; absent: whatever there is. */
  readonly after?: number;
  /** It is meant to correct what is public already; one that is typed here always is. */
  readonly correction?: boolean;
  /** Documents to hold it against, besides last year's that is here. */
  readonly references: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Where the document was made of a draft: the account, and the counter with which it ends. */
  readonly typed?: {
    readonly account: string;
    readonly edition: string;
    readonly counter: bigint;
  };
}

/** Role of the exact account with a version that was typed here: its document was made of it. */
export const TYPED = 'account';

/** Role of the findings as lines of a feedback form. */
export const REVIEW = 'review';

/** What became of it. */
export interface Received {
  readonly id: string;
  readonly number: number;
  readonly reading: Reading;
}

/**
 * Reads, checks and keeps a document as the next version: all of it in one transaction, or nothing.
 * Throws `Problem` where the filing takes none now or the document is another's.
 */
export async function receive(
  store: Store,
  desk: Desk,
  actor: string,
  handed: Handed,
  tell: Tell = () => {},
): Promise<Received> {
  const filing = await store.read((view) => filings.byId(view, handed.filing));
  if (filing === undefined) throw new Problem('not-found');
  requireOpen(filing.state);
  requireMeant(filing.state, handed);
  const lastYear = await store.read((view) => lastYears(view, filing));
  const { name, bytes } = handed.file;
  const references = [...handed.references, ...lastYear];
  const reading = await desk.read({ name, bytes, references }, tell);
  requireKind(reading, filing.kind);
  requireYear(reading, filing.fiscalYear);
  return store.write(actor, async (task) => {
    const now = await filings.byId(task, filing.id);
    requireOpen(now?.state ?? '');
    const added = await keep(task, handed, reading);
    if (handed.typed !== undefined) await drafts.discard(task, filing.id, handed.typed.counter);
    return { ...added, reading };
  });
}

/** Adds what was read as the next version; whether the filing takes one is for the caller. */
export function keep(
  task: Task,
  handed: Handed,
  reading: Reading,
): Promise<Pick<Received, 'id' | 'number'>> {
  return versions.add(task, versionOf(handed, reading));
}

/** A version out of what was read, with everything that belongs to it. */
function versionOf(handed: Handed, reading: Reading): versions.VersionContent {
  const { filing, file, note, after, references, typed } = handed;
  const { check, score, review } = reading;
  const kept = [
    ['check', 'check.zh.json', check.zh],
    ['check', 'check.en.json', check.en],
    ['score', 'score.zh.json', score.zh],
    ['score', 'score.en.json', score.en],
    [REVIEW, 'review.zh.json', review.zh],
    [REVIEW, 'review.en.json', review.en],
    ['beside', 'beside.json', reading.beside],
    ...(typed === undefined ? [] : [[TYPED, 'account.json', typed.account] as const]),
  ] as const;
  return {
    ...{ filing, note, edition: typed?.edition ?? reading.edition },
    ...(after === undefined ? {} : { after }),
    ...{ reading: reading.filing, account: reading.account, summary: reading.summary },
    files: [
      { role: 'original', ...file },
      ...references.map(({ name, bytes }) => ({
        ...{ role: 'reference', name, bytes, mediaType: 'application/octet-stream' },
      })),
      ...kept.map(([role, name, text]) => ({
        ...{ role, name, mediaType: 'application/json', bytes: new TextEncoder().encode(text) },
      })),
    ],
    ...{ facts: reading.facts, findings: reading.findings, scores: reading.scores },
  };
}

function requireOpen(state: string): void {
  if (!isOpen(state)) throw new Problem('wrong-state', { more: { state } });
}

/** What is public is not corrected by accident. */
function requireMeant(state: string, { correction, typed }: Handed): void {
  if (!isPublic(state) || correction === true || typed !== undefined) return;
  throw new Problem('wrong-state', {
    detail: {
      zh: '这份决算已经公开。要准备更正，请再传一次并写明 correction=true；公开的版本在更正公开之前不变',
      en: 'it is public; to prepare a correction send it again with correction=true',
    },
    more: { state, parameter: 'correction' },
  });
}

/** The newest version of a filing, where this very file is its document; else null. */
export async function versionWith(
  view: View,
  filing: string,
  bytes: Uint8Array,
): Promise<number | null> {
  const held = await versions.holding(view, sha256(bytes));
  const same = held.filter((each) => each.filing === filing && each.role === 'original');
  const number = same.at(-1)?.number ?? null;
  // Whoever goes back to an earlier file means it.
  const latest = (await filings.byId(view, filing))?.latest;
  return number === latest ? number : null;
}

/** What a document is that is no final account, as people call it. */
const KINDS: Partial<Readonly<Record<Reading['kind'], readonly [zh: string, en: string]>>> = {
  budget: ['这是一份预算，不是决算', 'this is a budget, no final account'],
  template: ['这是一份没有填的空表', 'this is a blank template'],
  ledger: ['这是一份账，不是决算公开的文件', 'these are books, no final account'],
  unknown: [
    '没有认出决算的表格和文字，请换成决算公开的文件',
    'neither tables nor sentences of a final account were found in it',
  ],
};

/** Nothing is found in what is no final account, and that would pass for a clean one. */
function requireKind({ kind }: Reading, wanted: string): void {
  const words = wanted === FINAL_ACCOUNT ? KINDS[kind] : undefined;
  if (words === undefined) return;
  const [zh, en] = words;
  throw new Problem('wrong-document', { detail: { zh, en }, more: { kind } });
}

/** A document of another year in a filing would be compared with the wrong ones for ever. */
function requireYear({ fiscalYear }: Reading, wanted: number): void {
  if (fiscalYear === null || fiscalYear === wanted) return;
  throw new Problem('wrong-document', {
    detail: {
      zh: `文件是 ${fiscalYear} 年度的，这里是 ${wanted} 年度`,
      en: `the document is of ${fiscalYear}, this is ${wanted}`,
    },
    more: { fiscalYear },
  });
}

/** The same body's last account, as it was read when it came in; none: an empty list. */
export async function lastYears(
  view: View,
  filing: Pick<filings.Filing, 'organisation' | 'kind' | 'fiscalYear'>,
): Promise<Incoming['references']> {
  const { organisation, kind, fiscalYear } = filing;
  const key = { organisation, kind, fiscalYear: fiscalYear - 1 };
  const before = await filings.byKey(view, key);
  const number = before?.published ?? before?.latest ?? 0;
  if (before === undefined || number === 0) return [];
  const version = await versions.byNumber(view, before.id, number);
  const texts = version && (await versions.textsOf(view, version.id));
  if (texts === undefined) return [];
  const name = `${fiscalYear - 1}.json`;
  return [{ name, bytes: new TextEncoder().encode(texts.reading) }];
}
