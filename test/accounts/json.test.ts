import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountFromJson } from '../../src/accounts/from-json.js';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import { NotAccount } from '../../src/accounts/json-values.js';
import type { Account } from '../../src/accounts/model.js';
import { accountJson } from '../../src/accounts/to-json.js';
import { schemaErrors } from '../house/schemas.js';
import { ledgerCase } from '../kit/ledger-arbitrary.js';

const SOURCE = { file: '上年.docx', address: { table: 2, row: 3, column: 4 } };

/** An account with everything in it that JSON has to keep. */
function full(account: Account): Account {
  return {
    ...account,
    prior: account.tables,
    inputs: new Map([
      ['duties', { text: '一、拟订规划。\n二、组织实施。', toReview: true, source: SOURCE }],
      ['staff-actual', { text: '12', toReview: false, source: null }],
    ]),
    parts: [account],
    conflicts: [
      {
        about: '单位不同',
        taken: { text: '甲', source: null },
        other: { text: '乙', source: SOURCE },
      },
    ],
    transfers: [
      {
        kind: 'subsidy',
        from: [{ unit: '甲', function: '2130301', amount: { value: 10n ** 8n, half: 50n } }],
        to: [],
        amount: { value: 10n ** 8n, half: 50n },
        eliminated: false,
      },
    ],
  };
}

it('keeps an account exactly, as its schema says', () => {
  fc.assert(
    fc.property(ledgerCase, ({ ledger, head }) => {
      const account = full(accountFromLedger(ledger, head));
      const text = JSON.stringify(accountJson(account));
      const kept = JSON.parse(text) as Readonly<Record<string, unknown>>;
      expect(schemaErrors(kept)).toEqual([]);
      const again = accountFromJson(kept);
      expect(again).toEqual(account);
      expect(JSON.stringify(accountJson(again))).toBe(text);
    }),
    { numRuns: 60 },
  );
});

it('says where a file of hands is no account', () => {
  const at = (value: unknown): string => {
    try {
      accountFromJson(value);
    } catch (error) {
      if (error instanceof NotAccount) return error.at;
      throw error;
    }
    return 'taken';
  };
  const head = {
    schema: 'mingzhang/account@1',
    entity: '示例县水务局',
    role: 'unit',
    fiscalYear: 2023,
    unit: '元',
  };
  expect(at(head)).toBe('taken');
  expect(at([])).toBe('');
  expect(at({ ...head, schema: 'mingzhang/account@2' })).toBe('schema');
  expect(at({ ...head, unit: '角' })).toBe('unit');
  expect(at({ ...head, fiscalYear: '2023' })).toBe('fiscalYear');
  const row = {
    side: null,
    key: 'total',
    item: '合计',
    cells: { 'current-year': { amount: '1x' } },
  };
  expect(at({ ...head, tables: [{ form: 'income', rows: [row] }] })).toBe(
    'tables[0].rows[0].cells.current-year.amount',
  );
  expect(at({ ...head, tables: [{ form: 'outcome', rows: [] }] })).toBe('tables[0].form');
});
