import { expect, it } from 'vitest';
import { renderRows } from '../../cells/from-sheets.js';
import type { CellsDocument } from '../../cells/model.js';
import { Rendition } from '../../cells/rendition.js';
import { filingFromCells } from '../from-cells.js';
import type { Filing } from '../model.js';

/** Rows as a workbook would hold them, cells apart by bars; `#` begins a sheet. */
function workbook(text: string): CellsDocument {
  const rendition = new Rendition();
  for (const sheet of text.trim().split(/^#\s*/m)) {
    const [name = '', ...lines] = sheet.split('\n');
    const rows = lines
      .map((line, row) => ({
        row,
        hidden: false,
        cells: line.split('|').flatMap((raw, column) => {
          const value = raw.trim();
          return value === ''
            ? []
            : [{ column, text: value, origin: 'printed' as const, isNumber: false }];
        }),
      }))
      .filter(({ cells }) => cells.length > 0);
    renderRows(rendition, rows, [], (row, column) => ({
      sheet: name.trim(),
      cell: `${String.fromCharCode(65 + column)}${row + 2}`,
    }));
  }
  return rendition.finish('账.xlsx', 'xlsx');
}

function read(text: string): Filing {
  return filingFromCells(workbook(text));
}

function lines({ ledger }: Filing): readonly string[] {
  return (ledger?.lines ?? []).map(
    ({ kind, fund, function: code, economic, nature, income, value }) =>
      [kind, fund, code, economic, nature ?? income, value].join(' '),
  );
}

function unread({ unread }: Filing): readonly string[] {
  return unread.map(({ what, place }) => `${what} @${place.text}`);
}

const HEAD = '资金性质 | 功能科目编码 | 功能科目名称 | 部门经济科目 | 支出类型 | 项目名称 | 金额';

it('reads the columns in any order by what their headings say', () => {
  const filing = read(`
# 支出
示例县水务局2023年度支出明细账
编制单位：示例县水务局 | | 单位：元
项目名称 | 本期金额 | 支出性质 | 支出功能分类科目 | 经济分类科目编码 | 经费来源
 | 1,200.00 | 基本支出 | 2130301 行政运行 | 30101 | 一般公共预算资金
河道整治 | 300.5 | 项目支出 | 2130305-水利工程建设 | 31005 | 政府性基金预算资金
 | -20 | 经营支出 | 2130306 | 30213 | 3 单位资金
`);
  expect(filing.kind).toBe('ledger');
  expect([filing.entity, filing.fiscalYear, filing.unit]).toEqual(['示例县水务局', 2023, '元']);
  expect(lines(filing)).toEqual([
    'expenditure general-public-budget 2130301 30101 basic 1200.00',
    'expenditure government-managed-funds 2130305 31005 project 300.5',
    'expenditure own 2130306 30213 business -20',
  ]);
  expect(unread(filing)).toEqual([]);
  expect(filing.ledger?.names.get('2130305')).toBe('水利工程建设');
});

it('knows what a line is by its column, its sheet or the heading of its amount', () => {
  const filing = read(`
# 收入
资金来源 | 收入类别 | 功能科目 | 金额（万元）
一般公共预算 | 财政拨款收入 | 2130301 | 1.5
 | 事业收入 | 2130306 | 0.25
# 结转结余
资金来源 | 功能科目 | 年初结转和结余 | 年末结转和结余 | 结余分配
自有资金 | 2130306 | 3.00 | 2.00 | 1.00
# 年初预算
资金来源 | 功能科目 | 支出类型 | 年初预算数
国有资本经营预算 | 2239999 | 项目支出 | 7
`);
  expect(lines(filing)).toEqual([
    'income general-public-budget 2130301  appropriation 1.5',
    'income own 2130306  institution 0.25',
    'opening own 2130306   3.00',
    'closing own 2130306   2.00',
    'surplus-distribution own 2130306   1.00',
    'budget state-capital-operations 2239999  project 7',
  ]);
  expect(filing.ledger?.lines[0]?.amount).toEqual({ value: 15_000n * 10n ** 8n, half: 0n });
});

it('takes sums for sums, and says where they are wrong', () => {
  const filing = read(`
# 支出
${HEAD}
一般公共预算 | 213 | 农林水支出 | | | | 150
一般公共预算 | 21303 | 水利 | | | | 150
一般公共预算 | 2130301 | 行政运行 | 30101 | 基本支出 | | 100
一般公共预算 | 2130301 | 行政运行 | 30201 | 基本支出 | | 50
小计 | | | | | | 150
政府性基金 | 2120803 | 城市建设支出 | 30227 | 项目支出 | 甲 | 40
小计 | | | | | | 40
合计 | | | | | | 191
`);
  expect(lines(filing)).toHaveLength(3);
  expect(unread(filing)).toEqual(['合计（191元） @191']);
  expect(filing.unread[0]?.why.zh).toContain('190.00元');
});

it('says with its place what cannot be used', () => {
  const filing = read(`
# 支出
单位：元
${HEAD}
财政拨款 | 2130301 | 行政运行 | 30101 | 基本支出 | | 1
一般公共预算 | 21302 | 林业 | 30101 | 基本支出 | | 2
一般公共预算 | 2130301 | 行政运行 | 50101 | 基本支出 | | 3
一般公共预算 | 2130301 | 行政运行 | 30101 | 人员 | | 4
一般公共预算 | 2130301 | 行政运行 | 30101 | 基本支出 | | 五元
一般公共预算 | 2130301 | 行政运行 | 30101 | 基本支出 | | 6
`);
  expect(unread(filing)).toEqual([
    '资金来源“财政拨款” @财政拨款',
    '功能科目“21302” @21302',
    '经济科目“50101” @50101',
    '支出类型“人员” @人员',
    '金额“五元” @五元',
  ]);
  expect(lines(filing)).toHaveLength(1);
});

it('tells a code that nobody names, and a unit that nobody declares', () => {
  const filing = read(`
# 支出
资金性质 | 功能科目编码 | 经济科目编码 | 支出类型 | 金额
一般公共预算 | 2138765 | 30101 | 基本支出 | 1
一般公共预算 | 2130301 | 30101 | 基本支出 | 1
`);
  expect(filing.notices?.map(({ what }) => what)).toEqual([
    '金额单位',
    '科目 2138765',
    '科目 2130301',
  ]);
});

it('reads short lists beside the books: budgets of expenses, procurement, vehicles', () => {
  const filing = read(`
# 支出
${HEAD}
一般公共预算 | 2130301 | 行政运行 | 30231 | 基本支出 | | 5
# 三公经费预算
财政拨款“三公”经费年初预算
单位：万元
项目 | 预算数
因公出国（境）费 | 0
公务用车运行维护费 | 8.00
公务接待费 | 4.00
# 其他
项目 | 金额
货物 | 1,200.00
其他用车 | 2
单价100万元（含）以上设备（不含车辆） | 1
`);
  expect(filing.kind).toBe('ledger');
  expect(lines(filing)).toHaveLength(1);
  expect(filing.inputs?.map(({ id, text }) => `${id} ${text}`)).toEqual([
    'three-public-expenses/budget/abroad 0',
    'three-public-expenses/budget/vehicle-operation 8.00',
    'three-public-expenses/budget/reception 4.00',
    'related-information/procurement-goods/value 1200.00',
    'related-information/vehicles-other/value 2',
    'related-information/equipment/value 1',
  ]);
  expect(filing.inputs?.[1]?.cell?.amount.value).toBe(80_000n * 10n ** 8n);
});

it('takes no document for books', () => {
  const filing = read(`
# 附表
政府性基金预算财政拨款收入支出决算表
科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 小计 | 基本支出 | 项目支出 | 年末结转和结余
2120803 | 城市建设支出 | 0.00 | 5.00 | 5.00 | 0.00 | 5.00 | 0.00
`);
  expect(filing.ledger).toBeUndefined();
});
