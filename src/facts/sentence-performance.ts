import type { Clause } from './sentence-clause.js';
import type { Subject } from './sentence-statement.js';

const PROJECT = /^(?:[一二]级)?项目/;
const GRADE = /等级|评级/;

/**
 * What a number in a paragraph on performance is: projects, amounts, execution, grades or points;
 * never a cell of the statutory tables. `before` and `after` are the words around it.
 */
export function performanceSubject(
  clause: Clause,
  before: string,
  after: string,
  label: string,
): Subject | null {
  const concept = conceptOf(clause, before, after);
  if (concept === null) return null;
  const scope = clause.scope ?? 'all-funds';
  const key = `${concept}/${scope}`;
  return { key, concept, label: label || before, scope, about: null, family: null };
}

function conceptOf(clause: Clause, before: string, after: string): string | null {
  const { kind, unit } = clause.number!;
  if (kind === 'percentage') {
    if (clause.completion) return 'performance-execution';
    return clause.share ? 'performance-amount' : null;
  }
  if (kind === 'count') {
    if (unit === '分') return 'performance-score';
    if (unit !== '个') return null;
    if (GRADE.test(before) || /^(?:[一二]级)?项目[^，；。]{0,4}等级/.test(after)) {
      return 'performance-grade-count';
    }
    return /项目|自评/.test(before) || PROJECT.test(after) ? 'performance-projects' : null;
  }
  if (/涉及|支出$/.test(before)) return 'performance-amount';
  if (clause.role !== null && !clause.afterCue) return 'performance-execution';
  return /资金|金额|支出/.test(before) ? 'performance-amount' : null;
}
