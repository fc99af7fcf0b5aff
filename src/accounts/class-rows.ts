import type { Amount } from '../base/amount.js';
import { sumAmounts } from '../base/verdict.js';
import { formOf } from '../forms/statutory.js';
import { functionName } from './code-names.js';
import type { AccountCell, AccountRow, AccountTable } from './model.js';

/** Digits of 类, 款 and 项. */
const LENGTHS = [3, 5, 7] as const;

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * A table by functional code of which only the 项 were filled in gets its 类 and 款 as their sums.
 * One that prints any 类 or 款 stands as it is: what is missing in it is its own matter.
 */
export function withClassRows(table: AccountTable, year: number): AccountTable {
  const { form, rows } = table;
  if (formOf(form).blocks[0]!.kind !== 'open') return table;
  const items = rows.filter(({ key }) => /^\d+$/.test(key));
  if (items.length === 0 || items.some(({ key }) => key.length !== LENGTHS[2])) return table;
  const parents = [...new Set(items.flatMap(({ key }) => [key.slice(0, 3), key.slice(0, 5)]))];
  const sums = parents.map((key): AccountRow => {
    const own = items.filter((row) => row.key.startsWith(key));
    return { side: null, key, item: functionName(key, year, NO_NAMES), cells: summed(own) };
  });
  const others = rows.filter((row) => !items.includes(row));
  const coded = [...sums, ...items].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { form, rows: [...others, ...coded] };
}

function summed(rows: readonly AccountRow[]): ReadonlyMap<string, AccountCell> {
  const byColumn = new Map<string, (Amount | null)[]>();
  for (const { cells } of rows) {
    for (const [column, { amount }] of cells) {
      byColumn.set(column, [...(byColumn.get(column) ?? []), amount]);
    }
  }
  return new Map(
    [...byColumn].map(([column, amounts]) => [column, { amount: sumOf(amounts), source: null }]),
  );
}

/** What something unread goes into is unknown as well. */
function sumOf(amounts: readonly (Amount | null)[]): Amount | null {
  const known = amounts.flatMap((each) => (each === null ? [] : [[1, each] as const]));
  return known.length < amounts.length ? null : sumAmounts(known);
}
