import type { EntryEdit } from './entry-edits.js';

/** What somebody did at once and what takes it back. */
export interface Deed {
  readonly edits: readonly EntryEdit[];
  readonly inverse: readonly EntryEdit[];
}

/** Deeds that can be taken back, the last one last, and those that can be done again. */
export interface EditHistory {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

export const NO_HISTORY: EditHistory = { done: [], undone: [] };

const MOST_DEEDS = 500;

/** The history after a deed: what was undone before cannot be done again. */
export function withDeed({ done }: EditHistory, deed: Deed): EditHistory {
  return { done: [...done, deed].slice(-MOST_DEEDS), undone: [] };
}

/** The deed to take back and the history without it; null where there is none. */
export function undo({ done, undone }: EditHistory): readonly [Deed, EditHistory] | null {
  const deed = done.at(-1);
  if (deed === undefined) return null;
  return [deed, { done: done.slice(0, -1), undone: [...undone, deed] }];
}

/** The deed to do again and the history with it; null where there is none. */
export function redo({ done, undone }: EditHistory): readonly [Deed, EditHistory] | null {
  const deed = undone.at(-1);
  if (deed === undefined) return null;
  return [deed, { done: [...done, deed], undone: undone.slice(0, -1) }];
}
