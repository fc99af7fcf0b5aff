import { keyOfCursor, limitOf, type Page, pageOf } from './pages.js';
import { sql } from './query.js';
import type { BatchRow } from './tables.js';
import type { Task, View } from './task.js';

/** Documents that somebody gave together; each is a job. `fiscalYear` is null where it varies. */
export type Batch = BatchRow;

/** Begins a batch and gives its id. */
export async function add(task: Task, fiscalYear: number | null): Promise<string> {
  const id = task.newId();
  const row = { id, fiscalYear, createdAt: task.at, createdBy: task.actor };
  await task.db.insertInto('batches').values(row).execute();
  task.record('batch.add', `batch:${id}`, { fiscalYear });
  return id;
}

/** The batch with an id. */
export function byId(view: View, id: string): Promise<Batch | undefined> {
  return view.db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Batches of somebody, the newest first, a page at a time. */
export async function ofCreator(
  view: View,
  createdBy: string,
  part: { readonly after?: string; readonly limit?: number },
): Promise<Page<Batch>> {
  const limit = limitOf(part.limit);
  let query = view.db
    .selectFrom('batches')
    .selectAll()
    .where('createdBy', '=', createdBy)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (part.after !== undefined) {
    const [at, id] = keyOfCursor(part.after, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return pageOf(await query.execute(), limit, ({ createdAt, id }) => [createdAt, id]);
}
