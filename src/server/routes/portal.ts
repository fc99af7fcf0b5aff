import { aboutPage, accessibilityPage, dataPage, methodPage } from '../../portal/about-pages.js';
import { accountPage } from '../../portal/account-page.js';
import { comparePage } from '../../portal/compare-page.js';
import { differencePage } from '../../portal/difference-page.js';
import { homePage } from '../../portal/home-page.js';
import { PORTAL_POLICY } from '../../portal/layout.js';
import { numberPage } from '../../portal/number-page.js';
import { glossaryPage, rulePage, rulesPage } from '../../portal/reference-pages.js';
import { deadlinePage, regionPage } from '../../portal/region-page.js';
import { pathOf, type Route, routeOf } from '../../portal/routes.js';
import { searchPage } from '../../portal/search-page.js';
import { unitPage } from '../../portal/unit-page.js';
import type { Visit } from '../../portal/view-models.js';
import { CATALOGUE } from '../../rules/catalogue.js';
import * as files from '../../store/files.js';
import * as publications from '../../store/publications.js';
import type { View } from '../../store/task.js';
import { type Answer, type Ask, type Endpoint, endpoint } from '../endpoint.js';
import { Problem } from '../problem.js';
import { type DrawnPage, type KeptPage, KeptPages } from '../services/kept-pages.js';
import { type AccountPress, addressOf, organisationAt } from '../services/public-accounts.js';
import { compareView } from '../services/public-comparison.js';
import { differenceView } from '../services/public-differences.js';
import * as lists from '../services/public-lists.js';
import { numberView } from '../services/public-numbers.js';
import { accountView } from '../services/public-pages.js';
import { dayOf } from '../services/timeliness.js';
import { visitOf } from '../visit.js';

/** Everything that everybody may read, by the addresses of `portal/routes.ts`. */
const PATHS = [
  ...['/', '/search', '/r', '/r/:region', '/deadline', '/deadline/:region', '/u/:unit'],
  ...['/u/:unit/*', '/compare', '/rules', '/rules/:rule', '/glossary', '/data', '/about'],
  ...['/method', '/accessibility', '/settings', '/files/:hash/:name'],
] as const;

const YEAR_SECONDS = 31_536_000;

/** The portal's routes; what was drawn is kept until something public changes. */
export function portalRoutes(version: string, press: AccountPress): readonly Endpoint[] {
  const kept = new KeptPages();
  return PATHS.map((path) =>
    endpoint({
      ...{ id: `portal ${path}`, method: 'GET', path, tag: '', answer: null },
      right: { action: 'public.read', on: 'anything' },
      summary: { zh: '公开页面', en: 'A page of the portal' },
      handle: async (ask) => {
        const { store, lang, request } = ask;
        const route = routeOf(request.url);
        if (route === null) throw new Problem('not-found');
        if (route.page === 'settings') return settings(route);
        if (route.page === 'file') return file(ask, route.hash);
        const visit = visitOf(ask, request.cookies, lang, request.url);
        const today = dayOf(ask.clock());
        const page = await kept.get(store, [today, lang, visit.theme, request.url], async () => {
          const drawing = { press, version, today };
          return store.snapshot((view) => movedOrDrawn({ view, ...drawing }, route, visit));
        });
        return answerOf(page, request.takesGzip);
      },
    }),
  );
}

function answerOf(page: KeptPage, takesGzip: boolean): Answer {
  if ('to' in page) return { to: page.to, status: 301, cache: 'no-cache' };
  const common = {
    ...{ mediaType: 'text/html; charset=utf-8', policy: PORTAL_POLICY, cache: 'no-cache' },
  };
  return takesGzip
    ? { ...common, bytes: page.packed, encoding: 'gzip', etag: `${page.etag}g` }
    : { ...common, bytes: page.bytes, etag: page.etag };
}

/** An old address of a unit leads to that of today, whatever page of it was asked for. */
async function movedOrDrawn(drawing: Drawing, route: Page, visit: Visit): Promise<DrawnPage> {
  if ('unit' in route) {
    const unit = addressOf(await organisationAt(drawing.view, route.unit));
    if (unit !== route.unit) return { to: pathOf({ ...route, unit }) };
  }
  return { text: await draw(drawing, route, visit) };
}

interface Drawing {
  readonly view: View;
  readonly press: AccountPress;
  readonly version: string;
  readonly today: string;
}

type Page = Exclude<Route, { readonly page: 'settings' | 'file' }>;

async function draw(
  { view, press, version, today }: Drawing,
  route: Page,
  visit: Visit,
): Promise<string> {
  const about = { rules: CATALOGUE.length, version };
  switch (route.page) {
    case 'home':
      return homePage(await lists.homeView(view, today), visit);
    case 'search':
      return searchPage(await lists.searchView(view, route), visit);
    case 'region':
      return regionPage(await lists.regionView(view, route, today), visit);
    case 'deadline':
      return deadlinePage(await lists.deadlineView(view, route, today), visit);
    case 'unit':
      return unitPage(await lists.unitView(view, route.unit, today), visit);
    case 'account': {
      const shown = await accountView(view, press, route, visit.site.owner, today);
      return accountPage(shown, visit);
    }
    case 'number':
      return numberPage(await numberView(view, press, route, visit.lang), visit);
    case 'difference':
      return differencePage(await differenceView(view, press, route), visit);
    case 'compare':
      return comparePage(await compareView(view, press, route), visit);
    case 'data':
      return dataPage(await lists.dataView(view, today), visit);
    case 'rules':
      return rulesPage(CATALOGUE, visit);
    case 'rule': {
      const rule = CATALOGUE.find(({ id }) => id === route.rule);
      if (rule === undefined) throw new Problem('not-found');
      return rulePage(rule, visit);
    }
    case 'glossary':
      return glossaryPage(visit);
    case 'about':
      return aboutPage(about, visit);
    case 'method':
      return methodPage(about, visit);
    case 'accessibility':
      return accessibilityPage(visit);
  }
}

function settings({ lang, theme, back }: Route & { readonly page: 'settings' }): Answer {
  const chosen = [
    ['lang', lang],
    ['theme', theme],
  ] as const;
  return {
    to: back,
    cookies: chosen.flatMap(([name, value]) =>
      value === null ? [] : [{ name, value, seconds: YEAR_SECONDS, secret: true }],
    ),
  };
}

/** A file that was published, offered for saving: nothing of it ever runs here. */
async function file({ store }: Ask, hash: string): Promise<Answer> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Problem('not-found');
  const found = await store.read(async (view) => {
    const known = await publications.byHash(view, hash);
    const bytes = known && (await files.bytesOf(view, hash));
    const kept = known && (await files.byHash(view, hash));
    return known && bytes && kept ? { ...known, bytes, mediaType: kept.mediaType } : null;
  });
  if (found === null) throw new Problem('not-found');
  const { name, bytes, mediaType } = found;
  return { bytes, name, mediaType, etag: hash.slice(0, 32), cache: 'public, no-cache' };
}
