import { expect, test } from 'vitest';
import { locator } from '../cells/locate.js';
import { readCells } from './read.js';

async function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const cells = await readCells('t.csv', bytes);
  if ('code' in cells) throw new Error(cells.code);
  return cells;
}

const TABLE =
  '\ufeff收入决算表,,\r\n单位：元,,\r\n项目,预算,决算\r\n"甲,乙","1,084.72",2\r\n"带""引号""\n两行",3,4\r\n';

test('values in quotation marks, line breaks inside them, titles above', async () => {
  const cells = await read(TABLE);
  expect(cells.format).toBe('csv');
  expect(cells.lines).toEqual([
    ...['收入决算表', '单位：元', '项目\t预算\t决算', '甲,乙\t1,084.72\t2', '带"引号" 两行\t3\t4'],
  ]);
  const grid = cells.blocks.at(-1)!;
  const place = grid.kind === 'grid' ? grid.rows[1]![1]!.place : null;
  expect(locator(cells)(place!)).toEqual({ table: 1, row: 4, column: 2 });
});

test('numbers in quotation marks beside each other are whole, whatever their groups', async () => {
  const cells = await read(
    '编码,甲,乙\n208,"547,824.27","547,824.27"\n20805,"1,200.00","547.27"\n',
  );
  expect(cells.format).toBe('csv');
  expect(cells.lines[1]).toBe('208\t547,824.27\t547,824.27');
});

test('tables apart by an empty line; semicolons', async () => {
  const cells = await read('甲;乙;丙\n1;2;3\n4;5;6\n\n丁;戊;己;庚\n1;2;3;4\n5;6;7;8\n9;9;9;9\n');
  expect(cells.format).toBe('csv');
  expect(cells.blocks.map((block) => (block.kind === 'grid' ? block.rows.length : 0))).toEqual([
    3, 4,
  ]);
});

test('in GBK', async () => {
  // 项目,金额,合计 in GBK.
  const heading = [
    0xcf, 0xee, 0xc4, 0xbf, 44, 0xbd, 0xf0, 0xb6, 0xee, 44, 0xba, 0xcf, 0xbc, 0xc6, 10,
  ];
  const bytes = new Uint8Array([...heading, ...new TextEncoder().encode('1,2,3\n4,5,6\n')]);
  const cells = await read(bytes);
  expect([cells.format, cells.encoding, cells.lines[0]]).toEqual([
    'csv',
    'gb18030',
    '项目\t金额\t合计',
  ]);
});

test.each([
  [
    'amounts with separators',
    '收入 1,234.56 2,345.67 3,456.78\n支出 1,234.56 2,345.67 3,456.78\n合计 9,999.56 8,345.67 3,456.78\n',
  ],
  ['amounts of millions', '1,234,567.00\n2,345,678.00\n3,456,789.00\n'],
  [
    'Chinese commas',
    '2022年度收入100元，支出90元，结余10元。\n2021年度收入100元，支出90元，结余10元。\n'.repeat(4),
  ],
  [
    'prose with commas',
    '本年度收入总计1084.72万元,与上年相比增加20万元,增长2%,主要原因是项目增加。\n'.repeat(6),
  ],
  ['tabs', '项目\t预算,数\t决算,数\n甲\t1,2\t3,4\n乙\t1,2\t3,4\n'],
  ['few lines', '甲,1,2\n乙,3,4\n'],
  ['lists of words', '苹果,香蕉,梨\n红,黄,绿\n大,中,小\n'],
])('%s are text', async (_, text) => {
  expect((await read(text)).format).toBe('text');
});
