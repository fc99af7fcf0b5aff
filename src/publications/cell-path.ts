import { rowKey } from '../facts/lookup.js';
import type { FormId, Side } from '../forms/model.js';

/** The name by which rules know a cell: `income/total/current-year`. */
export function cellPath({
  form,
  side,
  key,
  column,
}: {
  readonly form: FormId;
  readonly side: Side | null;
  readonly key: string;
  readonly column: string;
}): string {
  return `${rowKey(form, side, key)}/${column}`;
}
