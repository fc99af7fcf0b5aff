import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfText, textOfRows, typedAmount } from './range-text.js';

describe('typedAmount', () => {
  it.each([
    ['1,084.72', '元', '1084.72'],
    ['１２３．４', '元', '123.40'],
    ['(5.00)', '元', '-5.00'],
    ['¥ 12', '元', '12.00'],
    ['1.5万', '元', '15000.00'],
    ['3亿元', '万元', '30000.00'],
    ['12', '万元', '12.00'],
    ['100元', '万元', '0.01'],
  ] as const)('%s in %s', (text, unit, digits) => {
    expect(typedAmount(text, unit)).toEqual({ kind: 'digits', digits });
  });

  it.each(['', ' ', '—', '——', '-'])('%j is nothing', (text) => {
    expect(typedAmount(text, '元')).toEqual({ kind: 'blank' });
  });

  it.each(['abc', '1.2.3', '12%', '1 2 x', '万元'])('%j is no amount', (text) => {
    expect(typedAmount(text, '元')).toEqual({ kind: 'unreadable', text });
  });

  it('a count is whole and has no unit of money', () => {
    expect(typedAmount('12', null)).toEqual({ kind: 'digits', digits: '12' });
    expect(typedAmount('1.5', null).kind).toBe('unreadable');
    expect(typedAmount('1万', null).kind).toBe('unreadable');
  });
});

describe('ranges', () => {
  it('as a spreadsheet copies them', () => {
    expect(rowsOfText('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(rowsOfText('"a\nb"\t"say ""x"""')).toEqual([['a\nb', 'say "x"']]);
    expect(rowsOfText('')).toEqual([['']]);
  });

  it('what is copied is pasted the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', ',', '.', '"', '\t', '\n', 'a') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (each) => {
        expect(rowsOfText(textOfRows(each))).toEqual(each);
      }),
    );
  });
});
