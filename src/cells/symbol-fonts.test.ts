import { expect, it } from 'vitest';
import { symbolOf, withSymbols } from './symbol-fonts.js';

it('knows ticks, boxes, comparisons and circled digits', () => {
  expect([0xf0fe, 0xf0a8, 0xf082].map((code) => symbolOf('Wingdings', code))).toEqual([
    '☑',
    '□',
    '②',
  ]);
  expect(symbolOf('WINGDINGS 2', 0x52)).toBe('☑');
  expect(symbolOf('Symbol', 0xf0a3)).toBe('≤');
});

it('leaves what it does not know', () => {
  expect(symbolOf('Wingdings 3', 0xf0fe)).toBeNull();
  expect(withSymbols('≥3\uf0fe', 'Arial')).toBe('≥3\uf0fe');
  expect(withSymbols('\uf0fe达成', 'Wingdings')).toBe('☑达成');
});
