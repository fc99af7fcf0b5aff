import { describe, expect, it } from 'vitest';
import { amountOf } from '../base/amount.js';
import type { CellFact, Filing } from '../facts/model.js';
import { judgedAccount, unreadableAccount } from './embedded.js';
import type { Account } from './model.js';

const PLACE = { page: null, line: 7, from: 0, to: 4, text: null };

/** A document that prints one amount in 万元, for 一般公共服务支出. */
function printing(value: string, digits: bigint): Filing {
  const cell = {
    ...{ form: 'expenditure', row: 1, side: null, line: null, lineId: null, code: '201' },
    ...{ item: '一般公共服务支出', under: null, column: '本年支出合计', columnId: 'current-year' },
    ...{ value, unit: '万元', decimals: 2, origin: 'printed', confidence: null, settledBy: [] },
    ...{ place: PLACE, amount: amountOf({ digits, decimals: 2 }, '万元') },
  } as CellFact;
  const form = { form: 'expenditure', title: '支出决算表', unit: '万元', cells: [cell] };
  return { fiscalYear: 2023, entities: [], forms: [form] } as unknown as Filing;
}

/** An account that has it in 元 and 分. */
function carrying(cents: bigint, fiscalYear = 2023): Account {
  const amount = amountOf({ digits: cents, decimals: 2 }, '元');
  const cells = new Map([['current-year', { amount, source: null }]]);
  const row = { side: null, key: '201', item: '一般公共服务支出', cells };
  const tables = new Map([['expenditure', { form: 'expenditure', rows: [row] }]]);
  return { fiscalYear, tables } as unknown as Account;
}

describe('the account that a document carries', () => {
  it('is relied on where every printed amount is its rounding', () => {
    const account = carrying(1_234_549n);
    expect(judgedAccount(account, printing('1.23', 123n))).toEqual({ account, notices: [] });
  });

  it('is not where one differs by more, and the place is said', () => {
    const { account, notices } = judgedAccount(carrying(1_235_100n), printing('1.23', 123n));
    expect(account).toBeNull();
    expect(notices).toHaveLength(1);
    expect(notices[0]!.place).toBe(PLACE);
    expect(notices[0]!.why.zh).toBe(
      '《支出决算表》一般公共服务支出（本年支出合计）印的是1.23，所附数据是1.2351，以印的为准，所附数据没有采用',
    );
  });

  it('is not where it is of another year, or nothing printed confirms it', () => {
    const other = judgedAccount(carrying(1_230_000n, 2022), printing('1.23', 123n));
    expect(other.account).toBeNull();
    expect(other.notices).toHaveLength(1);
    const silent = judgedAccount(carrying(0n), { ...printing('', 0n), forms: [] });
    expect(silent).toEqual({ account: null, notices: [] });
    expect(unreadableAccount(printing('1.23', 123n)).notices).toHaveLength(1);
  });
});
