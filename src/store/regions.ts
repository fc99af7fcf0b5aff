import { StoreError } from './errors.js';
import { sql } from './query.js';
import type { RegionRow } from './tables.js';
import type { Task, View } from './task.js';

/** A place with a government: its code, its name, the region it is part of. */
export type Region = RegionRow;

/** Adds a region, or gives it another name or parent; its subtree moves with it. */
export async function put(
  task: Task,
  region: Pick<Region, 'code' | 'name' | 'parent'>,
): Promise<void> {
  const { code, name, parent } = region;
  const above = parent === null ? null : await byCode(task, parent);
  if (above === undefined) throw new StoreError('missing', `region ${parent}`);
  const path = `${above?.path ?? ''}${code}/`;
  const before = await byCode(task, code);
  if (before === undefined) {
    await task.db.insertInto('regions').values({ code, name, parent, path }).execute();
  } else {
    if (above?.path.startsWith(before.path)) {
      throw new StoreError('invalid', `region ${code} below itself`);
    }
    await task.db.updateTable('regions').set({ name, parent }).where('code', '=', code).execute();
    await sql`UPDATE regions SET path = ${path} || substr(path, ${before.path.length + 1}::int)
      WHERE starts_with(path, ${before.path})`.execute(task.db);
  }
  task.record('region.put', `region:${code}`, { code, name, parent });
}

/** The region with a code. */
export function byCode(view: View, code: string): Promise<Region | undefined> {
  return view.db.selectFrom('regions').selectAll().where('code', '=', code).executeTakeFirst();
}

/** The whole tree, each region after the one it is part of. */
export function tree(view: View): Promise<readonly Region[]> {
  return view.db.selectFrom('regions').selectAll().orderBy('path').execute();
}
