import { describe, expect, test } from 'vitest';
import {
  type Binary,
  binaryWorkbook,
  double,
  record,
  text,
} from '../../test/kit/binary-workbook.js';
import { readCells } from './read.js';

const cell = (row: number, column: number, style: number): Binary => [
  ...[row, 0, column, 0, style, 0],
];
const label = (row: number, column: number, words: string): Binary =>
  record(0x204, cell(row, column, 0), text(words));
const number = (row: number, column: number, value: number, style = 1): Binary =>
  record(0x203, cell(row, column, style), double(value));
const TABLE: readonly Binary[] = [
  ...[label(0, 0, '项目'), label(0, 1, '预算'), label(0, 2, '决算')],
  ...[label(1, 0, '甲'), number(1, 1, 1084.7199999999998), number(1, 2, -2)],
];

async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const cells = await readCells('book.xls', bytes);
  if ('code' in cells) return [`${cells.code} ${cells.detail ?? ''}`.trim()];
  expect(cells.format).toBe('xls');
  return cells.lines;
}

describe('an xls', () => {
  test('is read with its formats', async () => {
    expect(await linesOf(binaryWorkbook([{ name: 'S', records: TABLE }]))).toEqual([
      '项目\t预算\t决算',
      '甲\t1084.72\t-2.00',
    ]);
  });

  test('knows numbers in 30 bits, of cents too, and several at once', async () => {
    const cents = [(108472 << 2) | 3, -(5 << 2) | 0].map((bits) => bits >>> 0);
    const long = (bits: number): Binary => [0, 8, 16, 24].map((shift) => (bits >>> shift) & 255);
    const records = [
      ...TABLE,
      label(2, 0, '乙'),
      record(0xbd, [2, 0, 1, 0], [1, 0], long(cents[0]!), [1, 0], long((7 << 2) | 2), [2, 0]),
      label(3, 0, '丙'),
      record(0x27e, cell(3, 1, 2), long((123456 << 2) | 2)),
    ];
    expect((await linesOf(binaryWorkbook([{ name: 'S', records }]))).slice(2)).toEqual([
      '乙\t1084.72\t7.00',
      '丙\t12.3\t',
    ]);
  });

  test('knows the results of formulas: numbers, words, errors', async () => {
    const formula = (column: number, result: Binary): Binary =>
      record(0x06, cell(2, column, 1), result, [0, 0, 0, 0, 0, 0, 0, 0]);
    const records = [
      ...TABLE,
      formula(0, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
      record(0x207, text('合计')),
      formula(1, double(3.5)),
      formula(2, [2, 0, 23, 0, 0, 0, 0xff, 0xff]),
    ];
    expect((await linesOf(binaryWorkbook([{ name: 'S', records }]))).at(-1)).toBe(
      '合计\t3.50\t#REF!',
    );
  });

  test('knows the list of texts, which goes on in further records at any letter', async () => {
    const words = [
      '项目',
      '预算',
      '决算',
      '甲',
      ...Array.from({ length: 40 }, (_, at) => `第${at}行`),
    ];
    const label = (row: number, column: number, index: number): Binary =>
      record(0xfd, cell(row, column, 0), [index, 0, 0, 0]);
    const records = [
      ...[label(0, 0, 0), label(0, 1, 1), label(0, 2, 2), label(1, 0, 43), number(1, 1, 5)],
      ...[label(2, 0, 42), number(2, 1, 6)],
    ];
    for (let cut = 20; cut < 60; cut += 1) {
      const book = binaryWorkbook([{ name: 'S', records }], { words, cut });
      expect(await linesOf(book), `${cut}`).toEqual([
        '项目\t预算\t决算',
        '第39行\t5.00\t',
        '第38行\t6.00\t',
      ]);
    }
  });

  test('puts hidden sheets last and leaves out charts', async () => {
    const other = [label(0, 0, '轿车'), number(0, 1, 2), number(0, 2, 3)];
    const lines = await linesOf(
      binaryWorkbook([
        { name: 'H', state: 2, records: other },
        { name: 'C', kind: 2, records: other },
        { name: 'S', records: TABLE },
      ]),
    );
    expect(lines).toEqual(['项目\t预算\t决算', '甲\t1084.72\t-2.00', '轿车\t2.00\t3.00']);
  });

  test('with a password or cut off is refused', async () => {
    const book = binaryWorkbook([{ name: 'S', records: TABLE }]);
    expect(
      await linesOf(binaryWorkbook([{ name: 'S', records: TABLE }], { password: true })),
    ).toEqual(['encrypted']);
    for (let length = 1600; length < book.length - 4000; length += 501) {
      expect((await linesOf(book.subarray(0, length)))[0]).toMatch(/^damaged|^unsupported ole/);
    }
  });
});
