import { StoreError } from './errors.js';
import type { MembershipRow, Role, UserRow } from './tables.js';
import type { Task, View } from './task.js';

/** A person with an account; the password's hash is asked for by `passwordOf` alone. */
export type User = Omit<UserRow, 'password'>;

/** What somebody is, and where; an administrator of the whole installation has no organisation. */
export interface Membership {
  readonly organisation: string | null;
  readonly role: Role;
}

const COLUMNS = ['id', 'login', 'name', 'passwordChangedAt', 'createdAt', 'disabledAt'] as const;

/** Adds a user without a password and gives the id; logins are told apart without case. */
export async function add(
  task: Task,
  content: { readonly login: string; readonly name: string },
): Promise<string> {
  const id = task.newId();
  const login = content.login.trim().toLowerCase();
  await task.db
    .insertInto('users')
    .values({
      ...{ id, login, name: content.name, createdAt: task.at },
      ...{ password: null, passwordChangedAt: null, disabledAt: null },
    })
    .execute();
  task.record('user.add', `user:${id}`, { login, name: content.name });
  return id;
}

/** Keeps the hash of a password, an opaque text, and ends all sessions of the user. */
export async function setPassword(task: Task, id: string, hash: string): Promise<void> {
  await updated(task, id, { password: hash, passwordChangedAt: task.at });
  await task.db.deleteFrom('sessions').where('userId', '=', id).execute();
  task.record('user.password', `user:${id}`, {});
}

/** Gives another hash of the same password, as when its method was made stronger. */
export async function rehashPassword(
  task: Task,
  id: string,
  before: string,
  hash: string,
): Promise<void> {
  await task.db
    .updateTable('users')
    .set({ password: hash })
    .where('id', '=', id)
    .where('password', '=', before)
    .execute();
}

/** Gives another name to a user. */
export async function rename(task: Task, id: string, name: string): Promise<void> {
  await updated(task, id, { name });
  task.record('user.rename', `user:${id}`, { name });
}

/** Shuts a user out and ends the sessions, or lets back in. */
export async function setDisabled(task: Task, id: string, disabled: boolean): Promise<void> {
  await updated(task, id, { disabledAt: disabled ? task.at : null });
  if (disabled) await task.db.deleteFrom('sessions').where('userId', '=', id).execute();
  task.record(disabled ? 'user.disable' : 'user.enable', `user:${id}`, {});
}

async function updated(task: Task, id: string, values: Partial<UserRow>): Promise<void> {
  const { numUpdatedRows } = await task.db
    .updateTable('users')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StoreError('missing', `user:${id}`);
}

/** Gives a role; to have it already is no error. */
export async function grant(task: Task, userId: string, membership: Membership): Promise<void> {
  const { numInsertedOrUpdatedRows } = await task.db
    .insertInto('memberships')
    .values({ userId, ...membership, createdAt: task.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  task.record('user.grant', `user:${userId}`, { ...membership });
}

/** Takes a role away; not to have had it is no error. */
export async function revoke(task: Task, userId: string, membership: Membership): Promise<void> {
  const { organisation, role } = membership;
  const { numDeletedRows } = await task.db
    .deleteFrom('memberships')
    .where('userId', '=', userId)
    .where('organisation', organisation === null ? 'is' : '=', organisation)
    .where('role', '=', role)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  task.record('user.revoke', `user:${userId}`, { ...membership });
}

/** The user with an id. */
export function byId(view: View, id: string): Promise<User | undefined> {
  return view.db.selectFrom('users').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** The user with a login, in whatever case it was typed. */
export function byLogin(view: View, login: string): Promise<User | undefined> {
  return view.db
    .selectFrom('users')
    .select(COLUMNS)
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst();
}

/** The hash of a user's password; null where there is none, undefined without such a user. */
export async function passwordOf(view: View, id: string): Promise<string | null | undefined> {
  const row = await view.db
    .selectFrom('users')
    .select('password')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.password;
}

/** All users by login. */
export function list(view: View): Promise<readonly User[]> {
  return view.db.selectFrom('users').select(COLUMNS).orderBy('login').execute();
}

/** How many users there are; none means that the installation is to be set up. */
export async function count(view: View): Promise<number> {
  const { total } = await view.db
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** What a user is and where. */
export function membershipsOf(view: View, userId: string): Promise<readonly Membership[]> {
  return view.db
    .selectFrom('memberships')
    .select(['organisation', 'role'])
    .where('userId', '=', userId)
    .orderBy('role')
    .orderBy('organisation')
    .execute();
}

/** What everybody is and where, and when they were seen last. */
export async function allMembers(view: View): Promise<{
  readonly memberships: readonly (Membership & { readonly userId: string })[];
  readonly seen: ReadonlyMap<string, string>;
}> {
  const memberships = await view.db
    .selectFrom('memberships')
    .select(['userId', 'organisation', 'role'])
    .orderBy('role')
    .orderBy('organisation')
    .execute();
  const sessions = await view.db
    .selectFrom('sessions')
    .select(({ fn }) => ['userId', fn.max('seenAt').as('seenAt')])
    .groupBy('userId')
    .execute();
  return { memberships, seen: new Map(sessions.map(({ userId, seenAt }) => [userId, seenAt])) };
}

/** Who belongs to an organisation. */
export function membersOf(
  view: View,
  organisation: string,
): Promise<readonly Pick<MembershipRow, 'userId' | 'role'>[]> {
  return view.db
    .selectFrom('memberships')
    .select(['userId', 'role'])
    .where('organisation', '=', organisation)
    .orderBy('role')
    .orderBy('userId')
    .execute();
}
