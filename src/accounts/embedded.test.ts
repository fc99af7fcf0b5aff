import { describe, expect, it } from 'vitest';
import { amountOf } from '../base/amount.js';
import type { CellFact, Filing } from '../facts/model.js';
import { embeddedAccount } from './embedded.js';
import type { Account } from './model.js';
import { accountJson } from './to-json.js';

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
  return {
    ...{ entity: '虚构局', role: 'unit', units: [], fiscalYear, unit: '元' },
    tables: new Map([['expenditure', { form: 'expenditure', rows: [row] }]]),
    ...{ prior: new Map(), budget: new Map(), inputs: new Map(), ledger: null },
    ...{ evaluations: [], parts: [], conflicts: [] },
  };
}

function judged(account: Account, filing: Filing, editable = true) {
  return embeddedAccount(JSON.stringify(accountJson(account)), filing, editable);
}

describe('the account that a document carries', () => {
  it('is relied on where every printed amount is its rounding', () => {
    const account = carrying(1_234_549n);
    expect(judged(account, printing('1.23', 123n))).toEqual({
      ...{ account, notices: [], changed: [] },
    });
  });

  it('may have been rounded to nothing', () => {
    expect(judged(carrying(4_999n), printing('0.00', 0n)).account).not.toBeNull();
    expect(judged(carrying(5_100n), printing('0.00', 0n)).account).toBeNull();
  });

  it('is not where nothing else confirms it, and the place is said', () => {
    const { account, notices } = judged(carrying(1_235_100n), printing('1.23', 123n));
    expect(account).toBeNull();
    expect(notices).toHaveLength(1);
    expect(notices[0]!.place).toBe(PLACE);
    expect(notices[0]!.why.zh).toBe(
      '《支出决算表》一般公共服务支出（本年支出合计）印的是1.23，所附数据是1.2351，以印的为准，所附数据没有采用',
    );
  });

  it('is where few of many differ and people write in such files: these are as printed', () => {
    const [one] = printing('1.23', 123n).forms;
    const other = printing('1.24', 124n).forms[0]!.cells[0]!;
    const at = (code: string) => ({ ...one!.cells[0]!, code });
    const changed = { ...other, code: '203' };
    const cells = [at('201'), at('202'), changed];
    const filing = { ...printing('', 0n), forms: [{ ...one!, cells }] };
    const [table] = carrying(1_230_000n).tables.values();
    const rows = ['201', '202', '203'].map((key) => ({ ...table!.rows[0]!, key }));
    const account = {
      ...carrying(1_230_000n),
      tables: new Map([['expenditure', { form: 'expenditure', rows }]]),
    } as Account;
    const kept = judged(account, filing);
    expect([kept.account, kept.changed]).toEqual([account, [changed]]);
    expect(kept.notices.map(({ why }) => why.zh)).toEqual([
      '《支出决算表》一般公共服务支出（本年支出合计）印的是1.24，所附数据是1.23，以印的为准',
    ]);
    expect(judged(account, filing, false)).toMatchObject({ account: null, changed: [] });
  });

  it('gives way to an amount that is printed where it has none', () => {
    const { forms, ...filing } = printing('1.23', 123n);
    const [form] = forms;
    const [cell] = form!.cells;
    const added = { ...cell!, columnId: 'project', column: '项目支出' };
    const two = { ...cell!, code: '202' };
    const all = { ...filing, forms: [{ ...form!, cells: [cell!, two, added] }] };
    const [table] = carrying(1_230_000n).tables.values();
    const rows = ['201', '202'].map((key) => ({ ...table!.rows[0]!, key }));
    const tables = new Map([['expenditure', { form: 'expenditure', rows }]]);
    const { notices, changed } = judged({ ...carrying(0n), tables } as Account, all);
    expect(changed).toEqual([added]);
    expect(notices[0]!.why.zh).toContain('（项目支出）印的是1.23，所附数据是空白，以印的为准');
  });

  it('is not where it is of another year, or nothing printed confirms it', () => {
    const other = judged(carrying(1_230_000n, 2022), printing('1.23', 123n));
    expect(other.account).toBeNull();
    expect(other.notices).toHaveLength(1);
    const silent = judged(carrying(0n), { ...printing('', 0n), forms: [] });
    expect(silent).toEqual({ account: null, notices: [], changed: [] });
  });

  it.each(['{}', 'x', '[]', 'null', `${'['.repeat(90_000)}${']'.repeat(90_000)}`])(
    'is not where nobody can read it (%#)',
    (text) => {
      const { account, notices } = embeddedAccount(text, printing('1.23', 123n), true);
      expect(account).toBeNull();
      expect(notices).toHaveLength(1);
    },
  );
});
