import { SCHEMA } from './engine.js';
import { StoreError } from './errors.js';
import { MIGRATIONS } from './migrations/catalogue.js';
import { type Kysely, sql } from './query.js';
import type { Tables } from './tables.js';

/** Any number that nobody else takes for an advisory lock of the same database. */
const LOCK = 6_514_709_331n;

type Db = Kysely<Tables>;

/** Brings the schema up to this program's, each step in a transaction of its own. */
export async function migrate(db: Db): Promise<void> {
  while (await db.transaction().execute((step) => migrateOnce(step, MIGRATIONS.length)));
}

/** One step towards `target` migrations; false when there is none left. Needs a transaction. */
export async function migrateOnce(db: Db, target: number): Promise<boolean> {
  // Two servers that start together take turns; the second finds everything done.
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(Number(LOCK))})`.execute(db);
  await sql`CREATE SCHEMA IF NOT EXISTS ${sql.ref(SCHEMA)}`.execute(db);
  await sql`CREATE TABLE IF NOT EXISTS migrations (
    number integer PRIMARY KEY, name text NOT NULL UNIQUE
  )`.execute(db);
  const applied = await appliedMigrations(db);
  const stranger = applied.find((name, index) => MIGRATIONS[index]?.name !== name);
  if (stranger !== undefined) throw new StoreError('newer-schema', stranger);
  const next = MIGRATIONS[applied.length];
  if (next === undefined || applied.length >= target) return false;
  for (const statement of next.statements) await sql.raw(statement).execute(db);
  await sql`INSERT INTO migrations (number, name)
    VALUES (${applied.length + 1}::int, ${next.name})`.execute(db);
  return true;
}

/** Names of the migrations that the database has, in order. */
export async function appliedMigrations(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{
    readonly name: string;
  }>`SELECT name FROM migrations ORDER BY number`.execute(db);
  return rows.map(({ name }) => name);
}
