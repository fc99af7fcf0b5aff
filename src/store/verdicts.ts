import { StoreError } from './errors.js';
import type { VerdictRow } from './tables.js';
import type { Task, View } from './task.js';

/**
 * What a reviewer decided of a finding: `right`, the document is right and stays confirmed in the
 * years after; or `fault`, the finding is confirmed, for that year, and may be made public.
 */
export type Verdict = VerdictRow;

/** Whose findings of which kind of filing and year. */
export type VerdictKey = Pick<Verdict, 'organisation' | 'kind' | 'fiscalYear'>;

/** Decides and gives the id; a later verdict on a finding of a year replaces the earlier. */
export async function add(
  task: Task,
  content: VerdictKey & Pick<Verdict, 'finding' | 'verdict' | 'reason'>,
): Promise<string> {
  const id = task.newId();
  await task.db
    .updateTable('verdicts')
    .set({ withdrawnAt: task.at, withdrawnBy: task.actor })
    .where('organisation', '=', content.organisation)
    .where('kind', '=', content.kind)
    .where('fiscalYear', '=', content.fiscalYear)
    .where('finding', '=', content.finding)
    .where('withdrawnAt', 'is', null)
    .execute();
  await task.db
    .insertInto('verdicts')
    .values({
      ...{ id, ...content, createdAt: task.at, createdBy: task.actor },
      ...{ withdrawnAt: null, withdrawnBy: null },
    })
    .execute();
  const { organisation, ...said } = content;
  task.record('verdict.add', `organisation:${organisation}`, { id, ...said });
  return id;
}

/** Takes a verdict back; it stays on record. */
export async function withdraw(task: Task, id: string): Promise<void> {
  const row = await task.db
    .updateTable('verdicts')
    .set({ withdrawnAt: task.at, withdrawnBy: task.actor })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning(['organisation', 'finding'])
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('missing', `verdict:${id}`);
  task.record('verdict.withdraw', `organisation:${row.organisation}`, { id, finding: row.finding });
}

/** The verdict of the latest year on each finding: `right` of any year up to it, `fault` of it. */
export function inForce(view: View, key: VerdictKey): Promise<readonly Verdict[]> {
  return inForceAmong(view, { ...key, organisations: [key.organisation] });
}

/** The same of some organisations. */
export async function inForceAmong(
  view: View,
  key: Omit<VerdictKey, 'organisation'> & { readonly organisations: readonly string[] },
): Promise<readonly Verdict[]> {
  if (key.organisations.length === 0) return [];
  const rows = await view.db
    .selectFrom('verdicts')
    .selectAll()
    .where('organisation', 'in', key.organisations)
    .where('kind', '=', key.kind)
    .where('fiscalYear', '<=', key.fiscalYear)
    .where('withdrawnAt', 'is', null)
    .orderBy('finding')
    .orderBy('fiscalYear')
    .execute();
  // A later year's decision replaces an earlier one, whatever it says.
  const latest = new Map(rows.map((row) => [`${row.organisation} ${row.finding}`, row]));
  return [...latest.values()].filter(
    ({ verdict, fiscalYear }) => verdict === 'right' || fiscalYear === key.fiscalYear,
  );
}
