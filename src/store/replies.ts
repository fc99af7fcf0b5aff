import type { ReplyRow } from './tables.js';
import type { Task, View } from './task.js';

/** What a unit answers to a finding, or to the review as a whole; never changed. */
export type Reply = ReplyRow;

/** Adds a reply and gives its id. */
export async function add(
  task: Task,
  content: Pick<Reply, 'filing' | 'finding' | 'body'>,
): Promise<string> {
  const id = task.newId();
  await task.db
    .insertInto('replies')
    .values({ id, ...content, createdAt: task.at, createdBy: task.actor })
    .execute();
  const { filing, finding } = content;
  task.record('reply.add', `filing:${filing}`, { reply: id, finding });
  return id;
}

/** The replies of a filing in the order they were given. */
export function ofFiling(view: View, filing: string): Promise<readonly Reply[]> {
  return view.db
    .selectFrom('replies')
    .selectAll()
    .where('filing', '=', filing)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
