import { type EntryEdit, targetOf, targetsAbove } from './entry-edits.js';

/** Two people changed the same thing: one of the two edits stands. */
export interface EditConflict {
  readonly target: string;
  readonly mine: EntryEdit;
  readonly theirs: EntryEdit;
}

/** My edits that can be made after theirs, and what somebody has to choose about. */
export interface Merged {
  readonly rest: readonly EntryEdit[];
  readonly conflicts: readonly EditConflict[];
}

/**
 * Sets my unsaved edits beside what others did meanwhile. Of several edits of one target the last
 * counts; the same change on both sides is no conflict.
 */
export function mergeEdits(mine: readonly EntryEdit[], theirs: readonly EntryEdit[]): Merged {
  const others = new Map(theirs.map((edit) => [targetOf(edit), edit]));
  const last = new Map(mine.map((edit) => [targetOf(edit), edit]));
  const removed = new Map(
    theirs.flatMap((edit) => (WHOLE.has(edit.kind) ? [[targetOf(edit), edit] as const] : [])),
  );
  const rest: EntryEdit[] = [];
  const conflicts: EditConflict[] = [];
  for (const edit of mine) {
    const target = targetOf(edit);
    // An amount of a line that others took away, a field of a form that they put back.
    const above = targetsAbove(edit).flatMap((each) => removed.get(each) ?? [])[0];
    const within = edit.kind === 'form' ? theirs.find((each) => isWithin(each, target)) : undefined;
    const other = others.get(target) ?? above ?? within;
    if (other === undefined) rest.push(edit);
    else if (last.get(target) === edit && !isSame(edit, other)) {
      conflicts.push({ target, mine: edit, theirs: other });
    }
  }
  return { rest, conflicts };
}

/** Edits that take away, or replace, whatever is under their target. */
const WHOLE: ReadonlySet<EntryEdit['kind']> = new Set(['no-line', 'form', 'no-form', 'no-row']);

function isWithin(edit: EntryEdit, form: string): boolean {
  return targetsAbove(edit).includes(form);
}

function isSame(one: EntryEdit, other: EntryEdit): boolean {
  if (one.kind === 'amount') return other.kind === 'amount' && one.value === other.value;
  if (one.kind === 'input') return other.kind === 'input' && one.text === other.text;
  if (one.kind === 'field') return other.kind === 'field' && one.text === other.text;
  if (one.kind === 'form') return false;
  if (one.kind === 'line') return other.kind === 'line' && one.item === other.item;
  return one.kind === other.kind;
}
