import { type Column, insertMany } from './insert-many.js';
import { sql } from './query.js';
import type { FactRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed, sha256, storable } from './values.js';

/**
 * One amount or text of a version by what it is: form, side, line (its concept, or its code),
 * column concept, measure (reported, prior, budget …). Values are in 10^-8 yuan, with the
 * half-grain of their print; null for what is no amount.
 */
export interface Fact
  extends Pick<
    FactRow,
    'form' | 'side' | 'line' | 'item' | 'columnId' | 'measure' | 'value' | 'half' | 'printed'
  > {
  readonly place: Json;
}

/** What is compared across units and years. */
export type Concept = Pick<Fact, 'form' | 'line' | 'columnId' | 'measure'> &
  Partial<Pick<Fact, 'side'>>;

const COLUMNS = [
  ...(['form', 'side', 'line', 'item', 'columnId', 'measure'] as const),
  ...(['value', 'half', 'printed', 'place'] as const),
] as const;

/** Adds the facts of a version, in their order. */
export async function addAll(task: Task, version: string, facts: readonly Fact[]): Promise<void> {
  const text = (name: string, of: (fact: Fact) => string | null): Column<Fact> => {
    return { name, type: 'text', of };
  };
  await insertMany<Fact>(
    task.db,
    'facts',
    [
      { name: 'version', type: 'uuid', of: () => version },
      { name: 'position', type: 'integer', of: (_, index) => index },
      text('form', ({ form }) => form),
      text('side', ({ side }) => side),
      text('line', ({ line }) => line),
      text('item', ({ item }) => item),
      text('column_id', ({ columnId }) => columnId),
      text('measure', ({ measure }) => measure),
      { name: 'value', type: 'numeric', of: ({ value }) => value },
      { name: 'half', type: 'numeric', of: ({ half }) => half },
      text('printed', ({ printed }) => printed),
      text('place', ({ place }) => (place === null ? null : canonicalJson(place))),
    ],
    facts,
  );
}

/** The facts of a version, of one form or of all, in their order. */
export async function ofVersion(
  view: View,
  version: string,
  form?: string,
): Promise<readonly Fact[]> {
  let query = view.db
    .selectFrom('facts')
    .select(COLUMNS)
    .where('version', '=', version)
    .orderBy('position');
  if (form !== undefined) query = query.where('form', '=', form);
  return (await query.execute()).map(factOf);
}

/** A fact of one of several versions. */
export interface FactOfVersion extends Fact {
  readonly version: string;
}

/** Certain facts of many versions at once: a comparison of units and years. */
export async function compare(
  view: View,
  versions: readonly string[],
  concepts: readonly Concept[],
): Promise<readonly FactOfVersion[]> {
  if (versions.length === 0 || concepts.length === 0) return [];
  const rows = await view.db
    .selectFrom('facts')
    .select(['version', ...COLUMNS])
    .where('version', 'in', versions)
    .where((or) => or.or(concepts.map((concept) => or.and(conditions(concept)))))
    .orderBy('version')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ version: row.version, ...factOf(row) }));
}

function conditions(concept: Concept) {
  const { form, line, columnId, measure, side } = concept;
  const same = (column: string, value: string | null) =>
    value === null
      ? sql<boolean>`${sql.ref(column)} IS NULL`
      : sql<boolean>`${sql.ref(column)} = ${value}`;
  return [
    same('form', form),
    same('line', line),
    same('column_id', columnId),
    same('measure', measure),
    ...(side === undefined ? [] : [same('side', side)]),
  ];
}

function factOf(row: Pick<FactRow, (typeof COLUMNS)[number]>): Fact {
  const { form, side, line, item, columnId, measure, value, half, printed, place } = row;
  return {
    ...{ form, side, line, item, columnId, measure, value, half, printed },
    place: parsed(place),
  };
}

/** The sha-256 of facts as they are kept. */
export function digestOf(facts: readonly Fact[]): string {
  return sha256(
    facts
      .map(({ form, side, line, item, columnId, measure, value, half, printed, place }) =>
        canonicalJson([
          ...[form, side, line, item, columnId, measure, printed].map((each) =>
            each === null ? null : storable(each),
          ),
          ...[value, half].map((each) => (each === null ? null : `${each}`)),
          place,
        ]),
      )
      .join('\n'),
  );
}
