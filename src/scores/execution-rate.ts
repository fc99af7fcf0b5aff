import { around, ratioOf, verdictOf } from '../base/range.js';
import {
  greatest,
  least,
  NOTHING,
  type Rational,
  rational,
  rationalText,
  times,
} from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { EvaluationForm, Task } from '../facts/evaluation-model.js';
import type { Profile } from './profile.js';
import { numeralOf, printedNumber } from './read-number.js';
import { round, type ScoredValue, scored, stepsOf } from './scored-value.js';

const HUNDRED = rational(100n);

/** A wrong amount does not make the points wrong that follow from the rate beside it. */
export function pointsEarned(
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

/** Execution over budget in per cent, rounded as the method says. */
export function executionRate(form: EvaluationForm, { execution }: Profile): ScoredValue {
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
