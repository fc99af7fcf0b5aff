import type { ScoreRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed, sha256, storable } from './values.js';

/** A performance form scored again: totals as decimal digits, everything else as JSON. */
export interface Score extends Pick<ScoreRow, 'title' | 'profile' | 'total' | 'expected'> {
  readonly body: Json;
}

/** Adds the scores of a version, in their order. */
export async function addAll(task: Task, version: string, scores: readonly Score[]): Promise<void> {
  if (scores.length === 0) return;
  const rows = scores.map((score, position) => ({
    ...score,
    version,
    position,
    body: canonicalJson(score.body),
  }));
  for (let from = 0; from < rows.length; from += 1000) {
    await task.db
      .insertInto('scores')
      .values(rows.slice(from, from + 1000))
      .execute();
  }
}

/** The scores of a version, in their order. */
export async function ofVersion(view: View, version: string): Promise<readonly Score[]> {
  const rows = await view.db
    .selectFrom('scores')
    .select(['title', 'profile', 'total', 'expected', 'body'])
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, body: parsed(row.body) }));
}

/** The sha-256 of scores as they are kept. */
export function digestOf(scores: readonly Score[]): string {
  const kept = (text: string | null) => (text === null ? null : storable(text));
  const lines = scores.map(({ title, profile, total, expected, body }) =>
    canonicalJson([storable(title), kept(profile), kept(total), kept(expected), body]),
  );
  return sha256(lines.join('\n'));
}
