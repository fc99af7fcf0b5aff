import { StoreError } from './errors.js';
import * as filings from './filings.js';
import { sql } from './query.js';
import type { StepRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed } from './values.js';

/**
 * A step of the workflow: draft → checked → secrecy review → signed → approved → published →
 * corrected, or sent back. Which step may follow which, and who may take it, the caller decides.
 */
export interface Step extends Omit<StepRow, 'details'> {
  /** Whatever belongs to the step: the addresses of a publication, who signed … */
  readonly details: Json;
}

/** What a step says. */
export interface StepContent {
  readonly filing: string;
  /** The state that the taker believes the filing is in; refused when it is in another. */
  readonly from: string;
  readonly to: string;
  readonly version?: number | null;
  /** 批复文号 and its day. */
  readonly documentNumber?: string | null;
  readonly day?: string | null;
  readonly note?: string;
  readonly details?: Json;
  /** Sha-256 of a stored file: what was published, as it was. */
  readonly snapshot?: string | null;
  /** The version that everybody may read from now on; null takes it back; absent leaves it. */
  readonly publishes?: number | null;
}

/** Takes a step and gives its number. */
export async function take(task: Task, content: StepContent): Promise<number> {
  const { filing, from, to, publishes } = content;
  const { numUpdatedRows } = await task.db
    .updateTable('filings')
    .set((set) => ({
      state: to,
      revision: set('revision', '+', 1n),
      ...(publishes === undefined
        ? {}
        : { published: publishes, publishedAt: publishes === null ? null : task.at }),
    }))
    .where('id', '=', filing)
    .where('state', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await refuse(task, filing);
  const said = {
    version: content.version ?? null,
    documentNumber: content.documentNumber ?? null,
    day: content.day ?? null,
    note: content.note ?? '',
    snapshot: content.snapshot ?? null,
  };
  const number = (await lastNumber(task, filing)) + 1;
  const details = content.details ?? null;
  const row = { filing, number, fromState: from, toState: to, ...said };
  await task.db
    .insertInto('steps')
    .values({ ...row, details: canonicalJson(details), at: task.at, actor: task.actor })
    .execute();
  const shown = publishes === undefined ? {} : { publishes };
  task.record('step.take', `filing:${filing}`, { number, from, to, ...said, details, ...shown });
  return number;
}

async function refuse(task: Task, filing: string): Promise<never> {
  const there = await filings.byId(task, filing);
  throw there === undefined
    ? new StoreError('missing', `filing:${filing}`)
    : new StoreError('conflict', `filing:${filing} ${there.state}`);
}

/** The row of the filing is held by now, so nobody else takes the same number. */
async function lastNumber(task: Task, filing: string): Promise<number> {
  const row = await task.db
    .selectFrom('steps')
    .select('number')
    .where('filing', '=', filing)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** The steps of a filing in the order they were taken. */
export async function ofFiling(view: View, filing: string): Promise<readonly Step[]> {
  const rows = await view.db
    .selectFrom('steps')
    .selectAll()
    .where('filing', '=', filing)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, details: parsed(row.details) }));
}

/** The day of a step: as it was told, else that on which it was taken, in China. */
export const STEP_DAY = sql<string>`
  coalesce(steps.day, (steps.at AT TIME ZONE 'UTC' + interval '8 hours')::date)`;

/** The day of the first publication of a filing `f`; null while it is not public. */
export const PUBLISHED_ON = sql<string | null>`
  CASE WHEN f.published IS NOT NULL THEN (SELECT min(${STEP_DAY}) FROM steps
    WHERE steps.filing = f.id AND steps.to_state = 'published') END`;

/** The day on which each of some filings was published; corrections do not count again. */
export async function firstPublished(
  view: View,
  filings: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (filings.length === 0) return new Map();
  const rows = await view.db
    .selectFrom('steps')
    .select(['filing', sql<string>`min(${STEP_DAY})`.as('first')])
    .where('filing', 'in', filings)
    .where('toState', '=', 'published')
    .groupBy('filing')
    .execute();
  return new Map(rows.map(({ filing, first }) => [filing, first]));
}

/** The addresses that the last publication of each of some filings gave; none: an empty list. */
export async function publicAddresses(
  view: View,
  filings: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (filings.length === 0) return new Map();
  const rows = await view.db
    .selectFrom('steps')
    .select(['filing', 'details'])
    .where('filing', 'in', filings)
    .where('toState', 'in', ['published', 'corrected'])
    .orderBy('number')
    .execute();
  return new Map(
    rows.map(({ filing, details }) => {
      const said = parsed(details) as { readonly addresses?: readonly string[] } | null;
      return [filing, said?.addresses ?? []];
    }),
  );
}
