import type { SessionRow } from './tables.js';
import type { Task, View } from './task.js';

/** Somebody who is logged in; the token itself is never kept, only its hash. */
export type Session = SessionRow;

/** Begins a session until `expiresAt`. */
export async function begin(
  task: Task,
  session: Pick<Session, 'tokenHash' | 'userId' | 'agent' | 'expiresAt'>,
): Promise<void> {
  await task.db
    .insertInto('sessions')
    .values({ ...session, createdAt: task.at, seenAt: task.at })
    .execute();
  task.record('session.begin', `user:${session.userId}`, { agent: session.agent });
}

/** The session of a token that has not ended at `now`, unless its user is shut out. */
export function byToken(view: View, tokenHash: string, now: string): Promise<Session | undefined> {
  return view.db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .selectAll('sessions')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .where('users.disabledAt', 'is', null)
    .executeTakeFirst();
}

/** Says that a session is in use and may last until `expiresAt`; leaves no trail. */
export async function touch(task: Task, tokenHash: string, expiresAt: string): Promise<void> {
  await task.db
    .updateTable('sessions')
    .set({ seenAt: task.at, expiresAt })
    .where('tokenHash', '=', tokenHash)
    .execute();
}

/** Ends a session; a second time does nothing. */
export async function end(task: Task, tokenHash: string): Promise<void> {
  const row = await task.db
    .deleteFrom('sessions')
    .where('tokenHash', '=', tokenHash)
    .returning('userId')
    .executeTakeFirst();
  if (row !== undefined) task.record('session.end', `user:${row.userId}`, {});
}

/** The sessions of a user, the latest used first. */
export function ofUser(view: View, userId: string): Promise<readonly Session[]> {
  return view.db
    .selectFrom('sessions')
    .selectAll()
    .where('userId', '=', userId)
    .orderBy('seenAt', 'desc')
    .orderBy('tokenHash')
    .execute();
}

/** Forgets sessions that ended; says how many. */
export async function sweep(task: Task): Promise<number> {
  const { numDeletedRows } = await task.db
    .deleteFrom('sessions')
    .where('expiresAt', '<=', task.at)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
