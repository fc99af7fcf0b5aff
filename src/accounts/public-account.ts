import { glossaryId, nameId } from '../forms/inputs.js';
import type { FormId } from '../forms/model.js';
import type { Account, AccountTables } from './model.js';
import { tablesFrom } from './rows.js';

/**
 * What of an account goes out with its document: the amounts of the tables and what its sentences
 * say (`asked`, ids of inputs), the totals of its units and the money between them. The books with
 * the names of their projects, the rest of the units' accounts, where everything was found on
 * somebody's machine, and what nobody asked for stay behind.
 */
export function publicAccount(account: Account, asked: ReadonlySet<string>): Account {
  const { inputs, evaluations, ...rest } = account;
  const said = [...inputs].filter(
    ([id]) => asked.has(id) || [glossaryId(''), nameId('')].some((head) => id.startsWith(head)),
  );
  return {
    ...rest,
    tables: withoutSources(account.tables),
    prior: withoutSources(account.prior),
    budget: withoutSources(account.budget),
    inputs: new Map(said.map(([id, value]) => [id, { ...value, source: null }])),
    ledger: null,
    evaluations: evaluations.filter(({ form }) => form !== 'evaluation-report'),
    parts: account.parts.map(publicPart),
    conflicts: [],
  };
}

/** Of a unit its totals: what the department's document prints of it. */
function publicPart({ entity, role, kind, fiscalYear, unit, tables }: Account): Account {
  const totals = [...withoutSources(tables).values()].map(({ form, rows }) => ({
    form,
    rows: rows.filter(({ key }) => TOTALS[form]?.includes(key) === true),
  }));
  const none: AccountTables = new Map();
  return {
    ...{ entity, role, units: [], ...(kind === undefined ? {} : { kind }), fiscalYear, unit },
    tables: tablesFrom(totals.filter(({ rows }) => rows.length > 0)),
    ...{ prior: none, budget: none, inputs: new Map(), ledger: null },
    ...{ evaluations: [], parts: [], conflicts: [] },
  };
}

/** Lines of a unit that its department prints. */
const TOTALS: Readonly<Partial<Record<FormId, readonly string[]>>> = {
  'income-expenditure-summary': ['closing-balance'],
  income: ['total'],
  expenditure: ['total'],
};

function withoutSources(tables: AccountTables): AccountTables {
  return tablesFrom(
    [...tables.values()].map(({ form, rows }) => ({
      form,
      rows: rows.map((row) => ({
        ...row,
        cells: new Map(
          [...row.cells].map(([column, { amount }]) => [column, { amount, source: null }]),
        ),
      })),
    })),
  );
}
