import {
  compareRationals,
  greatest,
  minus,
  NOTHING,
  plus,
  type Rational,
  rationalText,
} from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { EvaluationForm, Indicator, PrintedValue } from '../facts/evaluation-model.js';
import { executionRate, pointsEarned } from './execution-rate.js';
import type { Grade, Profile } from './profile.js';
import { printedNumber } from './read-number.js';
import { type ExpectedScore, expectedScore } from './score-indicator.js';
import type { ScoredReportIndicator } from './score-report.js';
import { equationOf, NO_STEPS, round, type ScoredValue, scored, stepsOf } from './scored-value.js';

/** An indicator beside what the profile gives for it; null weight or score: not printed. */
export interface ScoredIndicator {
  readonly indicator: Indicator;
  readonly weight: Rational | null;
  readonly score: Rational | null;
  readonly expected: ExpectedScore | null;
  /** How the report argues it; null in a form. */
  readonly argued: ScoredReportIndicator | null;
}

export interface EvaluationScore {
  readonly profile: Profile;
  readonly indicators: readonly ScoredIndicator[];
  /** Σ of the scores, of indicators and of tasks. */
  readonly subtotal: ScoredValue;
  /** Execution over budget in per cent. */
  readonly rate: ScoredValue;
  readonly rateScore: ScoredValue;
  readonly deduction: ScoredValue;
  readonly total: ScoredValue;
  readonly grade: { readonly printed: PrintedValue | null; readonly expected: string | null };
}

/**
 * Whether a sum of the form is not what a method gives that was confirmed on printed forms; any
 * other method proves nothing.
 */
export function isDisproved(score: EvaluationScore): boolean {
  const sums = [score.subtotal, score.rate, score.rateScore, score.deduction, score.total];
  const proven = score.profile.evidence === 'sample';
  return proven && sums.some(({ verdict }) => verdict === 'wrong');
}

/**
 * Scores a form again. Indicators are held against their own targets; the sums are made of the
 * scores as printed, so that one wrong score is not reported once more in each sum above it.
 */
export function scoreEvaluation(
  form: EvaluationForm,
  profile: Profile,
  argued: readonly ScoredReportIndicator[] = [],
): EvaluationScore {
  const waiting = byName(argued);
  const indicators = form.indicators.map((indicator) =>
    scoredIndicator(indicator, profile, waiting.get(indicator.name)?.shift() ?? null),
  );
  const scores = printedScores(form, indicators);
  const sum = scores.length === 0 ? null : round(scores.reduce(plus, NOTHING), profile.subtotal);
  const rate = executionRate(form, profile);
  const { used, earned } = pointsEarned(form, rate, profile);
  const before = sum === null ? null : plus(sum, earned.value ?? NOTHING);
  // Where the method is not known, what the form deducts is taken as it stands.
  const known = profile.evidence === 'sample' || profile.caps.length > 0;
  const own = known ? null : (printedNumber(form.deduction) ?? NOTHING);
  const deduction = before === null ? null : (own ?? deductionFor(before, used, profile));
  const total =
    before === null || deduction === null ? null : round(minus(before, deduction), profile.total);
  return {
    profile,
    indicators,
    subtotal: scored(form.subtotal, sum, sumWords(scores, sum)),
    rate,
    rateScore: earned.scored,
    deduction: scored(form.deduction, deduction, deductionWords(before, used, deduction, profile)),
    total: scored(form.total, total, totalWords(sum, earned.value, deduction, total)),
    grade: {
      printed: form.grade,
      expected: gradeOf(printedNumber(form.total) ?? total, {
        grades: gradesFor(form, profile),
      }),
    },
  };
}

/** What a report's own standard gives; where it leaves it open, anything up to the weight. */
function byStandard(
  { expected, why }: ScoredReportIndicator,
  weight: Rational | null,
): ExpectedScore | null {
  if (weight === null) return null;
  if (expected === null) return { low: NOTHING, high: weight, why, case: 'judged' };
  return { ...expected, why, case: 'by-standard' };
}

/** Indicators of one name stand in the same order in text and table. */
function byName(
  argued: readonly ScoredReportIndicator[],
): ReadonlyMap<string, ScoredReportIndicator[]> {
  const named = new Map<string, ScoredReportIndicator[]>();
  for (const each of argued) {
    const { name } = each.indicator;
    named.set(name, [...(named.get(name) ?? []), each]);
  }
  return named;
}

function scoredIndicator(
  indicator: Indicator,
  profile: Profile,
  argued: ScoredReportIndicator | null,
): ScoredIndicator {
  const weight = printedNumber(indicator.weight);
  const score = printedNumber(indicator.score);
  // Rows that share one score cannot be told apart.
  const alone = weight !== null && indicator.group === null;
  if (argued !== null) {
    return { indicator, weight, score, argued, expected: byStandard(argued, weight) };
  }
  const expected = alone ? expectedScore(indicator, weight, profile) : null;
  return { indicator, weight, score, argued, expected };
}

function printedScores(
  { tasks }: EvaluationForm,
  indicators: readonly ScoredIndicator[],
): readonly Rational[] {
  const all = [
    ...tasks.map(({ score }) => printedNumber(score)),
    ...indicators.map((row) => row.score),
  ];
  return all.filter((score) => score !== null);
}

function deductionFor(before: Rational, rate: Rational | null, { caps }: Profile): Rational {
  const cap = caps.find(({ below }) => rate !== null && compareRationals(rate, below) < 0);
  return cap === undefined ? NOTHING : greatest(NOTHING, minus(before, cap.cap));
}

/** A report that says its own scale is graded by it. */
function gradesFor({ report }: EvaluationForm, { grades }: Profile): readonly Grade[] {
  const said = report?.grades ?? [];
  if (said.length < 2) return grades;
  return said
    .map(({ grade, from }) => ({ grade, from: printedNumber(from) ?? NOTHING }))
    .sort((a, b) => compareRationals(b.from, a.from));
}

/** The grade of a total; null where the method has none for it. */
export function gradeOf(
  total: Rational | null,
  { grades }: Pick<Profile, 'grades'>,
): string | null {
  if (total === null) return null;
  return grades.find(({ from }) => compareRationals(total, from) >= 0)?.grade ?? null;
}

function sumWords(scores: readonly Rational[], sum: Rational | null): Wording {
  if (sum === null) return NO_STEPS;
  return stepsOf(() => equationOf(scores.map((score) => rationalText(score)).join(' + '), sum));
}

function deductionWords(
  before: Rational | null,
  rate: Rational | null,
  deduction: Rational | null,
  { caps }: Profile,
): Wording {
  if (before === null || deduction === null || caps.length === 0) return NO_STEPS;
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
  if (subtotal === null || total === null) return NO_STEPS;
  const deducts = deduction !== null && deduction.numerator !== 0n;
  if (rateScore === null && !deducts && compareRationals(subtotal, total) === 0) return IS_SUBTOTAL;
  return stepsOf(() => {
    const parts = [rationalText(subtotal)];
    if (rateScore !== null) parts.push(` + ${rationalText(rateScore)}`);
    if (deducts) parts.push(` − ${rationalText(deduction)}`);
    return equationOf(parts.join(''), total);
  });
}

const IS_SUBTOTAL: Wording = {
  zh: '即指标得分小计',
  en: 'the subtotal of the indicators',
};
