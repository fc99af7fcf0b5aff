import { expect, test } from 'vitest';
import { amountAt } from '../../src/accounts/lookup.js';
import type { Account } from '../../src/accounts/model.js';
import { amountText } from '../../src/base/amount.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { dataPackage } from '../../src/publications/data-package.js';
import { inventedAccounts } from './round-trip.js';

const [account] = inventedAccounts(1, EDITIONS[0]!) as [Account];
const { facts, descriptor } = dataPackage(account, '示例县水务局2022年度部门决算');
const [head, ...rows] = facts
  .trimEnd()
  .split('\r\n')
  .map((line) => line.split(','));

test('every amount of the account is a row, exactly', () => {
  const cells = [account.tables, account.prior, account.budget]
    .flatMap((tables) => [...tables.values()])
    .flatMap(({ rows: lines }) => lines.flatMap((line) => [...line.cells]));
  expect(rows.length).toBe(cells.length);
  const at = (name: string) => head!.indexOf(name);
  const total = rows.find(
    (row) =>
      row[at('form')] === 'expenditure' &&
      row[at('line')] === 'total' &&
      row[at('column')] === 'current-year' &&
      row[at('measure')] === 'reported',
  );
  const spot = { form: 'expenditure', key: 'total', column: 'current-year', side: null } as const;
  expect(total?.[at('value')]).toBe(amountText(amountAt(account, spot)!.value, '元'));
  expect(total?.[at('unit')]).toBe('元');
});

test('the descriptor names every column of the rows', () => {
  const { profile, name, resources } = JSON.parse(descriptor);
  expect(profile).toBe('fiscal-data-package');
  expect(name).toMatch(/^[-a-z0-9._/]+$/);
  const { path, schema } = resources[0];
  expect(path).toBe('facts.csv');
  expect(schema.fields.map((field: { name: string }) => field.name)).toEqual(head);
});

test('commas, quotation marks and line ends stay inside their field', () => {
  const named = { ...account, entity: '示例,“甲”"乙"' };
  expect(dataPackage(named, '').facts.split('\r\n')[1]).toMatch(/^"示例,“甲”""乙""",/);
});
