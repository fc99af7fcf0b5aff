import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import { amountAt } from '../../src/accounts/lookup.js';
import { filingOfAccount } from '../../src/accounts/to-filing.js';
import { check } from '../../src/findings/check.js';
import { STATUTORY_FORMS } from '../../src/forms/model.js';
import { ledgerCase } from '../kit/ledger-arbitrary.js';

it('derives ten tables that agree with each other, whatever the books', () => {
  let held = 0;
  fc.assert(
    fc.property(ledgerCase, ({ ledger, head }) => {
      const account = accountFromLedger(ledger, head);
      expect([...account.tables.keys()]).toEqual(STATUTORY_FORMS);
      const { findings, undecided, rules } = check(filingOfAccount(account));
      // That a code is in no list at hand is information, and true here.
      const wrong = findings.filter(({ rule }) => rule !== 'classification.unknown-code');
      expect(wrong.map(({ rule, message }) => `${rule} ${message.zh}`)).toEqual([]);
      expect(undecided).toEqual([]);
      held += rules.holds;
    }),
    { numRuns: 300 },
  );
  expect(held).toBeGreaterThan(300 * 100);
});

it('shows every amount of the books once', () => {
  fc.assert(
    fc.property(ledgerCase, ({ ledger, head }) => {
      const account = accountFromLedger(ledger, head);
      const total = (list: readonly { readonly amount: { readonly value: bigint } }[]) =>
        list.reduce((sum, { amount }) => sum + amount.value, 0n);
      const at = (form: 'income' | 'expenditure') =>
        amountAt(account, { form, key: 'total', column: 'current-year', side: null })?.value;
      expect(at('expenditure')).toBe(total(ledger.entries));
      expect(at('income')).toBe(total(ledger.incomes));
    }),
    { numRuns: 100 },
  );
});
