import { isCount } from '../accounts/count-lines.js';
import { amountAt, type CellAddress, isUnreadAt } from '../accounts/lookup.js';
import type { Account, AccountCell, AccountRow } from '../accounts/model.js';
import { type Amount, amountOf, amountText } from '../base/amount.js';
import type { Edition } from '../editions/model.js';
import type { FormId } from '../forms/model.js';
import { cellPath } from '../publications/cell-path.js';
import type { PublishedTable } from '../publications/model.js';
import { publishedTables } from '../publications/tables.js';
import { applyEdit, type EntryEdit, type TableEdit, withAmount } from './entry-edits.js';
import { applyFormEdit, isFormEdit, restoredForms, undoneFormEdit } from './form-edits.js';
import { computedCells, type Identity, identitiesOf, type Sums } from './identities.js';
import { entryEdition } from './skeleton.js';

/** An account as it is typed into, and what follows from its lines alone. */
export interface EntryState {
  readonly account: Account;
  /** As it is typed into: codes in one column, exact amounts. */
  readonly edition: Edition;
  readonly structure: Structure;
}

/** What relates the printed cells, whatever their amounts. */
interface Structure {
  readonly identities: readonly Identity[];
  readonly sums: Sums;
  /** The sums that a cell goes into. */
  readonly into: ReadonlyMap<string, readonly string[]>;
  /** Printed cells by their path. */
  readonly cells: ReadonlyMap<string, CellAddress>;
}

/** A state after edits, what changed, and the edits that take them back. */
export interface Edited {
  readonly state: EntryState;
  /** Paths of the cells that were set or computed anew, parts before their sums. */
  readonly changed: readonly string[];
  readonly inverse: readonly EntryEdit[];
}

/** An account opened for typing. Opening changes nothing, sums that do not agree stay. */
export function entryState(account: Account, edition: Edition): EntryState {
  const paper = entryEdition(edition);
  // Whoever types reads digits in groups, and sees at once what is still blank.
  const typedInto: Edition = {
    ...paper,
    print: { ...paper.print, separators: true, zero: 'blank' },
  };
  return { account, edition: typedInto, structure: structureOf(account, typedInto) };
}

/** The tables as on paper, every amount with its cell. */
export function entryTables({ account, edition }: EntryState): readonly PublishedTable[] {
  return publishedTables(account, edition);
}

function structureOf(account: Account, edition: Edition): Structure {
  const cells = entryCells(account, edition);
  const identities = identitiesOf(printedAccount(account, [...cells.values()]));
  const sums = computedCells(identities);
  const into = new Map<string, string[]>();
  for (const [total, parts] of sums) {
    for (const { cell } of parts) into.set(cell, [...(into.get(cell) ?? []), total]);
  }
  return { identities, sums, into, cells };
}

/**
 * The printed cells, and lines that the edition leaves out though they follow from printed ones:
 * 财政拨款收入 where only its kinds are printed. They are computed, or they would contradict what
 * is typed.
 */
export function entryCells(account: Account, edition: Edition): ReadonlyMap<string, CellAddress> {
  const cells = new Map<string, CellAddress>();
  for (const { body } of publishedTables(account, edition)) {
    for (const { about } of body.flat()) if (about !== undefined) cells.set(cellPath(about), about);
  }
  const hidden = new Map<string, CellAddress>();
  for (const { form, rows } of account.tables.values()) {
    for (const { side, key, cells: columns } of rows) {
      for (const column of columns.keys()) {
        const path = cellPath({ form, side, key, column });
        if (!cells.has(path)) hidden.set(path, { form, side, key, column });
      }
    }
  }
  if (hidden.size === 0) return cells;
  const all = printedAccount(account, [...cells.values(), ...hidden.values()]);
  const sums = computedCells(identitiesOf(all));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [path, cell] of hidden) {
      const parts = sums.get(path);
      if (cells.has(path) || !parts?.every((part) => cells.has(part.cell))) continue;
      cells.set(path, cell);
      grown = true;
    }
  }
  return cells;
}

