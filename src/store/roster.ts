import { sql } from './query.js';
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
  readonly publishedAt: string | null;
  /** When it was first read by everybody; null while it is not. */
  readonly firstPublished: string | null;
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
           o.exempt_reason, f.id AS filing, f.state, f.published, f.published_at,
           CASE WHEN f.published IS NOT NULL THEN (SELECT min(s.at) FROM steps s
             WHERE s.filing = f.id AND s.to_state = 'published') END AS first_published
      FROM roster l
      JOIN organisations o ON o.id = l.organisation
      LEFT JOIN filings f ON f.organisation = l.organisation
        AND f.fiscal_year = l.fiscal_year AND f.kind = l.kind`;

/** The roster of a year and kind, of a region and all below it where one is given. */
export async function ofYear(
  view: View,
  key: Pick<RosterEntry, 'fiscalYear' | 'kind'> & { readonly region?: string },
): Promise<readonly RosterLine[]> {
  const below =
    key.region === undefined
      ? sql`true`
      : sql`o.region IN (SELECT r.code FROM regions r, regions top
          WHERE top.code = ${key.region} AND starts_with(r.path, top.path))`;
  const { rows } = await sql<RosterLine>`
    ${LINES}
      WHERE l.fiscal_year = ${key.fiscalYear} AND l.kind = ${key.kind} AND ${below}
      ORDER BY o.sort_key, o.id`.execute(view.db);
  return rows;
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
