import { StoreError } from './errors.js';
import type { DraftRow, EditRow } from './tables.js';
import type { Task, View } from './task.js';
import { canonicalJson, type Json, parsed } from './values.js';

/**
 * The account of a filing as it is being typed: its content as of one counter, and every edit
 * since. Edits are numbered without gaps by the draft's counter.
 */
export interface Draft extends Omit<DraftRow, 'content'> {
  readonly content: Json;
}

/** One thing that somebody did: what it means, only the workbench knows. */
export interface Edit extends Omit<EditRow, 'filing' | 'operation'> {
  readonly operation: Json;
}

/**
 * What became of edits: kept up to a counter; or refused, with what others did since the counter
 * that the editor knew. Nothing is overwritten: the editor looks at those and sends its own again.
 */
export type EditOutcome =
  | { readonly kept: true; readonly counter: bigint }
  | { readonly kept: false; readonly counter: bigint; readonly since: readonly Edit[] };

/** Opens a draft with its first content; false when there is one, which then stays as it is. */
export async function open(
  task: Task,
  filing: string,
  content: Json,
  basedOn: number | null = null,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await task.db
    .insertInto('drafts')
    .values({
      ...{ filing, counter: 0n, content: canonicalJson(content), contentCounter: 0n },
      ...{ basedOn, openedAt: task.at, openedBy: task.actor },
    })
    .onConflict((conflict) => conflict.column('filing').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  task.record('draft.open', `filing:${filing}`, { basedOn });
  return true;
}

/** Keeps edits made by somebody who knew the draft up to `counter`. Typing leaves no audit rows. */
export async function edit(
  task: Task,
  filing: string,
  counter: bigint,
  operations: readonly Json[],
): Promise<EditOutcome> {
  const now = counter + BigInt(operations.length);
  const { numUpdatedRows } = await task.db
    .updateTable('drafts')
    .set({ counter: now })
    .where('filing', '=', filing)
    .where('counter', '=', counter)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const there = await byFiling(task, filing);
    if (there === undefined) throw new StoreError('missing', `draft of filing:${filing}`);
    return { kept: false, counter: there.counter, since: await since(task, filing, counter) };
  }
  const rows = operations.map((operation, index) => ({
    filing,
    counter: counter + BigInt(index) + 1n,
    operation: canonicalJson(operation),
    at: task.at,
    actor: task.actor,
  }));
  for (let from = 0; from < rows.length; from += 1000) {
    await task.db
      .insertInto('edits')
      .values(rows.slice(from, from + 1000))
      .execute();
  }
  return { kept: true, counter: now };
}

/** Keeps the content as of a counter, so that fewer edits are to be applied; never an older. */
export async function settle(
  task: Task,
  filing: string,
  counter: bigint,
  content: Json,
): Promise<void> {
  await task.db
    .updateTable('drafts')
    .set({ content: canonicalJson(content), contentCounter: counter })
    .where('filing', '=', filing)
    .where('contentCounter', '<', counter)
    .execute();
}

/**
 * Puts other content in the place of all that was typed, as one more edit, which is `operation`;
 * like any edit it is refused where somebody went on typing after `counter`.
 */
export async function replace(
  task: Task,
  filing: string,
  counter: bigint,
  content: Json,
  operation: Json,
): Promise<EditOutcome> {
  const outcome = await edit(task, filing, counter, [operation]);
  if (!outcome.kept) return outcome;
  await settle(task, filing, outcome.counter, content);
  task.record('draft.replace', `filing:${filing}`, { counter: `${outcome.counter}` });
  return outcome;
}

/** Throws a draft with its edits away; refused when somebody went on typing after `counter`. */
export async function discard(task: Task, filing: string, counter: bigint): Promise<void> {
  const { numDeletedRows } = await task.db
    .deleteFrom('drafts')
    .where('filing', '=', filing)
    .where('counter', '=', counter)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new StoreError('conflict', `draft of filing:${filing}`);
  task.record('draft.discard', `filing:${filing}`, { counter: `${counter}` });
}

/** The draft of a filing. */
export async function byFiling(view: View, filing: string): Promise<Draft | undefined> {
  const row = await view.db
    .selectFrom('drafts')
    .selectAll()
    .where('filing', '=', filing)
    .executeTakeFirst();
  return row && { ...row, content: parsed(row.content) };
}

/** The edits of a draft after a counter, in order. */
export async function since(view: View, filing: string, counter: bigint): Promise<readonly Edit[]> {
  const rows = await view.db
    .selectFrom('edits')
    .select(['counter', 'operation', 'at', 'actor'])
    .where('filing', '=', filing)
    .where('counter', '>', counter)
    .orderBy('counter')
    .execute();
  return rows.map((row) => ({ ...row, operation: parsed(row.operation) }));
}
