import { numeralText } from '../../src/base/numeral.js';
import type { CellFact } from '../../src/facts/model.js';
import type { CellReference, PublishedTable } from '../../src/publications/model.js';

function keyOf(form: string, side: string | null, key: string | null, column: string | null) {
  return [form, side ?? '', key ?? '?', column ?? '?'].join('/');
}

function printedKey({ form, side, key, column }: CellReference): string {
  return keyOf(form, side, key, column);
}

/** Printed numbers by the cell that they are about. */
export function printedValues(tables: readonly PublishedTable[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const cell of tables.flatMap(({ body }) => body.flat())) {
    if (cell.about && cell.number) values[printedKey(cell.about)] = numeralText(cell.number);
  }
  return values;
}

/** Numbers read by the cell that they are about. */
export function readValues(cells: readonly CellFact[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { form, side, lineId, code, columnId, value } of cells) {
    const key = keyOf(form, side, lineId ?? code, columnId);
    if (value !== null && value !== '' && !/^[—-]+$/.test(value)) values[key] = value;
  }
  return values;
}
