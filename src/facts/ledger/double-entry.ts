import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import type { LedgerLine } from './model.js';
import type { BookedRow } from './rows.js';

/** 年终结转, 转入结余: what was spent or received is taken out of the account again. */
const CLOSING = /年[末终]结[转账帐]|年终转账|结转(?:本年|本期|预算)|转入.{0,8}(?:结余|结转|盈余)/;

/**
 * Entries that close an account at the end of the year, in books of debits and credits: they are
 * neither expenditure nor income. `rows` are those that book something.
 */
export function withoutClosing(rows: readonly BookedRow[]): {
  readonly rows: readonly BookedRow[];
  readonly notices: readonly Unread[];
} {
  const closing = new Set(rows.filter(isClosing));
  const notices = [...closing].map(({ amounts }): Unread => {
    const { value, unit, cell } = amounts[0]!;
    return { what: `年终结转分录（${value}${unit}）`, why: CLOSES, place: cell.place };
  });
  return { rows: rows.filter((row) => !closing.has(row)), notices };
}

function isClosing({ amounts, cells }: BookedRow): boolean {
  if (!amounts.some(({ column }) => column.side !== null)) return false;
  return cells.some(({ text, continued }) => continued !== true && CLOSING.test(text));
}

/** Books of debits and credits that come to nothing: they were closed, and nothing says where. */
export function comesToNothing(
  rows: readonly BookedRow[],
  lines: readonly LedgerLine[],
): readonly Unread[] {
  const sided = rows.find(({ table }) => table.columns.amounts.some(({ side }) => side !== null));
  const total = lines.reduce((sum, { amount }) => sum + amount.value, 0n);
  const [first] = lines;
  if (sided === undefined || first === undefined || total !== 0n) return [];
  return [{ what: '借方合计等于贷方合计', why: NOTHING, place: first.place }];
}

const CLOSES: Wording = {
  zh: '是年终结转，不是支出或收入，没有计入',
  en: 'it closes the account at the end of the year and was not counted',
};

const NOTHING: Wording = {
  zh: '借贷相抵为零，像是含有年终结转的分录，看不出发生额，没有采用；请按结转前的余额导出',
  en: 'debits and credits cancel out, so closing entries are among them; export without these',
};
