import { amountOf, amountText, type MoneyUnit } from '../base/amount.js';
import { normaliseLabel } from '../base/label.js';
import { type Numeral, numeralText, parseNumeral } from '../base/numeral.js';
import type { EvaluationSegment } from '../facts/model.js';
import type { Inputs, InputValue } from './model.js';

/** Grades from the best down; 合格 stands where others say 中. */
const GRADES: readonly (readonly [id: string, names: readonly string[]])[] = [
  ['performance-first', ['优']],
  ['performance-second', ['良']],
  ['performance-third', ['中', '合格']],
  ['performance-fourth', ['差', '不合格']],
];

/**
 * What the project forms say of themselves, for inputs that nobody has given: how many there are,
 * the money of their budgets, the average score, the grades. To be looked at again: a body may have
 * evaluated more than it attaches. Nothing where a form does not tell.
 */
export function suggestedPerformance(
  inputs: Inputs,
  evaluations: readonly EvaluationSegment[],
  unit: MoneyUnit,
): Inputs {
  const forms = evaluations.filter(({ form }) => form === 'project-self-evaluation');
  if (forms.length === 0) return inputs;
  const told = new Map(inputs);
  const suggest = (id: string, text: string | null) => {
    const known = told.get(id)?.text.trim() ?? '';
    const value: InputValue = { text: text ?? '', toReview: true, source: null };
    if (text !== null && known === '') told.set(id, value);
  };
  suggest('performance-projects', String(forms.length));
  suggest('performance-amount', budgetsOf(forms, unit));
  suggest('performance-average', averageOf(forms));
  const grades = forms.map(({ content }) => normaliseLabel(content.grade?.text ?? ''));
  if (grades.every((grade) => GRADES.some(([, names]) => names.includes(grade)))) {
    for (const [id, names] of GRADES) {
      suggest(id, String(grades.filter((grade) => names.includes(grade)).length));
    }
  }
  return told;
}

function budgetsOf(forms: readonly EvaluationSegment[], unit: MoneyUnit): string | null {
  let sum = 0n;
  for (const { content } of forms) {
    const numeral = parseNumeral(content.budget?.text ?? '');
    if (numeral === null || content.unit === null) return null;
    sum += amountOf(numeral, content.unit).value;
  }
  return amountText(sum, unit);
}

/** Rounded to two places, half away from zero. */
function averageOf(forms: readonly EvaluationSegment[]): string | null {
  const totals = forms.map(({ content }) => parseNumeral(content.total?.text ?? ''));
  if (totals.some((total) => total === null)) return null;
  const scores = totals as readonly Numeral[];
  const decimals = Math.max(2, ...scores.map((score) => score.decimals));
  const sum = scores.reduce(
    (all, score) => all + score.digits * 10n ** BigInt(decimals - score.decimals),
    0n,
  );
  const by = BigInt(forms.length) * 10n ** BigInt(decimals - 2);
  return numeralText({ digits: (2n * sum + by) / (2n * by), decimals: 2 });
}
