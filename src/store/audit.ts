import { type Kysely, sql } from './query.js';
import type { AuditRow, Tables } from './tables.js';
import type { View } from './task.js';
import { canonicalJson, type Json, parsed, sha256, storable } from './values.js';

/** The last thing that was done, of all but some kinds of things; 0 where there is none. */
export async function lastBut(view: View, actions: readonly string[]): Promise<bigint> {
  const row = await view.db
    .selectFrom('audit')
    .select('number')
    .where('action', 'not in', actions)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0n;
}

/** Taken last in a transaction and held to its end, so that the chain never forks. */
const LOCK = 6_514_709_332;

/** What stands before the first row. */
const GENESIS = '0'.repeat(64);

/** A row that will be appended when the transaction ends. */
export interface Entry {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly details: Json;
}

/** A row of the trail. `hash` covers all the rest of it, `previous` ties it to the one before. */
export interface TrailEntry extends Entry {
  readonly number: bigint;
  readonly previous: string;
  readonly hash: string;
}

/** The end of the chain; whoever keeps it elsewhere can tell later that nothing was cut off. */
export interface TrailHead {
  readonly number: bigint;
  readonly hash: string;
}

/** What is wrong with the first bad row: changed, not tied to its neighbour, or gone. */
export type TrailVerdict =
  | { readonly whole: true; readonly head: TrailHead }
  | {
      readonly whole: false;
      readonly number: bigint;
      readonly why: 'changed' | 'unlinked' | 'missing';
    };

type Unsigned = Omit<AuditRow, 'hash'>;

/** The sha-256 of a row: of the canonical JSON of all the rest of it, in order. */
export function hashOf(row: Unsigned): string {
  const { number, at, actor, action, object, details, previous } = row;
  return sha256(canonicalJson([`${number}`, at, actor, action, object, details, previous]));
}

/** Appends rows in order, inside the transaction whose deeds they record. */
export async function append(db: Kysely<Tables>, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(db);
  let last = await headOf(db);
  const rows: AuditRow[] = [];
  for (const entry of entries) {
    const row: Unsigned = {
      number: last.number + 1n,
      at: entry.at,
      actor: storable(entry.actor),
      action: storable(entry.action),
      object: storable(entry.object),
      details: canonicalJson(entry.details),
      previous: last.hash,
    };
    const hash = hashOf(row);
    rows.push({ ...row, hash });
    last = { number: row.number, hash };
  }
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto('audit')
      .values(rows.slice(from, from + 500))
      .execute();
  }
}

async function headOf(db: Kysely<Tables>): Promise<TrailHead> {
  const row = await db
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { number: 0n, hash: GENESIS };
}

/** The last row's number and hash; number 0 while the trail is empty. */
export function head(view: View): Promise<TrailHead> {
  return headOf(view.db);
}

/** Rows of one object or of everything, newest first; `before` is the number to go on from. */
export async function list(
  view: View,
  filter: { readonly object?: string; readonly before?: bigint; readonly limit: number },
): Promise<readonly TrailEntry[]> {
  let query = view.db.selectFrom('audit').selectAll().orderBy('number', 'desc');
  if (filter.object !== undefined) query = query.where('object', '=', filter.object);
  if (filter.before !== undefined) query = query.where('number', '<', filter.before);
  const rows = await query.limit(filter.limit).execute();
  return rows.map((row) => ({ ...row, details: parsed(row.details) }));
}

/**
 * Recomputes the whole chain and names the first row that is not what it was. Rows cut off at the
 * end show only against a head that was kept elsewhere.
 */
export async function verify(view: View, known?: TrailHead): Promise<TrailVerdict> {
  let last: TrailHead = { number: 0n, hash: GENESIS };
  for (;;) {
    const rows = await view.db
      .selectFrom('audit')
      .selectAll()
      .where('number', '>', last.number)
      .orderBy('number')
      .limit(1000)
      .execute();
    for (const row of rows) {
      const why = faultOf(row, last);
      if (why !== null) return { whole: false, number: last.number + 1n, why };
      last = { number: row.number, hash: row.hash };
      if (known?.number === last.number && known.hash !== last.hash) {
        return { whole: false, number: last.number, why: 'changed' };
      }
    }
    if (rows.length < 1000) break;
  }
  if (known !== undefined && known.number > last.number) {
    return { whole: false, number: last.number + 1n, why: 'missing' };
  }
  return { whole: true, head: last };
}

function faultOf(row: AuditRow, last: TrailHead): 'changed' | 'unlinked' | 'missing' | null {
  if (row.number !== last.number + 1n) return 'missing';
  if (row.previous !== last.hash) return 'unlinked';
  return hashOf(row) === row.hash ? null : 'changed';
}