/** An account with something in every printed cell: rules pass over zeros and what is absent. */
function printedAccount(account: Account, cells: readonly CellAddress[]): Account {
  const tables = new Map<FormId, Map<string, AccountRow & { cells: Map<string, AccountCell> }>>();
  for (const { form, side, key, column } of cells) {
    const rows = tables.get(form) ?? new Map();
    tables.set(form, rows);
    const name = `${side}/${key}`;
    const row = rows.get(name) ?? { side, key, item: '', cells: new Map() };
    rows.set(name, row);
    row.cells.set(column, SOMETHING);
  }
  const filled = [...tables].map(
    ([form, rows]) => [form, { form, rows: [...rows.values()] }] as const,
  );
  return { ...account, tables: new Map(filled) };
}

const SOMETHING: AccountCell = { amount: { value: 1n, half: 0n }, source: null };

/**
 * Edits in order, each followed by the sums that what it changed goes into. The same edits on the
 * same account give the same account wherever they are applied. Throws `RangeError` for an amount
 * that is no number.
 */
export function edited(before: EntryState, edits: readonly EntryEdit[]): Edited {
  const plain = forward(before, edits);
  const inverse = [...edits].reverse().flatMap((edit) => undone(before.account, edit));
  const back = forward(plain.state, inverse);
  const cellsIn = (touched: readonly string[]) =>
    [...new Set(touched)].flatMap((path) => {
      const cell = plain.state.structure.cells.get(path) ?? before.structure.cells.get(path);
      return cell === undefined ? [] : [[path, cell] as const];
    });
  // A sum that did not agree before is put back as it was, and what taking back summed anew.
  const restored = cellsIn([...plain.touched, ...back.touched])
    .filter(([, cell]) => (valueAt(back.state, cell) ?? 0n) !== (valueAt(before, cell) ?? 0n))
    .map(([, cell]) => amountEdit(before.account, cell));
  const forms = new Set(edits.flatMap((edit) => (isFormEdit(edit) ? [edit.form] : [])));
  const whole = restoredForms(before.account, back.state.account, forms);
  const changed = cellsIn(plain.touched).map(([path]) => path);
  return { state: plain.state, changed, inverse: [...inverse, ...restored, ...whole] };
}

/** The account after edits that somebody kept: what the server settles a draft with. */
export function applyEdits(
  account: Account,
  edition: Edition,
  edits: readonly EntryEdit[],
): Account {
  return forward(entryState(account, edition), edits).state.account;
}

interface Forward {
  readonly state: EntryState;
  /** Paths of cells that were set or computed anew, parts before their sums. */
  readonly touched: readonly string[];
}

function forward(before: EntryState, edits: readonly EntryEdit[]): Forward {
  let state = before;
  const touched: string[] = [];
  for (const edit of edits) {
    if (isFormEdit(edit)) {
      state = { ...state, account: applyFormEdit(state.account, state.edition, edit) };
      continue;
    }
    const account = applyEdit(state.account, edit);
    const isStructural = edit.kind === 'line' || edit.kind === 'no-line' || isUnknown(state, edit);
    const affected = edit.kind === 'no-line' ? cellsOfLine(state, edit) : [];
    const above = affected.flatMap((path) => state.structure.into.get(path) ?? []);
    const structure = isStructural ? structureOf(account, state.edition) : state.structure;
    state = { ...state, account, structure };
    if (edit.kind === 'amount') {
      touched.push(cellPath(edit.cell));
      state = summed(state, sumsOver(state, touched.at(-1)!), touched);
    } else {
      touched.push(...affected);
      if (edit.kind === 'no-line') state = summed(state, above, touched);
    }
  }
  return { state, touched };
}

/** An amount where nothing is printed yet. */
function isUnknown({ structure }: EntryState, edit: TableEdit): boolean {
  return edit.kind === 'amount' && !structure.cells.has(cellPath(edit.cell));
}

function isNewLine(account: Account, { form, key, side }: CellAddress): boolean {
  const rows = account.tables.get(form)?.rows ?? [];
  return !rows.some((row) => row.key === key && row.side === side);
}

