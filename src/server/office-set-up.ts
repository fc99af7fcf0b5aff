import type { Ask } from './endpoint.js';
import type { OfficeForm } from './office-form.js';
import { Problem, problemOf } from './problem.js';
import * as people from './services/people.js';
import { SESSION_COOKIE, SESSION_SECONDS } from './sign-in.js';

/** Forms that set an installation up. */
type SetUpForm = OfficeForm<'set-up'> | OfficeForm<'protect'>;

/** A session that begins here: its cookie, and its secret for what is said next. */
export function begun(secret: string) {
  const cookie = { name: SESSION_COOKIE, value: secret, seconds: SESSION_SECONDS, secret: true };
  return { cookies: [cookie], session: secret };
}

/** Sets the installation up and signs its administrator in; nobody is let in without any more. */
export async function installed(ask: Ask, form: SetUpForm, link: string | null) {
  const { store, clock, request, mode, siteChanged } = ask;
  const place = form.text('place', 'setUpPlace', 100);
  const owner = form.text('owner', 'setUpOwner', 100);
  const name = form.text('name', 'personName', 100);
  const login = form.text('login', 'login', 100);
  const password = passwordIn(form);
  await people.setUp(store, { link, place, owner, name, login, password }).catch(loginTaken);
  mode.single = false;
  siteChanged();
  const { agent } = request;
  const { secret } = await people.signIn(store, clock, { login, password, agent });
  return begun(secret);
}

/** A new password that was typed twice; throws `Problem` where it is too short or not the same. */
export function passwordIn(
  form: SetUpForm | OfficeForm<'accept-invitation'> | OfficeForm<'change-password'>,
): string {
  const password = form.raw('password').slice(0, 500);
  people.requireTwice(password, form.raw('again').slice(0, 500));
  return password;
}

/** Says of a login that is taken that it is; anything else goes on as it is. */
export function loginTaken(error: unknown): never {
  if (problemOf(error).code !== 'exists') throw error;
  const detail = { zh: '这个登录名已经有人用了', en: 'this login is taken' };
  throw new Problem('exists', { detail, field: 'login' });
}
