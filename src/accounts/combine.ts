import type { MoneyUnit } from '../base/amount.js';
import { normaliseLabel } from '../base/label.js';
import { nameId } from '../forms/inputs.js';
import {
  type Contribution,
  contributionOf,
  contributionOfLastYear,
  type Given,
} from './contribution.js';
import { ofExpenditure } from './expenditure-only.js';
import { accountFromLedger } from './from-ledger.js';
import { joinInputs } from './join-inputs.js';
import { joinLedgers } from './join-ledgers.js';
import { type Joined, joinTables } from './join-tables.js';
import type {
  Account,
  AccountRow,
  AccountTable,
  AccountTables,
  Conflict,
  Inputs,
  Ledger,
  Measure,
} from './model.js';
import { tablesFrom } from './rows.js';
import { settled } from './settle.js';
import { suggestedPerformance } from './suggest-performance.js';

/** Why no account could be made: nobody says whose, or of which year. */
export type Missing = 'entity' | 'fiscal-year' | 'amounts';

/**
 * One account out of several inputs: the books first, then tables in the order they were given.
 * Where two disagree the finer, then the earlier stands, and the conflict says so. What is of
 * another body or year is left out, and that too is a conflict. Last year's document among the
 * inputs is known by its year.
 */
export function combine(
  given: readonly Given[],
  lastYear: readonly Given[],
): Account | readonly Missing[] {
  const year = yearOf(given, lastYear);
  const isBefore = (one: Given) =>
    year !== null && one.kind === 'filing' && one.filing.fiscalYear === year - 1;
  const now = given.filter((one) => !isBefore(one)).map(contributionOf);
  const before = [...lastYear, ...given.filter(isBefore)].map(contributionOfLastYear);
  const ordered = [...now.filter(hasBooks), ...now.filter((one) => !hasBooks(one)), ...before];
  const conflicts: Conflict[] = [];
  const entity = ordered.find((one) => one.entity !== null)?.entity ?? null;
  if (entity === null || year === null) {
    return [
      ...(entity === null ? (['entity'] as const) : []),
      ...(year === null ? (['fiscal-year'] as const) : []),
    ];
  }
  const own = ordered.filter((one) => belongs(one, entity, year, conflicts));
  const ledger = joinLedgers(own, conflicts);
  if (ledger === null && own.every(({ tables }) => tables.size === 0)) return ['amounts'];
  return settled(assembled({ own, ledger, entity, year, conflicts }));
}

/** The bodies whose books or tables these are, each once. */
export function bodiesOf(given: readonly Given[]): readonly string[] {
  const names = given.flatMap((one): readonly string[] => {
    if (one.kind === 'account') return [one.account.entity];
    const { entity, ledger, forms } = one.filing;
    return entity !== null && (ledger !== undefined || forms.length > 0) ? [entity] : [];
  });
  return names.filter((name, at) => names.findIndex((first) => isSameName(first, name)) === at);
}

function hasBooks({ ledger }: Contribution): boolean {
  return ledger !== null;
}

/** The year of the books, else the latest that tables are of. */
function yearOf(given: readonly Given[], lastYear: readonly Given[]): number | null {
  const yearIn = (one: Given) =>
    one.kind === 'account' ? one.account.fiscalYear : one.filing.fiscalYear;
  const books = given.filter((one) =>
    one.kind === 'account' ? one.account.ledger !== null : one.filing.ledger !== undefined,
  );
  const years = (list: readonly Given[]) => list.flatMap((one) => yearIn(one) ?? []);
  const found = years(books)[0] ?? years(given).sort((a, b) => b - a)[0];
  if (found !== undefined) return found;
  const before = years(lastYear)[0];
  return before === undefined ? null : before + 1;
}

/** Whether an input is of this body and year; where it says it is not, that is a conflict. */
function belongs(one: Contribution, entity: string, year: number, conflicts: Conflict[]): boolean {
  const others = one.entity !== null && !isSameName(one.entity, entity);
  const later = one.fiscalYear !== null && one.fiscalYear !== year;
  if (others) conflicts.push(leftOut('单位', entity, one.entity!, one));
  else if (later) conflicts.push(leftOut('年度', `${year}`, `${one.fiscalYear}`, one));
  return !others && !later;
}

function leftOut(what: string, taken: string, other: string, { source }: Contribution): Conflict {
  return {
    about: `${what}不同，没有采用其中的内容`,
    taken: { text: taken, source: null },
    other: { text: other, source },
  };
}

