import { localPath } from '../../portal/routes.js';
import type { Store } from '../../store/open.js';
import * as users from '../../store/users.js';
import { PAGES, pagePath } from '../../workbench/actions.js';
import { signInPage, welcomePage } from '../../workbench/door-pages.js';
import type { Desk, SignInView } from '../../workbench/view-models.js';
import type { Endpoint } from '../endpoint.js';
import { good, officeAction, officePage } from '../office.js';
import { begun, installed, loginTaken, passwordIn } from '../office-set-up.js';
import { Problem } from '../problem.js';
import { Type } from '../schema.js';
import * as people from '../services/people.js';
import { seed } from '../services/seed.js';
import { SESSION_COOKIE } from '../sign-in.js';

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
    show: async ({ store, query, site, caller }, desk) => {
      const next = ownPath(query.next);
      if (caller.kind !== 'public') return { to: next };
      const failed = query.expired === undefined ? null : 'expired';
      const ready = (await store.read(users.count)) > 0;
      return signInPage({ login: '', failed, next, contact: site.contact, ready }, desk);
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
      return { to: ownPath(form.raw('next')), ...begun(secret) };
    },
    again: async ({ site }, desk, problem, form) => {
      const failed: SignInView['failed'] = problem.code === 'too-many' ? 'too-often' : 'wrong';
      const [login, next] = [form.raw('login').slice(0, 200), ownPath(form.raw('next'))];
      const view = { login, failed, next, contact: site.contact, ready: true };
      return signInPage(view, { ...desk, refusal: null });
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
  ...linkRoutes(),
];

/** Links that work once: the first run, and somebody who was invited or forgot the password. */
function linkRoutes(): readonly Endpoint[] {
  const firstRun = (link: string, desk: Desk) =>
    welcomePage({ kind: 'set-up', link, known: null, example: true }, desk);
  return [
    officePage({
      ...{ id: 'set-up', right: ANYBODY },
      summary: { zh: '第一次使用', en: 'The first run' },
      show: async ({ store, clock, params: { link } }, desk) => {
        const { purpose } = await people.linkHolder(store, link, clock());
        if (purpose !== 'setup') throw new Problem('bad-link');
        return firstRun(link, desk);
      },
    }),
    officeAction({
      ...{ id: 'set-up', right: ANYBODY, weight: 'sign-in' },
      summary: { zh: '建立管理员，开始使用', en: 'Make the administrator and begin' },
      at: ({ link }) => pagePath('set-up', { link }),
      act: async (ask, form) => {
        const { link } = ask.params;
        const session = await installed(ask, form, link);
        const example = form.raw('example') === 'yes';
        if (example) await seed(ask.store, ask.desk, ask.clock);
        const next = example
          ? { zh: '示例数据已装入。', en: ' Invented data was filled in.' }
          : { zh: '先加地区和单位，再请人进来。', en: ' Add regions and bodies, then people.' };
        const text = { zh: `设置好了。${next.zh}`, en: `It is set up.${next.en}` };
        return { ...session, to: pagePath(example ? 'work' : 'bodies'), said: good(text) };
      },
      again: async ({ params: { link } }, desk) => firstRun(link, desk),
    }),
    officePage({
      ...{ id: 'invitation', right: ANYBODY },
      summary: { zh: '凭链接设置密码', en: 'Choose a password by a link' },
      show: async ({ store, clock, params: { link } }, desk) =>
        welcomePage(await invited(store, clock, link), desk),
    }),
    officeAction({
      ...{ id: 'accept-invitation', right: ANYBODY, weight: 'sign-in' },
      summary: { zh: '设置密码并登录', en: 'Choose a password and sign in' },
      at: ({ link }) => pagePath('invitation', { link }),
      act: async ({ store, clock, params: { link }, request }, form) => {
        const holder = await people.linkHolder(store, link, clock());
        if (holder.purpose === 'setup') throw new Problem('bad-link');
        const isKnown = holder.login !== '';
        const login = isKnown ? holder.login : form.text('login', 'login', 100);
        const name = isKnown ? holder.name : form.text('name', 'personName', 100);
        const password = passwordIn(form);
        await people.accept(store, link, { login, name, password }).catch(loginTaken);
        const { agent } = request;
        const { secret } = await people.signIn(store, clock, { login, password, agent });
        const text = { zh: `${name}，欢迎。`, en: `Welcome, ${name}.` };
        return { to: PAGES.work, said: good(text), ...begun(secret) };
      },
      again: async ({ store, clock, params: { link } }, desk) =>
        welcomePage(await invited(store, clock, link), desk),
    }),
  ];
}

async function invited(store: Store, clock: () => string, link: string) {
  const { purpose, login, name } = await people.linkHolder(store, link, clock());
  if (purpose === 'setup') throw new Problem('bad-link');
  const known = login === '' ? null : { login, name };
  return { kind: 'invitation', link, known, example: false } as const;
}

/** Where to go on to: a page of the offices, never another site. */
function ownPath(given: string | undefined): string {
  const path = localPath(given ?? '');
  return /^\/workbench([/?]|$)/.test(path) ? path : PAGES.work;
}
