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

/** Batches of somebody, the newest first. */
export function ofCreator(view: View, createdBy: string, most: number): Promise<Batch[]> {
  return view.db
    .selectFrom('batches')
    .selectAll()
    .where('createdBy', '=', createdBy)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}
