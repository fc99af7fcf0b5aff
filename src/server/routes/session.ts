import * as tokens from '../../store/api-tokens.js';
import { TOKENS } from '../answers.js';
import type { Caller } from '../caller.js';
import { DONE, type Endpoint, endpoint, json } from '../endpoint.js';
import { ID, nullable, oneOf, Type } from '../schema.js';
import { csrfOf } from '../secrets.js';
import * as people from '../services/people.js';
import { SESSION_COOKIE, SESSION_SECONDS } from '../sign-in.js';

const tag = '登录 Session';
const SELF = { action: 'self.use', on: 'anything' } as const;
const ANYBODY = { action: 'public.read', on: 'anything' } as const;

const LOGIN = Type.String({ minLength: 1, maxLength: 100 });
const PASSWORD = Type.String({ minLength: 1, maxLength: 500 });
const SECRET = Type.String({ minLength: 20, maxLength: 200, pattern: '^[\\w-]+$' });
const MEMBERSHIP = Type.Object({
  organisation: nullable(ID),
  role: oneOf(['accountant', 'reviewer', 'bureau', 'administrator']),
});
const SESSION = Type.Object({
  kind: oneOf(['public', 'session', 'token', 'single']),
  user: nullable(Type.Object({ id: ID, login: Type.String(), name: Type.String() })),
  memberships: Type.Array(MEMBERSHIP),
  csrf: nullable(Type.String()),
});

function sessionJson({ kind, user, memberships, session }: Caller): object {
  return {
    kind,
    user: user && { id: user.id, login: user.login, name: user.name },
    memberships,
    csrf: session === null ? null : csrfOf(session),
  };
}

/** Signing in and out, links that work once, tokens for programs. */
export const SESSION_ROUTES: readonly Endpoint[] = [
  endpoint({
    ...{ id: 'getSession', method: 'GET', path: '/api/v1/session', tag, right: ANYBODY },
    summary: { zh: '现在是谁', en: 'Who one is' },
    answer: SESSION,
    handle: async ({ caller }) => json(sessionJson(caller)),
  }),
  endpoint({
    ...{ id: 'signIn', method: 'POST', path: '/api/v1/session', tag, right: ANYBODY },
    summary: { zh: '登录', en: 'Sign in' },
    weight: 'sign-in',
    body: Type.Object({ login: LOGIN, password: PASSWORD }),
    answer: SESSION,
    handle: async ({ store, clock, body, request }) => {
      const given = { ...body, agent: request.agent };
      const { secret, user } = await people.signIn(store, clock, given);
      const { id, login, name } = user;
      const cookie = { name: SESSION_COOKIE, value: secret, seconds: SESSION_SECONDS };
      return {
        json: { kind: 'session', user: { id, login, name }, csrf: csrfOf(secret) },
        cookies: [{ ...cookie, secret: true }],
      };
    },
  }),
  endpoint({
    ...{ id: 'signOut', method: 'DELETE', path: '/api/v1/session', tag, right: ANYBODY },
    summary: { zh: '退出', en: 'Sign out' },
    answer: null,
    handle: async ({ store, caller }) => {
      await people.signOut(store, caller);
      const cookie = { name: SESSION_COOKIE, value: null, seconds: 0, secret: true };
      return { ...DONE, cookies: [cookie] };
    },
  }),
  endpoint({
    ...{ id: 'changePassword', method: 'POST', path: '/api/v1/session/password', tag },
    ...{ right: SELF, weight: 'sign-in', answer: null },
    summary: { zh: '改密码，所有登录随即失效', en: 'Change the password; all sessions end' },
    body: Type.Object({ current: PASSWORD, next: PASSWORD }),
    handle: async ({ store, caller, body }) => {
      await people.changePassword(store, caller, body);
      return DONE;
    },
  }),
  endpoint({
    ...{ id: 'acceptInvitation', method: 'POST', path: '/api/v1/invitations/accept', tag },
    ...{ right: ANYBODY, weight: 'sign-in' },
    summary: { zh: '用一次性链接建立账号', en: 'Use a link to get an account' },
    body: Type.Object({ link: SECRET, login: LOGIN, name: LOGIN, password: PASSWORD }),
    answer: Type.Object({ user: ID, purpose: Type.String() }),
    handle: async ({ store, body, mode }) => {
      const { link, login, name, password } = body;
      const done = await people.accept(store, link, { login, name, password });
      // From now on this machine needs a password like every other.
      if (done.purpose === 'setup') mode.single = false;
      return json(done, 201);
    },
  }),
  ...tokenRoutes(),
];

function tokenRoutes(): readonly Endpoint[] {
  const path = '/api/v1/tokens';
  return [
    endpoint({
      ...{ id: 'listTokens', method: 'GET', path, tag, right: SELF },
      summary: { zh: '自己的令牌', en: 'One’s own tokens' },
      answer: TOKENS,
      handle: async ({ store, caller }) => {
        const { user } = caller;
        if (user === null) return json({ items: [] });
        return json({ items: await store.read((view) => tokens.ofUser(view, user.id)) });
      },
    }),
    endpoint({
      ...{ id: 'addToken', method: 'POST', path, tag, right: SELF },
      summary: { zh: '新令牌，只显示这一次', en: 'A new token, shown this once' },
      body: Type.Object({
        name: LOGIN,
        scopes: Type.Array(oneOf(['read', 'write']), { minItems: 1 }),
        expiresAt: nullable(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' })),
      }),
      answer: Type.Object({ id: ID, secret: Type.String() }),
      handle: async ({ store, caller, body }) =>
        json(await store.write(caller.actor, (task) => people.addToken(task, caller, body)), 201),
    }),
    endpoint({
      ...{ id: 'revokeToken', method: 'DELETE', path: `${path}/:token`, tag, right: SELF },
      summary: { zh: '作废令牌', en: 'End a token' },
      params: Type.Object({ token: ID }),
      answer: null,
      handle: async ({ store, caller, params }) => {
        await store.write(caller.actor, (task) => people.revokeToken(task, caller, params.token));
        return DONE;
      },
    }),
  ];
}
