import { describe, expect, test } from 'vitest';
import { cellsFromText } from '../src/cells/from-text.js';
import type { CellsDocument } from '../src/cells/model.js';
import type { FormFact } from '../src/facts/model.js';
import { finishTable } from '../src/facts/tables/draft.js';
import { findTables } from '../src/facts/tables/find-tables.js';
import { readCells } from '../src/readers/read.js';

/** Tables of a text; rows are written with | between cells and become tabs. */
function tablesOf(text: string): FormFact[] {
  const found = findTables(cellsFromText('variant.txt', text.replaceAll('|', '\t')).blocks);
  return found.drafts.map((draft) => finishTable(draft, '万元'));
}

/** `code or line / column concept` → printed value, blanks left out. */
function read(form: FormFact | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  for (const cell of form?.cells ?? []) {
    const side = cell.side === null ? '' : `${cell.side}/`;
    if (cell.value !== null) {
      values[`${side}${cell.lineId ?? cell.code}/${cell.columnId}`] = cell.value;
    }
  }
  return values;
}

const EXPENDITURE_ROWS = `合计||100.00|60.00|40.00|||
208|社会保障和就业支出|100.00|60.00|40.00|||
20805|行政事业单位养老支出|100.00|60.00|40.00|||
2080501|行政单位离退休|100.00|60.00|40.00|||`;

const EXPENDITURE = {
  'total/current-year': '100.00',
  'total/basic': '60.00',
  'total/project': '40.00',
  '208/current-year': '100.00',
  '208/basic': '60.00',
  '208/project': '40.00',
  '20805/current-year': '100.00',
  '20805/basic': '60.00',
  '20805/project': '40.00',
  '2080501/current-year': '100.00',
  '2080501/basic': '60.00',
  '2080501/project': '40.00',
};

describe('an expenditure table', () => {
  test.each([
    [
      'under a title of another province, without 栏次',
      `部门支出总体情况表
单位：万元
科目编码|科目名称|合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
${EXPENDITURE_ROWS}`,
    ],
    [
      'continued on a new page with its heading repeated',
      `支出决算表
公开03表
项目||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
科目编码|科目名称||||||
${EXPENDITURE_ROWS.split('\n').slice(0, 2).join('\n')}

项目||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
科目编码|科目名称||||||
${EXPENDITURE_ROWS.split('\n').slice(2).join('\n')}`,
    ],
    [
      'with the code printed as 类 款 项',
      `支出决算表
功能分类科目编码|||科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
类|款|项|||||||
合计||||100.00|60.00|40.00|||
208|||社会保障和就业支出|100.00|60.00|40.00|||
208|05||行政事业单位养老支出|100.00|60.00|40.00|||
208|05|01|行政单位离退休|100.00|60.00|40.00|||`,
    ],
    [
      'whose title leads to a note',
      `支出决算表①
单位：万元
科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
${EXPENDITURE_ROWS}
①本表以万元为单位。`,
    ],
    [
      'with 类 款 项 in the row of the total',
      `支出决算表
项目||||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
支出功能分类|||科目名称||||||
科目编码|||||||||
类|款|项|合计|100.00|60.00|40.00|||
208|||社会保障和就业支出|100.00|60.00|40.00|||
208|05||行政事业单位养老支出|100.00|60.00|40.00|||
208|05|01|行政单位离退休|100.00|60.00|40.00|||`,
    ],
    [
      'with code and name in one cell and the total at the bottom',
      `支出决算表
项目|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
208 社会保障和就业支出|100.00|60.00|40.00|||
20805行政事业单位养老支出|100.00|60.00|40.00|||
[2080501]行政单位离退休|100.00|60.00|40.00|||
合计|100.00|60.00|40.00|||`,
    ],
    [
      'with title, number and unit in rows of the table itself',
      `支出决算表|||||||
|||||||公开03表
编制单位：某某县示例局|||2023年度||||金额单位：万元
项目||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
功能分类科目编码|科目名称||||||
栏次||1|2|3|4|5|6
${EXPENDITURE_ROWS}`,
    ],
    [
      'numbered as an annex, its title in the plural of years',
      `附件3
2023年度部门支出决算表
功能分类科目||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
编码|名称||||||
${EXPENDITURE_ROWS}`,
    ],
  ])('%s', (_, text) => {
    const tables = tablesOf(text);
    expect(tables.map(({ form }) => form)).toEqual(['expenditure']);
    expect(read(tables[0])).toEqual(EXPENDITURE);
    expect(tables[0]!.unit).toBe('万元');
  });

  test('whose contents entry comes first is read once', () => {
    const tables = tablesOf(`目录
一、收入支出决算总表
二、收入决算表
三、支出决算表
支出决算表
科目编码|科目名称|本年支出合计|基本支出|项目支出
${EXPENDITURE_ROWS.replaceAll('|||', '')}`);
    expect(tables).toHaveLength(1);
    expect(read(tables[0])).toEqual(EXPENDITURE);
  });

  test('keeps a column it does not know, and says so', () => {
    const [table] = tablesOf(`支出决算表
科目编码|科目名称|本年支出合计|基本支出|项目支出|其他资金支出
合计||100.00|60.00|30.00|10.00
208|社会保障和就业支出|100.00|60.00|30.00|10.00`);
    expect(table!.unknownColumns).toEqual(['其他资金支出']);
    expect(
      table!.cells.filter(({ columnId }) => columnId === null).map(({ value }) => value),
    ).toEqual(['10.00', '10.00']);
  });
});

