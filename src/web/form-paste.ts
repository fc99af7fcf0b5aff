import { type FormFields, ROW_STEP } from '../accounts/form-fields.js';
import { rowsOfText } from '../entry/range-text.js';
import {
  type FormColumn,
  FUND_COLUMNS,
  fundRows,
  indicatorColumns,
  rowNumbers,
  TASK_COLUMNS,
} from './form-layout.js';

/**
 * The fields that a pasted range goes into, from one on; rows that are not there get numbers. Null
 * where it is no range, or the field is not in a table.
 */
export function pastedInto(
  fields: FormFields,
  path: string,
  text: string,
): readonly (readonly [path: string, text: string])[] | null {
  const rows = rowsOfText(text);
  const [group = '', row = '', column = ''] = path.split('/');
  const columns = typedColumns(fields, group);
  const first = columns.findIndex(({ id }) => id === column);
  const isRange = rows.length > 1 || (rows[0]?.length ?? 0) > 1;
  if (!isRange || first < 0) return null;
  const numbers = rowsFrom(fields, group, Number(row), rows.length);
  return numbers.flatMap((number, down) =>
    rows[down]!.slice(0, columns.length - first).map((cell, right) => {
      return [`${group}/${number}/${columns[first + right]!.id}`, cell.trim()] as const;
    }),
  );
}

function typedColumns(fields: FormFields, group: string): readonly FormColumn[] {
  const columns: Readonly<Record<string, readonly FormColumn[]>> = {
    funds: FUND_COLUMNS,
    task: TASK_COLUMNS,
    indicator: indicatorColumns(fields),
  };
  return (columns[group] ?? []).filter(({ kind }) => kind !== 'computed');
}

function rowsFrom(
  fields: FormFields,
  group: string,
  row: number,
  count: number,
): readonly number[] {
  const isFunds = group === 'funds';
  const all = isFunds
    ? fundRows(fields).map(({ path }) => Number(path.split('/')[1]))
    : rowNumbers(fields, group);
  const there = all.slice(all.indexOf(row), all.indexOf(row) + count);
  // Sources of money are those of the form.
  if (isFunds) return there;
  const last = all.at(-1) ?? 0;
  const more = Array.from({ length: count - there.length }, (_, at) => last + (at + 1) * ROW_STEP);
  return [...there, ...more];
}
