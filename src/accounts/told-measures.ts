import type { Amount } from '../base/amount.js';
import type { About, Filing, Statement } from '../facts/model.js';
import { STATUTORY_FORMS } from '../forms/model.js';
import type { SourceOf } from './from-facts.js';
import { rowOf } from './lookup.js';
import type { AccountCell, AccountRow, AccountTable, AccountTables } from './model.js';
import { tablesFrom } from './rows.js';

type Draft = Map<string, AccountRow & { readonly cells: Map<string, AccountCell> }>;

/**
 * What the sentences of a document say that its tables do not: last year's amounts (as they print
 * them, or as their changes imply) and the initial budget, in the shape of the tables.
 */
export function toldMeasures(
  { statements }: Filing,
  tables: AccountTables,
  sourceOf: SourceOf,
): { readonly prior: AccountTables; readonly budget: AccountTables } {
  const prior = new Map<string, Draft>();
  const budget = new Map<string, Draft>();
  for (const statement of statements) {
    const { about } = statement;
    if (!about?.form || !about.columnId || (about.lineId ?? about.code) === null) continue;
    const before = priorOf(statement, tables);
    const source = sourceOf(statement.place);
    if (before !== null) put(prior, about, statement.label, { amount: before, source });
    const planned = statement.budget?.value == null ? null : statement.budget.amount;
    // The three-public form prints its budget itself.
    if (planned && about.form !== 'three-public-expenses') {
      put(budget, about, statement.label, { amount: planned, source });
    }
  }
  return { prior: drawn(prior), budget: drawn(budget) };
}

function priorOf({ about, prior, change, reported }: Statement, tables: AccountTables) {
  if (prior?.amount && prior.value !== null) return prior.amount;
  if (!about?.form || !change?.amount || change.value === null) return null;
  const row = rowOf(tables, about.form, about.lineId ?? about.code ?? '', about.side);
  const now = row?.cells.get(about.columnId ?? '')?.amount ?? reported?.amount;
  if (!now) return null;
  return less(now, change.amount, change.direction);
}

/** This year's less the change. A change without a direction word is none. */
function less(now: Amount, change: Amount, direction: -1 | 0 | 1): Amount | null {
  if (direction === 0 && change.value !== 0n) return null;
  return { value: now.value - BigInt(direction) * change.value, half: now.half + change.half };
}

function put(tables: Map<string, Draft>, about: About, item: string, cell: AccountCell): void {
  const key = about.lineId ?? about.code!;
  const table: Draft = tables.get(about.form!) ?? new Map();
  tables.set(about.form!, table);
  const at = `${about.side ?? ''} ${key}`;
  const row = table.get(at) ?? { side: about.side, key, item, cells: new Map() };
  table.set(at, row);
  if (!row.cells.has(about.columnId!)) row.cells.set(about.columnId!, cell);
}

function drawn(tables: ReadonlyMap<string, Draft>): AccountTables {
  return tablesFrom(
    STATUTORY_FORMS.flatMap((form): AccountTable[] => {
      const table = tables.get(form);
      return table ? [{ form, rows: [...table.values()] }] : [];
    }),
  );
}
