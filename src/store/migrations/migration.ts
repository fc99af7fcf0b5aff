/** One step forward of the schema, done whole or not at all; there is no way back but a backup. */
export interface Migration {
  /** Never changed once released: the database remembers it. */
  readonly name: string;
  /** Only what PostgreSQL 15 understands. */
  readonly statements: readonly string[];
}

/** Makes tables refuse updates, deletions and truncation. */
export function sealed(...tables: readonly string[]): readonly string[] {
  return tables.map(
    (table) => `CREATE TRIGGER ${table}_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
}
