import { expect, it } from 'vitest';
import { matchesOf } from './matches.js';

it('finds what matchAll finds, text after text', () => {
  const pattern = /(\d+)元|无/g;
  for (const text of ['收入10元，支出8元。', '', '无', '没有', '无无3元']) {
    const all = [...text.matchAll(/(\d+)元|无/g)];
    const found = matchesOf(pattern, text);
    expect(found.map(({ index }) => index)).toEqual(all.map(({ index }) => index));
    expect(found.map((match) => match[1])).toEqual(all.map((match) => match[1]));
  }
});

it('does not mind where the pattern stopped before', () => {
  const pattern = /元/g;
  pattern.lastIndex = 2;
  expect(matchesOf(pattern, '元')).toHaveLength(1);
});
