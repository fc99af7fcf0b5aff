import type { CellAddress } from '../accounts/lookup.js';
import { columnLabel, lineOf } from '../accounts/names.js';
import { withSeparators } from '../base/amount.js';
import { digitsAt, digitsOf, type EntryState } from '../entry/entry-state.js';

/** What a cell is called: table, line and column, in the words of the edition. */
export interface CellName {
  readonly table: string;
  readonly item: string;
  readonly column: string;
}

export function cellName({ account, edition }: EntryState, cell: CellAddress): CellName {
  const { form, key, side, column } = cell;
  const printed = edition.forms.find((each) => each.form === form);
  const row = account.tables.get(form)?.rows.find((each) => each.key === key && each.side === side);
  const fixed = printed?.lines?.[key] ?? lineOf(form, { side }, key)?.label;
  const item = fixed ?? [key, row?.item ?? ''].join(' ').trim();
  const heading = printed?.columns?.[column] ?? columnLabel(form, { side }, column);
  return {
    table: printed?.title ?? form,
    item: side === null ? item : `${side} ${item}`,
    column: heading,
  };
}

/** The name in one line; without the table where it is known. */
export function nameLine(state: EntryState, cell: CellAddress, within: string | null): string {
  const { table, item, column } = cellName(state, cell);
  const rest = `${item} · ${column}`;
  return cell.form === within ? rest : `${table} ${rest}`;
}

/** The amount of a cell as people read it. */
export function shownAt({ account }: EntryState, cell: CellAddress): string {
  return withSeparators(digitsAt(account, cell) ?? '0');
}

/** An amount as it would be shown in a cell. */
export function shownAs({ account }: EntryState, cell: CellAddress, value: bigint): string {
  return withSeparators(digitsOf(account, cell, value));
}
