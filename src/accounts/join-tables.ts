import { amountText, type MoneyUnit } from '../base/amount.js';
import { compareAmounts } from '../base/verdict.js';
import { type FormId, STATUTORY_FORMS } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { isCount } from './count-lines.js';
import type {
  AccountCell,
  AccountRow,
  AccountTable,
  AccountTables,
  Conflict,
  Measure,
} from './model.js';
import { columnLabel } from './names.js';
import { tablesFrom } from './rows.js';
import { settledCellId } from './settle.js';

/** Tables of two inputs as one, and where they say different things. */
export interface Joined {
  readonly tables: AccountTables;
  readonly conflicts: readonly Conflict[];
}

/** What the joined tables hold, and in which unit a difference is told. */
interface Telling {
  readonly measure: Measure;
  readonly unit: MoneyUnit;
}

const MEASURES = { reported: '', prior: '（上年数）', budget: '（年初预算）' } as const;

/**
 * Every cell of both. Where both have one, the first stands, the finer one where they agree but for
 * rounding; where they disagree it is a conflict.
 */
export function joinTables(first: AccountTables, second: AccountTables, telling: Telling): Joined {
  const conflicts: Conflict[] = [];
  const tables = STATUTORY_FORMS.flatMap((form): AccountTable[] => {
    const [own, other] = [first.get(form), second.get(form)];
    if (own === undefined || other === undefined) return [own ?? other ?? []].flat();
    return [joined(own, other, telling, conflicts)];
  });
  return { tables: tablesFrom(tables), conflicts };
}

function joined(
  own: AccountTable,
  other: AccountTable,
  telling: Telling,
  conflicts: Conflict[],
): AccountTable {
  const { form } = own;
  const rest = new Map(other.rows.map((row) => [`${row.side ?? ''} ${row.key}`, row]));
  const rows = own.rows.map((row): AccountRow => {
    const at = `${row.side ?? ''} ${row.key}`;
    const its = rest.get(at);
    rest.delete(at);
    if (its === undefined) return row;
    const cells = new Map(row.cells);
    for (const [column, cell] of its.cells) {
      const mine = cells.get(column);
      if (mine === undefined || isFiner(cell, mine)) cells.set(column, cell);
      else if (areApart(cell, mine)) {
        conflicts.push(conflictAt({ form, row, column }, mine, cell, telling));
      }
    }
    return { ...row, cells };
  });
  // A line that only one of them has is no disagreement where it is nothing.
  const added = [...rest.values()];
  for (const row of added) {
    if (!isOpen(form) || !complete(own)) continue;
    for (const [column, cell] of row.cells) {
      if (cell.amount === null || cell.amount.value === 0n) continue;
      const nothing = { amount: { value: 0n, half: 0n }, source: null };
      conflicts.push(conflictAt({ form, row, column }, nothing, cell, telling));
    }
  }
  const kept = isOpen(form) && complete(own) ? [] : added;
  return { form, rows: inOrder(form, [...rows, ...kept]) };
}

/** Any amount says more than one that was not read. */
function isFiner({ amount }: AccountCell, mine: AccountCell): boolean {
  if (amount === null || mine.amount === null) return amount !== null;
  return compareAmounts(mine.amount, amount) !== 'wrong' && amount.half < mine.amount.half;
}

function areApart({ amount }: AccountCell, mine: AccountCell): boolean {
  if (amount === null || mine.amount === null) return false;
  return compareAmounts(mine.amount, amount) === 'wrong';
}

function isOpen(form: FormId): boolean {
  const kind = formOf(form).blocks[0]!.kind;
  return kind === 'open' || kind === 'coded';
}

/** A table by code that has a total has all its codes. */
function complete({ rows }: AccountTable): boolean {
  return rows.some(({ key }) => key === 'total') && rows.some(({ key }) => /^\d+$/.test(key));
}

/** Total first, then codes as they run; the lines of other forms as they came. */
function inOrder(form: FormId, rows: readonly AccountRow[]): readonly AccountRow[] {
  if (formOf(form).blocks[0]!.kind !== 'open') return rows;
  const rank = (key: string) => (key === 'total' ? '' : key);
  return [...rows].sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1));
}

function conflictAt(
  { form, row, column }: { form: FormId; row: AccountRow; column: string },
  mine: AccountCell,
  other: AccountCell,
  { measure, unit }: Telling,
): Conflict {
  const name = /^\d/.test(row.key) ? `${row.key} ${row.item}` : row.item;
  const side = row.side === null ? '' : `${row.side}`;
  const text = ({ amount }: AccountCell) =>
    isCount(form, row.key)
      ? amountText(amount?.value ?? 0n, '元', 0)
      : amountText(amount?.value ?? 0n, unit);
  const cell = `${side}“${name}”${columnLabel(form, row, column)}`;
  return {
    id: settledCellId({ measure, form, side: row.side, key: row.key, column }),
    about: `《${formOf(form).title}》${cell}${MEASURES[measure]}`,
    taken: { text: text(mine), source: mine.source },
    other: { text: text(other), source: other.source },
  };
}
