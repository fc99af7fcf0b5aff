import { expect, test } from 'vitest';
import { mergeUnits } from '../../src/accounts/merge.js';
import type { Account } from '../../src/accounts/model.js';
import { publicAccount } from '../../src/accounts/public-account.js';
import { accountJson } from '../../src/accounts/to-json.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { dataPackage } from '../../src/publications/data-package.js';
import { departmentTables } from '../../src/publications/department-annex.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import { publishedTables } from '../../src/publications/tables.js';
import { inventedAccounts } from './round-trip.js';

function department(edition: (typeof EDITIONS)[number]): Account {
  const [one, two] = inventedAccounts(2, edition) as [Account, Account];
  const units = [one, { ...two, fiscalYear: one.fiscalYear }].map((unit, at) => ({
    ...{ ...unit, entity: `示例县渔业局${at === 0 ? '（本级）' : '渔政站'}` },
    ...{ units: [], role: 'unit' as const },
  }));
  const merged = mergeUnits(units, '示例县渔业局');
  if ('why' in merged) throw new Error(merged.why);
  return merged.account;
}

const digits = (text: string) => BigInt(text.replace(/[,.]/g, '') || '0');

test.each(EDITIONS)('units less the money between them are the department: $id', (edition) => {
  const account = department(edition);
  const [units] = departmentTables(account, edition);
  const amounts = units!.body.map((row) => row.slice(-5).map(({ text }) => digits(text)));
  const total = amounts.at(-1)!;
  const sums = total.map((_, at) => amounts.slice(0, -1).reduce((sum, row) => sum + row[at]!, 0n));
  // Each amount is rounded by itself.
  total.forEach((amount, at) => {
    const apart = amount - sums[at]!;
    expect(apart < 0n ? -apart : apart).toBeLessThanOrEqual(2n);
  });
  const parts = { tables: publishedTables(account, edition), annex: [], embedded: '' };
  const { blocks } = publicationFrom(account, edition, parts).publication;
  expect(blocks.map((block) => ('id' in block ? block.id : ''))).toContain('table-units');
});

test('what goes out with it has the totals of the units and nothing else of them', () => {
  const account = department(EDITIONS[0]!);
  const kept = publicAccount(account, new Set());
  const { parts } = accountJson(kept) as { readonly parts: unknown };
  const text = JSON.stringify(parts);
  expect(kept.parts.map(({ entity }) => entity)).toEqual(account.units.map(({ name }) => name));
  expect(text).not.toMatch(/"key":"\d|"source":\{/);
  expect(departmentTables(kept, EDITIONS[0]!)).toEqual(departmentTables(account, EDITIONS[0]!));
});

test('the data package names the units and the transfers', () => {
  const account = department(EDITIONS[0]!);
  const { more, descriptor } = dataPackage(account, '');
  expect(more.map(({ name }) => name)).toEqual(['units.csv', 'transfers.csv']);
  const { resources } = JSON.parse(descriptor);
  for (const { path, schema } of resources.slice(1)) {
    const file = more.find(({ name }) => name === path)!;
    const [head, ...rows] = file.content.trimEnd().split('\r\n');
    expect(head!.split(',')).toEqual(schema.fields.map((field: { name: string }) => field.name));
    expect(rows.length).toBe(path === 'units.csv' ? 2 : (account.transfers?.length ?? 0));
  }
  const alone = dataPackage(account.parts[0]!, '');
  expect([alone.more, JSON.parse(alone.descriptor).resources.length]).toEqual([[], 1]);
});
