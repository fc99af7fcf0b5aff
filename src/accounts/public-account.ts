import { glossaryId, nameId } from '../forms/inputs.js';
import type { Account, AccountTables } from './model.js';
import { tablesFrom } from './rows.js';

/**
 * What of an account goes out with its document: the amounts of the tables and what its sentences
 * say (`asked`, ids of inputs). The books with the names of their projects, the accounts of the
 * units, where everything was found on somebody's machine, and what nobody asked for stay behind.
 */
export function publicAccount(account: Account, asked: ReadonlySet<string>): Account {
  const { transfers: _transfers, inputs, evaluations, ...rest } = account;
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
    parts: [],
    conflicts: [],
  };
}

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
