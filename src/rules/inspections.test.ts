import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.js';
import { INSPECTIONS, inspectionOf, rulesOf } from './inspections.js';

test('every rule speaks of one inspection, and every inspection but the first has rules', () => {
  const counts = INSPECTIONS.map((each) => rulesOf(each).length);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(CATALOGUE.length);
  expect(counts[0]).toBe(0);
  expect(Math.min(...counts.slice(1))).toBeGreaterThanOrEqual(5);
});

test.each([
  ['income.row-sum', 'true'],
  ['narrative.amount-equals-table', 'true'],
  ['completeness.forms', 'complete'],
  ['completeness.three-public-counts', 'detailed'],
  ['classification.digits', 'detailed'],
  ['classification.stale-name', 'form'],
  ['text.table-year', 'form'],
  ['privacy.mobile-number', 'form'],
])('%s speaks of %s', (rule, inspection) => {
  expect(inspectionOf(rule)).toBe(inspection);
});
