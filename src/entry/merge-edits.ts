import { type EntryEdit, targetOf } from './entry-edits.js';

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
    theirs.flatMap((edit) => (edit.kind === 'no-line' ? [[targetOf(edit), edit] as const] : [])),
  );
  const rest: EntryEdit[] = [];
  const conflicts: EditConflict[] = [];
  for (const edit of mine) {
    const target = targetOf(edit);
    // An amount of a line that others took away.
    const line = edit.kind === 'amount' ? `line/${edit.cell.form}/${edit.cell.key}` : target;
    const other = others.get(target) ?? removed.get(line);
    if (other === undefined) rest.push(edit);
    else if (last.get(target) === edit && !isSame(edit, other)) {
      conflicts.push({ target, mine: edit, theirs: other });
    }
  }
  return { rest, conflicts };
}

function isSame(one: EntryEdit, other: EntryEdit): boolean {
  if (one.kind === 'amount') return other.kind === 'amount' && one.value === other.value;
  if (one.kind === 'input') return other.kind === 'input' && one.text === other.text;
  if (one.kind === 'line') return other.kind === 'line' && one.item === other.item;
  return other.kind === 'no-line';
}
