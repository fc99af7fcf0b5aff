import { describe, expect, test } from 'vitest';
import { linePlace } from '../base/place.js';
import type { Operand } from '../facts/lookup.js';
import type { Filing } from '../facts/model.js';
import { CATALOGUE } from '../rules/catalogue.js';
import type { Equation, Rule } from '../rules/model.js';
import { doubtRecognised } from './recognised.js';
import { type CheckedEquation, checkEquation, type Run } from './run.js';

const NO_REFERENCES = { budget: null, lastYear: null };

function cell(key: string, yuan: bigint, line: number): Operand {
  const printed = `${yuan}.00`;
  return {
    ...{ key, kind: 'cell', label: key, printed, unit: '元', settledBy: [] },
    amount: { value: yuan * 100_000_000n, half: 0n },
    place: linePlace(line, 0, printed.length, printed),
  };
}

function equation(id: string, left: Operand, ...right: readonly Operand[]): CheckedEquation {
  const rule: Rule = { ...CATALOGUE[0]!, id };
  const term = (operand: Operand) => ({ sign: 1, operand }) as const;
  const instance: Equation = {
    ...{ kind: 'equation', key: id, relation: '=' },
    left: [term(left)],
    right: right.map(term),
  };
  return checkEquation(rule, instance);
}

function runOf(...equations: readonly CheckedEquation[]): Run {
  const failures = equations.filter(({ status }) => status === 'fails');
  const counts = { holds: 0, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 0 };
  return { counts: { ...counts, fails: failures.length }, equations, failures, undecided: [] };
}

function failuresOf(run: Run, ...recognised: readonly number[]): number {
  const filing = { recognisedLines: new Set(recognised) } as unknown as Filing;
  const { counts, failures, undecided } = doubtRecognised(run, filing, NO_REFERENCES);
  expect(counts.fails).toBe(failures.length);
  expect(failures.length + undecided.length).toBe(run.failures.length);
  return failures.length;
}

const total = cell('income/total', 60n, 1);
const copy = cell('summary/copy', 90n, 2);

describe('a failure', () => {
  test('of printed lines stays one', () => {
    expect(failuresOf(runOf(equation('same', total, copy)), 7)).toBe(1);
  });

  test('that touches a recognised line is undecided', () => {
    expect(failuresOf(runOf(equation('same', total, copy)), 2)).toBe(0);
  });

  test('stays one where sums confirm both amounts to the last digit', () => {
    const sums = [
      equation('sum', total, cell('a', 20n, 3), cell('b', 40n, 3)),
      equation('sum of copies', copy, cell('c', 50n, 4), cell('d', 40n, 4)),
    ];
    const run = runOf(equation('same', total, copy), ...sums);
    expect(failuresOf(run, 1, 2, 3, 4)).toBe(1);
    expect(failuresOf(runOf(equation('same', total, copy), sums[0]!), 1, 2, 3, 4)).toBe(0);
  });

  test('of a sum of one addend is undecided', () => {
    const only = cell('income/only', 20n, 3);
    const run = runOf(
      equation('sum', total, only),
      ...[equation('a', total, cell('x/a', 60n, 5)), equation('b', only, cell('x/b', 20n, 6))],
    );
    expect(failuresOf(run, 1, 3, 5, 6)).toBe(0);
  });

  test('of a sum is undecided: a row of it may not have been recognised', () => {
    const [a, b] = [cell('a', 20n, 3), cell('b', 50n, 3)];
    const run = runOf(
      equation('sum', total, a, b),
      ...[
        equation('copy of total', total, cell('e', 60n, 5)),
        equation('row', a, cell('f', 20n, 6)),
      ],
      equation('other row', b, cell('g', 50n, 6)),
    );
    expect(failuresOf(run, 1, 3, 5, 6)).toBe(0);
  });

  test('about something absent is undecided wherever it points', () => {
    const missing = equation('completeness.forms', total, copy);
    expect(failuresOf(runOf(missing), 9)).toBe(0);
  });
});

test('a document held against a recognised one is not accused of the difference', () => {
  const filing = {} as Filing;
  const budget = { filing: { recognisedLines: new Set([1]) } as unknown as Filing };
  const references = { budget, lastYear: null } as unknown as Parameters<typeof doubtRecognised>[2];
  const run = runOf(equation('reference.prior-year', total, copy));
  expect(doubtRecognised(run, filing, references).failures).toEqual([]);
});
