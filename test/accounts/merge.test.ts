import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import { amountAt } from '../../src/accounts/lookup.js';
import { mergeUnits } from '../../src/accounts/merge.js';
import type { Account, AccountTables, Ledger } from '../../src/accounts/model.js';
import { filingOfAccount } from '../../src/accounts/to-filing.js';
import { check } from '../../src/findings/check.js';
import { type LedgerCase, ledgerCase } from '../kit/ledger-arbitrary.js';

const source = { file: '账.xlsx', address: null };
const CODE = '2130306';

/** Books in which a unit gives another money, or gets it, and spends what it got. */
function transferring(ledger: Ledger, way: 'pays' | 'gets', value: bigint): Ledger {
  const amount = { value, half: 0n };
  const line = { fund: 'own', function: CODE, amount, source } as const;
  const rest = { economic: null, project: null };
  const nature = way === 'pays' ? 'subsidy-to-affiliated' : 'basic';
  const kind = way === 'pays' ? 'other' : 'superior-subsidy';
  return {
    ...ledger,
    entries: [...ledger.entries, { ...line, ...rest, nature }],
    incomes: [...ledger.incomes, { ...line, kind }],
  };
}

/** Without money of its own between units, so that only what is put in is there. */
function alone({ ledger, head }: LedgerCase, entity: string): LedgerCase {
  const kept = ledger.entries.map((entry) =>
    /affiliated|remitted/.test(entry.nature) ? { ...entry, nature: 'business' as const } : entry,
  );
  const incomes = ledger.incomes.map((entry) =>
    /superior|affiliated/.test(entry.kind) ? { ...entry, kind: 'other' as const } : entry,
  );
  return {
    ledger: { ...ledger, entries: kept, incomes },
    head: { ...head, entity, fiscalYear: 2023 },
  };
}

function merged(units: readonly Account[]): Account {
  const result = mergeUnits(units, null);
  if ('why' in result) throw new Error(result.why);
  return result.account;
}

function amountsOf(tables: AccountTables): Readonly<Record<string, bigint>> {
  return Object.fromEntries(
    [...tables.values()].flatMap(({ form, rows }) =>
      rows.flatMap(({ side, key, cells }) =>
        [...cells].map(([column, cell]) => [
          `${form} ${side} ${key} ${column}`,
          cell.amount?.value ?? -1n,
        ]),
      ),
    ),
  );
}

it('adds up units; what they gave each other is in neither side', () => {
  fc.assert(
    fc.property(ledgerCase, ledgerCase, fc.bigInt(1n, 999_999_99n), (first, second, cents) => {
      const value = cents * 10n ** 6n;
      const [one, other] = [alone(first, '示例县水务局（本级）'), alone(second, '示例县水利站')];
      const units = [
        accountFromLedger(transferring(one.ledger, 'pays', value), one.head),
        accountFromLedger(transferring(other.ledger, 'gets', value), other.head),
      ];
      const department = merged(units);
      expect(department.entity).toBe('示例县水务局');
      expect(
        department.transfers?.map(({ kind, amount, eliminated }) => [
          kind,
          amount.value,
          eliminated,
        ]),
      ).toEqual([['subsidy', value, true]]);
      const total = { form: 'expenditure', key: 'total', column: 'current-year', side: null };
      const spent = (account: Account) =>
        amountAt(account, total as Parameters<typeof amountAt>[1])!.value;
      expect(spent(department)).toBe(spent(units[0]!) + spent(units[1]!) - value);
      const { findings } = check(filingOfAccount(department));
      const wrong = findings.filter(({ rule }) => rule !== 'classification.unknown-code');
      // Both may have items under a code that is of two budgets only together.
      expect(wrong.map(({ rule, message }) => `${rule} ${message.zh}`)).toEqual([]);
      // The books with their contra entries say the same.
      const { ledger, ...head } = department;
      const derived = accountFromLedger(ledger!, { ...head, given: department.tables });
      const both = amountsOf(derived.tables);
      for (const [cell, sum] of Object.entries(amountsOf(department.tables))) {
        expect([cell, both[cell] ?? 0n]).toEqual([cell, sum]);
      }
    }),
    { numRuns: 30 },
  );
});

it('names what only one side has, and leaves it in the sums', () => {
  fc.assert(
    fc.property(ledgerCase, ledgerCase, (first, second) => {
      const [one, other] = [alone(first, '示例县水务局'), alone(second, '示例县水务局水利站')];
      const units = [
        accountFromLedger(one.ledger, one.head),
        accountFromLedger(transferring(other.ledger, 'gets', 5n * 10n ** 8n), other.head),
      ];
      const department = merged(units);
      expect(department.entity).toBe('示例县水务局');
      const [left] = department.transfers!;
      expect([left?.eliminated, left?.from.length, left?.to[0]?.unit]).toEqual([
        false,
        0,
        '示例县水务局水利站',
      ]);
      const kept = {
        form: 'income',
        key: 'total',
        column: 'superior-subsidy',
        side: null,
      } as const;
      expect(amountAt(department, kept)?.value).toBe(5n * 10n ** 8n);
    }),
    { numRuns: 30 },
  );
});

it('refuses one unit, two years, the same unit twice, a department without a name', () => {
  const [sample] = fc.sample(ledgerCase, { seed: 1, numRuns: 1 });
  const of = (entity: string, fiscalYear = 2023) =>
    accountFromLedger(sample!.ledger, { ...sample!.head, entity, fiscalYear });
  expect(mergeUnits([of('甲局')], null)).toEqual({ why: 'few' });
  expect(mergeUnits([of('甲局'), of('甲局所', 2022)], null)).toEqual({
    why: 'years',
    years: [2023, 2022],
  });
  expect(mergeUnits([of('甲局'), of('甲局')], null)).toEqual({ why: 'twice', unit: '甲局' });
  expect(mergeUnits([of('甲局'), of('乙站')], null)).toEqual({ why: 'unnamed' });
  expect(mergeUnits([of('甲局'), of('乙站')], '丙局')).toHaveProperty('account.entity', '丙局');
});
