import pg from 'pg';
import { type Engine, SESSION_SETTINGS, TYPES } from './engine.js';
import { discreet, StoreError, translated } from './errors.js';
import type { PostgresPool } from './query.js';
import { instantText, storable } from './values.js';

/** 15.0 as the server numbers its versions. */
const OLDEST = 150_000;

const PARSERS = new Map<number, (text: string) => unknown>([
  [TYPES.bigint, BigInt],
  [TYPES.numeric, BigInt],
  [TYPES.date, String],
  [TYPES.instant, instantText],
]);

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    return (
      (format === 'binary' ? undefined : PARSERS.get(id)) ?? pg.types.getTypeParser(id, format)
    );
  },
};

/** A pool of connections to a PostgreSQL server; throws `StoreError` where it cannot be used. */
export async function connectServer(url: string, connections: number): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: types as pg.CustomTypesConfig,
    application_name: 'mingzhang',
    connectionTimeoutMillis: 15_000,
    onConnect: async (client) => {
      // Without a listener a connection that breaks inside a transaction ends the process; its
      // query fails anyway, and the pool drops it when it comes back.
      client.on('error', () => undefined);
      await client.query(SESSION_SETTINGS.join(';'));
    },
  });
  // One that breaks while nobody uses it is replaced by the next; nobody has to know.
  pool.on('error', () => undefined);
  try {
    const { rows } = await pool.query(
      "SELECT current_setting('server_version_num')::int AS number",
    );
    const number = rows[0]?.number as number;
    if (number < OLDEST) throw new StoreError('older-server', String(Math.floor(number / 10_000)));
  } catch (error) {
    await pool.end();
    throw translated(error);
  }
  return { kind: 'server', pool: guarded(pool), release: async () => undefined };
}

/** The pool as Kysely takes it; texts pass the same filter as on the other engine. */
function guarded(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: (async (text: string, values: readonly unknown[]) => {
          const kept = values.map((value) => (typeof value === 'string' ? storable(value) : value));
          return client.query(text, kept).catch((error: unknown) => {
            throw discreet(error);
          });
        }) as never,
        release: () => client.release(),
      };
    },
    end: () => pool.end(),
  };
}
