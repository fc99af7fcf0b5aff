import { THEMES } from '../portal/routes.js';
import type { Store } from '../store/open.js';
import * as organisations from '../store/organisations.js';
import { WORKBENCH_STYLE_NAME } from '../workbench/style.js';
import type { Desk, Flash, Person } from '../workbench/view-models.js';
import type { Caller } from './caller.js';
import type { Site } from './endpoint.js';
import { csrfOf } from './secrets.js';

/** What the frame of an office's page is made of. */
export interface AtDesk {
  readonly store: Store;
  readonly caller: Caller;
  readonly site: Site;
  readonly lang: 'zh' | 'en';
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Path and query of the page. */
  readonly here: string;
  readonly flash: Flash | null;
}

/** The desk at which somebody sits. */
export async function deskOf(at: AtDesk): Promise<Desk> {
  const { store, caller, site, lang, cookies, here, flash } = at;
  const { session } = caller;
  return {
    ...{
      place: site.place,
      refusal: null,
      style: `/assets/${WORKBENCH_STYLE_NAME}`,
      lang,
      here,
      flash,
    },
    theme: THEMES.find((each) => each === cookies.theme) ?? 'auto',
    token: session === null ? '' : csrfOf(session),
    person: await personOf(store, caller, lang),
  };
}

async function personOf(store: Store, caller: Caller, lang: 'zh' | 'en'): Promise<Person | null> {
  const { kind, user, memberships } = caller;
  if (kind === 'single') {
    const name = { zh: '本机用户', en: 'This computer' }[lang];
    const roles = ['accountant', 'reviewer', 'bureau', 'administrator'] as const;
    return { name, login: '', roles, organisation: null, passwordless: true };
  }
  if (user === null) return null;
  const home = memberships.find(({ organisation }) => organisation !== null)?.organisation ?? null;
  const found =
    home === null ? undefined : await store.read((view) => organisations.byId(view, home));
  const roles = [...new Set(memberships.map(({ role }) => role))];
  const { name, login } = user;
  return { name, login, roles, organisation: found?.name ?? null, passwordless: false };
}
