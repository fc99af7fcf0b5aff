import { keyOf, nearest } from '../../roster/compare.js';
import * as organisations from '../../store/organisations.js';
import * as roster from '../../store/roster.js';
import type { View } from '../../store/task.js';
import { type Caller, may, organisationsFor } from '../caller.js';
import { FINAL_ACCOUNT } from './intake.js';

/** Why nobody can say whose a document is. */
export type Unclear = 'unnamed' | 'unknown' | 'several' | 'foreign';

/** Whose a document is; or why nobody can say, with names that may be meant. */
export type Whose =
  | { readonly organisation: organisations.Organisation }
  | {
      readonly unclear: Unclear;
      readonly near: readonly organisations.Organisation[];
    };

/** What a document and its file say of its owner. */
export interface Named {
  readonly entity: string | null;
  /** Name of the file: offices often begin it with the code of the unit. */
  readonly file: string;
  readonly fiscalYear: number | null;
}

/**
 * Finds the organisation of a document among those that a caller may hand in for: by the name it
 * gives, today's or a former one, then by a code in the name of its file. Never by likeness.
 */
export async function whoseIs(view: View, caller: Caller, named: Named): Promise<Whose> {
  const { entity } = named;
  const byName = entity === null ? [] : await bearing(view, entity);
  const found = byName.length > 0 ? byName : await byCodeIn(view, named.file);
  const mine = await among(view, caller, found);
  const only = mine.length > 1 ? await onRoster(view, mine, named.fiscalYear) : mine;
  if (only.length === 1) return { organisation: only[0]! };
  if (mine.length > 1) return { unclear: 'several', near: mine };
  if (entity === null) return { unclear: 'unnamed', near: [] };
  if (found.length > 0) return { unclear: 'foreign', near: [] };
  const all = await withinReach(view, caller);
  return { unclear: 'unknown', near: nearest(entity, all, ({ name }) => name) };
}

/** What a person typed: a name, or a code. */
export async function meantBy(
  view: View,
  caller: Caller,
  typed: string,
): Promise<readonly organisations.Organisation[]> {
  const byName = await bearing(view, typed);
  const found = byName.length > 0 ? byName : await organisations.byCode(view, typed.trim());
  return among(view, caller, found);
}

/** Organisations of exactly this name, or of it without what only says a level of books. */
async function bearing(view: View, name: string): Promise<readonly organisations.Organisation[]> {
  const exact = await organisations.byName(view, name);
  if (exact.length > 0) return exact;
  const plain = keyOf(name);
  return plain === '' || plain === name ? [] : organisations.byName(view, plain);
}

/** Shorter ones are years and ordinals. */
const CODE = /[0-9A-Za-z-]{6,20}/g;

async function byCodeIn(view: View, file: string): Promise<readonly organisations.Organisation[]> {
  const last = file.split(/[/\\]/).at(-1) ?? '';
  for (const code of last.match(CODE) ?? []) {
    const found = await organisations.byCode(view, code);
    if (found.length > 0) return found;
  }
  return [];
}

async function among(
  view: View,
  caller: Caller,
  found: readonly organisations.Organisation[],
): Promise<readonly organisations.Organisation[]> {
  const mine = [];
  for (const each of found) {
    if (await may(view, caller, 'filing.write', each.id)) mine.push(each);
  }
  return mine;
}

/** Of several of one name, the ones that must publish that year. */
async function onRoster(
  view: View,
  found: readonly organisations.Organisation[],
  fiscalYear: number | null,
): Promise<readonly organisations.Organisation[]> {
  if (fiscalYear === null) return found;
  const listed = [];
  for (const each of found) {
    const key = { fiscalYear, kind: FINAL_ACCOUNT, organisation: each.id };
    if ((await roster.ofOrganisation(view, key)) !== undefined) listed.push(each);
  }
  return listed;
}

/** Everybody for whom a caller may hand in, by initials. */
export async function withinReach(
  view: View,
  caller: Caller,
): Promise<readonly organisations.Organisation[]> {
  const within = await organisationsFor(view, caller, 'filing.write');
  const known = within === null ? null : new Set(within);
  const found: organisations.Organisation[] = [];
  let after: string | null = null;
  do {
    const from: { readonly after?: string } = after === null ? {} : { after };
    const page: Awaited<ReturnType<typeof organisations.search>> = await organisations.search(
      view,
      { limit: 1000, ...from },
    );
    found.push(...page.items.filter(({ id }) => known === null || known.has(id)));
    after = page.next;
  } while (after !== null);
  return found;
}
