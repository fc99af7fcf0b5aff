import { describe, expect, it } from 'vitest';
import type { Account, AccountTable } from '../accounts/model.js';
import { exactRow } from '../accounts/rows.js';
import { computedCells, type Identity, identitiesOf } from './identities.js';

function accountWith(...tables: readonly AccountTable[]): Account {
  return {
    ...{ entity: '示例局', role: 'unit', units: [], fiscalYear: 2023, unit: '元' },
    tables: new Map(tables.map((table) => [table.form, table])),
    ...{ prior: new Map(), budget: new Map(), inputs: new Map(), ledger: null },
    ...{ evaluations: [], parts: [], conflicts: [] },
  };
}

const EXPENDITURE: AccountTable = {
  form: 'expenditure',
  rows: ['total', '208', '210'].map((key) =>
    exactRow(null, key, key, [
      ['current-year', 3n],
      ['basic', 1n],
      ['project', 2n],
    ]),
  ),
};

function identity(left: readonly string[], right: readonly string[]): Identity {
  const cells = (names: readonly string[]) => names.map((cell) => ({ sign: 1, cell }) as const);
  return {
    ...{ rule: 'r', title: { zh: '', en: '' }, about: '', relation: '=' },
    ...{ left: cells(left), right: cells(right) },
  };
}

describe('what the rules say of the cells of an account', () => {
  it('is every sum along a row and down a column, whatever the amounts', () => {
    const sums = computedCells(identitiesOf(accountWith(EXPENDITURE)));
    const told = (key: string) => sums.get(`expenditure/${key}`)?.map(({ cell }) => cell);
    expect(told('208/current-year')).toEqual(['expenditure/208/basic', 'expenditure/208/project']);
    expect(told('total/basic')).toEqual(['expenditure/208/basic', 'expenditure/210/basic']);
    expect(told('208/basic')).toBeUndefined();
  });
});

describe('cells that nobody types', () => {
  it('are told by the first identity; a second one is a check', () => {
    const sums = computedCells([
      identity(['f/a'], ['f/b', 'f/c']),
      identity(['f/a'], ['f/d', 'f/e']),
    ]);
    expect(sums.get('f/a')?.map(({ cell }) => cell)).toEqual(['f/b', 'f/c']);
  });

  it('are never sums of themselves, of another form, or of one cell', () => {
    const sums = computedCells([
      identity(['f/a'], ['f/b', 'f/c']),
      identity(['f/b'], ['f/a', 'f/d']),
      identity(['f/e'], ['g/a', 'g/b']),
      identity(['f/h'], ['f/i']),
    ]);
    expect([...sums.keys()]).toEqual(['f/a']);
  });
});