/**
 * The same but for blanks, quotation marks and the names of the places above it. A department and
 * its own offices (本级) are two bodies with accounts of their own.
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => normaliseLabel(name).replace(/\(本级\)$/, '本级'));
  return a === b || (a!.length >= 4 && b!.endsWith(a!)) || (b!.length >= 4 && a!.endsWith(b!));
}

interface Parts {
  readonly own: readonly Contribution[];
  readonly ledger: Ledger | null;
  readonly entity: string;
  readonly year: number;
  readonly conflicts: Conflict[];
}

function assembled({ own, ledger, entity, year, conflicts }: Parts): Account {
  const unit = finest(own);
  const join = (measure: Measure, list: readonly AccountTables[]): AccountTables =>
    list.reduce<AccountTables>((all, tables) => {
      const joined: Joined = joinTables(all, tables, { measure, unit });
      conflicts.push(...joined.conflicts);
      return joined.tables;
    }, new Map());
  const evaluations = own.flatMap((one) => one.evaluations);
  const inputs = suggestedPerformance(joinInputs(own, conflicts), evaluations, unit);
  const merged = own.find(({ parts }) => parts.length > 0);
  const units = own.find((one) => one.units.length > 0)?.units ?? [];
  const kind = own.find((one) => one.kind !== undefined)?.kind;
  const head = {
    entity,
    role: own.find(({ role }) => role !== null)?.role ?? (units.length > 1 ? 'department' : 'unit'),
    units,
    ...(kind === undefined ? {} : { kind }),
    fiscalYear: year,
    unit,
    inputs,
    evaluations,
  } as const;
  const given = own.map(({ tables }) => tables);
  // What an account was derived from is in its tables already.
  const books = ledger && accountFromLedger(ledger, { ...head, given: toldBy(given, ledger) });
  return {
    ...head,
    tables: namedBy(inputs, join('reported', books ? [derived(books, ledger!), ...given] : given)),
    prior: join('prior', [...own.map(({ prior }) => prior), ...own.map(({ told }) => told.prior)]),
    budget: join('budget', [
      ...(books ? [books.budget] : []),
      ...own.map(({ budget }) => budget),
      ...own.map(({ told }) => told.budget),
    ]),
    ledger,
    parts: merged?.parts ?? [],
    conflicts: [...own.flatMap((one) => one.conflicts), ...conflicts],
    ...(merged?.transfers === undefined ? {} : { transfers: merged.transfers }),
  };
}

/** Codes without a name take the one that was asked for and answered. */
function namedBy(inputs: Inputs, tables: AccountTables): AccountTables {
  const named = (row: AccountRow): AccountRow =>
    row.item === '' ? { ...row, item: inputs.get(nameId(row.key))?.text.trim() ?? '' } : row;
  return tablesFrom(
    [...tables.values()].map(({ form, rows }) => ({ form, rows: rows.map(named) })),
  );
}

/** Tables that books tell: those of expenditure alone, or of a budget, say nothing of the rest. */
function derived({ tables }: Account, { entries, incomes, balances }: Ledger): AccountTables {
  if (entries.length === 0 && incomes.length === 0) return new Map();
  const told = [...tables.values()].flatMap((table): readonly AccountTable[] => {
    if (incomes.length === 0) return ofExpenditure(table, balances.length > 0);
    const isKnown = entries.length > 0 || table.form === 'income';
    return isKnown || table.form === 'related-information' ? [table] : [];
  });
  return tablesFrom(told);
}

/** Cells that no entry tells, out of the tables that came with the books. */
function toldBy(given: readonly AccountTables[], ledger: Ledger): AccountTables {
  const form = 'three-public-expenses';
  const unknown = ledger.entries.some(({ fund, economic }) => fund !== 'own' && economic === null);
  const rows = given
    .flatMap((tables) => tables.get(form)?.rows ?? [])
    .filter(({ key }, at, all) => all.findIndex((row) => row.key === key) === at)
    .filter(({ key }) => key === 'budget' || unknown);
  const information = given.flatMap((tables) => tables.get('related-information') ?? [])[0];
  return new Map([
    ...(rows.length > 0 ? [[form, { form, rows }] as const] : []),
    ...(information ? [['related-information', information] as const] : []),
  ]);
}

const UNITS: readonly MoneyUnit[] = ['元', '千元', '万元', '百万元', '亿元'];

/** The finest unit of the inputs; 元 where none says. */
function finest(own: readonly Contribution[]): MoneyUnit {
  const found = own.flatMap(({ unit }) => unit ?? []);
  return UNITS.find((unit) => found.includes(unit)) ?? '元';
}
