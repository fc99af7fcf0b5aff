import { StoreError } from './errors.js';
import type { WaiverRow } from './tables.js';
import type { Task, View } from './task.js';

/** A finding of a filing that somebody lets pass: who, why, and to which day (null: no end). */
export type Waiver = WaiverRow;

/** Waives a finding and gives the id; a finding is waived once at a time. */
export async function add(
  task: Task,
  content: Pick<Waiver, 'filing' | 'finding' | 'reason' | 'until'>,
): Promise<string> {
  const id = task.newId();
  const { filing, ...said } = content;
  await task.db
    .insertInto('waivers')
    .values({
      ...{ id, filing, ...said, createdAt: task.at, createdBy: task.actor },
      ...{ withdrawnAt: null, withdrawnBy: null },
    })
    .execute();
  task.record('waiver.add', `filing:${filing}`, { waiver: id, ...said });
  return id;
}

/** Takes a waiver back; it stays on record. */
export async function withdraw(task: Task, id: string): Promise<void> {
  const row = await task.db
    .updateTable('waivers')
    .set({ withdrawnAt: task.at, withdrawnBy: task.actor })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning(['filing', 'finding'])
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('missing', `waiver:${id}`);
  task.record('waiver.withdraw', `filing:${row.filing}`, { waiver: id, finding: row.finding });
}

/** The waivers of a filing, withdrawn and expired ones too, in the order they were given. */
export function ofFiling(view: View, filing: string): Promise<readonly Waiver[]> {
  return view.db
    .selectFrom('waivers')
    .selectAll()
    .where('filing', '=', filing)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** The waivers of a filing that hold on a day (ISO date), that day included. */
export function inForce(view: View, filing: string, day: string): Promise<readonly Waiver[]> {
  return inForceAmong(view, [filing], day);
}

/** The same of some filings. */
export async function inForceAmong(
  view: View,
  filings: readonly string[],
  day: string,
): Promise<readonly Waiver[]> {
  if (filings.length === 0) return [];
  return view.db
    .selectFrom('waivers')
    .selectAll()
    .where('filing', 'in', filings)
    .where('withdrawnAt', 'is', null)
    .where((or) => or.or([or('until', 'is', null), or('until', '>=', day)]))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
