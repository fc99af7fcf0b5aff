import { expect, it } from 'vitest';
import { amountText } from '../base/amount.js';
import type { FormId, Side } from '../forms/model.js';
import { type AccountHead, accountFromLedger } from './from-ledger.js';
import { amountAt, isEmpty } from './lookup.js';
import type { Account, Fund, Ledger, LedgerEntry, Measure, Nature } from './model.js';

const source = { file: '账.xlsx', address: null };

function yuan(value: number) {
  return { value: BigInt(value) * 10n ** 8n, half: 0n };
}

function spent(
  fund: Fund,
  code: string,
  economic: string | null,
  nature: Nature,
  value: number,
): LedgerEntry {
  return { fund, function: code, economic, nature, project: null, amount: yuan(value), source };
}

const LEDGER: Ledger = {
  entries: [
    spent('general-public-budget', '2130301', '30101', 'basic', 500),
    spent('general-public-budget', '2130301', '30201', 'basic', 80),
    spent('general-public-budget', '2130301', '30231', 'basic', 20),
    spent('general-public-budget', '2130305', '30227', 'project', 300),
    spent('government-managed-funds', '2296099', '30217', 'project', 40),
    spent('own', '2130306', null, 'business', 60),
  ],
  incomes: [
    {
      kind: 'appropriation',
      fund: 'general-public-budget',
      function: '2130301',
      amount: yuan(900),
      source,
    },
    {
      kind: 'appropriation',
      fund: 'government-managed-funds',
      function: '2296099',
      amount: yuan(30),
      source,
    },
    { kind: 'business', fund: 'own', function: '2130306', amount: yuan(75), source },
  ],
  balances: [
    {
      moment: 'opening',
      fund: 'government-managed-funds',
      function: null,
      amount: yuan(15),
      source,
    },
    {
      moment: 'closing',
      fund: 'government-managed-funds',
      function: '2296099',
      amount: yuan(5),
      source,
    },
    { moment: 'surplus-distribution', fund: 'own', function: null, amount: yuan(15), source },
  ],
  budgets: [
    {
      fund: 'general-public-budget',
      function: '2130301',
      nature: 'basic',
      amount: yuan(610),
      source,
    },
    {
      fund: 'general-public-budget',
      function: '2130311',
      nature: 'project',
      amount: yuan(50),
      source,
    },
  ],
  names: new Map(),
};

const HEAD: AccountHead = {
  entity: '示例县水务局',
  role: 'unit',
  units: [],
  kind: 'administrative',
  fiscalYear: 2023,
  unit: '元',
  inputs: new Map(),
  given: new Map([
    [
      'three-public-expenses',
      {
        form: 'three-public-expenses',
        rows: [
          {
            side: null,
            key: 'budget',
            item: '预算数',
            cells: new Map([['vehicle-operation', { amount: yuan(25), source }]]),
          },
        ],
      },
    ],
  ]),
  evaluations: [],
};

function at(
  account: Account,
  address: readonly [form: FormId, key: string, column: string, side?: Side],
  measure?: Measure,
): string | null {
  const [form, key, column, side = null] = address;
  const amount = amountAt(account, { form, key, column, side }, measure);
  return amount && amountText(amount.value, '元', 0);
}

const account = accountFromLedger(LEDGER, HEAD);

it('sums the two-sided forms', () => {
  const summary = 'income-expenditure-summary';
  expect(at(account, [summary, 'current-income', 'amount', '收入'])).toBe('1005');
  expect(at(account, [summary, 'total', 'amount', '收入'])).toBe('1020');
  expect(at(account, [summary, 'function-213', 'amount', '支出'])).toBe('960');
  expect(at(account, [summary, 'surplus-distribution', 'amount', '支出'])).toBe('15');
  expect(at(account, [summary, 'total', 'amount', '支出'])).toBe('1020');
  const appropriation = 'appropriation-summary';
  const funds = 'government-managed-funds';
  expect(at(account, [appropriation, `opening-${funds}`, 'amount', '收入'])).toBe('15');
  expect(at(account, [appropriation, 'function-229', funds, '支出'])).toBe('40');
  expect(at(account, [appropriation, 'closing-balance', funds, '支出'])).toBe('5');
  expect(at(account, [appropriation, 'total', 'total', '支出'])).toBe('945');
});

it('puts a balance without a function under the only one of its fund', () => {
  const form = 'government-managed-funds';
  expect(at(account, [form, '2296099', 'opening'])).toBe('15');
  expect(at(account, [form, '22960', 'closing'])).toBe('5');
});

it('shows basic and all expenditure by economic code', () => {
  const form = 'basic-expenditure';
  expect(at(account, [form, '302', 'basic'])).toBe('100');
  expect(at(account, [form, '302', 'amount'])).toBe('400');
  expect(at(account, [form, 'personnel-total', 'basic'])).toBe('500');
  expect(at(account, [form, 'total', 'amount'])).toBe('900');
});

it('leaves out what missing economic codes make unknown', () => {
  const project = spent('general-public-budget', '2130305', null, 'project', 1);
  const some = accountFromLedger({ ...LEDGER, entries: [...LEDGER.entries, project] }, HEAD);
  expect(at(some, ['basic-expenditure', 'total', 'basic'])).toBe('600');
  expect(at(some, ['basic-expenditure', 'total', 'amount'])).toBe(null);
  expect(at(some, ['three-public-expenses', 'final', 'reception'])).toBe(null);
  const basic = spent('general-public-budget', '2130301', null, 'basic', 1);
  const none = accountFromLedger({ ...LEDGER, entries: [...LEDGER.entries, basic] }, HEAD);
  expect(none.tables.has('basic-expenditure')).toBe(false);
});

it('takes three-public expenses from what appropriations paid for', () => {
  const form = 'three-public-expenses';
  expect(at(account, [form, 'final', 'vehicles'])).toBe('20');
  expect(at(account, [form, 'final', 'reception'])).toBe('40');
  expect(at(account, [form, 'final', 'total'])).toBe('60');
  expect(at(account, [form, 'budget', 'vehicle-operation'])).toBe('25');
  expect(at(account, [form, 'budget', 'total'])).toBe(null);
  expect(at(account, [form, 'final', 'vehicle-operation'], 'budget')).toBe('25');
});

it('takes operating expenses from the public funds of an administrative body', () => {
  expect(at(account, ['related-information', 'operating-administrative', 'value'])).toBe('100');
  const { kind: _, ...unknown } = HEAD;
  const other = accountFromLedger(LEDGER, unknown);
  expect(other.tables.has('related-information')).toBe(false);
});

it('knows the budget by code, zero for what was spent without one', () => {
  const form = 'general-public-budget-expenditure';
  expect(at(account, [form, '2130301', 'total'], 'budget')).toBe('610');
  expect(at(account, [form, '2130305', 'total'], 'budget')).toBe('0');
  expect(at(account, [form, '2130311', 'project'], 'budget')).toBe('50');
  expect(at(account, [form, 'total', 'total'], 'budget')).toBe('660');
  expect(account.budget.has('expenditure')).toBe(false);
});

it('publishes a form without money empty', () => {
  expect(isEmpty(account, 'state-capital-operations')).toBe(true);
  expect(isEmpty(account, 'government-managed-funds')).toBe(false);
});
