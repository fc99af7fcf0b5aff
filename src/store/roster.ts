import { sql } from './query.js';
import { PUBLISHED_ON } from './steps.js';
import type { RosterRow } from './tables.js';
import type { Task, View } from './task.js';

/** That an organisation must publish a kind of account of a year, by when; or why it need not. */
export type RosterEntry = RosterRow;

/** An entry beside what was filed for it; `filing` and what follows is null where nothing was. */
export interface RosterLine extends RosterEntry {
  readonly name: string;
  readonly region: string;
  readonly sector: string | null;
  /** Official code of the organisation. */
  readonly code: string | null;
  /** The organisation is exempt whatever the year, and why. */
  readonly alwaysExempt: boolean;
  readonly exemptReason: string | null;
  readonly filing: string | null;
  readonly state: string | null;
  readonly published: number | null;
  /** The day of its first publication; null while it is not public. */
  readonly publishedOn: string | null;
}

/** Puts an organisation on the roster, or says anew what is known of it there. */
export async function put(task: Task, entry: RosterEntry): Promise<void> {
  const { fiscalYear, kind, organisation, ...said } = entry;
  await task.db
    .insertInto('roster')
    .values(entry)
    .onConflict((conflict) =>
      conflict.columns(['fiscalYear', 'kind', 'organisation']).doUpdateSet(said),
    )
    .execute();
  task.record('roster.put', `organisation:${organisation}`, { fiscalYear, kind, ...said });
}

/** Takes an organisation off the roster of a year; not to be on it is no error. */
export async function remove(
  task: Task,
  key: Pick<RosterEntry, 'fiscalYear' | 'kind' | 'organisation'>,
): Promise<void> {
  const { numDeletedRows } = await task.db
    .deleteFrom('roster')
    .where('fiscalYear', '=', key.fiscalYear)
    .where('kind', '=', key.kind)
    .where('organisation', '=', key.organisation)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  const { fiscalYear, kind } = key;
  task.record('roster.remove', `organisation:${key.organisation}`, { fiscalYear, kind });
}

/** Entries with whose they are and what became of the filing, before any condition. */
const LINES = sql`
    SELECT l.*, o.name, o.region, o.sector, o.code, o.exempt AS always_exempt,
           o.exempt_reason, f.id AS filing, f.state, f.published,
           ${PUBLISHED_ON} AS published_on
      FROM roster l
      JOIN organisations o ON o.id = l.organisation
      LEFT JOIN filings f ON f.organisation = l.organisation
        AND f.fiscal_year = l.fiscal_year AND f.kind = l.kind`;

/** A year and kind; a region stands for all below it too. */
export interface RosterKey extends Pick<RosterEntry, 'fiscalYear' | 'kind'> {
  readonly region?: string;
}

function condition({ fiscalYear, kind, region }: RosterKey) {
  const below =
    region === undefined
      ? sql`true`
      : sql`o.region IN (SELECT r.code FROM regions r, regions top
          WHERE top.code = ${region} AND starts_with(r.path, top.path))`;
  return sql`l.fiscal_year = ${fiscalYear} AND l.kind = ${kind} AND ${below}`;
}

/** The roster of a year in the order of its organisations: all of it, or some lines of it. */
export async function ofYear(
  view: View,
  key: RosterKey,
  part: { readonly offset: number; readonly limit: number } | null = null,
): Promise<readonly RosterLine[]> {
  const limits = part === null ? sql`` : sql`LIMIT ${part.limit} OFFSET ${part.offset}`;
  const { rows } = await sql<RosterLine>`
    ${LINES} WHERE ${condition(key)} ORDER BY o.sort_key, o.id ${limits}`.execute(view.db);
  return rows;
}

/** Entries that are alike in all that tells whether they are in time, and how many they are. */
export interface RosterGroup extends Pick<RosterLine, 'region' | 'due'> {
  /** For the year or whatever the year. */
  readonly exempt: boolean;
  /** The day of their first publication. */
  readonly published: string | null;
  readonly count: number;
}

/** The same roster counted, so that ten thousand lines are a few hundred groups. */
export async function groupsOf(view: View, key: RosterKey): Promise<readonly RosterGroup[]> {
  const { rows } = await sql<Omit<RosterGroup, 'count'> & { readonly total: bigint }>`
    SELECT o.region, l.due, l.exempt OR o.exempt AS exempt,
           ${PUBLISHED_ON} AS published, count(*) AS total
      FROM roster l
      JOIN organisations o ON o.id = l.organisation
      LEFT JOIN filings f ON f.organisation = l.organisation
        AND f.fiscal_year = l.fiscal_year AND f.kind = l.kind
      WHERE ${condition(key)}
      GROUP BY 1, 2, 3, 4`.execute(view.db);
  return rows.map(({ total, ...group }) => ({ ...group, count: Number(total) }));
}

/** The entry of one organisation for a year and kind. */
export async function ofOrganisation(
  view: View,
  key: Pick<RosterEntry, 'fiscalYear' | 'kind' | 'organisation'>,
): Promise<RosterLine | undefined> {
  const { rows } = await sql<RosterLine>`
    ${LINES}
      WHERE l.organisation = ${key.organisation} AND l.fiscal_year = ${key.fiscalYear}
        AND l.kind = ${key.kind}`.execute(view.db);
  return rows[0];
}
