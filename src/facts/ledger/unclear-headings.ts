import type { Wording } from '../../base/wording.js';
import type { Unread } from '../model.js';
import type { LedgerLine } from './model.js';
import type { LedgerTable } from './table.js';

/** Headings of one table that are named. */
const MOST = 12;

/** Columns with something in them whose headings say nothing to us: not used, and said. */
export function unknownHeadings({ columns, heading, rows }: LedgerTable): readonly Unread[] {
  const filled = columns.unknown.filter((cell) => {
    const index = heading.indexOf(cell);
    return rows.some((row) => (row[index]?.text.trim() ?? '') !== '');
  });
  return filled
    .slice(0, MOST)
    .map(({ text, place }) => ({ what: `表头“${text}”`, why: UNKNOWN, place }));
}

const UNKNOWN: Wording = {
  zh: '没有认出这个表头，这一栏没有用；表头的写法见 docs/ledgers.md',
  en: 'this heading is not known and its column was not used; docs/ledgers.md has those that are',
};

/** Two columns of amounts that could both be the one: neither is taken for it. */
export function unclearAmounts({ columns, heading, kind }: LedgerTable): readonly Unread[] {
  const { amounts } = columns;
  const roles = amounts.map((column): Role => column.side ?? column.kind ?? kind ?? 'unsaid');
  const second = roles.findIndex((role, at) =>
    roles.slice(0, at).some((other) => isSame(role, other) || isSame(other, role)),
  );
  if (second < 0) return [];
  const names = amounts.map(({ label }) => `“${label}”`).join('、');
  const { place } = heading[amounts[second]!.index]!;
  return [{ what: `金额栏${names}`, why: SEVERAL, place }];
}

type Role = LedgerLine['kind'] | 'debit' | 'credit' | 'unsaid';

/** Whether a column may be what the other is: spent or received in the year. */
function isSame(role: Role, other: Role): boolean {
  const flows = other === 'unsaid' || other === 'expenditure' || other === 'income';
  return role === other || (flows && ['unsaid', 'debit', 'credit'].includes(role));
}

const SEVERAL: Wording = {
  zh: '有几栏都可能是本年发生的金额，看不出用哪一栏，这张表没有采用；请只留一栏，或把表头写清楚',
  en: 'several columns may be the amount of the year, so the table was not used; keep one of them',
};
