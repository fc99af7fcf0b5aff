import { expect, test } from 'vitest';
import { clockInChina } from './moments.js';

test('a moment as clocks in China show it, over the ends of days, months and years', () => {
  expect(clockInChina('2024-09-18T09:30:00.000Z')).toBe('2024-09-18 17:30');
  expect(clockInChina('2024-09-18T15:59:59.999Z')).toBe('2024-09-18 23:59');
  expect(clockInChina('2024-02-28T16:00:00.000Z')).toBe('2024-02-29 00:00');
  expect(clockInChina('2023-02-28T16:00:00.000Z')).toBe('2023-03-01 00:00');
  expect(clockInChina('2023-12-31T20:05:00.000Z')).toBe('2024-01-01 04:05');
});
