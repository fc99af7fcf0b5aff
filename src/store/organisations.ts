import { StoreError } from './errors.js';
import { keyOfCursor, limitOf, type Page, pageOf } from './pages.js';
import { type RawBuilder, sql } from './query.js';
import { gramsOf, gramsWithin, searchForm, searchTerms } from './search-text.js';
import type { OrganisationRow } from './tables.js';
import type { Task, View } from './task.js';
import { arrayLiteral, type Json, parsed } from './values.js';

/** A body that publishes or reviews accounts; `revision` grows with each change. */
export interface Organisation
  extends Omit<OrganisationRow, 'formerNames' | 'sortKey' | 'searchText' | 'grams'> {
  readonly formerNames: readonly string[];
}

/** What a person says of an organisation. */
export type OrganisationContent = Pick<Organisation, 'region' | 'level' | 'name' | 'initials'> &
  Partial<
    Pick<
      Organisation,
      'parent' | 'kind' | 'sector' | 'formerNames' | 'exempt' | 'exemptReason' | 'code'
    >
  >;

/** Which organisations, and from where on; an empty filter means all that exist today. */
export interface OrganisationFilter {
  /** Parts of its name, a former one, the initials of its pinyin or its code; blanks part words. */
  readonly text?: string;
  /** This region and all below it. */
  readonly region?: string;
  readonly sector?: string;
  readonly level?: Organisation['level'];
  readonly parent?: string;
  readonly exempt?: boolean;
  readonly withRetired?: boolean;
  /** Only these, as for somebody who manages a few. */
  readonly among?: readonly string[];
  readonly after?: string;
  readonly limit?: number;
}

const COLUMNS = [
  ...(['id', 'region', 'parent', 'level', 'kind', 'sector', 'name', 'formerNames'] as const),
  ...(['initials', 'exempt', 'exemptReason', 'retiredAt', 'createdAt', 'revision'] as const),
  'code' as const,
] as const;

/** Codes are written in capitals: people type them either way. */
const CODE = /^[0-9A-Z-]{1,30}$/;

/** Adds an organisation and gives its id; two of one name in a region are refused. */
export async function add(task: Task, content: OrganisationContent): Promise<string> {
  const id = task.newId();
  await task.db
    .insertInto('organisations')
    .values({ ...rowOf(content), id, retiredAt: null, createdAt: task.at, revision: 1n })
    .execute();
  await giveCode(task, id, content.region, content.code ?? null);
  task.record('organisation.add', `organisation:${id}`, said(content));
  return id;
}

/**
 * Says everything of an organisation anew, only its code stays where none is given; refuses when
 * it is not at `revision` any more.
 */
export async function change(
  task: Task,
  id: string,
  revision: bigint,
  content: OrganisationContent,
): Promise<void> {
  if (content.parent != null) await refuseCycle(task, id, content.parent);
  const code = content.code === undefined ? ((await byId(task, id))?.code ?? null) : content.code;
  await update(task, id, revision, rowOf({ ...content, code }));
  await giveCode(task, id, content.region, code);
  task.record('organisation.change', `organisation:${id}`, said({ ...content, code }));
}

/** Takes an organisation out of the lists of today; its filings stay. Null brings it back. */
export async function retire(
  task: Task,
  id: string,
  revision: bigint,
  retiredAt: string | null,
): Promise<void> {
  await update(task, id, revision, { retiredAt });
  task.record('organisation.retire', `organisation:${id}`, { retiredAt });
}

async function update(
  task: Task,
  id: string,
  revision: bigint,
  values: Partial<OrganisationRow>,
): Promise<void> {
  const { numUpdatedRows } = await task.db
    .updateTable('organisations')
    .set({ ...values, revision: revision + 1n })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StoreError('conflict', `organisation:${id}`);
}

