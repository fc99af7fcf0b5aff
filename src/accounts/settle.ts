import { amountOf } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { type FormId, type Side, STATUTORY_FORMS } from '../forms/model.js';
import { isCount } from './count-lines.js';
import { isUnreadAt, rowOf } from './lookup.js';
import type { Account, AccountRow, AccountTables, Conflict, Inputs, Measure } from './model.js';
import { tablesFrom } from './rows.js';

/** A cell of one of the three sets of tables of an account. */
export interface CellOfAccount {
  readonly measure: Measure;
  readonly form: FormId;
  readonly side: Side | null;
  readonly key: string;
  readonly column: string;
}

const SETTLED = 'settled/';
const OF_INPUT = `${SETTLED}input/`;
const OF_SUM = `${SETTLED}sum/`;

/** Under which id somebody says which of two amounts is the right one. */
export function settledCellId({ measure, form, side, key, column }: CellOfAccount): string {
  return `${SETTLED}${[measure, form, side ?? '-', key, column].join('/')}`;
}

/** Under which id somebody says which of two answers to an input is the right one. */
export function settledInputId(input: string): string {
  return `${OF_INPUT}${input}`;
}

/** Under which id somebody confirms what rows come to, against the sum that stands below them. */
export function settledSumId(ofRows: string, printed: string): string {
  return `${OF_SUM}${ofRows}/${printed}`;
}

/** Whether a conflict is that of a sum of the books: rows can be confirmed, the sum cannot. */
export function isSettledSum(id: string): boolean {
  return id.startsWith(OF_SUM);
}

/** A unit's conflict as its department's: here it can be confirmed, only there be changed. */
export function conflictOfUnit(unit: string, conflict: Conflict): Conflict {
  const id = conflict.id?.replace(SETTLED, `${SETTLED}unit/${unit.replace(/\s/g, '')}/`);
  return { ...conflict, ...(id === undefined ? {} : { id }), about: `${unit}：${conflict.about}` };
}

/** The input that a conflict is about; null where it is about an amount. */
export function settledInput(id: string): string | null {
  return id.startsWith(OF_INPUT) ? id.slice(OF_INPUT.length) : null;
}

/** Whether an input says which of two contradicting inputs is right. */
export function isSettlement(id: string): boolean {
  return id.startsWith(SETTLED);
}

/**
 * The account with the conflicts that somebody has settled: what was chosen stands in its place,
 * and the conflict is none any more. One that nobody settled, or whose answer is neither of what
 * the inputs say, stays. The answers that settled something have done so and go.
 */
export function settled(account: Account): Account {
  let now: Account = { ...account, conflicts: [] };
  const done = new Set<string>();
  for (const conflict of account.conflicts) {
    const after = afterSettling(now, conflict, account.conflicts);
    if (after !== null) done.add(conflict.id!);
    now = after ?? { ...now, conflicts: [...now.conflicts, conflict] };
  }
  const inputs = new Map([...now.inputs].filter(([id]) => !done.has(id)));
  return withToldCells({ ...now, inputs });
}

/** What somebody told of amounts that could not be read stands in their place. */
function withToldCells(account: Account): Account {
  let now = account;
  for (const [id, { text, source }] of account.inputs) {
    const cell = isSettlement(id) ? cellIn(id) : null;
    if (cell === null || cell.measure !== 'reported' || !isUnreadAt(now, cell)) continue;
    const after = withCell(now, cell, { text, source });
    if (after === null) continue;
    now = { ...after, inputs: new Map([...after.inputs].filter(([each]) => each !== id)) };
  }
  return now;
}

/** What somebody said is right of something that the inputs do not say differently. */
export function unusedSettlements(account: Account): Inputs {
  const open = new Set(account.conflicts.map(({ id }) => id));
  const isAsked = (id: string) => {
    const cell = cellIn(id);
    return open.has(id) || (cell !== null && isUnreadAt(account, cell));
  };
  return new Map([...account.inputs].filter(([id]) => isSettlement(id) && !isAsked(id)));
}

/** Null where the conflict stays. */
function afterSettling(
  account: Account,
  conflict: Conflict,
  all: readonly Conflict[],
): Account | null {
  const { id, other } = conflict;
  const answer = (id === undefined ? '' : (account.inputs.get(id)?.text ?? '')).trim();
  if (id === undefined || answer === '') return null;
  if (id.startsWith(OF_INPUT)) {
    const inputs = new Map(account.inputs);
    inputs.set(id.slice(OF_INPUT.length), { text: answer, toReview: false, source: null });
    return { ...account, inputs };
  }
  const cell = cellIn(id);
  if (cell !== null && isSame(answer, other.text)) return withCell(account, cell, other);
  const isTaken = isSame(answer, conflict.taken.text);
  // Of three inputs, the third may have been chosen.
  const isChosen =
    cell !== null && all.some((one) => one.id === id && isSame(answer, one.other.text));
  return isTaken || isChosen ? account : null;
}

function isSame(one: string, other: string): boolean {
  if (one === other.trim()) return true;
  const [a, b] = [one, other].map(parseNumeral);
  if (a == null || b == null) return false;
  return a.digits * 10n ** BigInt(b.decimals) === b.digits * 10n ** BigInt(a.decimals);
}

function cellIn(id: string): CellOfAccount | null {
  const [measure, form, side, key, column] = id.slice(SETTLED.length).split('/');
  const known = STATUTORY_FORMS.find((each) => each === form);
  const isMeasure = measure === 'reported' || measure === 'prior' || measure === 'budget';
  if (known === undefined || !isMeasure || !key || !column) return null;
  return { measure, form: known, side: side === '-' ? null : (side as Side), key, column };
}

const TABLES = { reported: 'tables', prior: 'prior', budget: 'budget' } as const;

/** With the other amount in the place of the first; a line that only the other has is added. */
function withCell(account: Account, at: CellOfAccount, other: Conflict['other']): Account | null {
  const name = TABLES[at.measure];
  const tables = account[name];
  const numeral = parseNumeral(other.text);
  const table = tables.get(at.form);
  if (numeral === null || table === undefined) return null;
  const amount = amountOf(numeral, isCount(at.form, at.key) ? '元' : account.unit);
  const cell = { amount: { value: amount.value, half: 0n }, source: other.source };
  const row = rowOf(tables, at.form, at.key, at.side);
  const changed: AccountRow = {
    ...(row ?? { side: at.side, key: at.key, item: '' }),
    cells: new Map([...(row?.cells ?? []), [at.column, cell]]),
  };
  const rows = row
    ? table.rows.map((each) => (each === row ? changed : each))
    : [...table.rows, changed].sort(byKey);
  return { ...account, [name]: replaced(tables, at.form, rows) };
}

/** Total first, then codes as they run. */
function byKey({ key: a }: AccountRow, { key: b }: AccountRow): number {
  const [one, other] = [a, b].map((key) => (/^\d/.test(key) ? key : ''));
  return one === other ? 0 : one! < other! ? -1 : 1;
}

function replaced(tables: AccountTables, form: FormId, rows: readonly AccountRow[]): AccountTables {
  return tablesFrom(
    [...tables.values()].map((each) => (each.form === form ? { form, rows } : each)),
  );
}
