import { expect, test } from 'vitest';
import { linePlace } from '../base/place.js';
import type { Operand } from '../facts/lookup.js';
import type { CellFact, Filing } from '../facts/model.js';
import { CATALOGUE } from '../rules/catalogue.js';
import type { Equation, Rule } from '../rules/model.js';
import { doubtInferred } from './inferred.js';
import { type CheckedEquation, checkEquation, type Run } from './run.js';

function cell(key: string, printed: string, line: number): Operand {
  return {
    ...{ key, kind: 'cell', label: key, printed, unit: '元', settledBy: [] },
    amount: { value: BigInt(printed === '' ? 0 : printed) * 100_000_000n, half: 0n },
    place: linePlace(line, 0, printed.length, printed),
  };
}

function equation(id: string, left: readonly Operand[], right: readonly Operand[]) {
  const rule: Rule = { ...CATALOGUE[0]!, id };
  const term = (operand: Operand) => ({ sign: 1, operand }) as const;
  const instance: Equation = {
    ...{ kind: 'equation', key: id, relation: '=' },
    left: left.map(term),
    right: right.map(term),
  };
  return checkEquation(rule, instance);
}

/** What still fails where lines 1 to 9 stand in an income table without lines. */
function failuresOf(equations: readonly CheckedEquation[]): readonly string[] {
  const failures = equations.filter(({ status }) => status === 'fails');
  const counts = { holds: 0, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 0 };
  const run: Run = {
    counts: { ...counts, fails: failures.length },
    ...{ equations, failures, undecided: [] },
  };
  const cells = [{ place: linePlace(1, 0, 1, '1') } as CellFact];
  const place = linePlace(1, 0, 1, '');
  const filing = {
    forms: [{ form: 'income', cells, place }],
    inferredLines: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  } as unknown as Filing;
  const left = doubtInferred(run, filing);
  expect(left.failures.length + left.undecided.length).toBe(failures.length);
  return left.failures.map(({ rule }) => rule.id);
}

const agreeing = [1, 2, 3].map((line) =>
  equation(
    `sum-${line}`,
    [cell(`income/${line}/a`, '20', line)],
    [cell(`income/${line}/b`, '20', line)],
  ),
);
const wrong = equation('wrong', [cell('income/4/a', '20', 4)], [cell('income/4/b', '30', 4)]);

test('what fails alone in a table that otherwise agrees stays a failure', () => {
  expect(failuresOf([...agreeing, wrong])).toEqual(['wrong']);
});

test('what fails in a table where little agrees is undecided', () => {
  expect(failuresOf([agreeing[0]!, wrong])).toEqual([]);
});

test('a blank of such a table is no evidence', () => {
  const blank = equation('blank', [cell('income/5/a', '20', 5)], [cell('income/5/b', '', 5)]);
  expect(failuresOf([...agreeing, blank])).toEqual([]);
});

test('a row that another table lacks may not have been told apart in it', () => {
  const absent = equation('absent', [cell('expenditure/208/a', '20', 12)], []);
  expect(failuresOf([...agreeing, absent])).toEqual([]);
});

test('what fails elsewhere stays', () => {
  const other = equation(
    'other',
    [cell('expenditure/208/a', '20', 12)],
    [cell('expenditure/208/b', '30', 12)],
  );
  expect(failuresOf([other])).toEqual(['other']);
});
