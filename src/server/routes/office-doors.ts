import { localPath } from '../../portal/routes.js';
import { PAGES, pagePath } from '../../workbench/actions.js';
import { signInPage } from '../../workbench/door-pages.js';
import type { SignInView } from '../../workbench/view-models.js';
import type { Endpoint } from '../endpoint.js';
import { officeAction, officePage } from '../office.js';
import { Type } from '../schema.js';
import * as people from '../services/people.js';
import { SESSION_COOKIE, SESSION_SECONDS } from '../sign-in.js';

const ANYBODY = { action: 'public.read', on: 'anything' } as const;

const SIGN_IN_QUERY = Type.Object({
  next: Type.Optional(Type.String({ maxLength: 2000 })),
  expired: Type.Optional(Type.String({ maxLength: 3 })),
});

interface SignInQuery {
  readonly next?: string;
  readonly expired?: string;
}

/** The ways in and out. */
export const OFFICE_DOORS: readonly Endpoint[] = [
  officePage<'sign-in', SignInQuery>({
    ...{ id: 'sign-in', right: ANYBODY, query: SIGN_IN_QUERY },
    summary: { zh: '登录', en: 'Sign in' },
    show: async ({ query, site, caller }, desk) => {
      const next = ownPath(query.next);
      if (caller.kind !== 'public') return { to: next };
      const failed = query.expired === undefined ? null : 'expired';
      return signInPage({ login: '', failed, next, contact: site.contact }, desk);
    },
  }),
  officeAction({
    ...{ id: 'sign-in', right: ANYBODY, weight: 'sign-in' },
    summary: { zh: '登录', en: 'Sign in' },
    at: () => pagePath('sign-in'),
    act: async ({ store, clock, request }, form) => {
      const login = form.text('login', 'login');
      const password = form.raw('password').slice(0, 500);
      const { agent } = request;
      const { secret } = await people.signIn(store, clock, { login, password, agent });
      return { to: ownPath(form.raw('next')), cookies: [sessionCookie(secret)], session: secret };
    },
    again: async ({ site }, form, problem, desk) => {
      const failed: SignInView['failed'] = problem.code === 'too-many' ? 'too-often' : 'wrong';
      const [login, next] = [form.raw('login').slice(0, 200), ownPath(form.raw('next'))];
      return signInPage({ login, failed, next, contact: site.contact }, desk);
    },
  }),
  officeAction({
    ...{ id: 'sign-out', right: ANYBODY },
    summary: { zh: '退出', en: 'Sign out' },
    act: async ({ store, caller }) => {
      await people.signOut(store, caller);
      const ended = { name: SESSION_COOKIE, value: null, seconds: 0, secret: true };
      return { to: pagePath('sign-in'), cookies: [ended] };
    },
  }),
];

/** The cookie of a session that begins. */
export function sessionCookie(value: string) {
  return { name: SESSION_COOKIE, value, seconds: SESSION_SECONDS, secret: true };
}

/** Where to go on to: a page of the offices, never another site. */
function ownPath(given: string | undefined): string {
  const path = localPath(given ?? '');
  return /^\/workbench([/?]|$)/.test(path) ? path : PAGES.work;
}
