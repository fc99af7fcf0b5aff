import type { Amount } from '../base/amount.js';
import { sumAmounts } from '../base/verdict.js';
import { type FormId, STATUTORY_FORMS } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import type { AccountCell, AccountRow, AccountTable, AccountTables } from './model.js';
import { tablesFrom } from './rows.js';

/** Sums of the tables of several units, and the forms that some unit does not have. */
export interface SummedTables {
  readonly tables: AccountTables;
  /** Which unit (by index) has no such form, while another has. */
  readonly lacking: readonly { readonly form: FormId; readonly unit: number }[];
}

/**
 * Adds up tables cell by cell. A form that one unit lacks is not added up: what it would hold is
 * unknown. A code that a unit has no line for is nothing of it; a fixed line or a column that one
 * unit does not print is left out.
 */
export function sumTables(given: readonly AccountTables[]): SummedTables {
  const lacking: { form: FormId; unit: number }[] = [];
  const tables = STATUTORY_FORMS.flatMap((form): AccountTable[] => {
    const own = given.map((each) => each.get(form));
    if (own.every((table) => table === undefined)) return [];
    own.forEach((table, unit) => {
      if (table === undefined) lacking.push({ form, unit });
    });
    const known = own.filter((table) => table !== undefined);
    return known.length === own.length ? [sumOf(form, known)] : [];
  });
  return { tables: tablesFrom(tables), lacking };
}

function sumOf(form: FormId, tables: readonly AccountTable[]): AccountTable {
  // A unit's empty table prints nothing: it is nothing in every cell.
  const filled = tables.filter((table) => !isEmpty(table));
  const counted = filled.length > 0 ? filled : tables;
  const columns = commonColumns(counted);
  const rows = new Map<string, AccountRow[]>();
  for (const { rows: own } of counted) {
    for (const row of own) {
      const at = `${row.side ?? ''} ${row.key}`;
      rows.set(at, [...(rows.get(at) ?? []), row]);
    }
  }
  const summed = [...rows.values()].flatMap((same): AccountRow[] => {
    const [first] = same as [AccountRow];
    if (same.length < counted.length && !mayLack(form, first.key)) return [];
    const cells = new Map<string, AccountCell>();
    for (const column of columns(first)) {
      const found = same.flatMap((row): readonly Amount[] => {
        const amount = row.cells.get(column)?.amount;
        return amount ? [amount] : [];
      });
      if (found.length < same.length) continue;
      const amount = sumAmounts(found.map((each) => [1, each] as const));
      cells.set(column, { amount, source: null });
    }
    return cells.size === 0 ? [] : [{ ...first, cells }];
  });
  return { form, rows: inOrder(form, summed) };
}

function isEmpty({ rows }: AccountTable): boolean {
  return rows.every((row) => [...row.cells.values()].every(({ amount }) => amount?.value === 0n));
}

/** Columns that every unit prints on that side. */
function commonColumns(tables: readonly AccountTable[]): (row: AccountRow) => readonly string[] {
  const bySide = new Map<string, readonly string[]>();
  return ({ side }) => {
    const known = bySide.get(side ?? '');
    if (known) return known;
    const printed = tables.map(
      (table) =>
        new Set(
          table.rows.filter((row) => row.side === side).flatMap((row) => [...row.cells.keys()]),
        ),
    );
    const common = [...(printed[0] ?? [])].filter((column) =>
      printed.every((own) => own.has(column)),
    );
    bySide.set(side ?? '', common);
    return common;
  };
}

/** Lines that a unit without money there does not print. */
function mayLack(form: FormId, key: string): boolean {
  const { kind } = formOf(form).blocks[0]!;
  if (kind === 'open' || kind === 'coded') return /^\d+$/.test(key);
  return key.startsWith('function-') || (key.startsWith('vehicles-') && key !== 'vehicles-total');
}

/** Total lines and codes as the form has them; other lines as the form lists them. */
function inOrder(form: FormId, rows: readonly AccountRow[]): readonly AccountRow[] {
  const ids = formOf(form).blocks.flatMap((block) =>
    block.kind === 'open'
      ? [block.total.id]
      : block.kind === 'coded'
        ? []
        : block.lines.map(({ id }) => `${block.kind === 'fixed' ? (block.side ?? '') : ''}${id}`),
  );
  const coded = formOf(form).blocks[0]!.kind === 'coded';
  const rank = ({ side, key }: AccountRow) => {
    const at = ids.indexOf(`${side ?? ''}${key}`);
    if (/^\d+$/.test(key)) return coded ? 0 : ids.length;
    return at < 0 ? ids.length : at;
  };
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => {
      const apart = rank(a.row) - rank(b.row);
      if (apart !== 0) return apart;
      const codes = /^\d+$/.test(a.row.key) && /^\d+$/.test(b.row.key);
      return codes ? (a.row.key < b.row.key ? -1 : 1) : a.at - b.at;
    })
    .map(({ row }) => row);
}
