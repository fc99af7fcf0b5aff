import type { CellAddress } from '../accounts/lookup.js';
import type { Finding } from '../findings/model.js';
import { amountValue, type TableEdit } from './entry-edits.js';
import { digitsOf, type EntryState, edited, sumOf, valueAt } from './entry-state.js';

/** An amount that somebody may take over as it is. */
export type AmountEdit = TableEdit & { readonly kind: 'amount'; readonly value: string };

/** What a carried total would be as the sum of its parts; null where it is none or agrees. */
export function sumEdit(state: EntryState, path: string | null): AmountEdit | null {
  const cell = path === null ? undefined : state.structure.cells.get(path);
  const sum = path === null || cell === undefined ? null : sumOf(state, path);
  if (cell === undefined || sum === null || sum === (valueAt(state, cell) ?? 0n)) return null;
  return amountEdit(cell, digitsOf(state.account, cell, sum));
}

/**
 * What would settle a finding, where the rules name one way for certain and every total would be
 * the sum of its parts afterwards; null where somebody has to look.
 */
export function proposedEdits(
  state: EntryState,
  { suspect, expected, explanations }: Finding,
): readonly AmountEdit[] | null {
  if (suspect === null || expected !== suspect.value) return null;
  const way = explanations.find(({ edits: [first] }) => {
    return first?.key === suspect.key && first.value === suspect.value;
  });
  const wanted = way?.edits ?? [suspect];
  const cells = wanted.map(({ key }) => state.structure.cells.get(key));
  if (cells.some((cell) => cell === undefined)) return null;
  const edits = wanted.map(({ value }, at) => amountEdit(cells[at]!, value));
  const { state: after } = edited(state, edits);
  const settled = wanted.every(({ key, value }, at) => {
    const amount = amountValue(state.account, cells[at]!, value);
    return valueAt(after, cells[at]!) === amount && (sumOf(after, key) ?? amount) === amount;
  });
  return settled ? edits : null;
}

function amountEdit({ form, side, key, column }: CellAddress, value: string): AmountEdit {
  return { kind: 'amount', cell: { form, side, key, column }, value };
}
