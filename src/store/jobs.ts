import { StoreError } from './errors.js';
import { keyOfCursor, limitOf, type Page, pageOf } from './pages.js';
import { sql } from './query.js';
import type { JobRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed } from './values.js';

/** Work to be done by some process, some time; kept until it is done or has failed too often. */
export interface Job extends Omit<JobRow, 'payload' | 'progress' | 'result'> {
  readonly payload: Json;
  readonly progress: Json;
  readonly result: Json;
}

/** Which turn of a job: of two workers who believe to have it, the one with the last turn does. */
export type Lease = Pick<Job, 'id' | 'attempts'>;

const EXHAUSTED = canonicalJson({ error: 'lease expired' });

/** Adds a job and gives its id; null where one of the same kind and key is waiting or running. */
export async function add(
  task: Task,
  content: Pick<Job, 'kind' | 'payload'> &
    Partial<Pick<Job, 'key' | 'priority' | 'runAfter' | 'mostAttempts' | 'batch'>>,
): Promise<string | null> {
  const id = task.newId();
  const row = await task.db
    .insertInto('jobs')
    .values({
      ...{ id, kind: content.kind, key: content.key ?? null },
      ...{ payload: canonicalJson(content.payload), priority: content.priority ?? 0 },
      ...{ runAfter: content.runAfter ?? task.at, mostAttempts: content.mostAttempts ?? 3 },
      ...{ state: 'waiting' as const, attempts: 0, owner: null, leaseUntil: null },
      ...{ progress: null, result: null, endedAt: null, batch: content.batch ?? null },
      ...{ createdAt: task.at, createdBy: task.actor },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Takes jobs until `until`, the urgent and the old first; jobs whose worker fell silent are taken
 * again, or have failed when that was their last turn. Two workers never get the same job.
 */
export async function lease(
  task: Task,
  asked: {
    readonly kinds: readonly string[];
    readonly owner: string;
    readonly until: string;
    readonly limit: number;
  },
): Promise<readonly Job[]> {
  await sql`UPDATE jobs SET state = 'failed', ended_at = ${task.at}, owner = NULL,
      lease_until = NULL, result = ${EXHAUSTED}
    WHERE state = 'running' AND lease_until <= ${task.at} AND attempts >= most_attempts`.execute(
    task.db,
  );
  const { rows } = await sql<JobRow>`
    WITH next AS (
      SELECT id FROM jobs
      WHERE kind IN (${sql.join(asked.kinds)})
        AND ((state = 'waiting' AND run_after <= ${task.at})
          OR (state = 'running' AND lease_until <= ${task.at}))
      ORDER BY priority DESC, run_after, id
      LIMIT ${asked.limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE jobs SET state = 'running', attempts = attempts + 1,
        owner = ${asked.owner}, lease_until = ${asked.until}
      FROM next WHERE jobs.id = next.id RETURNING jobs.*`.execute(task.db);
  const byTurn = (a: JobRow, b: JobRow) =>
    b.priority - a.priority || compare(a.runAfter, b.runAfter) || compare(a.id, b.id);
  return [...rows].sort(byTurn).map(jobOf);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Says how far a job is and keeps it until later; false when the lease was lost meanwhile. */
export function beat(task: Task, lease: Lease, until: string, progress: Json): Promise<boolean> {
  return updated(task, lease, { leaseUntil: until, progress: canonicalJson(progress) });
}

/** Ends a job well; false when the lease was lost, and the result is then not kept. */
export function finish(task: Task, lease: Lease, result: Json): Promise<boolean> {
  return updated(task, lease, { state: 'done', ...ended(task, result) });
}

/** A turn that failed: again at `retryAt` where turns are left, otherwise the job has failed. */
export async function fail(
  task: Task,
  lease: Lease,
  result: Json,
  retryAt: string | null,
): Promise<boolean> {
  const again = await task.db
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', lease.id)
    .whereRef('attempts', '<', 'mostAttempts')
    .executeTakeFirst();
  if (again === undefined || retryAt === null) {
    return updated(task, lease, { state: 'failed', ...ended(task, result) });
  }
  const free = { owner: null, leaseUntil: null, result: canonicalJson(result) };
  return updated(task, lease, { state: 'waiting', runAfter: retryAt, ...free });
}

function ended(task: Task, result: Json): Partial<JobRow> {
  return { endedAt: task.at, owner: null, leaseUntil: null, result: canonicalJson(result) };
}

async function updated(task: Task, lease: Lease, values: Partial<JobRow>): Promise<boolean> {
  const { numUpdatedRows } = await task.db
    .updateTable('jobs')
    .set(values)
    .where('id', '=', lease.id)
    .where('attempts', '=', lease.attempts)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lays a job down that is not at fault: somebody takes it again, and this was no turn. */
export async function giveBack(task: Task, lease: Lease): Promise<boolean> {
  const free = { owner: null, leaseUntil: null, runAfter: task.at };
  const { numUpdatedRows } = await task.db
    .updateTable('jobs')
    .set((set) => ({ state: 'waiting', mostAttempts: set('mostAttempts', '+', 1), ...free }))
    .where('id', '=', lease.id)
    .where('attempts', '=', lease.attempts)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends all leases: for the one process of a store, which knows that nobody else is at work. */
export async function endLeases(task: Task): Promise<void> {
  await task.db
    .updateTable('jobs')
    .set({ leaseUntil: task.at })
    .where('state', '=', 'running')
    .execute();
}

/** Gives a failed job as many turns again, with more told where a payload is given. */
export async function retry(task: Task, id: string, payload?: Json): Promise<void> {
  const { numUpdatedRows } = await task.db
    .updateTable('jobs')
    .set((set) => ({
      state: 'waiting',
      // Attempts go on being counted: they tell a worker of old from the one that has it now.
      mostAttempts: set('mostAttempts', '+', set.ref('attempts')),
      runAfter: task.at,
      ...{ endedAt: null, progress: null, result: null },
      ...(payload === undefined ? {} : { payload: canonicalJson(payload) }),
    }))
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StoreError('missing', `failed job:${id}`);
}

/** Takes back a job that nobody has begun; false when it is too late. */
export async function cancel(task: Task, id: string): Promise<boolean> {
  const { numDeletedRows } = await task.db
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Forgets jobs that were done before a moment; says how many. Failed ones stay to be looked at. */
export async function sweep(task: Task, before: string): Promise<number> {
  const { numDeletedRows } = await task.db
    .deleteFrom('jobs')
    .where('state', '=', 'done')
    .where('endedAt', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The job with an id. */
export async function byId(view: View, id: string): Promise<Job | undefined> {
  const row = await view.db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && jobOf(row);
}

/** The jobs of a batch in the order in which they were given. */
export async function ofBatch(view: View, batch: string): Promise<readonly Job[]> {
  const rows = await view.db
    .selectFrom('jobs')
    .selectAll()
    .where('batch', '=', batch)
    .orderBy('createdAt')
    .orderBy('priority', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(jobOf);
}

/** Jobs, the newest first, a page at a time. */
export async function list(
  view: View,
  filter: {
    readonly state?: Job['state'];
    readonly kind?: string;
    readonly createdBy?: string;
    readonly after?: string;
    readonly limit?: number;
  },
): Promise<Page<Job>> {
  const limit = limitOf(filter.limit);
  let query = view.db
    .selectFrom('jobs')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.createdBy !== undefined) query = query.where('createdBy', '=', filter.createdBy);
  if (filter.after !== undefined) {
    const [at, id] = keyOfCursor(filter.after, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return pageOf((await query.execute()).map(jobOf), limit, ({ createdAt, id }) => [createdAt, id]);
}

function jobOf(row: JobRow): Job {
  const { payload, progress, result } = row;
  return { ...row, payload: parsed(payload), progress: parsed(progress), result: parsed(result) };
}
