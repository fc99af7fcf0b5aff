import * as tokens from '../store/api-tokens.js';
import * as sessions from '../store/sessions.js';
import * as users from '../store/users.js';
import { type Caller, PUBLIC, SINGLE } from './caller.js';
import type { Services } from './endpoint.js';
import { Problem } from './problem.js';
import { hashOf } from './secrets.js';

/** Name of the cookie of a session. */
export const SESSION_COOKIE = 'session';

/** A session that nobody uses for so long ends by itself. */
export const SESSION_SECONDS = 12 * 3600;

/** How often it is noted that a session or a token is in use. */
const NOTED_SECONDS = 300;

/** Who asks, by the token or the cookie of the request. */
export async function callerOf(
  services: Services,
  asked: { readonly authorization: string | undefined; readonly session: string | undefined },
): Promise<Caller> {
  const { authorization, session } = asked;
  if (authorization !== undefined) {
    const [, token] = /^Bearer +([\w-]{20,200})$/i.exec(authorization) ?? [];
    if (token === undefined) throw new Problem('bad-token');
    return callerOfToken(services, token);
  }
  if (session !== undefined && /^[\w-]{20,200}$/.test(session)) {
    const caller = await callerOfSession(services, session);
    if (caller !== null) return caller;
  }
  return services.mode.single ? SINGLE : PUBLIC;
}

async function callerOfToken({ store, clock }: Services, secret: string): Promise<Caller> {
  const now = clock();
  const found = await store.read(async (view) => {
    const token = await tokens.byToken(view, hashOf(secret), now);
    const user = token && (await users.byId(view, token.userId));
    if (token === undefined || user === undefined) return null;
    return { token, user, memberships: await users.membershipsOf(view, user.id) };
  });
  if (found === null) throw new Problem('bad-token');
  const { token, user, memberships } = found;
  if (isOld(token.usedAt, now)) {
    await store.write(`token:${token.id}`, (task) => tokens.touch(task, token.id));
  }
  const actor = `token:${token.id}`;
  return { kind: 'token', actor, user, memberships, scopes: token.scopes, session: null };
}

async function callerOfSession({ store, clock }: Services, secret: string): Promise<Caller | null> {
  const now = clock();
  const hash = hashOf(secret);
  const found = await store.read(async (view) => {
    const session = await sessions.byToken(view, hash, now);
    const user = session && (await users.byId(view, session.userId));
    if (session === undefined || user === undefined) return null;
    return { session, user, memberships: await users.membershipsOf(view, user.id) };
  });
  if (found === null) return null;
  const { session, user, memberships } = found;
  const actor = `user:${user.id}`;
  if (isOld(session.seenAt, now)) {
    await store.write(actor, (task) => sessions.touch(task, hash, later(now, SESSION_SECONDS)));
  }
  return { kind: 'session', actor, user, memberships, scopes: null, session: secret };
}

function isOld(noted: string | null, now: string): boolean {
  return noted === null || Date.parse(now) - Date.parse(noted) > NOTED_SECONDS * 1000;
}

/** The moment so many seconds after another. */
export function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
