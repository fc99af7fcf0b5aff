import { sql } from './query.js';
import type { View } from './task.js';

/** What lists tell of a filing besides its state. */
export interface LastChange {
  readonly filing: string;
  /** When a version came or a step was taken last; when it was begun where neither was. */
  readonly changedAt: string;
  /** The last day to publish; null where none is known. */
  readonly due: string | null;
}

/** When filings were last changed and are due, by their ids. */
export async function lastChanges(
  view: View,
  filings: readonly string[],
): Promise<ReadonlyMap<string, LastChange>> {
  if (filings.length === 0) return new Map();
  const { rows } = await sql<LastChange>`
    SELECT f.id AS filing, r.due, GREATEST(f.created_at,
        (SELECT v.created_at FROM versions v WHERE v.filing = f.id AND v.number = f.latest),
        (SELECT max(s.at) FROM steps s WHERE s.filing = f.id)) AS changed_at
      FROM filings f LEFT JOIN roster r ON r.organisation = f.organisation
        AND r.fiscal_year = f.fiscal_year AND r.kind = f.kind
      WHERE f.id IN (${sql.join(filings)})`.execute(view.db);
  return new Map(rows.map((row) => [row.filing, row]));
}
