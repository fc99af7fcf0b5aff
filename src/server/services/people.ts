import * as tokens from '../../store/api-tokens.js';
import * as invitations from '../../store/invitations.js';
import type { Store } from '../../store/open.js';
import * as organisations from '../../store/organisations.js';
import * as sessions from '../../store/sessions.js';
import * as settings from '../../store/settings.js';
import type { Role } from '../../store/tables.js';
import type { Task, View } from '../../store/task.js';
import * as users from '../../store/users.js';
import type { Caller } from '../caller.js';
import { hashPassword, isPassword, SHORTEST_PASSWORD } from '../passwords.js';
import { Problem } from '../problem.js';
import { hashOf, newSecret } from '../secrets.js';
import { later, SESSION_SECONDS } from '../sign-in.js';

/** Hours that a link works for. */
const SETUP_HOURS = 24;
const INVITATION_HOURS = 7 * 24;

const HOUR = 3600;

/** What people choose for themselves. */
export interface Credentials {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** The secret of a new link to set the installation up with; earlier ones end. */
export function newSetupLink(store: Store, clock: () => string): Promise<string> {
  const secret = newSecret('mzs_');
  return store.write('system', async (task) => {
    await invitations.withdraw(task, 'setup');
    const expiresAt = later(clock(), SETUP_HOURS * HOUR);
    await invitations.add(task, { tokenHash: hashOf(secret), purpose: 'setup', expiresAt });
    return secret;
  });
}

/** The secret of a link by which somebody joins an organisation, or everything where it is null. */
export async function invite(
  task: Task,
  clock: () => string,
  invitation: { readonly organisation: string | null; readonly role: Role },
): Promise<string> {
  // Whoever came in first would find nobody who manages the installation.
  if ((await users.count(task)) === 0) {
    throw new Problem('wrong-state', {
      detail: { zh: '请先设好管理员的密码', en: 'set up an administrator first' },
    });
  }
  const secret = newSecret('mzi_');
  const expiresAt = later(clock(), INVITATION_HOURS * HOUR);
  await invitations.add(task, {
    ...{ tokenHash: hashOf(secret), purpose: 'invite', expiresAt, ...invitation },
  });
  return secret;
}

/**
 * Uses a link: the first user, a new member, or somebody who chooses a password for the account
 * there is, whose login and name stay. Throws `Problem` bad-link where it is used up.
 */
export async function accept(
  store: Store,
  secret: string,
  { login, name, password }: Credentials,
): Promise<{ readonly user: string; readonly purpose: string }> {
  requirePassword(password);
  const hash = await hashPassword(password);
  return store.write('invitation', async (task) => {
    const used = await invitations.use(task, hashOf(secret));
    if (used === undefined) throw new Problem('bad-link');
    const { purpose, userId, organisation } = used;
    if (purpose === 'setup' && (await users.count(task)) > 0) throw new Problem('bad-link');
    const there = userId === null ? undefined : await users.byId(task, userId);
    const isShut = userId !== null && there?.disabledAt !== null;
    if (isShut || (purpose === 'reset' && there === undefined)) throw new Problem('bad-link');
    const user = there?.id ?? (await users.add(task, { login, name }));
    await users.setPassword(task, user, hash);
    const role = purpose === 'setup' ? 'administrator' : used.role;
    if (role !== null) await users.grant(task, user, { organisation, role });
    return { user, purpose };
  });
}

/** Whom a link is for, while it works; throws `Problem` bad-link where it does not. */
export async function linkHolder(
  store: Store,
  secret: string,
  now: string,
): Promise<{ readonly purpose: string; readonly login: string; readonly name: string }> {
  return store.read(async (view) => {
    const link = await invitations.byToken(view, hashOf(secret), now);
    if (link === undefined) throw new Problem('bad-link');
    const { purpose, userId } = link;
    if (purpose === 'setup' && (await users.count(view)) > 0) throw new Problem('bad-link');
    const user = userId === null ? undefined : await users.byId(view, userId);
    return { purpose, login: user?.login ?? '', name: user?.name ?? '' };
  });
}

/** Whose site it is, and the first person of it. */
export interface SetUp extends Credentials {
  readonly place: string;
  readonly owner: string;
  /** The link; null where the one user of this machine makes it an installation with passwords. */
  readonly link: string | null;
}

/**
 * Names the site and adds its administrator. Who had this machine for themselves may go on filling
 * in everything. Throws `Problem` bad-link where somebody was there before.
 */
export async function setUp(store: Store, given: SetUp): Promise<void> {
  const { place, owner, link, login, name, password } = given;
  requirePassword(password);
  const hash = await hashPassword(password);
  await store.write('set-up', async (task) => {
    const isFirst = (await users.count(task)) === 0;
    const used = link === null ? null : await invitations.use(task, hashOf(link));
    const isRight = used === null || used?.purpose === 'setup';
    if (!isFirst || !isRight) throw new Problem('bad-link');
    const user = await users.add(task, { login, name });
    await users.setPassword(task, user, hash);
    await users.grant(task, user, { organisation: null, role: 'administrator' });
    if (link === null) await grantEverywhere(task, user);
    await settings.put(task, 'site.place', place);
    await settings.put(task, 'site.owner', owner);
  });
}

/** Makes somebody the accountant of every body there is, as the one user of a machine was. */
async function grantEverywhere(task: Task, user: string): Promise<void> {
  const { items } = await organisations.search(task, { limit: 1000 });
  for (const { id, level } of items) {
    if (level !== 'bureau') await users.grant(task, user, { organisation: id, role: 'accountant' });
  }
}

/** Refuses what is too short for a password, and what was not typed the same twice. */
export function requireTwice(password: string, again: string): void {
  requirePassword(password);
  if (password === again) return;
  throw new Problem('bad-request', {
    detail: { zh: '两次输入的密码不一样', en: 'the two passwords differ' },
  });
}

function requirePassword(password: string): void {
  if ([...password].length >= SHORTEST_PASSWORD) return;
  throw new Problem('bad-request', {
    detail: {
      zh: `密码至少要 ${SHORTEST_PASSWORD} 个字符`,
      en: `a password has at least ${SHORTEST_PASSWORD} characters`,
    },
  });
}

/** Begins a session and gives its secret; throws `Problem` wrong-password. */
export async function signIn(
  store: Store,
  clock: () => string,
  given: { readonly login: string; readonly password: string; readonly agent: string },
): Promise<{ readonly secret: string; readonly user: users.User }> {
  const { user, kept } = await store.read(async (view) => {
    const found = await users.byLogin(view, given.login);
    const password = found && (await users.passwordOf(view, found.id));
    return { user: found, kept: password ?? null };
  });
  const right = await isPassword(given.password, kept);
  if (!right || user === undefined || user.disabledAt !== null) {
    throw new Problem('wrong-password');
  }
  const secret = newSecret('mzw_');
  const session = { tokenHash: hashOf(secret), userId: user.id, agent: given.agent };
  const expiresAt = later(clock(), SESSION_SECONDS);
  await store.write(`user:${user.id}`, (task) => sessions.begin(task, { ...session, expiresAt }));
  return { secret, user };
}

/** Ends the caller's session. */
export async function signOut(store: Store, caller: Caller): Promise<void> {
  const { session } = caller;
  if (session === null) return;
  await store.write(caller.actor, (task) => sessions.end(task, hashOf(session)));
}

/** Another password for oneself; all sessions end. */
export async function changePassword(
  store: Store,
  caller: Caller,
  given: { readonly current: string; readonly next: string },
): Promise<void> {
  const { user } = caller;
  if (user === null) throw new Problem('not-signed-in');
  const kept = await store.read((view) => users.passwordOf(view, user.id));
  if (!(await isPassword(given.current, kept ?? null))) throw new Problem('wrong-password');
  requirePassword(given.next);
  const hash = await hashPassword(given.next);
  await store.write(caller.actor, (task) => users.setPassword(task, user.id, hash));
}

/** A token for a program of one's own; its secret is shown this once. */
export async function addToken(
  task: Task,
  caller: Caller,
  token: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly expiresAt: string | null;
  },
): Promise<{ readonly id: string; readonly secret: string }> {
  if (caller.user === null) throw new Problem('not-signed-in');
  // A token must not beget others: whoever finds one could outlive its end.
  if (caller.kind === 'token') throw new Problem('forbidden');
  const secret = newSecret('mzt_');
  const id = await tokens.add(task, {
    ...{ ...token, userId: caller.user.id, tokenHash: hashOf(secret) },
  });
  return { id, secret };
}

/** Ends a token of one's own. */
export async function revokeToken(task: Task, caller: Caller, id: string): Promise<void> {
  const own = caller.user === null ? [] : await tokens.ofUser(task, caller.user.id);
  if (!own.some((token) => token.id === id)) throw new Problem('not-found');
  await tokens.revoke(task, id);
}

/** The members of an organisation by name. */
export async function membersOf(view: View, organisation: string) {
  const members = await users.membersOf(view, organisation);
  const found = [];
  for (const { userId, role } of members) {
    const user = await users.byId(view, userId);
    if (user === undefined) continue;
    const { id, login, name, disabledAt } = user;
    found.push({ id, login, name, role, disabled: disabledAt !== null });
  }
  return found;
}
