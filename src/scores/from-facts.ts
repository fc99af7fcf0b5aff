import {
  compareRationals,
  greatest,
  least,
  minus,
  NOTHING,
  over,
  plus,
  type Rational,
  rational,
  rationalText,
  rounded,
  times,
} from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { EvaluationForm, Indicator, PrintedValue } from '../facts/evaluation-model.js';
import { numberIn } from '../facts/evaluations/funds.js';
import type { Profile, RoundingPlace } from './profile.js';
import { type ExpectedScore, expectedScore } from './score-indicator.js';

/** An indicator beside what the profile gives for it; null weight or score: not printed. */
export interface ScoredIndicator {
  readonly indicator: Indicator;
  readonly weight: Rational | null;
  readonly score: Rational | null;
  readonly expected: ExpectedScore | null;
}

/** A sum of the form: printed, computed, and the steps as a person would write them. */
export interface ScoredSum {
  readonly printed: Rational | null;
  readonly expected: Rational | null;
  readonly why: Wording;
}

export interface EvaluationScore {
  readonly profile: Profile;
  readonly indicators: readonly ScoredIndicator[];
  readonly subtotal: ScoredSum;
  readonly rate: ScoredSum;
  readonly rateScore: ScoredSum;
  readonly deduction: ScoredSum;
  readonly total: ScoredSum;
  readonly grade: { readonly printed: string | null; readonly expected: string | null };
}

/**
 * Scores a form again. Indicators are held against their own targets; the sums are made of the
 * scores as printed, so that one wrong score is not reported once more in each sum above it.
 */
export function scoreEvaluation(form: EvaluationForm, profile: Profile): EvaluationScore {
  const indicators = form.indicators.map((indicator) => scoredIndicator(indicator, profile));
  const sum = sumOf(indicators);
  const subtotal = sum === null ? null : round(sum, profile.subtotal);
  const rate = executionRate(form, profile);
  const rateScore = executionPoints(form, rate.expected, profile);
  const before = subtotal === null ? null : plus(subtotal, rateScore.exact ?? NOTHING);
  const deduction = before === null ? null : deductionFor(before, rate.expected, profile);
  const total =
    before === null || deduction === null ? null : round(minus(before, deduction), profile.total);
  return {
    profile,
    indicators,
    subtotal: {
      printed: valueOf(form.subtotal),
      expected: subtotal,
      why: sumWords(indicators, subtotal),
    },
    rate,
    rateScore: rateScore.sum,
    deduction: {
      printed: valueOf(form.deduction),
      expected: deduction,
      why: deductionWords(before, rate.expected, deduction, profile),
    },
    total: {
      printed: valueOf(form.total),
      expected: total,
      why: totalWords(subtotal, rateScore.exact, deduction, total),
    },
    grade: {
      printed: form.grade?.text ?? null,
      expected: gradeOf(valueOf(form.total) ?? total, profile),
    },
  };
}

function scoredIndicator(indicator: Indicator, profile: Profile): ScoredIndicator {
  const weight = valueOf(indicator.weight);
  const score = valueOf(indicator.score);
  // Rows that share one score cannot be told apart.
  const alone = weight !== null && indicator.group === null;
  return {
    indicator,
    weight,
    score,
    expected: alone ? expectedScore(indicator, weight, profile) : null,
  };
}

function sumOf(indicators: readonly ScoredIndicator[]): Rational | null {
  const scores = indicators.flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length === 0 ? null : scores.reduce(plus, NOTHING);
}

function executionRate(form: EvaluationForm, { execution }: Profile): ScoredSum {
  const budget = valueOf(form.budget);
  const executed = valueOf(form.executed);
  const printed = valueOf(form.rate);
  if (execution === null || budget === null || executed === null) {
    return { printed, expected: printed, why: NOT_COMPUTED };
  }
  const share = over(times(executed, rational(100n)), budget);
  if (share === null) {
    const zh = '预算为 0，没有执行率';
    return {
      printed,
      expected: execution.zeroBudget === 'nothing' ? NOTHING : null,
      why: { zh, en: 'the budget is zero, so there is no rate' },
    };
  }
  const expected = round(share, execution.rate ?? { decimals: 2, how: 'half-up' });
  const steps = `${rationalText(executed)} ÷ ${rationalText(budget)} = ${rationalText(expected)}%`;
  return { printed, expected, why: { zh: steps, en: steps } };
}

const NOT_COMPUTED: Wording = {
  zh: '没有可用来计算的预算数和执行数',
  en: 'no budget and execution to compute it from',
};

function executionPoints(
  form: EvaluationForm,
  rate: Rational | null,
  { execution }: Profile,
): { readonly sum: ScoredSum; readonly exact: Rational | null } {
  const printed = valueOf(form.rateScore);
  if (execution === null || rate === null || printed === null) {
    return { sum: { printed, expected: null, why: NOT_COMPUTED }, exact: printed };
  }
  const share = least(greatest(rate, NOTHING), rational(100n));
  const exact = round(times(times(share, execution.weight), rational(1n, 100n)), execution.points);
  const steps = `${rationalText(execution.weight)} × ${rationalText(share)}% = ${rationalText(exact)}`;
  return { sum: { printed, expected: exact, why: { zh: steps, en: steps } }, exact };
}

function deductionFor(before: Rational, rate: Rational | null, { caps }: Profile): Rational {
  const cap = caps.find(({ below }) => rate !== null && compareRationals(rate, below) < 0);
  return cap === undefined ? NOTHING : greatest(NOTHING, minus(before, cap.cap));
}

function gradeOf(total: Rational | null, { grades }: Profile): string | null {
  if (total === null) return null;
  return grades.find(({ from }) => compareRationals(total, from) >= 0)?.grade ?? null;
}

function sumWords(indicators: readonly ScoredIndicator[], sum: Rational | null): Wording {
  const parts = indicators.flatMap(({ score }) => (score === null ? [] : [rationalText(score)]));
  const steps = sum === null ? '' : `${parts.join(' + ')} = ${rationalText(sum)}`;
  return { zh: steps, en: steps };
}

function deductionWords(
  before: Rational | null,
  rate: Rational | null,
  deduction: Rational | null,
  { caps }: Profile,
): Wording {
  if (before === null || deduction === null || caps.length === 0) return { zh: '', en: '' };
  const shown = rate === null ? '' : `${rationalText(rate)}%`;
  if (deduction.numerator === 0n) {
    return { zh: `执行率 ${shown}，不扣减`, en: `rate ${shown}: nothing is deducted` };
  }
  const steps = `${rationalText(before)} − ${rationalText(minus(before, deduction))}`;
  return {
    zh: `执行率 ${shown}，总分封顶，扣减 ${steps} = ${rationalText(deduction)}`,
    en: `rate ${shown} caps the total: ${steps} = ${rationalText(deduction)}`,
  };
}

function totalWords(
  subtotal: Rational | null,
  rateScore: Rational | null,
  deduction: Rational | null,
  total: Rational | null,
): Wording {
  if (subtotal === null || total === null) return { zh: '', en: '' };
  const parts = [rationalText(subtotal)];
  if (rateScore !== null) parts.push(` + ${rationalText(rateScore)}`);
  if (deduction !== null && deduction.numerator !== 0n) parts.push(` − ${rationalText(deduction)}`);
  const steps = `${parts.join('')} = ${rationalText(total)}`;
  return { zh: steps, en: steps };
}

function valueOf(value: PrintedValue | null): Rational | null {
  return value === null ? null : numberIn(value.text);
}

function round(value: Rational, place: RoundingPlace | null): Rational {
  return place === null ? value : rounded(value, place.decimals, place.how);
}
