import type { MoneyUnit } from '../base/amount.js';
import { numeralText, parseNumeral } from '../base/numeral.js';
import type { UnitKind } from '../facts/model.js';
import { inputOf } from '../forms/inputs.js';
import type { FormId } from '../forms/model.js';
import { contraEntries, withoutTransfers } from './eliminate.js';
import { concatenated } from './join-ledgers.js';
import type { Account, AccountTables, Inputs, InputValue, Ledger, Transfer } from './model.js';
import { conflictOfUnit } from './settle.js';
import { sumTables } from './sum-tables.js';
import { transfersBetween } from './transfers.js';

/** What keeps something out of the department's account. */
export type MergeNote =
  | { readonly note: 'form-lacking'; readonly form: FormId; readonly unit: string }
  | { readonly note: 'prior-lacking'; readonly form: FormId; readonly unit: string }
  | { readonly note: 'budget-lacking'; readonly form: FormId; readonly unit: string };

/** Why units cannot be merged. */
export type MergeRefusal =
  | { readonly why: 'few' }
  | { readonly why: 'years'; readonly years: readonly number[] }
  | { readonly why: 'twice'; readonly unit: string }
  | { readonly why: 'unnamed' };

export interface Merged {
  readonly account: Account;
  readonly notes: readonly MergeNote[];
}

/**
 * Units into their department: tables added up, money between them taken out of both sides and
 * listed, the units kept as parts. `entity` names the department; without it the name of the unit
 * that is its own (本级) serves.
 */
export function mergeUnits(
  units: readonly Account[],
  entity: string | null,
): Merged | MergeRefusal {
  if (units.length < 2) return { why: 'few' };
  const years = [...new Set(units.map(({ fiscalYear }) => fiscalYear))];
  if (years.length > 1) return { why: 'years', years };
  const names = units.map((unit) => unit.entity);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return { why: 'twice', unit: twice };
  const name = entity ?? departmentOf(names);
  if (name === null) return { why: 'unnamed' };
  return merged(units, name);
}

function merged(units: readonly Account[], entity: string): Merged {
  const transfers = transfersBetween(units);
  const sums = {
    tables: sumTables(units.map(({ tables }) => tables)),
    prior: sumTables(units.map(({ prior }) => prior)),
    budget: sumTables(units.map(({ budget }) => budget)),
  };
  const kinds = new Set(units.map(({ kind }) => kind));
  const kind: UnitKind | undefined = kinds.size === 1 ? [...kinds][0] : undefined;
  const tables = withoutTransfers(sums.tables.tables, transfers);
  const account: Account = {
    entity,
    role: 'department',
    units: units.map((unit) => ({ name: unit.entity, kind: unit.kind ?? null })),
    ...(kind === undefined ? {} : { kind }),
    fiscalYear: units[0]!.fiscalYear,
    unit: finest(units),
    tables,
    // Last year's transfers between the units were in both of its sides too.
    prior: withoutTransfers(sums.prior.tables, priorTransfers(units)),
    budget: sums.budget.tables,
    inputs: mergedInputs(units),
    ledger: mergedLedger(units, transfers),
    evaluations: units.flatMap(({ evaluations }) => evaluations),
    parts: units,
    conflicts: units.flatMap((unit) =>
      unit.conflicts.map((conflict) => conflictOfUnit(unit.entity, conflict)),
    ),
    transfers,
  };
  const note = (name: MergeNote['note'], list: typeof sums.tables.lacking) =>
    list.map(({ form, unit }): MergeNote => ({ note: name, form, unit: units[unit]!.entity }));
  return {
    account,
    notes: [
      ...note('form-lacking', sums.tables.lacking),
      ...note('prior-lacking', sums.prior.lacking),
      ...note('budget-lacking', sums.budget.lacking),
    ],
  };
}

function priorTransfers(units: readonly Account[]): readonly Transfer[] {
  return transfersBetween(units.map((unit) => ({ ...unit, tables: unit.prior as AccountTables })));
}

/** 示例县水务局（本级）, 示例县水务局机关, or the name that all others begin with. */
function departmentOf(names: readonly string[]): string | null {
  const own = names.find((name) => /[（(]?本级[）)]?$|[（(]?机关[）)]?$/.test(name));
  if (own !== undefined) return own.replace(/[（(]?(?:本级|机关)[）)]?$/, '');
  return names.find((name) => names.every((other) => other.startsWith(name))) ?? null;
}

/** Books with the contra entries of what was eliminated; null where a unit has none. */
function mergedLedger(units: readonly Account[], transfers: readonly Transfer[]): Ledger | null {
  const books = units.flatMap(({ ledger }) => ledger ?? []);
  if (books.length < units.length) return null;
  const uncoded = transfers.some(
    ({ eliminated, from, to }) =>
      eliminated && [...from, ...to].some((side) => side.function?.length !== 7),
  );
  if (uncoded) return null;
  const all = concatenated(books);
  const contra = contraEntries(transfers);
  return {
    ...all,
    entries: [...all.entries, ...contra.entries],
    incomes: [...all.incomes, ...contra.incomes],
  };
}

/** Counts and amounts that all units gave, added up; texts of the department's own unit. */
function mergedInputs(units: readonly Account[]): Inputs {
  const found = new Map<string, InputValue>();
  const own = units.find(({ entity }) => /本级|机关/.test(entity)) ?? units[0]!;
  for (const [id, value] of own.inputs) {
    const kind = inputOf(id)?.kind ?? 'text';
    // What a unit says of its own amounts does not explain the department's.
    if (kind === 'text' && !id.startsWith('reason/')) found.set(id, { ...value, toReview: true });
  }
  // What a code is called is the same in all of them.
  const names = units.flatMap(({ inputs }) => [...inputs].filter(([id]) => id.startsWith('name/')));
  for (const [id, value] of names) found.set(id, value);
  const ids = new Set(units.flatMap(({ inputs }) => [...inputs.keys()]));
  for (const id of ids) {
    const kind = inputOf(id)?.kind;
    if (kind !== 'count' && kind !== 'amount') continue;
    const given = units.map(({ inputs }) => parseNumeral(inputs.get(id)?.text ?? ''));
    if (given.some((numeral) => numeral === null)) continue;
    const toReview = units.some(({ inputs }) => inputs.get(id)?.toReview);
    found.set(id, { text: added(given.map((numeral) => numeral!)), toReview, source: null });
  }
  return found;
}

function added(
  numerals: readonly { readonly digits: bigint; readonly decimals: number }[],
): string {
  const decimals = Math.max(...numerals.map((numeral) => numeral.decimals));
  const digits = numerals.reduce(
    (sum, numeral) => sum + numeral.digits * 10n ** BigInt(decimals - numeral.decimals),
    0n,
  );
  return numeralText({ digits, decimals });
}

const UNITS: readonly MoneyUnit[] = ['元', '千元', '万元', '百万元', '亿元'];

function finest(units: readonly Account[]): MoneyUnit {
  return UNITS.find((unit) => units.some((each) => each.unit === unit)) ?? '元';
}
