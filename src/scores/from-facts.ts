import { around, only, type Range, ratioOf, verdictOf } from '../base/range.js';
import {
  compareRationals,
  greatest,
  least,
  minus,
  NOTHING,
  plus,
  type Rational,
  rational,
  rationalText,
  rounded,
  times,
} from '../base/rational.js';
import type { Verdict } from '../base/verdict.js';
import type { Wording } from '../base/wording.js';
import type { EvaluationForm, Indicator, PrintedValue, Task } from '../facts/evaluation-model.js';
import type { Grade, Profile, RoundingPlace } from './profile.js';
import { numeralOf, printedNumber } from './read-number.js';
import { type ExpectedScore, expectedScore } from './score-indicator.js';
import type { ScoredReportIndicator } from './score-report.js';

/** An indicator beside what the profile gives for it; null weight or score: not printed. */
export interface ScoredIndicator {
  readonly indicator: Indicator;
  readonly weight: Rational | null;
  readonly score: Rational | null;
  readonly expected: ExpectedScore | null;
  /** How the report argues it; null in a form. */
  readonly argued: ScoredReportIndicator | null;
}

/** A value of the form: printed, as the method makes it, and the steps a person would write. */
export interface ScoredValue {
  readonly printed: PrintedValue | null;
  /** Null where the form does not have what it is made of. */
  readonly expected: Range | null;
  /** Null where one of the two is missing. */
  readonly verdict: Verdict | null;
  readonly why: Wording;
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

const HUNDRED = rational(100n);

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

/** A wrong amount does not make the points wrong that follow from the rate beside it. */
function pointsEarned(
  form: EvaluationForm,
  rate: ScoredValue,
  profile: Profile,
): { readonly used: Rational | null; readonly earned: ReturnType<typeof executionPoints> } {
  const used = rateUsed(rate);
  const earned = executionPoints(form, used, profile);
  if (rate.verdict !== 'wrong' || earned.scored.verdict !== 'wrong') return { used, earned };
  const asPrinted = printedNumber(rate.printed);
  const other = executionPoints(form, asPrinted, profile);
  return other.scored.verdict === 'wrong' ? { used, earned } : { used: asPrinted, earned: other };
}

/** The rate that the rest is made of: as printed where that can be, else as computed. */
function rateUsed({ printed, expected, verdict }: ScoredValue): Rational | null {
  if (verdict !== 'wrong' && printed !== null) return printedNumber(printed);
  return expected === null ? null : expected.low;
}

/** A task of a department's form has a rate of its own, made of its own amounts. */
export function taskRate(
  { budget, executed, rate }: Task,
  form: EvaluationForm,
  profile: Profile,
): ScoredValue {
  return executionRate({ ...form, budget, executed, rate }, profile);
}

function executionRate(form: EvaluationForm, { execution }: Profile): ScoredValue {
  const budget = printedNumber(form.budget);
  const executed = printedNumber(form.executed);
  if (budget === null || executed === null) return scored(form.rate, null, NOT_COMPUTED);
  if (budget.numerator === 0n) {
    const zero = execution?.zeroBudget === 'nothing' ? NOTHING : null;
    return scored(form.rate, zero, {
      zh: '预算为 0，没有执行率',
      en: 'the budget is zero, so there is no rate',
    });
  }
  const decimals = moneyDecimals(form);
  const share = ratioOf(around(times(executed, HUNDRED), decimals - 2), around(budget, decimals));
  const exact = round(
    times(executed, rational(100n * budget.denominator, budget.numerator)),
    execution?.rate ?? { decimals: 2, how: 'half-up' },
  );
  const steps = (): string =>
    `${rationalText(executed)} ÷ ${rationalText(budget)} = ${rationalText(exact)}%`;
  const made = scored(form.rate, exact, stepsOf(steps), 0);
  if (made.verdict !== 'wrong' || share === null) return made;
  // Amounts stand for intervals: the rate may be any that they allow.
  const numeral = numeralOf(form.rate)!;
  const verdict = verdictOf(numeral, share);
  if (verdict === 'wrong') return made;
  return { ...made, expected: share, verdict, why: withinRounding(steps, form.rate!.text) };
}

function withinRounding(steps: () => string, printed: string): Wording {
  return {
    get zh() {
      return `${steps()}；金额有尾差，印 ${printed} 相符`;
    },
    get en() {
      return `${steps()}; the amounts are rounded, so ${printed} agrees`;
    },
  };
}

/** The finest decimals of the form's money; 万元 with fewer than two have their zeros left out. */
function moneyDecimals({ budget, executed, funds, unit }: EvaluationForm): number {
  const printed = [budget, executed, ...funds.map(({ value }) => value)];
  const decimals = printed.map((value) => numeralOf(value)?.decimals ?? 0);
  return Math.max(unit === '亿元' ? 4 : 2, ...decimals);
}

const NOT_COMPUTED: Wording = {
  zh: '没有可用来计算的预算数和执行数',
  en: 'no budget and execution to compute it from',
};

function executionPoints(
  form: EvaluationForm,
  rate: Rational | null,
  { execution }: Profile,
): { readonly scored: ScoredValue; readonly value: Rational | null } {
  const printed = printedNumber(form.rateScore);
  if (execution === null || rate === null || form.rateScore === null) {
    return { scored: scored(form.rateScore, null, NOT_COMPUTED), value: printed };
  }
  const share = least(greatest(rate, NOTHING), HUNDRED);
  // A form that prints what the rate is worth says it best.
  const weight = printedNumber(form.rateWeight) ?? execution.weight;
  const points = round(times(times(share, weight), rational(1n, 100n)), execution.points);
  const steps = (): string =>
    `${rationalText(weight)} × ${rationalText(share)}% = ${rationalText(points)}`;
  return { scored: scored(form.rateScore, points, stepsOf(steps)), value: points };
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
  return stepsOf(() => {
    const parts = scores.map((score) => rationalText(score));
    return `${parts.join(' + ')} = ${rationalText(sum)}`;
  });
}

/** Steps are put in words when someone asks: nobody does where a score is right. */
function stepsOf(steps: () => string): Wording {
  return {
    get zh() {
      return steps();
    },
    get en() {
      return steps();
    },
  };
}

const NO_STEPS: Wording = { zh: '', en: '' };

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
  return stepsOf(() => {
    const parts = [rationalText(subtotal)];
    if (rateScore !== null) parts.push(` + ${rationalText(rateScore)}`);
    if (deduction !== null && deduction.numerator !== 0n) {
      parts.push(` − ${rationalText(deduction)}`);
    }
    return `${parts.join('')} = ${rationalText(total)}`;
  });
}

/** Points are meant to two decimals at least: 59 is 59.00. */
export const POINTS_DECIMALS = 2;

function scored(
  printed: PrintedValue | null,
  expected: Rational | null,
  why: Wording,
  least = POINTS_DECIMALS,
): ScoredValue {
  const numeral = numeralOf(printed);
  const range = expected === null ? null : only(expected);
  const verdict = numeral === null || range === null ? null : verdictOf(numeral, range, least);
  return { printed, expected: range, verdict, why };
}

function round(value: Rational, place: RoundingPlace | null): Rational {
  return place === null ? value : rounded(value, place.decimals, place.how);
}
