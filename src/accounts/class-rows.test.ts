import { expect, it } from 'vitest';
import { withClassRows } from './class-rows.js';
import type { AccountTable } from './model.js';
import { exactRow } from './rows.js';

function table(...codes: readonly (readonly [code: string, value: bigint])[]): AccountTable {
  const rows = codes.map(([code, value]) => exactRow(null, code, '', [['basic', value]]));
  return { form: 'expenditure', rows: [exactRow(null, 'total', '合计', [['basic', 7n]]), ...rows] };
}

function sums({ rows }: AccountTable): readonly (readonly [string, bigint | undefined])[] {
  return rows.map(({ key, cells }) => [key, cells.get('basic')?.amount?.value]);
}

it('adds up the classes where only the items were filled in', () => {
  const filled = withClassRows(table(['2080505', 2n], ['2080506', 1n], ['2210201', 4n]), 2023);
  expect(sums(filled)).toEqual([
    ...([['total', 7n]] as const),
    ...([
      ['208', 3n],
      ['20805', 3n],
      ['2080505', 2n],
      ['2080506', 1n],
    ] as const),
    ...([
      ['221', 4n],
      ['22102', 4n],
      ['2210201', 4n],
    ] as const),
  ]);
  expect(filled.rows.find(({ key }) => key === '208')?.item).toBe('社会保障和就业支出');
});

it('leaves a table that prints classes as it is', () => {
  const printed = table(['208', 2n], ['2080505', 2n], ['2210201', 4n]);
  expect(withClassRows(printed, 2023)).toBe(printed);
});
