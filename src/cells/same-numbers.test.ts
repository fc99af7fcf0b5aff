import { describe, expect, it } from 'vitest';
import { cellsFromText } from './from-text.js';
import { keepsNumbers } from './same-numbers.js';

const keeps = (before: string, after: string): boolean =>
  keepsNumbers(cellsFromText('a', before), cellsFromText('b', after));

describe('keepsNumbers', () => {
  it('allows more, in any order', () => {
    expect(keeps('收入12.34万元\n支出5元', '1. 支出5元\n2. 收入12.34万元')).toBe(true);
  });

  it('misses a number that is another, or stands less often', () => {
    expect(keeps('合计1,234.50', '合计1,234.05')).toBe(false);
    expect(keeps('2022年2022年', '2022年2023年')).toBe(false);
    expect(keeps('结果3.00', '结果')).toBe(false);
  });

  it('lets pages of contents differ', () => {
    expect(keeps('一、概况\t3\n二、收入.....4', '一、概况\t5\n二、收入.....6')).toBe(true);
    expect(keeps('第3页', '第4页')).toBe(false);
  });
});
