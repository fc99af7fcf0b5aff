import { describe, expect, test } from 'vitest';
import type { Account, AccountTables } from '../accounts/model.js';
import { exactCell } from '../accounts/rows.js';
import { GENERAL } from '../editions/general.js';
import type { Words } from '../editions/narrative-model.js';
import {
  amount,
  change,
  completion,
  concept,
  maybe,
  reason,
  say,
  share,
} from '../editions/narrative-words.js';
import { runsOf } from './sentence-runs.js';
import { SentenceWriter } from './sentence-writer.js';

const YUAN = 10n ** 8n;
const SPENT = concept('scoped-expenditure', 'general-public-budget');
const BASIC = concept('basic-expenditure', 'general-public-budget');

function tables(total: bigint, basic: bigint): AccountTables {
  const form = 'general-public-budget-expenditure';
  const cells = new Map([
    ['total', exactCell(total * YUAN)],
    ['basic', exactCell(basic * YUAN)],
  ]);
  return new Map([[form, { form, rows: [{ side: null, key: 'total', item: '合计', cells }] }]]);
}

function account(parts: Partial<Account>): Account {
  return {
    ...{ entity: '示例县水务局', role: 'unit', units: [], fiscalYear: 2023, unit: '元' },
    ...{ tables: tables(200n, 50n), prior: new Map(), budget: new Map(), inputs: new Map() },
    ...{ ledger: null, evaluations: [], parts: [], conflicts: [] },
    ...parts,
  } as Account;
}

function said(words: Words, parts: Partial<Account> = {}): string {
  const writer = new SentenceWriter(account(parts), GENERAL, '元');
  return runsOf(writer.write(words, null), false)
    .map(({ text }) => text)
    .join('');
}

describe('a change', () => {
  const words = say`支出${amount(SPENT)}，比上年${change(SPENT)}。`;

  test('is told with its rate', () => {
    expect(said(words, { prior: tables(250n, 0n) })).toBe(
      '支出200.00元，比上年减少50.00元，下降20.00%。',
    );
  });

  test('has no rate where there was nothing before', () => {
    expect(said(words, { prior: tables(0n, 0n) })).toBe('支出200.00元，比上年增加200.00元。');
  });

  test('is none where both are the same', () => {
    expect(said(words, { prior: tables(200n, 0n) })).toBe('支出200.00元，比上年持平。');
  });

  test('is a mark where last year is not known, and what is missing is listed', () => {
    expect(said(words)).toBe('支出200.00元，比上年【待算】。');
    const pieces = new SentenceWriter(account({}), GENERAL, '元').write(words, null);
    const needs = pieces.flatMap((piece) => piece.needs ?? []);
    expect(needs).toEqual([
      {
        id: 'prior/scoped-expenditure@general-public-budget',
        label: '上年一般公共预算财政拨款支出',
        required: true,
        state: 'missing',
      },
    ]);
  });

  test('is told of what somebody typed', () => {
    const id = 'prior/scoped-expenditure@general-public-budget';
    const inputs = new Map([[id, { text: '160', toReview: false, source: null }]]);
    expect(said(words, { inputs })).toBe('支出200.00元，比上年增加40.00元，增长25.00%。');
  });
});

test('a share of nothing and a completion of no budget are left out with their words', () => {
  const words = say`基本支出${amount(BASIC)}${maybe`，占${share(BASIC, SPENT)}`}
    ${maybe`，完成${completion(BASIC)}`}。`;
  expect(said(words, { budget: tables(0n, 0n) })).toBe('基本支出50.00元，占25.00%。');
  expect(said(words, { tables: tables(0n, 0n), budget: tables(9n, 9n) })).toBe(
    '基本支出0.00元，完成0.00%。',
  );
});

test('a reason is somebody’s: a missing one is marked', () => {
  const words = say`原因是${reason('total', '收入总计增减的原因')}。`;
  const inputs = new Map([['reason/total', { text: '人员变动。', toReview: false, source: null }]]);
  expect(said(words, { inputs })).toBe('原因是人员变动。');
  expect(said(words)).toBe('原因是【待填：收入总计增减的原因】。');
});
