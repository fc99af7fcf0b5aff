import { StoreError } from './errors.js';
import type { CommentRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed } from './values.js';

/** What somebody remarks on a version, a finding or a place; open until resolved. */
export interface Comment extends Omit<CommentRow, 'place'> {
  readonly place: Json;
}

/** Adds a comment and gives its id. */
export async function add(
  task: Task,
  content: Pick<Comment, 'filing' | 'body'> &
    Partial<Pick<Comment, 'version' | 'finding' | 'place'>>,
): Promise<string> {
  const id = task.newId();
  const { filing, body, version = null, finding = null, place = null } = content;
  await task.db
    .insertInto('comments')
    .values({
      ...{ id, filing, body, version, finding, createdAt: task.at, createdBy: task.actor },
      ...{ place: place === null ? null : canonicalJson(place) },
      ...{ resolvedAt: null, resolvedBy: null },
    })
    .execute();
  task.record('comment.add', `filing:${filing}`, { comment: id, version, finding });
  return id;
}

/** Says that a comment is dealt with. */
export async function resolve(task: Task, id: string): Promise<void> {
  const row = await task.db
    .updateTable('comments')
    .set({ resolvedAt: task.at, resolvedBy: task.actor })
    .where('id', '=', id)
    .where('resolvedAt', 'is', null)
    .returning('filing')
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('missing', `comment:${id}`);
  task.record('comment.resolve', `filing:${row.filing}`, { comment: id });
}

/** The comments of a filing in the order they were made. */
export async function ofFiling(view: View, filing: string): Promise<readonly Comment[]> {
  const rows = await view.db
    .selectFrom('comments')
    .selectAll()
    .where('filing', '=', filing)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, place: parsed(row.place) }));
}
