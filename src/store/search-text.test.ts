import { expect, test } from 'vitest';
import { gramsOf, gramsWithin, searchForm, searchTerms } from './search-text.js';

test('width, case and blanks make no difference', () => {
  expect(searchForm(' ＡＢ　局（本级）\u200b')).toBe('ab局(本级)');
  expect(searchTerms('  卫生　ＪＹ ')).toEqual(['卫生', 'jy']);
  expect(searchTerms(' \0 ')).toEqual([]);
});

test('a text has every gram of what it contains', () => {
  const all = new Set(gramsOf(['忻州市医疗保险']));
  for (const term of ['州', '医疗', '市医疗保', '忻州市医疗保险']) {
    expect(gramsWithin(term).every((gram) => all.has(gram))).toBe(true);
  }
  expect(gramsWithin('𠮷')).toEqual(['𠮷']);
  expect(gramsWithin('𠮷局')).toEqual(['𠮷局']);
});