describe('raw text whose blanks are lost', () => {
  const heading = `收入决算表
单位：万元
科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入`;
  const full = `208 社会保障和就业支出 71.50 10.10 11.10 12.10 13.10 14.10 11.00
210 卫生健康支出 71.50 10.10 11.10 12.10 13.10 14.10 11.00
221 住房保障支出 71.50 10.10 11.10 12.10 13.10 14.10 11.00`;
  const read = (text: string) => findTables(cellsFromText('raw.txt', text).blocks);

  test('a row whose numbers fit several columns is unread, with the reason', () => {
    const found = read(`${heading}\n${full}\n213 农林水支出 30.50 30.00 0.50`);
    expect(found.unread.map(({ what }) => what)).toEqual(['收入决算表“213农林水支出”']);
    expect(found.unread[0]!.why.zh).toContain('3 个数、7 栏');
    const cells = finishTable(found.drafts[0]!, '万元').cells.filter(({ code }) => code === '213');
    expect(cells.map(({ value, amount }) => [value, amount])).toEqual(Array(7).fill([null, null]));
  });

  test('a table in which most rows are so is unread as a whole', () => {
    const found = read(
      `${heading}\n合计 120.50 100.00 20.50\n208 社会保障和就业支出 120.50 100.00 20.50`,
    );
    expect(found.drafts).toEqual([]);
    expect(found.unread.map(({ what }) => what)).toEqual(['《收入决算表》']);
  });

  test('a row with as many numbers as columns is in no doubt', () => {
    const [table] = read(`${heading}\n${full}`).drafts;
    const cells = finishTable(table!, '万元').cells;
    expect(cells.every(({ origin }) => origin === 'printed')).toBe(true);
    expect(cells.slice(0, 7).map(({ value }) => value)).toEqual(
      '71.50 10.10 11.10 12.10 13.10 14.10 11.00'.split(' '),
    );
  });

  test('rows that do not add up are a reading out of order, not a finding', () => {
    const shuffled = full.replaceAll('71.50 10.10', '10.10 71.50');
    const found = read(`${heading}\n${shuffled}\n${shuffled.replaceAll('2', '3')}`);
    expect(found.drafts).toEqual([]);
    expect(found.unread[0]!.why.zh).toContain('行列错位');
  });
});

describe('three-public expenses', () => {
  test.each([
    [
      'down the side with more columns',
      `“三公”经费支出决算表
项目|年初预算数|决算数
合计|10.50|9.00
1.因公出国（境）费用||
2.公务接待费|0.50|0.20
3.公务用车费|10.00|8.80
其中：（1）公务用车运行维护费|10.00|8.80
（2）公务用车购置||`,
    ],
    [
      'across, budget and final one below the other',
      `财政拨款“三公”经费支出决算表
项目|合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费
|||小计|公务用车购置费|公务用车运行维护费|
预算数|10.50||10.00||10.00|0.50
决算数|9.00||8.80||8.80|0.20`,
    ],
  ])('%s', (_, text) => {
    expect(read(tablesOf(text)[0])).toEqual({
      'budget/total': '10.50',
      'budget/vehicles': '10.00',
      'budget/vehicle-operation': '10.00',
      'budget/reception': '0.50',
      'final/total': '9.00',
      'final/vehicles': '8.80',
      'final/vehicle-operation': '8.80',
      'final/reception': '0.20',
    });
  });
});

test('text copied from a page, its blank cells gone without a trace', () => {
  const text = `收入支出决算总表
公开01表
收入
支出
项目
行次
决算数
项目
行次
决算数
栏次
1
栏次
2
一、一般公共预算财政拨款收入
1
90.00
一、一般公共服务支出
32
二、政府性基金预算财政拨款收入
2
二、外交支出
33
八、其他收入
8
10.00
八、社会保障和就业支出
39
9
九、卫生健康支出
40
100.00
本年收入合计
27
100.00
本年支出合计
58
100.00
总计
31
100.00
总计
62
100.00`;
  expect(read(tablesOf(text)[0])).toEqual({
    '收入/general-public-budget/amount': '90.00',
    '收入/other/amount': '10.00',
    '支出/function-210/amount': '100.00',
    '收入/current-income/amount': '100.00',
    '支出/current-expenditure/amount': '100.00',
    '收入/total/amount': '100.00',
    '支出/total/amount': '100.00',
  });
});

