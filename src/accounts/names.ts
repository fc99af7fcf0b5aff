import type { Column, FormId, Line } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { AccountRow } from './model.js';

/** The fixed line of a form by its id; undefined for a code or a line that no form knows. */
export function lineOf(
  form: FormId,
  { side }: Pick<AccountRow, 'side'>,
  id: string,
): Line | undefined {
  for (const block of formOf(form).blocks) {
    if (block.kind === 'fixed' && block.side !== side) continue;
    const lines =
      block.kind === 'open' ? [block.total] : block.kind === 'coded' ? block.totals : block.lines;
    const found = lines.find((line) => line.id === id);
    if (found) return found;
  }
  return undefined;
}

/** The Ministry's label of a column, after the heading that groups it; its id where none is. */
export function columnLabel(form: FormId, { side }: Pick<AccountRow, 'side'>, id: string): string {
  for (const block of formOf(form).blocks) {
    if (block.kind === 'fixed' && block.side !== side) continue;
    const found = block.columns.find((column: Column) => column.id === id);
    if (found) return found.under ? `${found.under}/${found.label}` : found.label;
  }
  return id;
}
