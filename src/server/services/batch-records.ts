import type { Wording } from '../../base/wording.js';
import type { Lang } from '../../pages/model.js';
import * as batches from '../../store/batches.js';
import * as jobs from '../../store/jobs.js';
import type { Store } from '../../store/open.js';
import { keyOfCursor, limitOf, type Page, pageOf } from '../../store/pages.js';
import type { View } from '../../store/task.js';
import { type Caller, organisationsFor } from '../caller.js';
import { asksOf, byPosition, countsOf, orderOf, whyOf } from './batch-state.js';
import { ownBatch } from './batches.js';
import type { Imported } from './imports.js';
import { contractText, versionOf } from './records.js';

/** A part of a list: where it goes on, and how much of it. */
interface Part {
  readonly after?: string;
  readonly limit?: number;
}

/** The caller's own batches, the newest first. */
export async function batchRecords(view: View, caller: Caller, part: Part): Promise<Page<object>> {
  const { items, next } = await batches.ofCreator(view, caller.actor, part);
  const shown = [];
  for (const batch of items) shown.push(recordOf(batch, await jobs.ofBatch(view, batch.id)));
  return { items: shown, next };
}

/** How far a batch of the caller's own is; throws `Problem` not-found. */
export async function batchRecord(view: View, caller: Caller, id: string): Promise<object> {
  return recordOf(await ownBatch(view, caller, id), await jobs.ofBatch(view, id));
}

function recordOf(batch: batches.Batch, all: readonly jobs.Job[]): object {
  const { at: _, ...counts } = countsOf(batch, all);
  const { createdAt, fiscalYear } = batch;
  return { ...counts, createdAt, fiscalYear, finished: counts.done === counts.total };
}

/** The documents of a batch in the order in which they were given. */
export async function batchFiles(
  view: View,
  caller: Caller,
  id: string,
  { state, after, limit: asked, lang }: Part & { readonly state?: string; readonly lang: Lang },
): Promise<Page<object>> {
  const limit = limitOf(asked);
  const from = after === undefined ? -1 : Number(keyOfCursor(after, 1)[0]);
  const rows = (await jobsOfBatch(view, caller, id)).filter(
    (job) => orderOf(job).position > from && (state === undefined || job.state === state),
  );
  const page = pageOf(rows.slice(0, limit + 1), limit, (job) => [orderOf(job).position]);
  return { ...page, items: page.items.map((job) => fileRecord(job, lang)) };
}

/** The jobs of a batch of the caller’s own, in order; throws `Problem` not-found. */
export async function jobsOfBatch(
  view: View,
  caller: Caller,
  id: string,
): Promise<readonly jobs.Job[]> {
  await ownBatch(view, caller, id);
  return [...(await jobs.ofBatch(view, id))].sort(byPosition);
}

function fileRecord(job: jobs.Job, lang: Lang): object {
  const { id, state, result } = job;
  const { name: file, position } = orderOf(job);
  const taken = takenOf(job);
  const why: Wording | null = state === 'failed' ? whyOf(result) : null;
  return {
    ...{ id, position, file, state, filing: taken?.filing ?? null },
    ...{ version: taken?.version ?? null, known: taken?.known ?? false },
    organisation: taken === null ? null : { id: taken.organisation, name: taken.name },
    ...{ fiscalYear: taken?.year ?? null, counts: taken?.counts ?? null },
    ...{ why: why?.[lang] ?? null, asks: asksOf(job) },
  };
}

function takenOf({ state, result }: jobs.Job): Imported | null {
  return state === 'done' ? (result as unknown as Imported) : null;
}

/** What programs rely on, by the name under which a line of results has it. */
export const RESULTS = ['check', 'read', 'score'] as const;

/**
 * What came of each document, in the order in which they were given, as JSON Lines: the record of
 * the document, and the contract's JSON under its name; null where it was not taken, or where the
 * caller may not see it any more.
 */
export async function* batchResults(
  store: Store,
  caller: Caller,
  all: readonly jobs.Job[],
  { which, lang }: { readonly which: (typeof RESULTS)[number]; readonly lang: Lang },
): AsyncGenerator<Uint8Array> {
  const within = await store.read((view) => organisationsFor(view, caller, 'filing.read'));
  const encoder = new TextEncoder();
  for (const job of all) {
    const taken = takenOf(job);
    const mayRead = taken !== null && (within === null || within.includes(taken.organisation));
    const content = mayRead ? await store.read((view) => textOf(view, taken)) : 'null';
    const head = JSON.stringify(fileRecord(job, lang)).slice(0, -1);
    yield encoder.encode(`${head},${JSON.stringify(which)}:${content}}\n`);
  }

  async function textOf(view: View, { filing, version }: Imported): Promise<string> {
    const found = await versionOf(view, filing, version);
    const text = await contractText(view, found, which, lang);
    return (typeof text === 'string' ? text : new TextDecoder().decode(text)).trim();
  }
}
