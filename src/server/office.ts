import { createHash } from 'node:crypto';
import type { Wording } from '../base/wording.js';
import { PUBLICATION_STYLE } from '../publications/html-look.js';
import { ACTIONS, type ActionId, actionPath, PAGES, type PageId } from '../workbench/actions.js';
import { entryPolicy, WORKBENCH_POLICY } from '../workbench/layout.js';
import type { Doing } from '../workbench/office-view-models.js';
import type { Desk, Flash, Refusal } from '../workbench/view-models.js';
import { may } from './caller.js';
import type { Answer, Ask, Cookie, Endpoint, Right, Weight } from './endpoint.js';
import { FLASH_COOKIE, opened, SAID, sealed } from './flash.js';
import { deskOf } from './office-desk.js';
import { formOf, type OfficeForm } from './office-form.js';
import { Problem, problemOf, problemWords } from './problem.js';
import type { Tell } from './reading-room.js';
import type { Action } from './rights.js';
import { ID, type TSchema, Type, YEAR } from './schema.js';
import { type Outcome, whenDone } from './waiting.js';

/** The policy of the entry screen, whose preview has the style of publications in it. */
export const ENTRY_POLICY: string = entryPolicy(
  createHash('sha256').update(PUBLICATION_STYLE).digest('base64'),
);

type NamesIn<P extends string> = P extends `${string}:${infer N}/${infer R}`
  ? N | NamesIn<`/${R}`>
  : P extends `${string}:${infer N}`
    ? N
    : never;

/** The parts of an address by their names; a year is a number. */
export type PartsOf<P extends string> = {
  readonly [N in NamesIn<P>]: N extends 'year' ? number : string;
};

/** A page that is not shown in the ordinary way. */
export interface Shown {
  readonly page: string;
  readonly status?: number;
  /** Instead of `WORKBENCH_POLICY`. */
  readonly policy?: string;
  /** Seconds after which the browser asks again by itself, as while something is going on. */
  readonly refresh?: number;
  readonly cookies?: readonly Cookie[];
}

/** Where somebody is led after an action, and what is said there once. */
export interface Done {
  readonly to: string;
  readonly said?: Flash;
  readonly cookies?: readonly Cookie[];
  /** The secret of the session from now on, where the action began one. */
  readonly session?: string;
}

/** Does what takes a while: the page that follows it is shown where it takes over a second. */
export type Wait = (doing: Doing, begin: (tell: Tell) => Promise<Outcome>) => Promise<Done | Shown>;

/** Something was done, in words for the next page. */
export function good(text: Wording): Flash {
  return { tone: 'good', text };
}

/**
 * A page of the offices: `show` draws it for a desk. The schema of its path follows from
 * `PAGES`; who may see it is declared like everywhere.
 */
export function officePage<I extends PageId, Q = unknown>(given: {
  readonly id: I;
  readonly summary: Wording;
  readonly right: Right;
  readonly query?: TSchema;
  readonly show: (
    ask: Ask<PartsOf<(typeof PAGES)[I]>, Q>,
    desk: Desk,
  ) => Promise<string | Shown | Done>;
}): Endpoint {
  const { id, summary, right, query, show } = given;
  const path = PAGES[id];
  return {
    ...{ id: `page ${id}`, method: 'GET', path, tag: '', summary, right, answer: null },
    ...{ params: paramsOf(path), ...(query === undefined ? {} : { query }) },
    handle: async (ask) => {
      const { session } = ask.caller;
      const cookie = ask.request.cookies[FLASH_COOKIE];
      const desk = await deskAt(ask, ask.request.url, opened(cookie, session));
      const shown = await show(ask as Ask<PartsOf<(typeof PAGES)[I]>, Q>, desk);
      if (typeof shown === 'object' && 'to' in shown) return ledTo(shown, session);
      return pageAnswer(shown, cookie === undefined ? [] : [SAID]);
    },
  };
}

/**
 * What a form of the offices does. It ends with 303 to a page, or shows one itself. A refusal is
 * thrown as a `Problem`: `again` draws the page of the form once more, at a desk that has what was
 * typed and what is wrong with it. What takes a while is done by `wait`.
 */
