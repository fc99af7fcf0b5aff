import type { Column } from '../../forms/model.js';
import { columnKey, matchColumns } from './match-columns.js';

/** What a column of a form that prints budgets beside what was spent holds. */
type Measure = 'initial-budget' | 'full-year-budget' | 'budget' | 'final';

const MEASURES: readonly (readonly [measure: Measure, heading: RegExp])[] = [
  ['initial-budget', /^年初预算(?:数|金额)?$/],
  ['full-year-budget', /^(?:全年|调整|调整后)预算(?:数|金额)?$/],
  ['budget', /^预算(?:数|金额)?$/],
  ['final', /^(?:本年)?决算(?:数|金额)?$/],
];

function measureOf(path: readonly string[]): Measure | null {
  for (const text of path) {
    const key = columnKey(text);
    const found = MEASURES.find(([, heading]) => heading.test(key));
    if (found) return found[0];
  }
  return null;
}

/**
 * The concept of each printed column. Where budgets stand beside 决算数, only columns of the latter
 * are those of the form; the others are `initial-budget/amount`, `full-year-budget/amount`, or
 * nothing where 预算数 alone does not say which budget it is.
 */
export function measuredColumns(
  paths: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly (string | null)[] {
  const measures = paths.map(measureOf);
  const several = measures.includes('final') && measures.some((each) => isBudget(each));
  if (!several) return matchColumns(paths, columns).map((column) => column?.id ?? null);
  const result: (string | null)[] = paths.map(() => null);
  for (const measure of ['final', 'initial-budget', 'full-year-budget', null] as const) {
    const at = paths.flatMap((_, i) => (measures[i] === measure ? [i] : []));
    const known = new Set(result);
    matchColumns(
      at.map((i) => asFinal(paths[i]!)),
      columns,
    ).forEach((column, i) => {
      if (column === null || (measure === null && known.has(column.id))) return;
      const prefix = isBudget(measure) ? `${measure}/` : '';
      result[at[i]!] = `${prefix}${column.id}`;
    });
  }
  return result;
}

function isBudget(measure: Measure | null): boolean {
  return measure !== null && measure !== 'final';
}

function asFinal(path: readonly string[]): readonly string[] {
  return path.map((text) => (measureOf([text]) === null ? text : '决算数'));
}
