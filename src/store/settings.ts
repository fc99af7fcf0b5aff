import type { SettingRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed } from './values.js';

/** A setting of the installation by its key. */
export interface Setting extends Omit<SettingRow, 'value'> {
  readonly value: Json;
}

/** Sets a value. The trail keeps it too, so secrets do not belong here. */
export async function put(task: Task, key: string, value: Json): Promise<void> {
  const said = { value: canonicalJson(value), updatedAt: task.at, updatedBy: task.actor };
  await task.db
    .insertInto('settings')
    .values({ key, ...said })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(said))
    .execute();
  task.record('setting.put', `setting:${key}`, { value });
}

/** The value of a setting; undefined where it was never set. */
export async function byKey(view: View, key: string): Promise<Json | undefined> {
  const row = await view.db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row && parsed(row.value);
}

/** All settings by key. */
export async function list(view: View): Promise<readonly Setting[]> {
  const rows = await view.db.selectFrom('settings').selectAll().orderBy('key').execute();
  return rows.map((row) => ({ ...row, value: parsed(row.value) }));
}
