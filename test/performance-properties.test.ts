import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePlace } from '../src/base/place.js';
import { only } from '../src/base/range.js';
import { compareRationals, type Rational, rational } from '../src/base/rational.js';
import type { EvaluationForm, Indicator, PrintedValue } from '../src/facts/evaluation-model.js';
import { filingFromPage } from '../src/facts/from-page.js';
import { pointsFor } from '../src/scores/apply-scoring.js';
import { FRAMEWORKS } from '../src/scores/frameworks.js';
import { scoreEvaluation } from '../src/scores/from-facts.js';
import { PROFILES } from '../src/scores/profiles.js';
import { expectedScore } from '../src/scores/score-indicator.js';
import { scoringInWords } from '../src/scores/scoring-words.js';

const said = (text: string): PrintedValue => ({ text, place: linePlace(1, 0, 0, text) });

function indicator(target: string, actual: string, weight: string, score = weight): Indicator {
  return {
    firstLevel: '产出指标',
    secondLevel: '数量指标',
    name: '示例数量',
    operator: target.startsWith('≥') ? '≥' : target.startsWith('≤') ? '≤' : null,
    target: said(target),
    initialTarget: null,
    unit: null,
    actual: said(actual),
    completion: null,
    weight: said(weight),
    score: said(score),
    group: null,
    reasons: {},
    measures: null,
    place: linePlace(1, 0, 0, ''),
  };
}

const atMost = (a: Rational, b: Rational): boolean => compareRationals(a, b) <= 0;
const WEIGHT = fc.integer({ min: 1, max: 60 });
const AMOUNT = fc.integer({ min: 0, max: 500 });
const profile = fc.constantFrom(...PROFILES);

describe('every method of scoring', () => {
  it('never gives more than the weight and never less than nothing', () => {
    fc.assert(
      fc.property(profile, WEIGHT, AMOUNT, AMOUNT, (method, weight, target, actual) => {
        const full = rational(BigInt(weight));
        for (const sign of ['≥', '≤', '', '=']) {
          const row = indicator(`${sign}${target}`, String(actual), String(weight));
          const { low, high } = expectedScore(row, full, method);
          expect(atMost(rational(0n), low) && atMost(low, high) && atMost(high, full)).toBe(true);
        }
      }),
    );
  });

  it('gives no less for more, up to where it takes off for too much', () => {
    fc.assert(
      fc.property(profile, WEIGHT, fc.integer({ min: 1, max: 300 }), AMOUNT, AMOUNT, (...args) => {
        const [method, weight, target, a, b] = args;
        const [less, more] = a < b ? [a, b] : [b, a];
        const { exceeded } = method.indicator;
        const share = rational(BigInt(more), BigInt(target));
        if (exceeded !== null && !(compareRationals(share, exceeded.from) < 0)) return;
        const full = rational(BigInt(weight));
        const score = (actual: number) =>
          expectedScore(indicator(`≥${target}`, String(actual), String(weight)), full, method);
        expect(atMost(score(less).low, score(more).low)).toBe(true);
        expect(atMost(score(less).high, score(more).high)).toBe(true);
      }),
    );
  });

  it('keeps to the cap that a low rate sets', () => {
    const budget = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(profile, budget, AMOUNT, fc.array(WEIGHT, { maxLength: 6 }), (...args) => {
        const [method, planned, spent, scores] = args;
        const form = formOf(scores, String(planned), String(spent));
        const { total, rate } = scoreEvaluation(form, method);
        if (total.expected === null || rate.expected === null) return;
        const cap = method.caps.find(
          ({ below }) => compareRationals(rate.expected!.low, below) < 0,
        );
        if (cap !== undefined) expect(atMost(total.expected.low, cap.cap)).toBe(true);
      }),
    );
  });

  it('does not mind the order of the indicators', () => {
    fc.assert(
      fc.property(profile, fc.array(WEIGHT, { minLength: 1, maxLength: 8 }), (method, scores) => {
        const [one, other] = [scores, [...scores].reverse()].map((order) =>
          scoreEvaluation(formOf(order, '100', '70'), method),
        );
        expect(one!.total.expected).toEqual(other!.total.expected);
        expect(one!.subtotal.expected).toEqual(other!.subtotal.expected);
      }),
    );
  });
});

function formOf(scores: readonly number[], budget: string, executed: string): EvaluationForm {
  const empty = filingFromPage('2023 万元 某局\n自评表 示例').evaluations[0]!.content;
  return {
    ...empty,
    budget: said(budget),
    executed: said(executed),
    rate: said('0'),
    rateScore: said('0'),
    indicators: scores.map((score) => indicator('≥1', '1', '60', String(score))),
  };
}

describe('standards of frameworks', () => {
  const scorings = FRAMEWORKS.flatMap(({ indicators }) =>
    indicators.flatMap(({ scoring, weight }) => (weight === null ? [] : [{ scoring, weight }])),
  );
  const rate = fc.integer({ min: -5000, max: 50_000 }).map((n) => rational(BigInt(n), 100n));

  it('stay inside the weight for any rate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scorings), rate, ({ scoring, weight }, percent) => {
        const points = pointsFor(scoring, weight, { range: only(percent) });
        if (points === null) return;
        expect(atMost(rational(0n), points.low) && atMost(points.high, weight)).toBe(true);
      }),
    );
  });

  it('bands have one answer for every rate', () => {
    const bands = scorings.filter(({ scoring }) => scoring.kind === 'bands');
    fc.assert(
      fc.property(fc.constantFrom(...bands), rate, ({ scoring, weight }, percent) => {
        const points = pointsFor(scoring, weight, { range: only(percent) })!;
        expect(points.low).toEqual(points.high);
      }),
    );
  });

  it('a wider rate never narrows the points', () => {
    const widths = fc.integer({ min: 0, max: 3000 }).map((n) => rational(BigInt(n), 100n));
    fc.assert(
      fc.property(fc.constantFrom(...scorings), rate, widths, ({ scoring, weight }, low, width) => {
        const high = rational(
          low.numerator * width.denominator + width.numerator * low.denominator,
          low.denominator * width.denominator,
        );
        const whole = pointsFor(scoring, weight, { range: { low, high } });
        const inner = pointsFor(scoring, weight, { range: only(low) });
        if (whole === null || inner === null) return;
        expect(atMost(whole.low, inner.low) && atMost(inner.high, whole.high)).toBe(true);
      }),
    );
  });

  it('words of any kind are read or left, never guessed into a fault', () => {
    const words = fc.array(
      fc.constantFrom(
        ...'0 5 100 % 分 得 扣 满分 及以下 以上 ~ （含） ； ， 每超 符合 项 ≤ < 不得分'.split(' '),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(words, rate, (parts, percent) => {
        const scoring = scoringInWords(parts.join(''));
        if (scoring === null) return;
        const weight = rational(4n);
        const points = pointsFor(scoring, weight, { range: only(percent) });
        if (points === null || scoring.kind === 'checklist') return;
        expect(atMost(rational(0n), points.low) && atMost(points.high, weight)).toBe(true);
      }),
    );
  });
});
