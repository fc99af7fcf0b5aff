import { type Column, insertMany } from './insert-many.js';
import { sql } from './query.js';
import type { FindingRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed, sha256, storable } from './values.js';

/** A finding by its stable id, with everything else of it as JSON. */
export interface StoredFinding extends Pick<FindingRow, 'rule' | 'severity'> {
  readonly id: string;
  readonly body: Json;
}

/** Against the version before: came up, is there again, is gone. */
export interface FindingChange extends StoredFinding {
  readonly change: 'new' | 'stays' | 'gone';
}

/** In which versions of a filing a finding stood, ascending. */
export interface FindingHistory extends Pick<FindingRow, 'rule' | 'severity'> {
  readonly id: string;
  readonly versions: readonly number[];
}

/** Adds the findings of a version, in their order. */
export async function addAll(
  task: Task,
  version: string,
  findings: readonly StoredFinding[],
): Promise<void> {
  const text = (name: string, of: (finding: StoredFinding) => string): Column<StoredFinding> => {
    return { name, type: 'text', of };
  };
  await insertMany<StoredFinding>(
    task.db,
    'findings',
    [
      { name: 'version', type: 'uuid', of: () => version },
      { name: 'position', type: 'integer', of: (_, index) => index },
      text('finding', ({ id }) => id),
      text('rule', ({ rule }) => rule),
      text('severity', ({ severity }) => severity),
      text('body', ({ body }) => canonicalJson(body)),
    ],
    findings,
  );
}

/** The findings of a version, in their order. */
export async function ofVersion(view: View, version: string): Promise<readonly StoredFinding[]> {
  const rows = await view.db
    .selectFrom('findings')
    .select(['finding', 'rule', 'severity', 'body'])
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map(findingOf);
}

/**
 * What became of the findings: those of version `number` marked new or stays, then the ones of
 * `before` (the version before it unless told) that are gone. Told apart by their ids alone.
 */
export async function changes(
  view: View,
  filing: string,
  number: number,
  before: number = number - 1,
): Promise<readonly FindingChange[]> {
  const { rows } = await sql<FindingRow & Pick<FindingChange, 'change'>>`
    WITH now AS (SELECT f.* FROM findings f JOIN versions v ON v.id = f.version
                 WHERE v.filing = ${filing} AND v.number = ${number}),
         past AS (SELECT f.* FROM findings f JOIN versions v ON v.id = f.version
                  WHERE v.filing = ${filing} AND v.number = ${before})
    SELECT finding, rule, severity, body,
           CASE WHEN finding IN (SELECT finding FROM past) THEN 'stays' ELSE 'new' END AS change,
           0 AS rank, position
      FROM now
    UNION ALL
    SELECT finding, rule, severity, body, 'gone', 1, position FROM past
      WHERE finding NOT IN (SELECT finding FROM now)
    ORDER BY rank, position`.execute(view.db);
  return rows.map((row) => ({ ...findingOf(row), change: row.change }));
}

/** Every finding that any version of a filing had, as the latest of them words it, by id. */
export async function history(view: View, filing: string): Promise<readonly FindingHistory[]> {
  const { rows } = await sql<
    Pick<FindingRow, 'finding' | 'rule' | 'severity'> & {
      readonly number: number;
    }
  >`SELECT DISTINCT f.finding, f.rule, f.severity, v.number
      FROM findings f JOIN versions v ON v.id = f.version
      WHERE v.filing = ${filing} ORDER BY f.finding, v.number, f.rule, f.severity`.execute(view.db);
  const found = new Map<string, FindingHistory>();
  for (const { finding, rule, severity, number } of rows) {
    const versions = new Set([...(found.get(finding)?.versions ?? []), number]);
    found.set(finding, { id: finding, rule, severity, versions: [...versions] });
  }
  return [...found.values()];
}

/** A finding without its words, of the latest version of a filing. */
export interface FindingOfLatest extends Pick<FindingRow, 'finding' | 'rule' | 'severity'> {
  readonly filing: string;
  /** Id of the finding that it follows from. */
  readonly cause: string | null;
}

/** What was found in the latest versions of some filings, in their order. */
export async function ofLatest(
  view: View,
  filings: readonly string[],
): Promise<readonly FindingOfLatest[]> {
  if (filings.length === 0) return [];
  const { rows } = await sql<FindingOfLatest>`
    SELECT l.id AS filing, f.finding, f.rule, f.severity, f.body::json ->> 'cause' AS cause
      FROM filings l
      JOIN versions v ON v.filing = l.id AND v.number = l.latest
      JOIN findings f ON f.version = v.id
      WHERE l.id IN (${sql.join(filings.map((id) => sql`${id}::uuid`))})
      ORDER BY l.id, f.position`.execute(view.db);
  return rows;
}

function findingOf(row: Pick<FindingRow, 'finding' | 'rule' | 'severity' | 'body'>): StoredFinding {
  const { finding, rule, severity, body } = row;
  return { id: finding, rule, severity, body: parsed(body) };
}

/** The sha-256 of findings as they are kept. */
export function digestOf(findings: readonly StoredFinding[]): string {
  const lines = findings.map(({ id, rule, severity, body }) =>
    canonicalJson([storable(id), storable(rule), severity, body]),
  );
  return sha256(lines.join('\n'));
}
