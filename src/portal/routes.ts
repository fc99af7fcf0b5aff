import { STATUTORY_FORMS } from '../forms/model.js';
import type { CellReference } from '../publications/model.js';
import { addressOf, partsOf, queryOf } from './address.js';

/** How amounts of several units are set beside each other. */
export const COMPARISONS = ['amount', 'head', 'share'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Whether a unit has published, and when. */
export const TIMELINESS = ['in-time', 'late', 'missing', 'not-due', 'exempt'] as const;
export type Timeliness = (typeof TIMELINESS)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Every address of the portal. An address once given stays: `/u/<code>/<year>` is always the
 * version in force, `/u/<code>/<year>/v/<n>` always that version.
 */
export type Route =
  | { readonly page: 'home' | 'rules' | 'glossary' | 'data' | 'about' | 'method' }
  | { readonly page: 'accessibility' }
  | {
      readonly page: 'search';
      readonly text: string;
      readonly region: string | null;
      readonly sector: string | null;
      readonly after: string | null;
    }
  | {
      readonly page: 'region';
      /** Null: the whole of the site. */
      readonly region: string | null;
      readonly year: number | null;
      readonly after: string | null;
    }
  | { readonly page: 'unit'; readonly unit: string }
  | {
      readonly page: 'account';
      readonly unit: string;
      readonly year: number;
      /** Null: the version in force. */
      readonly version: number | null;
    }
  | {
      readonly page: 'number';
      readonly unit: string;
      readonly year: number;
      readonly version: number | null;
      readonly cell: CellReference;
    }
  | {
      readonly page: 'difference';
      readonly unit: string;
      readonly year: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly page: 'compare';
      readonly units: readonly string[];
      readonly years: readonly number[];
      /** Null: the first one. */
      readonly measure: string | null;
      readonly per: Comparison;
      /** What was typed into the field for another unit. */
      readonly find: string | null;
    }
  | {
      readonly page: 'deadline';
      readonly region: string | null;
      readonly year: number | null;
      readonly state: Timeliness | null;
      readonly after: string | null;
    }
  | { readonly page: 'rule'; readonly rule: string }
  | { readonly page: 'file'; readonly hash: string; readonly name: string }
  | {
      readonly page: 'settings';
      readonly lang: 'zh' | 'en' | null;
      readonly theme: Theme | null;
      /** Where to go back to: a path of this site. */
      readonly back: string;
    };

const PLAIN = ['rules', 'glossary', 'data', 'about', 'method', 'accessibility'] as const;

const SIDES = { 收入: 'income', 支出: 'expenditure' } as const;

/** The address of a page: path and query, beginning with `/`. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return '/';
    case 'search':
      return addressOf(
        ['search'],
        [
          ['q', route.text],
          ['region', route.region],
          ['sector', route.sector],
          ['after', route.after],
        ],
      );
    case 'region': {
      const { region, year, after } = route;
      return addressOf(
        ['r', ...given(region)],
        [
          ['year', year],
          ['after', after],
        ],
      );
    }
    case 'unit':
      return addressOf(['u', route.unit]);
    case 'account':
      return addressOf(accountParts(route));
    case 'number':
      return numberPath(route);
    case 'difference':
      return addressOf([...accountParts({ ...route, version: route.to }), 'from', `${route.from}`]);
    case 'compare':
      return comparePath(route);
    case 'deadline': {
      const { region, year, state, after } = route;
      return addressOf(
        ['deadline', ...given(region)],
        [
          ['year', year],
          ['state', state],
          ['after', after],
        ],
      );
    }
    case 'rule':
      return addressOf(['rules', route.rule]);
    case 'file':
      return addressOf(['files', route.hash, route.name]);
    case 'settings': {
      const { lang, theme, back } = route;
      const query = [['lang', lang] as const, ['theme', theme] as const];
      return addressOf(['settings'], [...query, ['back', localPath(back)]]);
    }
    default:
      return `/${route.page}`;
  }
}

/** The page at an address (path and query); null where there is none. */
export function routeOf(url: string): Route | null {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const parts = partsOf(path);
  if (parts === null) return null;
  const asked = new Asked(queryOf(query));
  const [first, second = null, ...rest] = parts;
  if (first === undefined) return { page: 'home' };
  if (first === 'u') return second === null ? null : unitRoute(second, rest, asked);
  if (first === 'files') return fileRoute(second, rest);
  if (rest.length > 0) return null;
  if (first === 'r') {
    return { page: 'region', region: second, year: asked.year(), after: asked.one('after') };
  }
  if (first === 'deadline') {
    const state = asked.among('state', TIMELINESS);
    const after = asked.one('after');
    return { page: 'deadline', region: second, year: asked.year(), state, after };
  }
  if (first === 'rules' && second !== null) return { page: 'rule', rule: second };
  return second === null ? plainRoute(first, asked) : null;
}

/** A path of this site to go back to; `/` for anything that would lead elsewhere. */
export function localPath(text: string): string {
  return /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(text) ? text : '/';
}

/** The answers of a query by name. */
class Asked {
  constructor(private readonly pairs: ReturnType<typeof queryOf>) {}

  many(name: string): readonly string[] {
    return this.pairs.flatMap(([key, value]) => (key === name ? [value] : []));
  }

  one(name: string): string | null {
    return this.many(name)[0] ?? null;
  }

  among<T extends string>(name: string, known: readonly T[]): T | null {
    return known.find((each) => each === this.one(name)) ?? null;
  }

  year(): number | null {
    return wholeNumber(this.one('year'));
  }
}

function wholeNumber(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^[1-9]\d{0,3}$/.test(text)
    ? Number.parseInt(text, 10)
    : null;
}

function given(text: string | null): string[] {
  return text === null ? [] : [text];
}

function accountParts(route: {
  readonly unit: string;
  readonly year: number;
  readonly version: number | null;
}): string[] {
  const { unit, year, version } = route;
  return ['u', unit, `${year}`, ...(version === null ? [] : ['v', `${version}`])];
}

function numberPath(route: Route & { readonly page: 'number' }): string {
  const { form, key, column, side, measure } = route.cell;
  return addressOf(
    [...accountParts(route), 'n', form, key, column],
    [
      ['side', side === null ? null : SIDES[side]],
      ['of', measure === 'reported' ? null : measure],
    ],
  );
}

function comparePath(route: Route & { readonly page: 'compare' }): string {
  const { units, years, measure, per, find } = route;
  return addressOf(
    ['compare'],
    [
      ...units.map((unit) => ['unit', unit] as const),
      ...years.map((year) => ['year', year] as const),
      ['measure', measure],
      ['per', per === 'amount' ? null : per],
      ['find', find],
    ],
  );
}

function plainRoute(name: string, asked: Asked): Route | null {
  const page = PLAIN.find((each) => each === name);
  if (page !== undefined) return { page };
  if (name === 'search') {
    const [region, sector, after] = ['region', 'sector', 'after'].map((key) => asked.one(key));
    return {
      ...{ page: 'search', text: asked.one('q') ?? '' },
      ...{ region: region ?? null, sector: sector ?? null, after: after ?? null },
    };
  }
  if (name === 'compare') {
    return {
      page: 'compare',
      units: asked.many('unit'),
      years: asked.many('year').flatMap((text) => wholeNumber(text) ?? []),
      measure: asked.one('measure'),
      per: asked.among('per', COMPARISONS) ?? 'amount',
      find: asked.one('find'),
    };
  }
  if (name !== 'settings') return null;
  const lang = asked.among('lang', ['zh', 'en'] as const);
  const back = localPath(asked.one('back') ?? '/');
  return { page: 'settings', lang, theme: asked.among('theme', THEMES), back };
}

function fileRoute(hash: string | null, rest: readonly string[]): Route | null {
  const [name] = rest;
  return hash === null || name === undefined || rest.length > 1
    ? null
    : { page: 'file', hash, name };
}

/** What follows `/u/<code>`. */
function unitRoute(unit: string, rest: readonly string[], asked: Asked): Route | null {
  if (rest.length === 0) return { page: 'unit', unit };
  const year = wholeNumber(rest[0]);
  if (year === null) return null;
  const versioned = rest[1] === 'v';
  const version = versioned ? wholeNumber(rest[2]) : null;
  if (versioned && version === null) return null;
  const more = rest.slice(versioned ? 3 : 1);
  if (more.length === 0) return { page: 'account', unit, year, version };
  const [kind, form, key, column] = more;
  if (kind === 'from' && more.length === 2) {
    const from = wholeNumber(form);
    if (from === null || version === null) return null;
    return { page: 'difference', unit, year, from, to: version };
  }
  const known = STATUTORY_FORMS.find((id) => id === form);
  if (kind !== 'n' || known === undefined || column === undefined) return null;
  if (more.length > 4 || key === undefined) return null;
  const side = asked.one('side');
  const cell: CellReference = {
    ...{ form: known, key, column },
    side: side === SIDES.收入 ? '收入' : side === SIDES.支出 ? '支出' : null,
    measure: asked.among('of', ['prior', 'budget'] as const) ?? 'reported',
  };
  return { page: 'number', unit, year, version, cell };
}
