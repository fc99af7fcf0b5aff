import { expect, test } from 'vitest';
import { displayWidth } from '../pages/display-width.js';
import { progressLine, type Stand } from './progress.js';

const HALF: Stand = { done: 150, total: 300, pages: 480, seconds: 100 };

test('a bar with files, pages, rate and what remains', () => {
  expect(progressLine(HALF, 100, 'zh')).toBe(
    '处理中 ████████████░░░░░░░░░░░░ 150/300 份 · 480 页 · 每分钟 90 份 · 还要 1 分 40 秒',
  );
  expect(progressLine({ ...HALF, pages: 0, seconds: 0 }, 100, 'en')).toBe(
    'Working ████████████░░░░░░░░░░░░ 150/300 files',
  );
});

test.each([
  [70, '处理中 ████░░░░░ 150/300 份 · 480 页 · 每分钟 90 份 · 还要 1 分 40 秒'],
  [60, '150/300 份 · 480 页 · 每分钟 90 份 · 还要 1 分 40 秒'],
  [40, '150/300 份 · 480 页 · 还要 1 分 40 秒'],
  [30, '150/300 份 · 还要 1 分 40 秒'],
  [20, '150/300 份'],
])('in %i columns', (columns, line) => {
  expect(progressLine(HALF, columns, 'zh')).toBe(line);
});

test('never wider than the terminal, from ten columns on', () => {
  for (let columns = 14; columns < 130; columns += 1) {
    for (const lang of ['zh', 'en'] as const) {
      expect(displayWidth(progressLine(HALF, columns, lang))).toBeLessThan(columns);
    }
  }
});