/** Remembers a code for ever, so that an address with it never leads to another body. */
async function giveCode(
  task: Task,
  id: string,
  region: string,
  given: string | null,
): Promise<void> {
  const code = given === null ? null : codeOf(given);
  if (code === null) return;
  await task.db
    .insertInto('organisationCodes')
    .values({ region, code, organisation: id, createdAt: task.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const owner = await task.db
    .selectFrom('organisationCodes')
    .select('organisation')
    .where('region', '=', region)
    .where('code', '=', code)
    .executeTakeFirst();
  if (owner?.organisation !== id) throw new StoreError('exists', code);
}

function codeOf(given: string): string | null {
  const code = given.normalize('NFKC').trim().toUpperCase();
  if (code === '') return null;
  if (!CODE.test(code)) throw new StoreError('invalid', code.slice(0, 40));
  return code;
}

async function refuseCycle(task: Task, id: string, parent: string): Promise<void> {
  const { rows } = await sql<{ readonly id: string }>`
    WITH RECURSIVE above (id, parent) AS (
      SELECT id, parent FROM organisations WHERE id = ${parent}
      UNION SELECT o.id, o.parent FROM organisations o JOIN above a ON o.id = a.parent
    ) SELECT id FROM above WHERE id = ${id}`.execute(task.db);
  if (rows.length > 0) throw new StoreError('invalid', `organisation:${id} below itself`);
}

function rowOf(content: OrganisationContent) {
  const { region, level, name, initials, formerNames = [] } = content;
  const code = content.code == null ? null : codeOf(content.code);
  const forms = [name, ...formerNames, initials, ...(code === null ? [] : [code])].map(searchForm);
  return {
    code,
    region,
    level,
    name,
    initials,
    parent: content.parent ?? null,
    kind: content.kind ?? null,
    sector: content.sector ?? null,
    formerNames: JSON.stringify(formerNames),
    exempt: content.exempt ?? false,
    exemptReason: content.exemptReason ?? null,
    sortKey: `${searchForm(initials)} ${name}`,
    searchText: forms.join('\n'),
    grams: arrayLiteral(gramsOf(forms)),
  };
}

function said(content: OrganisationContent): Json {
  return JSON.parse(JSON.stringify(content)) as Json;
}

/** The organisation with an id. */
export async function byId(view: View, id: string): Promise<Organisation | undefined> {
  const row = await view.db
    .selectFrom('organisations')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && organisationOf(row);
}

/** The organisation that has a code in a region today, or had it once. */
export async function byRegionCode(
  view: View,
  region: string,
  given: string,
): Promise<Organisation | undefined> {
  const code = given.toUpperCase();
  if (!CODE.test(code)) return undefined;
  const row = await view.db
    .selectFrom('organisationCodes')
    .innerJoin('organisations', 'organisations.id', 'organisationCodes.organisation')
    .select(COLUMNS.map((name) => `organisations.${name}` as const))
    .where('organisationCodes.region', '=', region)
    .where('organisationCodes.code', '=', code)
    .executeTakeFirst();
  return row && organisationOf(row);
}

/** Organisations that bear a name today or bore it: whom a document may mean by it. */
export async function byName(view: View, name: string): Promise<readonly Organisation[]> {
  const form = searchForm(name);
  const rows = await view.db
    .selectFrom('organisations')
    .select(COLUMNS)
    .where(textCondition('organisations', [form]))
    .orderBy('sortKey')
    .orderBy('id')
    .execute();
  return rows
    .map(organisationOf)
    .filter((each) => [each.name, ...each.formerNames].some((one) => searchForm(one) === form));
}

/** Organisations that offices know by a code; each region has at most one of it. */
export async function byCode(view: View, code: string): Promise<readonly Organisation[]> {
  const rows = await view.db
    .selectFrom('organisations')
    .select(COLUMNS)
    .where('code', '=', code.toUpperCase())
    .orderBy('region')
    .execute();
  return rows.map(organisationOf);
}

/** The codes by which offices know bodies, of all that have one. */
export async function codes(view: View): Promise<ReadonlyMap<string, string>> {
  const rows = await view.db
    .selectFrom('organisations')
    .select(['id', 'code'])
    .where('code', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, code }) => (code === null ? [] : [[id, code] as const])));
}

/** Organisations in the order of their initials, a page at a time. */
export async function search(view: View, filter: OrganisationFilter): Promise<Page<Organisation>> {
  const limit = limitOf(filter.limit);
  let query = view.db
    .selectFrom('organisations')
    .select([...COLUMNS, 'sortKey'])
    .where(filterCondition('organisations', filter))
    .orderBy('sortKey')
    .orderBy('id')
    .limit(limit + 1);
  if (filter.after !== undefined) {
    const [sortKey, id] = keyOfCursor(filter.after, 2);
    query = query.where(sql<boolean>`(sort_key, id) > (${sortKey}, ${id}::uuid)`);
  }
  const page = pageOf(await query.execute(), limit, ({ sortKey, id }) => [sortKey, id]);
  return { ...page, items: page.items.map(({ sortKey: _, ...row }) => organisationOf(row)) };
}

/** How many organisations a filter takes. */
export async function count(view: View, filter: OrganisationFilter): Promise<number> {
  const { total } = await view.db
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .where(filterCondition('organisations', filter))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** The sectors that organisations are in: one step of the index for each. */
export async function sectors(view: View): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly sector: string }>`
    WITH RECURSIVE each (sector) AS (
      (SELECT sector FROM organisations WHERE sector IS NOT NULL ORDER BY sector LIMIT 1)
      UNION ALL
      SELECT (SELECT o.sector FROM organisations o WHERE o.sector > each.sector
        ORDER BY o.sector LIMIT 1) FROM each WHERE each.sector IS NOT NULL
    ) SELECT sector FROM each WHERE sector IS NOT NULL`.execute(view.db);
  return rows.map(({ sector }) => sector);
}

function organisationOf(row: Pick<OrganisationRow, (typeof COLUMNS)[number]>): Organisation {
  return { ...row, formerNames: parsed(row.formerNames) as readonly string[] };
}

/** The condition of a filter on the organisations of a query, by the name they have there. */
export function filterCondition(
  table: string,
  filter: Omit<OrganisationFilter, 'after' | 'limit'>,
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const parts: RawBuilder<unknown>[] = [textCondition(table, searchTerms(filter.text ?? ''))];
  if (filter.withRetired !== true) parts.push(sql`${column('retired_at')} IS NULL`);
  if (filter.region !== undefined) {
    parts.push(sql`${column('region')} IN (SELECT r.code FROM regions r, regions top
      WHERE top.code = ${filter.region} AND starts_with(r.path, top.path))`);
  }
  if (filter.among !== undefined) {
    const { among } = filter;
    parts.push(among.length === 0 ? sql`false` : sql`${column('id')} IN (${sql.join([...among])})`);
  }
  for (const key of ['sector', 'level', 'parent', 'exempt'] as const) {
    const value = filter[key];
    if (value !== undefined) parts.push(sql`${column(key)} = ${value}`);
  }
  return sql<boolean>`(${sql.join(parts, sql` AND `)})`;
}

function textCondition(table: string, terms: readonly string[]): RawBuilder<boolean> {
  if (terms.length === 0) return sql<boolean>`true`;
  const grams = arrayLiteral([...new Set(terms.flatMap(gramsWithin))]);
  const found = terms.map(
    (term) => sql`position(${term} IN ${sql.ref(`${table}.search_text`)}) > 0`,
  );
  const indexed = sql`${sql.ref(`${table}.grams`)} @> ${grams}::text[]`;
  return sql<boolean>`(${sql.join([indexed, ...found], sql` AND `)})`;
}