export function officeAction<I extends ActionId>(given: {
  readonly id: I;
  readonly summary: Wording;
  readonly right: Right;
  readonly weight?: Weight;
  readonly many?: boolean;
  /** The page of the form, where links of `again` lead back to. */
  readonly at?: (parts: PartsOf<(typeof ACTIONS)[I]['path']>) => string;
  readonly act: (
    ask: Ask<PartsOf<(typeof ACTIONS)[I]['path']>>,
    form: OfficeForm<I>,
    desk: () => Promise<Desk>,
    wait: Wait,
  ) => Promise<Done | Shown>;
  readonly again?: (
    ask: Ask<PartsOf<(typeof ACTIONS)[I]['path']>>,
    desk: Desk,
    problem: Problem,
    form: OfficeForm<I>,
  ) => Promise<string>;
}): Endpoint {
  const { id, summary, right, weight, many = false, at, act, again } = given;
  const { path } = ACTIONS[id];
  const isMultipart = 'files' in ACTIONS[id];
  return {
    ...{ id: `action ${id}`, method: 'POST', path, tag: '', summary, right, answer: null },
    ...{ params: paramsOf(path), multipart: isMultipart, many },
    weight: weight ?? (isMultipart ? 'upload' : 'ordinary'),
    handle: async (plain) => {
      const ask = plain as Ask<PartsOf<(typeof ACTIONS)[I]['path']>>;
      const desk = () => deskAt(plain, at?.(ask.params) ?? PAGES.work, null);
      const form = await formOf(id, plain);
      /** The page of the form with its fault; throws on what nobody can mend there. */
      const refusedBy = (error: unknown): ((at: Desk) => Promise<Shown>) => {
        const problem = problemOf(error);
        if (again === undefined || !isMendable(problem)) throw error;
        const to = actionPath(id, ask.params as Readonly<Record<string, string>>);
        const refusal = refusalOf(problem, to, form.typed);
        return async (from) => {
          const page = await again(ask, { ...from, refusal }, problem, form);
          return { page, status: problem.status };
        };
      };
      const wait: Wait = (doing, begin) =>
        whenDone(plain, doing, (tell) => begin(tell).catch(refusedBy), desk);
      try {
        const done = await act(ask, form, desk, wait);
        if ('page' in done) return pageAnswer(done, []);
        return ledTo(done, plain.caller.session);
      } catch (error) {
        return pageAnswer(await refusedBy(error)(await desk()), []);
      }
    },
  };
}

/** Whether whoever sent a form may mend it: rights and addresses are not theirs to mend. */
function isMendable({ code, status }: Problem): boolean {
  return code === 'wrong-password' || [400, 409, 413, 415, 422, 429].includes(status);
}

function refusalOf(problem: Problem, path: string, typed: Refusal['typed']): Refusal {
  const [title, detail] = problemWords(problem);
  const { code, about } = problem;
  const why =
    detail === null
      ? title
      : code === 'bad-request' || about.field !== undefined
        ? detail
        : { zh: `${title.zh}：${detail.zh}`, en: `${title.en}: ${detail.en}` };
  return { path, typed, field: about.field ?? null, why };
}

/** Refuses whoever may not do something to an organisation that a form names. */
export async function requireRight(
  { store, caller }: Pick<Ask, 'store' | 'caller'>,
  action: Action,
  organisation: string | null,
): Promise<void> {
  const allowed = await store.read((view) => may(view, caller, action, organisation));
  if (!allowed) throw new Problem(caller.kind === 'public' ? 'not-signed-in' : 'forbidden');
}

function deskAt(ask: Ask, here: string, flash: Flash | null): Promise<Desk> {
  const { store, caller, site, lang, request } = ask;
  return deskOf({ store, caller, site, lang, cookies: request.cookies, here, flash });
}

function ledTo({ to, said, cookies = [], session }: Done, before: string | null): Answer {
  const own = session ?? before;
  return { to, cookies: [...cookies, ...(said === undefined ? [] : [sealed(said, own)])] };
}

function pageAnswer(shown: string | Shown, cookies: readonly Cookie[]): Answer {
  const given = typeof shown === 'string' ? { page: shown } : shown;
  const { page, status = 200, policy = WORKBENCH_POLICY, refresh } = given;
  return {
    ...{ bytes: page, mediaType: 'text/html; charset=utf-8', policy, status },
    cookies: [...cookies, ...(given.cookies ?? [])],
    ...(refresh === undefined ? {} : { refresh }),
  };
}

const PART_SCHEMAS: Readonly<Record<string, TSchema>> = {
  link: Type.String({ pattern: '^[\\w-]{1,200}$' }),
  year: YEAR,
};

function paramsOf(path: string): TSchema {
  const names = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => name!);
  return Type.Object(Object.fromEntries(names.map((name) => [name, PART_SCHEMAS[name] ?? ID])));
}
