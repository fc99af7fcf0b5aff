/** The one door to Kysely: a typed builder of SQL, and nothing of it but what this room uses. */
export type { Generated, PostgresPool, PostgresPoolClient, RawBuilder, Transaction } from 'kysely';
export { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
