import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePlace } from '../base/place.js';
import {
  compareRationals,
  NOTHING,
  plus,
  type Rational,
  rational,
  rationalText,
  times,
} from '../base/rational.js';
import type { EvaluationForm, Indicator, PrintedValue } from '../facts/evaluation-model.js';
import { type EvaluationScore, scoreEvaluation } from './from-facts.js';
import { methodRange } from './method-range.js';
import type { Profile } from './profile.js';
import { PROFILES } from './profiles.js';
import { expectedScore } from './score-indicator.js';

function printed(text: string): PrintedValue {
  return { text, place: linePlace(1, 0, text.length, text) };
}

/** 0.25 for 25 hundredths. */
function hundredths(value: number): string {
  return rationalText(rational(BigInt(value), 100n));
}

interface Drawn {
  readonly operator: '≥' | '≤' | '=';
  readonly target: number;
  readonly actual: number;
  /** Hundredths of a point; the score is a part of the weight. */
  readonly weight: number;
  readonly score: number;
}

function indicatorOf({ operator, target, actual, weight, score }: Drawn, at: number): Indicator {
  return {
    ...{ firstLevel: '产出指标', secondLevel: '数量指标', name: `示例${at}`, operator },
    ...{ target: printed(String(target)), initialTarget: null, unit: null },
    ...{ actual: printed(String(actual)), completion: null },
    ...{ weight: printed(hundredths(weight)), score: printed(hundredths(score)) },
    ...{ group: null, reasons: {}, measures: null, place: linePlace(1, 0, 2, '') },
  };
}

function formOf(drawn: readonly Drawn[], budget: number, executed: number): EvaluationForm {
  return {
    ...{ unit: '万元', budget: printed(String(budget)), executed: printed(String(executed)) },
    ...{ rate: null, rateScore: printed('0'), rateWeight: null, deduction: null, subtotal: null },
    ...{ total: null, totalWeight: null, grade: null, funds: [], tasks: [], goals: [] },
    ...{ indicators: drawn.map(indicatorOf), options: [], statements: [], report: null },
  };
}

const row: fc.Arbitrary<Drawn> = fc
  .record({
    operator: fc.constantFrom('≥' as const, '≤' as const, '=' as const),
    target: fc.integer({ min: 1, max: 500 }),
    actual: fc.integer({ min: 0, max: 1000 }),
    weight: fc.integer({ min: 1, max: 3000 }),
    part: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ part, ...rest }) => ({ ...rest, score: Math.floor((rest.weight * part) / 100) }));
const rows = fc.array(row, { minLength: 1, maxLength: 12 });
const money = fc.integer({ min: 0, max: 5000 });
const profiles = fc.constantFrom(...PROFILES);

/** Half up to so many decimals, in plain integers. */
function halfUp(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const doubled = (2n * value.numerator * scale) / value.denominator;
  return rational((doubled + 1n) / 2n, scale);
}

function place(value: Rational, at: Profile['total']): Rational {
  return at === null ? value : halfUp(value, at.decimals);
}

const WEIGHT = rational(15n);

function scored(profile: Profile, drawn: Omit<Drawn, 'weight' | 'score'>) {
  return expectedScore(indicatorOf({ ...drawn, weight: 1500, score: 0 }, 1), WEIGHT, profile);
}

function summary(score: EvaluationScore): readonly string[] {
  const { total, subtotal, deduction, rateScore } = score;
  const sums = [total, subtotal, deduction, rateScore].map(({ expected }) =>
    expected === null ? '' : rationalText(expected.low, 8),
  );
  const range = methodRange(score)!;
  return [...sums, rationalText(range.low, 8), rationalText(range.high, 8)];
}

