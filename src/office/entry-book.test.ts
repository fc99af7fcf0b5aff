import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { EntryCell, EntrySheet } from '../entry/model.js';
import { entryBook } from './entry-book.js';

function cell(more: Partial<EntryCell>): EntryCell {
  return { kind: 'computed', text: '', align: 'end', format: 'amount', ...more };
}

const at = (row: number, column: number, sheet = '表') => ({ sheet, row, column });

function sheetOf(...row: readonly EntryCell[]): EntrySheet {
  return {
    ...{ name: '表', orientation: 'portrait', widths: row.map(() => 10), rows: [row] },
    ...{ frozen: [0, 0], guarded: true },
  };
}

async function xmlOf(...row: readonly EntryCell[]): Promise<string> {
  const parts = unzipSync(await entryBook('填报', [sheetOf(...row)]));
  return strFromU8(parts['xl/worksheets/sheet1.xml']!);
}

async function formulaOf(formula: EntryCell['formula']): Promise<string | undefined> {
  const xml = await xmlOf(cell({ ...(formula === undefined ? {} : { formula }) }));
  return /<f>([^<]*)<\/f>/.exec(xml)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

describe('the entry workbook', () => {
  it('adds up ranges, on its own sheet and on others', async () => {
    const add = [at(1, 1), at(2, 1), at(4, 1), at(0, 0, "别'表")];
    expect(await formulaOf({ kind: 'sum', add, less: [at(5, 1)] })).toBe(
      "SUM(B2:B3,B5,'别''表'!A1)-SUM(B6)",
    );
  });

  it('adds up classes where there are some, else every line', async () => {
    const range = (column: number) => [at(3, column), at(9, column)] as const;
    expect(await formulaOf({ kind: 'code-sum', codes: range(0), values: range(2) })).toBe(
      'IF(SUMPRODUCT(--(LEN(A4:A10)=3))&gt;0,SUMPRODUCT((LEN(A4:A10)=3)*C4:C10),SUM(C4:C10))',
    );
  });

  it('says whether two sides agree', async () => {
    expect(
      await formulaOf({
        ...{ kind: 'verdict', difference: at(0, 4), relation: '=', good: '相符', bad: '不符' },
      }),
    ).toBe('IF(E1=0,"相符","不符")');
  });

  it('lets people type where they are to type, and nowhere else', async () => {
    const xml = await xmlOf(cell({ kind: 'label', text: '合计' }), cell({ kind: 'typed' }));
    expect(xml).toContain('<sheetProtection');
    expect(xml).toMatch(/<dataValidation [^>]*type="decimal"[^>]*sqref="B1"/);
  });

  it('has the same bytes for the same sheets', async () => {
    const sheets = [sheetOf(cell({ kind: 'typed', choices: ['是', '否'] }))];
    expect(await entryBook('填报', sheets)).toEqual(await entryBook('填报', sheets));
  });
});
