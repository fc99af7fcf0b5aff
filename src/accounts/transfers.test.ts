import { expect, it } from 'vitest';
import type { Account, AccountRow } from './model.js';
import { transfersBetween } from './transfers.js';

type Item = readonly [code: string, paid: number, received: number];

function unit(entity: string, items: readonly Item[]): Account {
  const rows = (column: string, at: 1 | 2): readonly AccountRow[] =>
    items
      .filter((item) => item[at] !== 0)
      .map((item) => ({
        side: null,
        key: item[0],
        item: '',
        cells: new Map([
          [column, { amount: { value: BigInt(item[at]) * 10n ** 8n, half: 0n }, source: null }],
        ]),
      }));
  return {
    entity,
    role: 'unit',
    units: [],
    fiscalYear: 2023,
    unit: '元',
    tables: new Map([
      ['expenditure', { form: 'expenditure', rows: rows('subsidy-to-affiliated', 1) }],
      ['income', { form: 'income', rows: rows('superior-subsidy', 2) }],
    ]),
    prior: new Map(),
    budget: new Map(),
    inputs: new Map(),
    ledger: null,
    evaluations: [],
    parts: [],
    conflicts: [],
  };
}

function shown(...units: readonly Account[]): readonly string[] {
  return transfersBetween(units).map(({ from, to, amount, eliminated }) => {
    const names = (list: typeof from) => list.map((side) => `${side.unit}${side.function}`);
    const sides = `${names(from).join('+')} → ${names(to).join('+')}`;
    return `${sides} ${amount.value / 10n ** 8n}${eliminated ? '' : ' 未抵销'}`;
  });
}

it('matches amounts under the same code first', () => {
  const paid = unit('局', [
    ['2130301', 50, 0],
    ['2130306', 50, 0],
  ]);
  const got = unit('站', [['2130306', 0, 50]]);
  expect(shown(paid, got)).toEqual(['局2130306 → 站2130306 50', '局2130301 →  50 未抵销']);
});

it('matches one amount with the only set that adds up to it', () => {
  const paid = unit('局', [['2130306', 90, 0]]);
  const one = unit('站', [['2130306', 0, 60]]);
  const two = unit('所', [['2130306', 0, 30]]);
  expect(shown(paid, one, two)).toEqual(['局2130306 → 站2130306+所2130306 90']);
});

it('guesses nothing where two sets would do', () => {
  const paid = unit('局', [['2130306', 90, 0]]);
  const others = [10, 80, 40, 50].map((value, at) => unit(`站${at}`, [['2130306', 0, value]]));
  expect(shown(paid, ...others).filter((line) => !line.endsWith('未抵销'))).toEqual([]);
});

it('says what comes from outside', () => {
  const paid = unit('局', [['2130306', 90, 0]]);
  const got = unit('站', [['2130306', 0, 100]]);
  expect(shown(paid, got)).toEqual(['局2130306 →  90 未抵销', ' → 站2130306 100 未抵销']);
});

it('never matches a unit with itself', () => {
  expect(shown(unit('局', [['2130306', 90, 90]]), unit('站', []))).toHaveLength(2);
});
