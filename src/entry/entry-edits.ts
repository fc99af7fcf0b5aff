import { isCount } from '../accounts/count-lines.js';
import type { CellAddress } from '../accounts/lookup.js';
import type { Account, AccountCell, AccountRow, AccountTable } from '../accounts/model.js';
import { lineOf } from '../accounts/names.js';
import { type Amount, amountOf, ZERO } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import type { FormId } from '../forms/model.js';
import { cellPath } from '../publications/cell-path.js';
import { economicCode } from '../terms/economic.js';
import { type FormEdit, formTarget, formTargetsAbove, isFormEdit } from './form-edits.js';

/**
 * One thing that somebody did to an account while typing: what the draft's history keeps. Amounts
 * are decimal digits in the unit of the account; null leaves the cell blank, which is zero.
 */
export type EntryEdit = TableEdit | FormEdit;

/** What somebody did to a table, or told besides the tables. */
export type TableEdit =
  | { readonly kind: 'amount'; readonly cell: CellAddress; readonly value: string | null }
  /** Adds a line by code, or names it anew. */
  | { readonly kind: 'line'; readonly form: FormId; readonly key: string; readonly item: string }
  | { readonly kind: 'no-line'; readonly form: FormId; readonly key: string }
  /** An input or a reason; an empty text is none. */
  | { readonly kind: 'input'; readonly id: string; readonly text: string };

/** Decimals that amounts are typed with. */
const DECIMALS = 2;

/** What an edit is about: two edits of one target cannot both stand. */
export function targetOf(edit: EntryEdit): string {
  if (isFormEdit(edit)) return formTarget(edit);
  switch (edit.kind) {
    case 'amount':
      return cellPath(edit.cell);
    case 'input':
      return `input/${edit.id}`;
    default:
      return `line/${edit.form}/${edit.key}`;
  }
}

/** Targets that an edit falls with: an amount with its line, a field with its row and its form. */
export function targetsAbove(edit: EntryEdit): readonly string[] {
  if (isFormEdit(edit)) return formTargetsAbove(edit);
  return edit.kind === 'amount' ? [`line/${edit.cell.form}/${edit.cell.key}`] : [];
}

/** The account after an edit, nothing else recomputed. */
export function applyEdit(account: Account, edit: TableEdit): Account {
  switch (edit.kind) {
    case 'amount':
      return withAmount(account, edit.cell, typedCell(account, edit.cell, edit.value));
    case 'line':
      return withTable(account, edit.form, (table) => withLine(table, edit.key, edit.item));
    case 'no-line':
      return withTable(account, edit.form, (table) => ({
        ...table,
        rows: table.rows.filter(({ key, side }) => key !== edit.key || side !== null),
      }));
    case 'input': {
      const inputs = new Map(account.inputs);
      if (edit.text === '') inputs.delete(edit.id);
      else inputs.set(edit.id, { text: edit.text, toReview: false, source: null });
      return { ...account, inputs };
    }
  }
}

/** The account with another cell; its line is added where it is not there. */
export function withAmount(account: Account, at: CellAddress, cell: AccountCell): Account {
  return withTable(account, at.form, (table) => {
    const known = table.rows.some(({ key, side }) => key === at.key && side === at.side);
    const { rows } = known ? table : withLine(table, at.key, labelOf(at), at.side);
    return {
      ...table,
      rows: rows.map((row) => {
        if (row.key !== at.key || row.side !== at.side) return row;
        return { ...row, cells: new Map(row.cells).set(at.column, cell) };
      }),
    };
  });
}

/** What typed digits are worth; throws `RangeError` where they are no number. */
function typedCell(account: Account, at: CellAddress, value: string | null): AccountCell {
  if (value === null) return { amount: ZERO, source: null };
  return { amount: typedAmountAt(account, at, value), source: null };
}

/** What digits are worth in a cell; throws `RangeError` where they are no number. */
export function amountValue(account: Account, at: CellAddress, digits: string): bigint {
  return typedAmountAt(account, at, digits).value;
}

function typedAmountAt(account: Account, { form, key }: CellAddress, digits: string): Amount {
  const numeral = parseNumeral(digits);
  if (numeral === null) throw new RangeError(`no number: ${digits}`);
  return amountOf(numeral, isCount(form, key) ? '元' : account.unit, DECIMALS);
}

function withTable(
  account: Account,
  form: FormId,
  change: (table: AccountTable) => AccountTable,
): Account {
  const table = account.tables.get(form) ?? { form, rows: [] };
  return { ...account, tables: new Map(account.tables).set(form, change(table)) };
}

/** A line by code has its place among the codes; the total lines stay where they are. */
function withLine(
  table: AccountTable,
  key: string,
  item: string,
  side: AccountRow['side'] = null,
): AccountTable {
  const at = table.rows.findIndex((row) => row.key === key && row.side === side);
  if (at >= 0) {
    return {
      ...table,
      rows: table.rows.map((row, index) => (index === at ? { ...row, item } : row)),
    };
  }
  const row: AccountRow = { side, key, item, cells: new Map() };
  if (!/^\d/.test(key)) return { ...table, rows: [...table.rows, row] };
  const after = table.rows.findIndex((other) => /^\d/.test(other.key) && other.key > key);
  const rows = [...table.rows];
  rows.splice(after < 0 ? rows.length : after, 0, row);
  return { ...table, rows };
}

function labelOf({ form, key, side }: CellAddress): string {
  return lineOf(form, { side }, key)?.label ?? economicCode(key)?.name ?? '';
}
