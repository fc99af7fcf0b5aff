import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combine } from '../../src/accounts/combine.js';
import { sourcesIn } from '../../src/accounts/from-facts.js';
import { tablesFromFiling } from '../../src/accounts/from-filing.js';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import { amountAt } from '../../src/accounts/lookup.js';
import type { Account } from '../../src/accounts/model.js';
import { filingOfAccount } from '../../src/accounts/to-filing.js';
import type { Filing } from '../../src/facts/model.js';
import type { CheckResult } from '../../src/findings/model.js';
import { checkFiling, readDocument } from '../../src/pipeline.js';
import { approvedExport, type ExportHabits } from '../kit/approved-export.js';
import { type LedgerCase, ledgerCase } from '../kit/ledger-arbitrary.js';

const habits: fc.Arbitrary<ExportHabits> = fc.record({
  codes: fc.constantFrom('split', 'whole'),
  merged: fc.boolean(),
  series: fc.constantFrom('财决', '决算', '部决'),
  itemCodes: fc.boolean(),
  dense: fc.boolean(),
});

async function readExport(account: Account, how: ExportHabits): Promise<Filing> {
  const reading = await readDocument('决算报表.xlsx', await approvedExport(account, how));
  if ('code' in reading) throw new Error(`${reading.code} ${reading.detail}`);
  return reading.filing;
}

/** What a check says that is not information. */
function saidOf({ findings }: CheckResult): string[] {
  return findings.flatMap(({ rule, severity, message }) =>
    severity === 'info' ? [] : [`${rule} ${message.zh}`],
  );
}

const QUICK = { endOnFailure: true };

/** Lines and columns that such an export does not print. */
function isPrinted(form: string, key: string, column: string, how: ExportHabits): boolean {
  if (form === 'basic-expenditure') {
    return !/^(?:personnel|public)-total$/.test(key) && (how.itemCodes || key !== '30288');
  }
  if (form === 'income-expenditure-summary') return key !== 'appropriation';
  return column !== '';
}

test('an export of the approved tables gives the cells of the account', async () => {
  await fc.assert(
    fc.asyncProperty(ledgerCase, habits, async ({ ledger, head }, how) => {
      const account = accountFromLedger(ledger, head);
      const filing = await readExport(account, how);
      expect([filing.kind, filing.entity, filing.fiscalYear, filing.unit]).toEqual([
        'final-account',
        account.entity,
        account.fiscalYear,
        '元',
      ]);
      const read = tablesFromFiling(
        filing,
        sourcesIn('决算报表.xlsx', () => null),
      );
      const wrong: string[] = [];
      for (const [form, { rows }] of account.tables) {
        for (const { side, key, cells } of rows) {
          for (const [column, { amount }] of cells) {
            if (!isPrinted(form, key, column, how)) continue;
            const row = read.get(form)?.rows.find((own) => own.key === key && own.side === side);
            const got = row?.cells.get(column)?.amount?.value;
            if (got !== amount?.value) wrong.push(`${form} ${side} ${key} ${column} ${got}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(filing.unread).toEqual([]);
    }),
    { numRuns: 12, ...QUICK },
  );
});

test('a sound export has no findings', async () => {
  await fc.assert(
    fc.asyncProperty(ledgerCase, habits, async ({ ledger, head }, how) => {
      const filing = await readExport(accountFromLedger(ledger, head), how);
      expect(saidOf(checkFiling(filing))).toEqual([]);
    }),
    { numRuns: 10, ...QUICK },
  );
});

const HABITS = {
  codes: 'split',
  merged: true,
  series: '财决',
  itemCodes: true,
  dense: true,
} as const;

test('a public document is held against the approved tables', async () => {
  await fc.assert(
    fc.asyncProperty(ledgerCase, fc.nat(), async ({ ledger, head }, pick) => {
      const account = accountFromLedger(ledger, head);
      const approved = await readExport(account, HABITS);
      const sound = filingOfAccount(account);
      const about = (filing: Filing, references: readonly Filing[]) =>
        saidOf(checkFiling(filing, references)).filter((said) => said.startsWith('reference.'));
      expect(about(sound, [approved])).toEqual([]);
      const form = sound.forms.find((each) => each.form === 'income')!;
      const at = pick % form.cells.length;
      const cells = form.cells.map((cell, i) =>
        i === at ? { ...cell, amount: { value: cell.amount!.value + 100n ** 6n, half: 0n } } : cell,
      );
      const forms = sound.forms.map((each) => (each === form ? { ...form, cells } : each));
      expect(about({ ...sound, forms }, [approved])).toHaveLength(1);
      expect(about({ ...sound, forms, fiscalYear: 2019 }, [approved])).toEqual([]);
      expect(about(approved, [approved])).toEqual([]);
    }),
    { numRuns: 8, ...QUICK },
  );
});

test('an account is made of an export, with its budgets', async () => {
  const [{ ledger, head }] = fc.sample(ledgerCase, { seed: 7, numRuns: 1 }) as [LedgerCase];
  const own = accountFromLedger(ledger, head);
  const filing = await readExport(own, HABITS);
  const sourceOf = sourcesIn('决算报表.xlsx', () => null);
  const account = combine([{ kind: 'filing', filing, sourceOf }], []);
  if (!('tables' in account)) throw new Error(account.join());
  expect([account.entity, account.fiscalYear]).toEqual([own.entity, own.fiscalYear]);
  const total = {
    form: 'appropriation-summary',
    key: 'current-expenditure',
    side: '支出',
  } as const;
  expect(amountAt(account, { ...total, column: 'total' })).toEqual(
    expect.objectContaining({ value: amountAt(own, { ...total, column: 'total' })!.value }),
  );
  const budget = amountAt(account, { ...total, column: 'general-public-budget' }, 'budget');
  expect(budget?.value).toBe(10n ** 8n);
  expect(account.inputs.get('vehicles-kept')?.text).toBe('7');
  const columns = [...account.tables.values()].flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => [...cells.keys()]),
  );
  expect(columns.filter((id) => id.includes('budget/'))).toEqual([]);
});
