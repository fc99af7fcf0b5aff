import { describe, expect, it } from 'vitest';
import { filingFromPage } from './from-page.js';
import { Lookup } from './lookup.js';

const PAGE = `2023 万元 某某县示例局
收入决算表
合计 本年收入合计=1,100.00 财政拨款收入=1100.00
208 社会保障和就业支出 本年收入合计=60.00 财政拨款收入=?
收入支出决算总表 元
收入 本年收入合计 11000000.00
支出 卫生健康支出 5.5
一般公共预算财政拨款支出决算明细表
列 金额 其中:基本支出
301 工资福利支出 90.00 80.00
309 资本性支出（基本建设） _ ——
财政拨款“三公”经费支出决算表
预算数 合计=8.00 公务用车购置及运行维护费/小计=5.00
政府性基金预算财政拨款收入支出决算表
`;

describe('a page of accounts', () => {
  const filing = filingFromPage(PAGE);
  const facts = new Lookup(filing);

  it('says whose and of which year it is', () => {
    expect(filing).toMatchObject({ fiscalYear: 2023, unit: '万元', entity: '某某县示例局' });
  });

  it('finds lines and columns by their printed names', () => {
    expect(facts.cell('income', 'total', 'current-year')?.value).toBe('1100.00');
    expect(facts.cell('income-expenditure-summary', 'function-210', 'amount', '支出')?.value).toBe(
      '5.5',
    );
    expect(facts.cell('three-public-expenses', 'budget', 'vehicles')?.value).toBe('5.00');
    expect(facts.cell('basic-expenditure', '301', 'basic')?.value).toBe('80.00');
  });

  it('tells blank, dash and unread apart', () => {
    expect(facts.cell('basic-expenditure', '309', 'amount')).toMatchObject({
      value: null,
      amount: { value: 0n },
    });
    expect(facts.cell('basic-expenditure', '309', 'basic')).toMatchObject({
      value: '——',
      amount: { value: 0n },
    });
    expect(facts.cell('income', '208', 'appropriation')).toMatchObject({
      value: '?',
      amount: null,
    });
  });

  it('takes the unit of the table and the grain of the form', () => {
    // 元 with two decimals is exact; 5.5 of that form has a suppressed zero.
    const cell = facts.cell('income-expenditure-summary', 'function-210', 'amount', '支出')!;
    expect(cell.unit).toBe('元');
    expect(cell.amount).toEqual({ value: 550_000_000n, half: 0n });
    expect(facts.cell('income', 'total', 'current-year')!.amount!.half).toBe(5_000_000_000n);
  });

  it('knows an empty form', () => {
    expect(facts.form('government-managed-funds')?.empty).toBe(true);
    expect(facts.form('income')?.empty).toBe(false);
  });

  it('puts each value at its line and offset', () => {
    const { place } = facts.cell('income', '208', 'current-year')!;
    expect(PAGE.split('\n')[place.line! - 1]!.slice(place.from!, place.to!)).toBe('60.00');
  });

  it('marks what no form knows', () => {
    const odd = filingFromPage('2023 万元\n收入决算表\n合计 本年收入合计=1.00 *捐赠=2.00');
    expect(odd.forms[0]!.unknownColumns).toEqual(['捐赠']);
  });

  it('declares year, entity and number of a table, and what settled a cell', () => {
    const page = '2023 元 某局\n收入决算表 2022 单位=邻局 编号=公开02表\n合计 1.00<income.row-sum';
    expect(filingFromPage(page).forms[0]).toMatchObject({
      fiscalYear: 2022,
      entity: '邻局',
      number: '公开02表',
      cells: [{ settledBy: ['income.row-sum'], origin: 'inferred' }],
    });
  });

  it.each([
    ['a line', '2023 元\n收入决算表\n总额 1.00', '总额'],
    ['a column', '2023 元\n收入决算表\n合计 别的=1.00', '别的'],
    ['a value', '2023 元\n收入支出决算总表\n收入 总计 1.00 2.00', '值多于栏'],
    ['a side', '2023 元\n收入支出决算总表\n总计 1.00', '要写明'],
  ])('refuses %s that it cannot place', (_, page, message) => {
    expect(() => filingFromPage(page)).toThrow(message);
  });
});
