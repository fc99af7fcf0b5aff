import { filterCondition, type OrganisationFilter } from './organisations.js';
import { keyOfCursor, limitOf, type Page, pageOf } from './pages.js';
import { type RawBuilder, sql } from './query.js';
import { PUBLISHED_ON } from './steps.js';
import type { FilingRow, OrganisationRow, VersionRow } from './tables.js';
import type { View } from './task.js';
import { type Json, parsed } from './values.js';

/** A filing beside its organisation, and the summary of the version that was asked for. */
export interface UnitYear
  extends Pick<
      OrganisationRow,
      'code' | 'name' | 'region' | 'sector' | 'level' | 'kind' | 'initials' | 'parent'
    >,
    Pick<FilingRow, 'state' | 'latest' | 'published' | 'fiscalYear'> {
  readonly filing: string;
  readonly organisation: string;
  readonly filingKind: string;
  /** The day of its first publication; null while it is not public. */
  readonly publishedOn: string | null;
  /** Of the published version, or of the latest where unpublished ones were asked for. */
  readonly version: string | null;
  readonly edition: string | null;
  readonly summary: Json;
}

/** Which filings: those of organisations that a filter takes, of years, states, kinds. */
export interface UnitYearFilter extends OrganisationFilter {
  /** Only what everybody may read. */
  readonly published: boolean;
  readonly fiscalYear?: number;
  readonly filingKind?: string;
  readonly state?: string;
  /** Only these organisations, as for somebody with rights in a few. */
  readonly organisations?: readonly string[];
  /** Whose latest version has a finding of this severity. */
  readonly severity?: 'error' | 'warning';
  /** In one of these states, of organisations that are told with it (null: all): what waits. */
  readonly waiting?: readonly {
    readonly states: readonly string[];
    readonly organisations: readonly string[] | null;
  }[];
}

type Row = Omit<UnitYear, 'summary'> &
  Pick<OrganisationRow, 'sortKey'> & { readonly summary: VersionRow['summary'] | null };

/** Filings in the order of their organisations, the latest year first, a page at a time. */
export async function search(view: View, filter: UnitYearFilter): Promise<Page<UnitYear>> {
  const limit = limitOf(filter.limit);
  const { rows } = await sql<Row>`
    SELECT page.*, v.id AS version, v.edition, v.summary FROM (
      SELECT f.id AS filing, f.kind AS filing_kind, f.fiscal_year, f.state, f.latest, f.published,
             ${PUBLISHED_ON} AS published_on, o.id AS organisation, o.code,
             o.name, o.region, o.sector, o.level, o.kind,
             o.initials, o.parent, o.sort_key
        FROM organisations o JOIN filings f ON f.organisation = o.id
        WHERE ${conditions(filter)} AND ${afterCursor(filter.after)}
        ORDER BY o.sort_key, o.id, f.fiscal_year DESC, f.kind
        LIMIT ${limit + 1}
    ) page
    LEFT JOIN versions v ON v.filing = page.filing
      AND v.number = ${filter.published ? sql`page.published` : sql`page.latest`}
    ORDER BY page.sort_key, page.organisation, page.fiscal_year DESC, page.filing_kind`.execute(
    view.db,
  );
  const page = pageOf(rows, limit, (row) => [
    ...[row.sortKey, row.organisation],
    ...[row.fiscalYear, row.filingKind],
  ]);
  return {
    next: page.next,
    items: page.items.map(({ sortKey: _, ...row }) => ({ ...row, summary: parsed(row.summary) })),
  };
}

/** How many filings a filter takes. */
export async function count(view: View, filter: UnitYearFilter): Promise<number> {
  const { rows } = await sql<{ readonly total: bigint }>`
    SELECT count(*) AS total FROM organisations o JOIN filings f ON f.organisation = o.id
      WHERE ${conditions(filter)}`.execute(view.db);
  return Number(rows[0]?.total ?? 0n);
}

/** How many filings a filter takes in each of a year, a region, a sector, a state. */
export async function countBy(
  view: View,
  filter: UnitYearFilter,
  by: 'fiscalYear' | 'region' | 'sector' | 'state',
): Promise<readonly { readonly key: string | null; readonly count: number }[]> {
  const column = {
    fiscalYear: sql`f.fiscal_year::text`,
    region: sql`o.region`,
    sector: sql`o.sector`,
    state: sql`f.state`,
  }[by];
  const { rows } = await sql<{ readonly key: string | null; readonly total: bigint }>`
    SELECT ${column} COLLATE "C" AS key, count(*) AS total
      FROM organisations o JOIN filings f ON f.organisation = o.id
      WHERE ${conditions(filter)} GROUP BY 1 ORDER BY 1`.execute(view.db);
  return rows.map(({ key, total }) => ({ key, count: Number(total) }));
}

function conditions(filter: UnitYearFilter): RawBuilder<boolean> {
  // A body that was dissolved did publish; its years stay.
  const parts: RawBuilder<unknown>[] = [filterCondition('o', { ...filter, withRetired: true })];
  if (filter.published) parts.push(sql`f.published IS NOT NULL`);
  if (filter.fiscalYear !== undefined) parts.push(sql`f.fiscal_year = ${filter.fiscalYear}`);
  if (filter.filingKind !== undefined) parts.push(sql`f.kind = ${filter.filingKind}`);
  if (filter.state !== undefined) parts.push(sql`f.state = ${filter.state}`);
  if (filter.organisations !== undefined) parts.push(among(filter.organisations));
  if (filter.severity !== undefined) {
    parts.push(sql`EXISTS (SELECT 1 FROM versions w JOIN findings n ON n.version = w.id
      WHERE w.filing = f.id AND w.number = f.latest AND n.severity = ${filter.severity})`);
  }
  if (filter.waiting !== undefined) {
    const each = filter.waiting
      .filter(({ states }) => states.length > 0)
      .map(({ states, organisations }) => {
        const where = organisations === null ? sql`true` : among(organisations);
        return sql`(f.state IN (${sql.join([...states])}) AND ${where})`;
      });
    parts.push(each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` OR `)})`);
  }
  return sql<boolean>`(${sql.join(parts, sql` AND `)})`;
}

function among(organisations: readonly string[]): RawBuilder<unknown> {
  return organisations.length === 0 ? sql`false` : sql`o.id IN (${sql.join([...organisations])})`;
}

function afterCursor(cursor: string | undefined): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [key, id, year, kind] = keyOfCursor(cursor, 4);
  const here = sql`(${key}, ${id}::uuid)`;
  return sql<boolean>`((o.sort_key, o.id) >= ${here} AND ((o.sort_key, o.id) > ${here}
    OR f.fiscal_year < ${year} OR (f.fiscal_year = ${year} AND f.kind > ${kind})))`;
}
