import type { MoneyUnit } from '../base/amount.js';
import type { EvaluationSegment, Filing, UnitKind } from '../facts/model.js';
import { threePublicBudget } from './budget-tables.js';
import { ledgerFromFacts, type SourceOf } from './from-facts.js';
import { carriedOver, inputsFromFiling, tablesFromFiling } from './from-filing.js';
import type {
  Account,
  AccountTables,
  Conflict,
  Inputs,
  Ledger,
  Source,
  Transfer,
  UnitOfDepartment,
} from './model.js';
import { printedBudgets } from './printed-budgets.js';
import { tablesFrom } from './rows.js';
import { settledSumId } from './settle.js';
import { toldMeasures } from './told-measures.js';

/** One input as it was read: a document with the way back to its file, or an account. */
export type Given =
  | { readonly kind: 'filing'; readonly filing: Filing; readonly sourceOf: SourceOf }
  | { readonly kind: 'account'; readonly file: string; readonly account: Account };

/** What one input adds to an account. */
export interface Contribution {
  readonly source: Source;
  readonly entity: string | null;
  readonly role: 'department' | 'unit' | null;
  readonly units: readonly UnitOfDepartment[];
  readonly kind: UnitKind | undefined;
  /** Of the account that it adds to: a budget's own year, last year's plus one. */
  readonly fiscalYear: number | null;
  readonly unit: MoneyUnit | null;
  readonly ledger: Ledger | null;
  readonly tables: AccountTables;
  readonly prior: AccountTables;
  readonly budget: AccountTables;
  /** What its sentences say of last year and the budget: weaker than any table. */
  readonly told: { readonly prior: AccountTables; readonly budget: AccountTables };
  readonly inputs: Inputs;
  readonly evaluations: readonly EvaluationSegment[];
  readonly parts: readonly Account[];
  /** Money between the parts. */
  readonly transfers: readonly Transfer[] | undefined;
  readonly conflicts: readonly Conflict[];
}

const NO_TABLES: AccountTables = new Map();
const NOTHING_TOLD = { prior: NO_TABLES, budget: NO_TABLES };

/** What an input of this year says. */
export function contributionOf(given: Given): Contribution {
  if (given.kind === 'account') return ofAccount(given.file, given.account);
  const { filing, sourceOf } = given;
  const head = headOf(filing, sourceOf);
  const tables = tablesFromFiling(filing, sourceOf);
  if (filing.kind === 'budget') {
    return { ...head, budget: budgetIn(tables), inputs: new Map(), evaluations: [] };
  }
  return {
    ...head,
    ledger: filing.ledger ? ledgerFromFacts(filing.ledger, sourceOf) : null,
    tables,
    budget: new Map([
      ...tablesFromFiling(printedBudgets(filing), sourceOf),
      ...tablesFrom(threePublicBudget(tables)),
    ]),
    told: toldMeasures(filing, tables, sourceOf),
    // A list that asks for it was filled in for this year; a finished text is somebody's of then.
    inputs: new Map([
      ...inputsFromFiling({ ...filing, inputs: [] }, sourceOf, true),
      ...inputsFromFiling(withoutText(filing), sourceOf, false),
    ]),
    evaluations: filing.evaluations,
    conflicts: wrongSums(filing, sourceOf),
  };
}

/** Books whose rows do not come to the sum below them contradict themselves. */
function wrongSums({ unread }: Filing, sourceOf: SourceOf): readonly Conflict[] {
  return unread.flatMap(({ what, sum, place }): readonly Conflict[] => {
    if (sum === undefined) return [];
    const source = sourceOf(place);
    return [
      {
        id: settledSumId(sum.ofRows, sum.printed),
        about: `账里的合计“${what}”与各行之和不一致`,
        taken: { text: sum.ofRows, source: { file: source.file, address: null } },
        other: { text: sum.printed, source },
      },
    ];
  });
}

/** What last year's document gives: its tables to compare with, the texts that may stand again. */
export function contributionOfLastYear(given: Given): Contribution {
  if (given.kind === 'account') {
    const { file, account } = given;
    const all = ofAccount(file, account);
    const review = new Map([...account.inputs].map(([id, v]) => [id, { ...v, toReview: true }]));
    return { ...all, ...asPrior(all), inputs: carriedOver(review) };
  }
  const { filing, sourceOf } = given;
  const head = headOf(filing, sourceOf);
  const all = { ...head, tables: tablesFromFiling(filing, sourceOf) };
  return { ...all, ...asPrior(all), inputs: carriedOver(inputsFromFiling(filing, sourceOf, true)) };
}

function asPrior({ fiscalYear, tables }: Pick<Contribution, 'fiscalYear' | 'tables'>) {
  return {
    fiscalYear: fiscalYear === null ? null : fiscalYear + 1,
    tables: NO_TABLES,
    prior: tables,
    budget: NO_TABLES,
    ledger: null,
    evaluations: [],
    parts: [],
    transfers: undefined,
    conflicts: [],
    told: NOTHING_TOLD,
  };
}

function headOf(filing: Filing, sourceOf: SourceOf): Contribution {
  const { entity, entities, fiscalYear, unit, file } = filing;
  const place = filing.forms[0]?.place ?? { page: null, line: 1, from: 0, to: 0, text: null };
  const units = entities.filter(({ name, role }) => role === 'unit' && name !== entity);
  return {
    source: entity === null ? { file, address: null } : sourceOf(place),
    entity,
    role: entities.some(({ role }) => role === 'department') ? 'department' : null,
    units: units.map(({ name }) => ({ name, kind: null })),
    kind: filing.unitKind,
    fiscalYear,
    unit,
    ledger: null,
    tables: NO_TABLES,
    prior: NO_TABLES,
    budget: NO_TABLES,
    told: NOTHING_TOLD,
    inputs: new Map(),
    evaluations: [],
    parts: [],
    transfers: undefined,
    conflicts: [],
  };
}

function withoutText(filing: Filing): Filing {
  return { ...filing, sections: [], passages: [], figures: [], statements: [] };
}

/** A budget document prints the 三公 budget as its only measure, whichever name that has. */
function budgetIn(tables: AccountTables): AccountTables {
  const form = 'three-public-expenses';
  const rows = tables.get(form)?.rows ?? [];
  const row = rows.find(({ key }) => key === 'budget') ?? rows.find(({ key }) => key === 'final');
  if (row === undefined) return tables;
  return new Map([...tables, [form, { form, rows: [{ ...row, key: 'final' }] }]]);
}

function ofAccount(file: string, account: Account): Contribution {
  const { entity, role, units, kind, fiscalYear, unit, ledger, tables, prior, budget } = account;
  const { inputs, evaluations, parts, transfers, conflicts } = account;
  return {
    source: { file, address: null },
    ...{ entity, role, units, kind, fiscalYear, unit, ledger, tables, prior, budget },
    told: NOTHING_TOLD,
    ...{ inputs, evaluations, parts, transfers, conflicts },
  };
}
