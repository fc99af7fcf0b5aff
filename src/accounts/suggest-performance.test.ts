import { expect, it } from 'vitest';
import type { EvaluationSegment } from '../facts/model.js';
import type { Inputs } from './model.js';
import { suggestedPerformance } from './suggest-performance.js';

function form(budget: string, total: string, grade: string): EvaluationSegment {
  const said = (text: string) => (text === '' ? null : { text });
  const content = { unit: '万元', budget: said(budget), total: said(total), grade: said(grade) };
  return { form: 'project-self-evaluation', content } as unknown as EvaluationSegment;
}

function told(inputs: Inputs): Readonly<Record<string, string>> {
  return Object.fromEntries([...inputs].map(([id, { text }]) => [id, text]));
}

const NOTHING: Inputs = new Map();

it('counts the forms, adds up their budgets, averages their scores', () => {
  const forms = [form('1.50', '98', '优'), form('20', '93.55', '优'), form('0.5', '81', '良')];
  const suggested = suggestedPerformance(NOTHING, forms, '元');
  expect(told(suggested)).toEqual({
    'performance-projects': '3',
    'performance-amount': '220000.00',
    'performance-average': '90.85',
    'performance-first': '2',
    'performance-second': '1',
    'performance-third': '0',
    'performance-fourth': '0',
  });
  expect([...suggested.values()].every(({ toReview }) => toReview)).toBe(true);
});

it('leaves what was given, and what a form does not tell', () => {
  const given: Inputs = new Map([
    ['performance-projects', { text: '5', toReview: false, source: null }],
  ]);
  expect(told(suggestedPerformance(given, [form('', '90', '')], '元'))).toEqual({
    'performance-projects': '5',
    'performance-average': '90.00',
  });
  expect(suggestedPerformance(NOTHING, [], '元')).toBe(NOTHING);
});