describe('scores by any profile', () => {
  it('grow with the result up to the threshold of over-achievement', () => {
    fc.assert(
      fc.property(profiles, row, fc.nat(1000), (profile, { target, actual }, other) => {
        const { exceeded } = profile.indicator;
        const limit = exceeded === null ? null : times(exceeded.from, rational(BigInt(target)));
        const below = [actual, other].sort((a, b) => a - b);
        if (limit !== null && compareRationals(rational(BigInt(below[1]!)), limit) >= 0) return;
        const [less, more] = below.map((value) =>
          scored(profile, { operator: '≥', target, actual: value }),
        );
        expect(compareRationals(less!.low, more!.low)).not.toBe(1);
        expect(compareRationals(less!.high, more!.high)).not.toBe(1);
      }),
    );
  });

  it('never grow with what a ceiling is set on', () => {
    fc.assert(
      fc.property(profiles, row, fc.nat(1000), (profile, { target, actual }, other) => {
        const [less, more] = [actual, other]
          .sort((a, b) => a - b)
          .map((value) => scored(profile, { operator: '≤', target, actual: value }));
        expect(compareRationals(less!.low, more!.low)).not.toBe(-1);
        expect(compareRationals(less!.high, more!.high)).not.toBe(-1);
      }),
    );
  });

  it('are never above the weight, alone or together', () => {
    fc.assert(
      fc.property(profiles, rows, money, money, (profile, drawn, budget, executed) => {
        const score = scoreEvaluation(formOf(drawn, budget, executed), profile);
        for (const { expected, weight } of score.indicators) {
          expect(compareRationals(expected!.low, NOTHING)).not.toBe(-1);
          expect(compareRationals(expected!.high, weight!)).not.toBe(1);
        }
        const weights = score.indicators.reduce((sum, { weight }) => plus(sum, weight!), NOTHING);
        const most = plus(weights, profile.execution?.weight ?? NOTHING);
        const { low, high } = methodRange(score)!;
        expect(compareRationals(low, high)).not.toBe(1);
        expect(compareRationals(high, place(most, profile.total))).not.toBe(1);
      }),
    );
  });

  it('respect the caps that a low rate of execution sets', () => {
    fc.assert(
      fc.property(profiles, rows, money, money, (profile, drawn, budget, executed) => {
        const score = scoreEvaluation(formOf(drawn, budget, executed), profile);
        const rate = score.rate.expected?.low ?? null;
        const cap = profile.caps.find(
          ({ below }) => rate !== null && compareRationals(rate, below) < 0,
        );
        if (cap === undefined) return;
        expect(compareRationals(score.total.expected!.low, cap.cap)).not.toBe(1);
        expect(compareRationals(methodRange(score)!.high, cap.cap)).not.toBe(1);
      }),
    );
  });

  it('do not depend on the order of the indicators', () => {
    fc.assert(
      fc.property(profiles, rows, fc.nat(), money, money, (profile, drawn, at, ...funds) => {
        const cut = at % drawn.length;
        const turned = [...drawn.slice(cut), ...drawn.slice(0, cut)].reverse();
        const [first, second] = [drawn, turned].map((list) =>
          summary(scoreEvaluation(formOf(list, ...funds), profile)),
        );
        expect(second).toEqual(first);
      }),
    );
  });

  it('add up to the total, rounded where the profile rounds', () => {
    fc.assert(
      fc.property(profiles, rows, money, money, (profile, drawn, budget, executed) => {
        const { total, subtotal, rateScore, deduction } = scoreEvaluation(
          formOf(drawn, budget, executed),
          profile,
        );
        const sum = drawn.reduce((all, { score }) => all + BigInt(score), 0n);
        const scores = place(rational(sum, 100n), profile.subtotal);
        expect(rationalText(subtotal.expected!.low, 8)).toBe(rationalText(scores, 8));
        const before = plus(scores, rateScore.expected?.low ?? NOTHING);
        const less = deduction.expected!.low;
        const whole = plus(before, { ...less, numerator: -less.numerator });
        expect(rationalText(total.expected!.low, 8)).toBe(
          rationalText(place(whole, profile.total), 8),
        );
      }),
    );
  });
});
