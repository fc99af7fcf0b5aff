import { dirname } from 'node:path';
import type { Account } from '../accounts/model.js';
import { settledInput } from '../accounts/settle.js';
import { TO_DO, toDoSheet } from '../entry/to-do-sheet.js';
import { inputOf } from '../forms/inputs.js';
import type { Lang } from '../pages/model.js';
import { conflictNeeds } from '../publishing/conflict-needs.js';
import { mergeSentence } from './merge-words.js';
import { OutputTarget } from './output-target.js';

/**
 * Writes beside `out`, for every unit whose inputs disagree, the list in which somebody says what
 * is right, as a build does; says where they are. Given with the unit's inputs it settles them.
 */
export async function writeConflictLists(
  units: readonly Account[],
  out: string,
  sources: readonly string[],
  lang: Lang,
): Promise<readonly string[]> {
  const asked = units.map((unit) => ({ unit, needs: needsOf(unit) }));
  const open = asked.filter(({ needs }) => needs.length > 0);
  if (open.length === 0) return [];
  const wanted = { option: '--out', path: dirname(out), folder: true, extension: null };
  const target = await OutputTarget.open(wanted, sources, lang);
  const { entryBook } = await import('../office/entry-book.js');
  const said: string[] = [];
  for (const { unit, needs } of open) {
    const content = await entryBook(TO_DO, [toDoSheet(unit, needs)]);
    // Answers that were given with this merge are somebody's work.
    const name = await target.besideSources(`${unit.entity}${TO_DO}.xlsx`);
    const path = await target.write(name, content);
    said.push(mergeSentence(lang, 'settle', unit.entity, needs.length, path));
  }
  return said;
}

/** All of them: the department may print what the unit's own document would not. */
function needsOf(unit: Account) {
  const inputs = unit.conflicts.flatMap(
    ({ id }) => (id === undefined ? [] : settledInput(id)) ?? [],
  );
  return conflictNeeds(unit, new Map(inputs.map((id) => [id, inputOf(id)?.label ?? id])));
}
