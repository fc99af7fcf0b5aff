import { type Kysely, type RawBuilder, sql } from './query.js';
import type { Tables } from './tables.js';
import { arrayLiteral } from './values.js';

/** A row as texts, as PostgreSQL prints each type; bytes in base64. */
export type TextRow = readonly (string | null)[];

/** A column of the database as it is. */
export interface ColumnType {
  readonly name: string;
  readonly type: string;
}

/** Rows fetched at a time where a row may be large: whole readings, parts of files, drafts. */
const LARGE_ROWS: Readonly<Record<string, number>> = { versions: 4, file_parts: 8, drafts: 4 };
const FETCH = 500;

/** The columns of a table in the order they were made. */
export async function columnsOf(db: Kysely<Tables>, table: string): Promise<readonly ColumnType[]> {
  const { rows } = await sql<ColumnType>`
    SELECT attname::text AS name, format_type(atttypid, atttypmod) AS type
      FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped
      ORDER BY attnum`.execute(db);
  return rows;
}

/** All rows of a table in the order of its key, a few at a time; needs a transaction. */
export async function* readRows(
  db: Kysely<Tables>,
  table: string,
  columns: readonly ColumnType[],
): AsyncGenerator<TextRow> {
  const texts = columns.map(({ name, type }) =>
    type === 'bytea'
      ? sql`replace(encode(${sql.ref(name)}, 'base64'), chr(10), '')`
      : sql`${sql.ref(name)}::text`,
  );
  await sql`DECLARE rows_of_table NO SCROLL CURSOR FOR
    SELECT ${sql.join(texts.map((text, index) => sql`${text} AS ${sql.ref(`c_${index}`)}`))}
      FROM ${sql.ref(table)} ORDER BY ${await orderOf(db, table, columns)}`.execute(db);
  const fetch = sql.raw<Record<string, string | null>>(
    `FETCH ${LARGE_ROWS[table] ?? FETCH} FROM rows_of_table`,
  );
  for (;;) {
    const { rows } = await fetch.execute(db);
    if (rows.length === 0) break;
    for (const row of rows) yield Object.values(row);
  }
  await sql`CLOSE rows_of_table`.execute(db);
}

/** The primary key, or all columns: the same rows are always in the same order. */
async function orderOf(
  db: Kysely<Tables>,
  table: string,
  columns: readonly ColumnType[],
): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ readonly name: string }>`
    SELECT a.attname::text AS name
      FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (number, place), pg_attribute a
      WHERE i.indrelid = ${table}::regclass AND i.indisprimary
        AND a.attrelid = i.indrelid AND a.attnum = k.number
      ORDER BY k.place`.execute(db);
  const names = (rows.length > 0 ? rows : columns).map(({ name }) => sql.ref(name));
  return sql.join(names);
}

/** Puts rows into a table as they were read. */
export async function writeRows(
  db: Kysely<Tables>,
  table: string,
  columns: readonly ColumnType[],
  rows: readonly TextRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = columns.map(({ type }, index) =>
    type === 'bytea'
      ? sql`decode(${sql.ref(`c_${index}`)}, 'base64')`
      : sql`${sql.ref(`c_${index}`)}::${sql.raw(type)}`,
  );
  const arrays = columns.map((_, index) => {
    return sql`${arrayLiteral(rows.map((row) => row[index] ?? null))}::text[]`;
  });
  const names = columns.map((_, index) => sql.ref(`c_${index}`));
  await sql`INSERT INTO ${sql.ref(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    SELECT ${sql.join(values)} FROM unnest(${sql.join(arrays)}) AS t (${sql.join(names)})`.execute(
    db,
  );
}
