import type { InvitationRow } from './tables.js';
import type { Task, View } from './task.js';

/** A link that works once: to set the installation up, to join, to choose a new password. */
export type Invitation = InvitationRow;

/** Makes a link out of the hash of its token. */
export async function add(
  task: Task,
  content: Pick<Invitation, 'tokenHash' | 'purpose' | 'expiresAt'> &
    Partial<Pick<Invitation, 'userId' | 'organisation' | 'role'>>,
): Promise<void> {
  const { tokenHash, purpose, expiresAt } = content;
  const { userId = null, organisation = null, role = null } = content;
  await task.db
    .insertInto('invitations')
    .values({
      ...{ tokenHash, purpose, expiresAt, userId, organisation, role },
      ...{ createdAt: task.at, createdBy: task.actor, usedAt: null },
    })
    .execute();
  task.record('invitation.add', `invitation:${purpose}`, { userId, organisation, role, expiresAt });
}

/** The link of a token if it still works at `now`. */
export function byToken(
  view: View,
  tokenHash: string,
  now: string,
): Promise<Invitation | undefined> {
  return view.db
    .selectFrom('invitations')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses a link up; undefined when it did not work any more, of two who come at once for one. */
export async function use(task: Task, tokenHash: string): Promise<Invitation | undefined> {
  const row = await task.db
    .updateTable('invitations')
    .set({ usedAt: task.at })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', task.at)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) task.record('invitation.use', `invitation:${row.purpose}`, {});
  return row;
}

/** Ends the links of a user that were not used: a new one takes their place. */
export async function withdrawOf(task: Task, userId: string): Promise<void> {
  const { numDeletedRows } = await task.db
    .deleteFrom('invitations')
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  if (numDeletedRows > 0n) task.record('invitation.withdraw', `user:${userId}`, {});
}

/** Ends all links of a purpose that were not used, as a new setup link does. */
export async function withdraw(task: Task, purpose: Invitation['purpose']): Promise<void> {
  const { numDeletedRows } = await task.db
    .deleteFrom('invitations')
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  if (numDeletedRows > 0n) task.record('invitation.withdraw', `invitation:${purpose}`, {});
}
