import { sql } from './query.js';
import type { View } from './task.js';

/** What stands above an organisation: the ones that it is part of, and the regions of its place. */
export interface Lineage {
  /** From its parent upwards. */
  readonly above: readonly string[];
  /** Bureaus of its region and of every region that this one is part of. */
  readonly bureaus: readonly string[];
}

/** The lineage of an organisation; undefined where there is none of this id. */
export async function lineageOf(view: View, organisation: string): Promise<Lineage | undefined> {
  const { rows } = await sql<{ readonly id: string; readonly depth: number | null }>`
    WITH RECURSIVE chain (id, parent, depth) AS (
      SELECT id, parent, 0 FROM organisations WHERE id = ${organisation}
      UNION ALL
      SELECT o.id, o.parent, c.depth + 1 FROM organisations o JOIN chain c ON o.id = c.parent
    )
    SELECT id, depth FROM chain
    UNION ALL
    SELECT b.id, NULL FROM organisations b
      JOIN regions there ON there.code = b.region
      JOIN organisations o ON o.id = ${organisation}
      JOIN regions own ON own.code = o.region
      WHERE b.level = 'bureau' AND starts_with(own.path, there.path)
    ORDER BY depth`.execute(view.db);
  if (rows.length === 0) return undefined;
  return {
    above: rows.flatMap(({ id, depth }) => (depth === null || depth === 0 ? [] : [id])),
    bureaus: rows.flatMap(({ id, depth }) => (depth === null ? [id] : [])),
  };
}

/** All organisations below some: what is part of them and, for bureaus, what is in their region. */
export async function below(
  view: View,
  organisations: readonly string[],
): Promise<readonly string[]> {
  if (organisations.length === 0) return [];
  const given = sql.join(organisations.map((id) => sql`${id}::uuid`));
  const { rows } = await sql<{ readonly id: string }>`
    WITH RECURSIVE tree (id) AS (
      SELECT id FROM organisations WHERE parent IN (${given})
      UNION
      SELECT o.id FROM organisations o JOIN tree t ON o.parent = t.id
    )
    SELECT id FROM tree
    UNION
    SELECT o.id FROM organisations b
      JOIN regions there ON there.code = b.region
      JOIN regions own ON starts_with(own.path, there.path)
      JOIN organisations o ON o.region = own.code
      WHERE b.id IN (${given}) AND b.level = 'bureau'
    ORDER BY id`.execute(view.db);
  return rows.map(({ id }) => id);
}
