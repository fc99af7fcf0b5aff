import * as audit from './audit.js';
import {
  type BackupEnd,
  type BackupHead,
  type BackupLine,
  isRow,
  readBackup,
  writeBackup,
} from './backup-file.js';
import { SCHEMA } from './engine.js';
import { StoreError, translated } from './errors.js';
import * as files from './files.js';
import { appliedMigrations, migrateOnce } from './migrate.js';
import { MIGRATIONS } from './migrations/catalogue.js';
import { databaseOf, openEngine, type Store, type Target } from './open.js';
import { type Kysely, sql } from './query.js';
import { type ColumnType, columnsOf, readRows, type TextRow, writeRows } from './table-rows.js';
import { TABLE_NAMES, type Tables } from './tables.js';
import type { View } from './task.js';
import * as versions from './versions.js';

/** Whoever was logged in when the backup was made is not logged in after it is restored. */
const LEFT_OUT: ReadonlySet<string> = new Set(['sessions']);

/** Characters of rows that are put into a table at a time. */
const BATCH_TEXT = 4_000_000;
const BATCH_ROWS = 1_000;

/**
 * Writes all of one moment into a file that either engine restores; others go on reading and, on a
 * server, writing meanwhile. The file appears whole or not at all.
 */
export function backup(store: Store, file: string, madeAt: string): Promise<BackupEnd> {
  return store.snapshot(async ({ db }) => {
    const migrations = await appliedMigrations(db);
    const head: BackupHead = { schema: 'mingzhang/backup@1', migrations, madeAt };
    return writeBackup(file, head, linesOf(db));
  });
}

async function* linesOf(db: Kysely<Tables>): AsyncGenerator<BackupLine> {
  for (const table of TABLE_NAMES) {
    if (LEFT_OUT.has(table)) continue;
    const columns = await columnsOf(db, table);
    yield { table, columns: columns.map(({ name }) => name) };
    yield* readRows(db, table, columns);
  }
}

/**
 * Puts a backup into a store that holds nothing, and brings it up to this program's tables; all of
 * it or nothing. The file's checksum, the audit trail, every file's and every version's digest are
 * verified. Throws `StoreError` missing, no-backup, bad-backup, newer-schema or not-empty.
 */
export async function restore(file: string, target: Target): Promise<BackupEnd> {
  // Once through before anything is touched.
  const seen = await readBackup(file, {
    head: async ({ migrations }) => refuseNewer(migrations),
    line: async () => undefined,
  });
  const engine = await openEngine(target);
  const db = databaseOf(engine);
  try {
    await db.transaction().execute(async (step) => {
      await clear(step, 'data' in target ? target.data : 'PostgreSQL');
      const end = await load(step, file);
      if (end.sha256 !== seen.sha256) throw new StoreError('bad-backup', `${file}: changed`);
      while (await migrateOnce(step, MIGRATIONS.length));
      await verify({ db: step }, file);
    });
    await sql.raw(`ANALYZE ${TABLE_NAMES.join(', ')}`).execute(db);
    return seen;
  } catch (error) {
    throw translated(error);
  } finally {
    await db.destroy();
    await engine.release();
  }
}

function refuseNewer(migrations: readonly string[]): void {
  const stranger = migrations.find((name, index) => MIGRATIONS[index]?.name !== name);
  if (stranger !== undefined) throw new StoreError('newer-schema', stranger);
}

/** Refuses unless our tables are empty or not there, and removes them. */
async function clear(db: Kysely<Tables>, where: string): Promise<void> {
  const { rows } = await sql<{ readonly name: string }>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = ${SCHEMA}`.execute(db);
  for (const { name } of rows) {
    if (name === 'migrations') continue;
    const found = await sql`SELECT 1 FROM ${sql.ref(`${SCHEMA}.${name}`)} LIMIT 1`.execute(db);
    if (found.rows.length > 0) throw new StoreError('not-empty', where);
  }
  await sql`DROP SCHEMA IF EXISTS ${sql.ref(SCHEMA)} CASCADE`.execute(db);
}

/** Makes the tables that the backup was made of and fills them. */
async function load(db: Kysely<Tables>, file: string): Promise<BackupEnd> {
  let table = '';
  let columns: readonly ColumnType[] = [];
  let rows: TextRow[] = [];
  let size = 0;
  const flush = async () => {
    await writeRows(db, table, columns, rows);
    rows = [];
    size = 0;
  };
  const end = await readBackup(file, {
    head: async ({ migrations }) => {
      while (await migrateOnce(db, migrations.length));
      await sql`SET CONSTRAINTS ALL DEFERRED`.execute(db);
    },
    line: async (line) => {
      if (!isRow(line)) {
        await flush();
        table = knownTable(line.table, file);
        const there = await columnsOf(db, table);
        columns = line.columns.map((name) => there.find((each) => each.name === name)!);
        if (columns.includes(undefined as never)) throw new StoreError('bad-backup', table);
        return;
      }
      rows.push(line);
      size += line.reduce((sum, text) => sum + (text?.length ?? 0), 0);
      if (size > BATCH_TEXT || rows.length >= BATCH_ROWS) await flush();
    },
  });
  await flush();
  await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(db);
  return end;
}

function knownTable(name: string, file: string): string {
  if (TABLE_NAMES.some((known) => known === name)) return name;
  throw new StoreError('bad-backup', `${file}: ${name}`);
}

async function verify(view: View, file: string): Promise<void> {
  const trail = await audit.verify(view);
  if (!trail.whole) throw new StoreError('bad-backup', `${file}: audit ${trail.number}`);
  const stored = await view.db.selectFrom('files').select('sha256').execute();
  for (const { sha256 } of stored) {
    if (!(await files.isIntact(view, sha256))) {
      throw new StoreError('bad-backup', `${file}: file ${sha256}`);
    }
  }
  const kept = await view.db.selectFrom('versions').select('id').execute();
  for (const { id } of kept) {
    if (!(await versions.digestHolds(view, id))) {
      throw new StoreError('bad-backup', `${file}: version ${id}`);
    }
  }
}
