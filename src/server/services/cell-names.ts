import { rowKey } from '../../facts/lookup.js';
import { type FormId, type Side, STATUTORY_FORMS } from '../../forms/model.js';
import type { CellReference } from '../../publications/model.js';

const SIDES: Readonly<Record<string, Side>> = {
  'income-side': '收入',
  'expenditure-side': '支出',
};

/** The name by which rules know a cell: `expenditure/total/basic`. */
export function operandKeyOf({ form, side, key, column }: CellReference): string {
  return `${rowKey(form, side, key)}/${column}`;
}

/** The cell that rules know by a name; null for what is no cell of a statutory form. */
export function cellOfOperand(name: string): CellReference | null {
  const parts = name.split('/');
  const form: FormId | undefined = STATUTORY_FORMS.find((id) => id === parts[0]);
  const side = SIDES[parts[1] ?? ''] ?? null;
  const [key, column, ...rest] = parts.slice(side === null ? 1 : 2);
  if (form === undefined || key === undefined || column === undefined || rest.length > 0) {
    return null;
  }
  return { form, key, column, side, measure: 'reported' };
}
