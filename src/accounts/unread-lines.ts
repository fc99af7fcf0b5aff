import type { Filing, FormFact } from '../facts/model.js';
import type { Block, Side } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { AccountCell, AccountRow, AccountTable } from './model.js';

const UNREAD: AccountCell = { amount: null, source: null };

/**
 * Whether something of a table was not read: an amount, the name of a line, or a part of it. Of
 * such a table nobody can say that a line which is not there is nothing.
 */
export function hasLost({ cells, place }: FormFact, { unread }: Filing): boolean {
  if (cells.some((cell) => cell.amount === null || isNameless(cell))) return true;
  const lines = [place, ...cells.map((cell) => cell.place)].flatMap(({ line }) => line ?? []);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return unread.some(({ place: { line } }) => line !== null && line >= first && line <= last);
}

/** An amount in an image beside a name that was not made out. */
function isNameless({ lineId, code, origin, value }: FormFact['cells'][number]): boolean {
  return origin === 'recognised' && lineId === null && code === null && value !== null;
}

/** The table with the lines that its form has everywhere and that were not found: unread. */
export function withUnreadLines(table: AccountTable): AccountTable {
  const added = formOf(table.form).blocks.flatMap((block) => linesLost(block, table.rows));
  return added.length === 0 ? table : { ...table, rows: [...table.rows, ...added] };
}

function linesLost(block: Block, rows: readonly AccountRow[]): readonly AccountRow[] {
  if (block.kind !== 'fixed') return [];
  const side: Side | null = block.side;
  const own = rows.filter((row) => row.side === side);
  const columns = new Set(own.flatMap(({ cells }) => [...cells.keys()]));
  return block.lines
    .filter(({ id, optional }) => optional !== true && !own.some(({ key }) => key === id))
    .map(({ id, label }) => ({
      ...{ side, key: id, item: label },
      cells: new Map([...columns].map((column) => [column, UNREAD])),
    }));
}
