import { afterEach, describe, expect, test } from 'vitest';
import { readCells } from '../../src/readers/read.js';
import { binaryWorkbook, double, record, text } from '../kit/binary-workbook.js';
import { binaryPackage, excelXml, olderExcel, type PlainRows } from '../kit/older-workbooks.js';

const ROWS: PlainRows = [
  ['item', 'code', 'amount'],
  ['total', 'a', 1084.72],
  ['office', 'b', 753.56],
  ['house', 'c', 331.16],
];
const LINES = ['item\tcode\tamount', 'total\ta\t1084.72', 'office\tb\t753.56', 'house\tc\t331.16'];

const BOOKS: readonly (readonly [string, Uint8Array])[] = [
  ['Excel 95', olderExcel('S1', ROWS)],
  ['xlsb', binaryPackage('S1', ROWS)],
];

const before = process.env.MINGZHANG_SOFFICE;
afterEach(() => {
  if (before === undefined) delete process.env.MINGZHANG_SOFFICE;
  else process.env.MINGZHANG_SOFFICE = before;
});

describe('through LibreOffice', () => {
  test.each(BOOKS)('a workbook of %s', async (_, bytes) => {
    const cells = await readCells('book.xls', bytes);
    if ('code' in cells) throw new Error(`${cells.code} ${cells.detail}`);
    expect(cells.lines.slice(-LINES.length)).toEqual(LINES);
    expect(cells.spans!.at(-1)![2]!.address).toEqual({ sheet: 'S1', cell: 'C4' });
  });

  test('a workbook of Excel 2003 saved as XML, numbers as they are shown', async () => {
    const cells = await readCells('book.xls', excelXml('收入决算表', ROWS));
    if ('code' in cells) throw new Error(`${cells.code} ${cells.detail}`);
    expect(cells.lines.at(-3)).toMatch(/^total\ta\t1,?084\.72$/);
    expect(cells.spans!.at(-1)![2]!.address).toEqual({ sheet: '收入决算表', cell: 'C4' });
  });
});

test('files of WPS are known by their content', async () => {
  const table = record(0x203, [0, 0, 1, 0, 0, 0], double(5));
  const label = record(0x204, [0, 0, 0, 0, 0, 0], text('合计'));
  const et = await readCells('a.et', binaryWorkbook([{ name: 'S', records: [label, table] }]));
  expect(et).toMatchObject({ format: 'xls', lines: ['合计\t5'] });
});

describe('without LibreOffice', () => {
  const all = [...BOOKS, ['XML', excelXml('S1', ROWS)] as const];
  test.each(all)('%s needs it and says so', async (_, bytes) => {
    process.env.MINGZHANG_SOFFICE = 'off';
    expect(await readCells('b', bytes)).toMatchObject({ code: 'needs', detail: 'libreoffice' });
  });
});
