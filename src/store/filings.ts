import { StoreError } from './errors.js';
import type { FilingRow } from './tables.js';
import type { Task, View } from './task.js';

/**
 * What one organisation files for one year: its versions, its state in the workflow, and the
 * version that everybody may read. `revision` grows with each step and each version.
 */
export type Filing = FilingRow;

/** The filing of an organisation, year and kind: the one that is there, or a new one. */
export async function ensure(
  task: Task,
  key: Pick<Filing, 'organisation' | 'fiscalYear' | 'kind'>,
  state = 'draft',
): Promise<Filing> {
  const id = task.newId();
  const row = await task.db
    .insertInto('filings')
    .values({
      ...{ id, ...key, state, latest: 0, published: null, publishedAt: null },
      ...{ revision: 1n, createdAt: task.at },
    })
    .onConflict((conflict) => conflict.columns(['organisation', 'fiscalYear', 'kind']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) {
    task.record('filing.add', `filing:${id}`, { ...key, state });
    return row;
  }
  const there = await byKey(task, key);
  // Deleted between the two statements: filings never are.
  if (there === undefined) throw new StoreError('missing', `filing of ${key.organisation}`);
  return there;
}

/** The filing with an id. */
export function byId(view: View, id: string): Promise<Filing | undefined> {
  return view.db.selectFrom('filings').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Keeps a filing from being changed by others until the transaction ends. */
export async function hold(task: Task, id: string): Promise<Filing> {
  const row = await task.db
    .selectFrom('filings')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('missing', `filing:${id}`);
  return row;
}

/** The filing of an organisation, year and kind. */
export function byKey(
  view: View,
  key: Pick<Filing, 'organisation' | 'fiscalYear' | 'kind'>,
): Promise<Filing | undefined> {
  return view.db
    .selectFrom('filings')
    .selectAll()
    .where('organisation', '=', key.organisation)
    .where('fiscalYear', '=', key.fiscalYear)
    .where('kind', '=', key.kind)
    .executeTakeFirst();
}

/** The years of which organisations have something of a kind published, the latest first. */
export async function publishedYears(
  view: View,
  organisations: readonly string[],
  kind: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (organisations.length === 0) return new Map();
  const rows = await view.db
    .selectFrom('filings')
    .select(['organisation', 'fiscalYear'])
    .where('organisation', 'in', organisations)
    .where('kind', '=', kind)
    .where('published', 'is not', null)
    .orderBy('fiscalYear', 'desc')
    .execute();
  const years = new Map<string, number[]>();
  for (const { organisation, fiscalYear } of rows) {
    years.set(organisation, [...(years.get(organisation) ?? []), fiscalYear]);
  }
  return years;
}

/** The filings of an organisation, the latest year first. */
export function ofOrganisation(view: View, organisation: string): Promise<readonly Filing[]> {
  return view.db
    .selectFrom('filings')
    .selectAll()
    .where('organisation', '=', organisation)
    .orderBy('fiscalYear', 'desc')
    .orderBy('kind')
    .execute();
}
