import { expect, it } from 'vitest';
import type { Account, AccountRow, AccountTables } from '../accounts/model.js';
import type { FormId, Side } from '../forms/model.js';
import { changedCells } from './changed-cells.js';
import { comparedOf, keyFiguresOf } from './measures.js';

type Cells = Readonly<Record<string, bigint>>;

/** A line with amounts in cents. */
function line(key: string, side: Side | null, cells: Cells): AccountRow {
  const amounts = Object.entries(cells).map(([column, cents]) => {
    const amount = { value: cents * 10n ** 6n, half: 0n };
    return [column, { amount, source: null }] as const;
  });
  return { side, key, item: key, cells: new Map(amounts) };
}

function tables(rows: Partial<Record<FormId, readonly AccountRow[]>>): AccountTables {
  const entries = Object.entries(rows) as [FormId, readonly AccountRow[]][];
  return new Map(entries.map(([form, lines]) => [form, { form, rows: lines }]));
}

const SUMMARY = 'income-expenditure-summary';
const THREE = 'three-public-expenses';

const ACCOUNT: Account = {
  ...{ entity: '示例县教育局', role: 'unit', units: [], fiscalYear: 2023, unit: '元' },
  tables: tables({
    [SUMMARY]: [
      line('current-income', '收入', { amount: 105_000_00n }),
      line('current-expenditure', '支出', { amount: 100_000_01n }),
    ],
    [THREE]: [line('final', null, { total: 3_333_33n })],
  }),
  prior: tables({
    [SUMMARY]: [line('current-income', '收入', { amount: 120_000_00n })],
    [THREE]: [line('final', null, { total: 0n })],
  }),
  budget: new Map(),
  inputs: new Map([['staff-actual', { text: '7', toReview: false, source: null }]]),
  ...{ ledger: null, evaluations: [], parts: [], conflicts: [] },
};

it('tells figures with their change; no rate over zero, no change without last year', () => {
  const found = keyFiguresOf(ACCOUNT).map(({ name, figure, change }) => [
    name.en,
    figure?.digits,
    change?.difference ?? null,
    change?.rate ?? null,
  ]);
  expect(found).toEqual([
    ['Income of the year', '105000.00', '-15000.00', '-12.5'],
    ['Expenditure of the year', '100000.01', null, null],
    ['Three-public expenses', '3333.33', '3333.33', null],
  ]);
});

it('compares amounts, heads and shares from exact amounts', () => {
  const of = (measure: string, per: 'amount' | 'head' | 'share', account: Account | null) =>
    comparedOf(account, measure, per, '万元');
  expect(of('three-public', 'amount', ACCOUNT)).toEqual({ digits: '0.333333', why: null });
  expect(of('expenditure', 'head', ACCOUNT)).toEqual({ digits: '1.43', why: null });
  expect(of('three-public', 'share', ACCOUNT)).toEqual({ digits: '3.3', why: null });
  expect(of('three-public', 'share', null)).toEqual({ digits: null, why: 'unpublished' });
  expect(of('abroad', 'amount', ACCOUNT)).toEqual({ digits: null, why: 'unpublished' });
  const none = { ...ACCOUNT, inputs: new Map() };
  expect(of('expenditure', 'head', none)).toEqual({ digits: null, why: 'no-staff' });
  const alone = { ...ACCOUNT, tables: tables({ [THREE]: ACCOUNT.tables.get(THREE)!.rows }) };
  expect(of('three-public', 'share', alone)).toEqual({ digits: null, why: 'no-total' });
});

it('finds every cell that two versions differ in, counts apart from amounts', () => {
  const related = (vehicles: bigint, goods: bigint) =>
    tables({
      'related-information': [
        line('procurement-goods', null, { value: goods }),
        line('vehicles-other', null, { value: vehicles }),
      ],
      expenditure: [line('2050101', null, { basic: 12_00n, project: 5_00n })],
    });
  const old = related(3_00n, 70_000_00n);
  const now = new Map([...related(4_00n, 60_000_00n), ...tables({ expenditure: [] })]);
  const found = changedCells(old, now, '万元').map(({ title, unit, changes }) => [
    title,
    unit,
    changes.map(({ item, column, old: was, now: is, difference }) => [
      ...[item, column, was, is, difference],
    ]),
  ]);
  expect(found).toEqual([
    [
      '支出决算表',
      '万元',
      [
        ['2050101', '基本支出', '0.0012', null, null],
        ['2050101', '项目支出', '0.0005', null, null],
      ],
    ],
    [
      '部门决算公开相关信息统计表',
      '万元',
      [['procurement-goods', '统计数', '7.00', '6.00', '-1.00']],
    ],
    ['部门决算公开相关信息统计表', null, [['vehicles-other', '统计数', '3', '4', '1']]],
  ]);
  expect(changedCells(old, old, '万元')).toEqual([]);
});
