import { expect, it } from 'vitest';
import { keptDeadline } from './deadline.js';

it.each([
  ['2023年5月31日前', '2023年5月20日', true],
  ['8月31日前', '8月25日', true],
  ['12月底前', '2022年12月10日', true],
  ['不晚于3月底', '不晚于3月底', true],
  ['2022.12.31', '2022.12.31', true],
  ['2022年12月底前', '2023年1月5日', false],
  ['8月31日前', '9月2日', false],
])('%s, %s: %s', (target, actual, kept) => {
  expect(keptDeadline(target, actual)).toBe(kept);
});

it.each([
  ['2022.01.01', '2021.12.20'],
  ['及时', '及时'],
  ['30工作日', '15工作日'],
  ['2022年11月30日前', '达成预期指标'],
])('%s, %s: nobody can say', (target, actual) => {
  expect(keptDeadline(target, actual)).toBeNull();
});
