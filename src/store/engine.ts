import type { PostgresPool } from './query.js';

/** Tables live in a schema of their own, so a shared database stays tidy. */
export const SCHEMA = 'mingzhang';

/** What each new connection is told; the rest of the room relies on it. */
export const SESSION_SETTINGS = [
  `SET search_path TO ${SCHEMA}`,
  "SET timezone TO 'UTC'",
  "SET bytea_output TO 'hex'",
  // Compiling a query takes longer than any of ours runs.
  'SET jit TO off',
];

/** A database behind Kysely's pool: PGlite in this process, or a server. */
export interface Engine {
  readonly kind: 'embedded' | 'server';
  readonly pool: PostgresPool;
  /** Ends what the pool does not: the lock of the directory. */
  release(): Promise<void>;
}

/** Types of PostgreSQL by number, as both drivers know them. */
export const TYPES = { bytes: 17, bigint: 20, numeric: 1700, date: 1082, instant: 1184 } as const;
