import { STEP_DAY } from './steps.js';
import type { FilingRow, PublicationRow, StepRow } from './tables.js';
import type { Task, View } from './task.js';

/** A file that was published with a version, by its name there. */
export type PublishedFile = Pick<PublicationRow, 'name' | 'format' | 'file'>;

/** Publishes files with a version; those of a version that was published before stay. */
export async function addAll(
  task: Task,
  filing: string,
  version: number,
  files: readonly PublishedFile[],
): Promise<void> {
  const rows = files.map((file, position) => ({ ...file, filing, version, position }));
  if (rows.length === 0) return;
  await task.db
    .insertInto('publications')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The files published with a version, in their order, with their sizes. */
export async function ofVersion(
  view: View,
  filing: string,
  version: number,
): Promise<readonly (PublishedFile & { readonly size: bigint })[]> {
  return view.db
    .selectFrom('publications')
    .innerJoin('files', 'files.sha256', 'publications.file')
    .select(['name', 'format', 'file', 'size'])
    .where('filing', '=', filing)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
}

/** A file by its hash if everybody may have it now. */
export function byHash(view: View, hash: string): Promise<PublishedFile | undefined> {
  return view.db
    .selectFrom('publications')
    .innerJoin('filings', 'filings.id', 'publications.filing')
    .select(['name', 'format', 'file'])
    .where('file', '=', hash)
    .where('filings.published', 'is not', null)
    .whereRef('publications.version', '<=', 'filings.published')
    .limit(1)
    .executeTakeFirst();
}

/** A version that everybody may read, and what was said when it was corrected. */
export interface PublicVersion extends Pick<StepRow, 'note' | 'details'> {
  readonly version: number;
  /** The day of its publication. */
  readonly day: string;
}

/** The versions of a filing that everybody may read, the first one first; none when withdrawn. */
export async function versionsOf(
  view: View,
  { id, published }: Pick<FilingRow, 'id' | 'published'>,
): Promise<readonly PublicVersion[]> {
  if (published === null) return [];
  const rows = await view.db
    .selectFrom('steps')
    .select(['version', 'note', 'details', STEP_DAY.as('day')])
    .where('filing', '=', id)
    .where('toState', 'in', ['published', 'corrected'])
    .orderBy('number')
    .execute();
  const found = new Map<number, PublicVersion>();
  for (const row of rows) {
    const { version } = row;
    if (version !== null && version <= published && !found.has(version)) {
      found.set(version, { ...row, version });
    }
  }
  return [...found.values()];
}

/** The filings that were published last. */
export function latest(
  view: View,
  limit: number,
): Promise<readonly Pick<FilingRow, 'id' | 'organisation' | 'fiscalYear'>[]> {
  return view.db
    .selectFrom('filings')
    .select(['id', 'organisation', 'fiscalYear'])
    .where('published', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Years of which something is published, the latest first. */
export async function years(view: View): Promise<readonly number[]> {
  const filed = await view.db
    .selectFrom('filings')
    .select('fiscalYear')
    .distinct()
    .where('published', 'is not', null)
    .orderBy('fiscalYear', 'desc')
    .execute();
  return filed.map(({ fiscalYear }) => fiscalYear);
}

/** Years of which something is published or due, the latest first. */
export async function yearsWithRoster(view: View): Promise<readonly number[]> {
  const due = await view.db.selectFrom('roster').select('fiscalYear').distinct().execute();
  const all = new Set([...(await years(view)), ...due.map(({ fiscalYear }) => fiscalYear)]);
  return [...all].sort((a, b) => b - a);
}