function cellsOfLine(
  { structure }: EntryState,
  { form, key }: { readonly form: string; readonly key: string },
): readonly string[] {
  return [...structure.cells]
    .filter(([, cell]) => cell.form === form && cell.key === key)
    .map(([path]) => path);
}

function sumsOver({ structure }: EntryState, path: string): readonly string[] {
  return structure.into.get(path) ?? [];
}

/** Sums computed anew, and those that they go into. */
function summed(before: EntryState, paths: readonly string[], touched: string[]): EntryState {
  let state = before;
  const waiting = [...paths];
  while (waiting.length > 0) {
    const path = waiting.shift()!;
    const total = sumOf(state, path);
    const cell = state.structure.cells.get(path);
    if (total === null || cell === undefined || valueAt(state, cell) === total) continue;
    const amount = amountFor(state.account, cell, total);
    state = { ...state, account: withAmount(state.account, cell, { amount, source: null }) };
    touched.push(path);
    waiting.push(...sumsOver(state, path));
  }
  return state;
}

/** What the parts of a computed cell come to; null where it is not computed or one is unread. */
export function sumOf({ account, structure }: EntryState, path: string): bigint | null {
  const parts = structure.sums.get(path);
  if (parts === undefined) return null;
  const isUnread = (cell: string) => {
    const at = structure.cells.get(cell);
    return at !== undefined && isUnreadAt(account, at);
  };
  if (parts.some(({ cell }) => isUnread(cell))) return null;
  return parts.reduce((sum, { sign, cell }) => {
    const at = structure.cells.get(cell);
    const value = at === undefined ? 0n : (amountAt(account, at)?.value ?? 0n);
    return sign === 1 ? sum + value : sum - value;
  }, 0n);
}

/** An amount of a cell in 10^-8 yuan; null where it is not there. */
export function valueAt(
  { account }: Pick<EntryState, 'account'>,
  cell: CellAddress,
): bigint | null {
  return amountAt(account, cell)?.value ?? null;
}

/** The digits of a cell as they are typed, in the unit of the account; null for nothing. */
export function digitsAt(account: Account, cell: CellAddress): string | null {
  const amount = amountAt(account, cell);
  if (amount === null || amount.value === 0n) return null;
  return digitsOf(account, cell, amount.value);
}

/** Digits of an amount as it would be typed into a cell. */
export function digitsOf(account: Account, cell: CellAddress, value: bigint): string {
  const counted = isCount(cell.form, cell.key);
  return amountText(value, counted ? '元' : account.unit, counted ? 0 : 2);
}

function amountFor(account: Account, cell: CellAddress, value: bigint): Amount {
  const unit = isCount(cell.form, cell.key) ? '元' : account.unit;
  const half = value === 0n ? 0n : amountOf({ digits: 1n, decimals: 2 }, unit).half;
  return { value, half };
}

function amountEdit(account: Account, cell: CellAddress): EntryEdit {
  const { form, side, key, column } = cell;
  return {
    kind: 'amount',
    cell: { form, side, key, column },
    value: digitsAt(account, cell),
  };
}

/** What takes an edit back, given the account before it. */
function undone(account: Account, edit: EntryEdit): readonly EntryEdit[] {
  if (isFormEdit(edit)) return undoneFormEdit(account, edit);
  switch (edit.kind) {
    case 'amount': {
      const { form, key, side } = edit.cell;
      const wasThere = !isNewLine(account, edit.cell) || side !== null || !/^\d/.test(key);
      const back = amountEdit(account, edit.cell);
      return wasThere ? [back] : [back, { kind: 'no-line', form, key }];
    }
    case 'input': {
      const text = account.inputs.get(edit.id)?.text ?? '';
      return [{ kind: 'input', id: edit.id, text }];
    }
    default: {
      const { form, key } = edit;
      const row = account.tables.get(form)?.rows.find((each) => each.key === key);
      if (row === undefined) return [{ kind: 'no-line', form, key }];
      const cells = [...row.cells.keys()].map((column) =>
        amountEdit(account, { form, key, column, side: null }),
      );
      const line: EntryEdit = { kind: 'line', form, key, item: row.item };
      return edit.kind === 'line' ? [line] : [line, ...cells];
    }
  }
}
