import { expect, it } from 'vitest';
import type { Filing } from '../facts/model.js';
import type { CheckResult, Finding } from '../findings/model.js';
import { outcomeOf } from './outcome.js';

const place = { page: null, line: 5, from: 0, to: 1, text: 'x' };

function finding(id: string, severity: Finding['severity'], cause: string | null): Finding {
  const words = { zh: id, en: id };
  return {
    ...{ id, rule: 'a.rule', severity, cause, message: words, remedy: words, places: [place] },
    ...{ expected: null, reported: null, difference: null, unit: null, suspect: null },
    explanations: [],
    basis: { regulation: 'articulation', clause: null, quote: null },
  };
}

function filing(part: 'tables' | 'annex', unread: boolean): Filing {
  const section = { id: 's1', title: '', level: 1, parent: null, part, fiscalYear: null };
  return {
    ...{ id: 'a', file: 'a.txt', kind: 'final-account', entity: null, entities: [] },
    ...{ fiscalYear: 2023, unit: null, edition: null, forms: [], evaluations: [], passages: [] },
    ...{ figures: [], statements: [], lists: [] },
    sections: [{ ...section, place: { ...place, line: 1 } }],
    unread: unread ? [{ what: '表', why: { zh: '断在中间', en: 'broken off' }, place }] : [],
  };
}

function checked(findings: readonly Finding[], holds = 1): CheckResult {
  const rules = { holds, roundingConsistent: 0, fails: 0, undecided: 0, notApplicable: 0 };
  return { rules, findings, undecided: [] };
}

it('an error that follows from a warning is an error for every reader', () => {
  const result = checked([finding('w', 'warning', null), finding('e', 'error', 'w')]);
  expect(outcomeOf(filing('tables', true), result)).toEqual({
    ...{ status: 1, checked: true, errors: 1, warnings: 0, notes: 0, following: 1 },
  });
});

it('3 for an unread part of the account, 0 for one of its annexes', () => {
  expect(outcomeOf(filing('tables', true), checked([])).status).toBe(3);
  expect(outcomeOf(filing('annex', true), checked([])).status).toBe(0);
});

it('nothing was checked where no rule could speak', () => {
  expect(outcomeOf(filing('tables', false), checked([], 0))).toMatchObject({
    ...{ status: 0, checked: false },
  });
});