test('an untitled grid is recognised by the set of its labels', () => {
  const [table] = tablesOf(`其他内容
科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
合计||5.00|5.00|||||
201|一般公共服务支出|5.00|5.00|||||
20103|政府办公厅（室）及相关机构事务|5.00|5.00|||||`);
  expect(table!.form).toBe('income');
  expect(read(table)).toMatchObject({
    'total/current-year': '5.00',
    '20103/appropriation': '5.00',
  });
});

test('income and expenditure of the general public budget in one table', () => {
  const [table] = tablesOf(`一般公共预算财政拨款收入支出决算表
公开05表
项目||年初结转和结余|||本年收入|||本年支出|||||年末结转和结余|
功能分类科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|||项目支出|合计|项目支出结转
|||||||||小计|人员经费|公用经费|||
合计||1.00||1.00|9.00|6.00|3.00|8.00|6.00|5.00|1.00|2.00|2.00|2.00
208|社会保障和就业支出|1.00||1.00|9.00|6.00|3.00|8.00|6.00|5.00|1.00|2.00|2.00|2.00`);
  expect(table!.form).toBe('general-public-budget-expenditure');
  expect(read(table)).toMatchObject({
    'total/total': '8.00',
    'total/basic': '6.00',
    'total/project': '2.00',
    '208/total': '8.00',
  });
});

test('a table that no form knows does not continue the one before it', () => {
  const tables = tablesOf(`一般公共预算财政拨款基本支出决算表
科目编码|科目名称|决算数
301|工资福利支出|60.00
30101|基本工资|60.00
一般公共预算财政拨款项目支出决算表
科目编码|科目名称|决算数
302|商品和服务支出|40.00
30201|办公费|40.00`);
  expect(tables.map(({ form }) => form)).toEqual(['basic-expenditure']);
  expect(read(tables[0])).toEqual({ '301/basic': '60.00', '30101/basic': '60.00' });
});

test('a table cut off in the middle keeps the rows it has', () => {
  const [table] = tablesOf(`支出决算表
科目编码|科目名称|本年支出合计|基本支出|项目支出
合计||100.00|60.00|40.00
208|社会保障和就业支出|100.0`);
  expect(read(table)).toEqual({
    'total/current-year': '100.00',
    'total/basic': '60.00',
    'total/project': '40.00',
    '208/current-year': '100.0',
  });
});

test('text where a number should be is kept as printed and is no amount', () => {
  const [table] = tablesOf(`支出决算表
科目编码|科目名称|本年支出合计|基本支出|项目支出
合计||1O0.00|60.00|——
208|社会保障和就业支出|100.00|60.00|40.00`);
  const total = table!.cells.filter(({ lineId }) => lineId === 'total');
  expect(total.map(({ value }) => value)).toEqual(['1O0.00', '60.00', '——']);
  expect(total.map(({ amount }) => amount?.value ?? null)).toEqual([null, 60_0000_0000_0000n, 0n]);
});

describe('a table of which amounts stay without a place', () => {
  /** What is not read, and whether a table is called empty. */
  function lossesOf({ blocks }: Pick<CellsDocument, 'blocks'>) {
    const found = findTables(blocks);
    const empty = found.drafts.map((draft) => finishTable(draft, '万元').empty);
    return { unread: found.unread.map(({ what }) => what), empty };
  }

  test('names the rows that no line of the form takes', () => {
    const text = `收入决算表
单位：万元
项目||本年收入合计|财政拨款收入
科目编码|科目名称||
||95.50|95.50
201|一般公共服务支出|95.50|95.50`;
    const cells = cellsFromText('loss.txt', text.replaceAll('|', '\t'));
    expect(lossesOf(cells)).toEqual({ unread: ['《收入决算表》'], empty: [false] });
  });

  test('is not missing where its title stands beside that of another', () => {
    const text = `政府性基金预算财政拨款收入支出决算表    国有资本经营预算财政拨款支出决算表
单位：万元`;
    expect(lossesOf(cellsFromText('beside.txt', text)).unread).toEqual([
      '《政府性基金预算财政拨款收入支出决算表》',
      '《国有资本经营预算财政拨款支出决算表》',
    ]);
  });

  test('is not empty where its amounts stand apart from its heading', async () => {
    const rows = [
      '合计||公务用车购置及运行维护费|||',
      '',
      '小计||公务用车购置费|',
      '',
      '预算数|决算数|预算数|决算数',
      '13.80|11.87|12.08|10.15',
    ];
    const table = rows.map((row) => `<tr><td>${row.replaceAll('|', '<td>')}</tr>`).join('');
    const page = `<h2>财政拨款“三公”经费支出决算表</h2><p>单位：万元</p><table>${table}</table>`;
    const cells = await readCells('loss.html', new TextEncoder().encode(`<html>${page}`));
    if ('code' in cells) throw new Error(cells.code);
    const { unread, empty } = lossesOf(cells);
    expect(empty).toEqual([false]);
    expect(unread).toEqual(['《财政拨款“三公”经费支出决算表》']);
  });
});
