import { StoreError } from './errors.js';
import * as facts from './facts.js';
import * as files from './files.js';
import * as findings from './findings.js';
import * as scores from './scores.js';
import type { VersionFileRow, VersionRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed, sha256, storable } from './values.js';

/** A version without what was read from it: who gave what, when. */
export interface Version extends Omit<VersionRow, 'reading' | 'account' | 'summary'> {
  /** What the caller wants to see in lists without reading more. */
  readonly summary: Json;
}

/** A file of a version, by the name it was given. */
export type VersionFile = Omit<VersionFileRow, 'version'>;

/** Everything of a version. It is kept whole or not at all, and never changed afterwards. */
export interface VersionContent {
  readonly filing: string;
  /** The latest version that the giver has seen; refused when there is a later one. */
  readonly after?: number;
  readonly edition: string;
  readonly note?: string;
  /** JSON texts, kept as they are: what the documents say, and the exact account. */
  readonly reading: string;
  readonly account?: string | null;
  readonly summary?: Json;
  readonly files: readonly {
    readonly role: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly facts: readonly facts.Fact[];
  readonly findings: readonly findings.StoredFinding[];
  readonly scores?: readonly scores.Score[];
}

/** Adds the next version of a filing with all that belongs to it; gives its id and number. */
export async function add(
  task: Task,
  content: VersionContent,
): Promise<{ readonly id: string; readonly number: number }> {
  const number = await nextNumber(task, content.filing, content.after);
  const id = task.newId();
  const held: VersionFile[] = [];
  for (const [position, { role, name, mediaType, bytes }] of content.files.entries()) {
    const file = await files.put(task, bytes, mediaType);
    held.push({ position, role, name: storable(name), file });
  }
  const row = rowOf(task, content, { id, number });
  const digest = digestOf(row, held, content);
  await task.db
    .insertInto('versions')
    .values({ ...row, digest })
    .execute();
  if (held.length > 0) {
    const values = held.map((each) => ({ version: id, ...each }));
    await task.db.insertInto('versionFiles').values(values).execute();
  }
  await facts.addAll(task, id, content.facts);
  await findings.addAll(task, id, content.findings);
  await scores.addAll(task, id, content.scores ?? []);
  const counts = { facts: content.facts.length, findings: content.findings.length };
  task.record('version.add', `filing:${content.filing}`, {
    version: id,
    number,
    digest,
    ...counts,
  });
  return { id, number };
}

function rowOf(task: Task, content: VersionContent, own: Pick<VersionRow, 'id' | 'number'>) {
  return {
    ...own,
    filing: content.filing,
    edition: storable(content.edition),
    note: storable(content.note ?? ''),
    reading: storable(content.reading),
    account: content.account == null ? null : storable(content.account),
    summary: canonicalJson(content.summary ?? null),
    createdAt: task.at,
    createdBy: task.actor,
  };
}

/** Takes the row of the filing, so that two who add versions at once get two numbers. */
async function nextNumber(task: Task, filing: string, after: number | undefined): Promise<number> {
  const row = await task.db
    .updateTable('filings')
    .set((set) => ({ latest: set('latest', '+', 1), revision: set('revision', '+', 1n) }))
    .where('id', '=', filing)
    .returning('latest')
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('missing', `filing:${filing}`);
  if (after !== undefined && row.latest !== after + 1) {
    throw new StoreError('conflict', `filing:${filing} version ${row.latest - 1}`);
  }
  return row.latest;
}

type Derived = Pick<VersionContent, 'facts' | 'findings' | 'scores'>;

/** The sha-256 over everything that a version holds; the audit trail keeps it. */
function digestOf(
  row: Omit<VersionRow, 'id' | 'digest' | 'createdAt' | 'createdBy'>,
  held: readonly VersionFile[],
  derived: Derived,
): string {
  const { filing, number, edition, note, summary, reading, account } = row;
  return sha256(
    canonicalJson([
      ...[filing, number, edition, note, summary],
      ...[sha256(reading), account === null ? null : sha256(account)],
      held.map(({ role, name, file }) => [storable(role), name, file]),
      facts.digestOf(derived.facts),
      findings.digestOf(derived.findings),
      scores.digestOf(derived.scores ?? []),
    ]),
  );
}

const COLUMNS = [
  ...(['id', 'filing', 'number', 'edition', 'note', 'summary'] as const),
  ...(['digest', 'createdAt', 'createdBy'] as const),
] as const;

/** One version of a filing. */
export async function byNumber(
  view: View,
  filing: string,
  number: number,
): Promise<Version | undefined> {
  const row = await view.db
    .selectFrom('versions')
    .select(COLUMNS)
    .where('filing', '=', filing)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { ...row, summary: parsed(row.summary) };
}

/** The versions of a filing, the latest first. */
export async function ofFiling(view: View, filing: string): Promise<readonly Version[]> {
  const rows = await view.db
    .selectFrom('versions')
    .select(COLUMNS)
    .where('filing', '=', filing)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, summary: parsed(row.summary) }));
}

/** The summaries of the latest versions of some filings, by filing. */
export async function summariesOfLatest(
  view: View,
  filings: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  if (filings.length === 0) return new Map();
  const rows = await view.db
    .selectFrom('filings')
    .innerJoin('versions', (join) =>
      join
        .onRef('versions.filing', '=', 'filings.id')
        .onRef('versions.number', '=', 'filings.latest'),
    )
    .select(['filings.id', 'versions.summary'])
    .where('filings.id', 'in', filings)
    .execute();
  return new Map(rows.map(({ id, summary }) => [id, parsed(summary)]));
}

/** The JSON texts of a version as they were given. */
export function textsOf(
  view: View,
  id: string,
): Promise<Pick<VersionRow, 'reading' | 'account'> | undefined> {
  return view.db
    .selectFrom('versions')
    .select(['reading', 'account'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The files of a version in the order they were given. */
export function filesOf(view: View, id: string): Promise<readonly VersionFile[]> {
  return view.db
    .selectFrom('versionFiles')
    .select(['position', 'role', 'name', 'file'])
    .where('version', '=', id)
    .orderBy('position')
    .execute();
}

/** Where a file of this content is held already, in what role: for telling that it was given. */
export function holding(
  view: View,
  hash: string,
): Promise<readonly (Pick<VersionRow, 'filing' | 'number'> & Pick<VersionFileRow, 'role'>)[]> {
  return view.db
    .selectFrom('versionFiles')
    .innerJoin('versions', 'versions.id', 'versionFiles.version')
    .select(['versions.filing', 'versions.number', 'versionFiles.role'])
    .distinct()
    .where('versionFiles.file', '=', hash)
    .orderBy('versions.filing')
    .orderBy('versions.number')
    .execute();
}

/** Whether a version with its files, facts, findings and scores is still what its digest says. */
export async function isIntact(view: View, id: string): Promise<boolean> {
  for (const { file } of await filesOf(view, id)) {
    if (!(await files.isIntact(view, file))) return false;
  }
  return digestHolds(view, id);
}

/** The same, of files looking at nothing but their hashes. */
export async function digestHolds(view: View, id: string): Promise<boolean> {
  const row = await view.db
    .selectFrom('versions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return false;
  const held = await filesOf(view, id);
  const derived = {
    facts: await facts.ofVersion(view, id),
    findings: await findings.ofVersion(view, id),
    scores: await scores.ofVersion(view, id),
  };
  return digestOf(row, held, derived) === row.digest;
}
