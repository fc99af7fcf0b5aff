import { describe, expect, it } from 'vitest';
import { RepeatFinder } from './text-repeats.js';

const repeats = (...texts: readonly string[]) => {
  const finder = new RepeatFinder();
  return texts.flatMap((text) => finder.find(text).map(({ from, to }) => text.slice(from, to)));
};

describe('words said twice', () => {
  it('are found where a block follows itself', () => {
    expect(repeats('一是组织培训组织培训，二是其他')).toEqual(['组织培训组织培训']);
  });

  it('are found with amounts in them when there are words enough', () => {
    const block = '其中人员经费12.00万元，主要包括';
    expect(repeats(`支出${block}${block}基本工资`)).toEqual([`${block}${block}`]);
  });

  it('are not rows of equal amounts', () => {
    expect(repeats('接待0批次，接待0批次，事业收入0.00元，经营收入0.00元')).toEqual([]);
  });

  it('are not found across two texts', () => {
    expect(repeats('组织培训', '组织培训')).toEqual([]);
  });
});
