import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePlace } from '../base/place.js';
import { compareRationals, NOTHING, rational, rationalText } from '../base/rational.js';
import type { Indicator, PrintedValue, TargetOperator } from '../facts/evaluation-model.js';
import { PROFILES } from './profiles.js';
import { expectedScore } from './score-indicator.js';

const LIAONING = PROFILES.find(({ id }) => id === 'liaoning-2023')!;
const REPORT = PROFILES.find(({ id }) => id === 'shanxi-report')!;

function printed(text: string): PrintedValue {
  return { text, place: linePlace(1, 0, text.length, text) };
}

function indicator(operator: TargetOperator | null, target: string, actual: string): Indicator {
  return {
    firstLevel: '产出指标',
    secondLevel: '数量指标',
    name: '示例',
    operator,
    target: printed(target),
    initialTarget: null,
    unit: null,
    actual: printed(actual),
    completion: null,
    weight: null,
    score: null,
    group: null,
    reasons: {},
    measures: null,
    place: linePlace(1, 0, 2, '示例'),
  };
}

const WEIGHT = rational(125n, 10n);

function scored(
  operator: TargetOperator | null,
  target: string,
  actual: string,
  profile = LIAONING,
): string {
  const { low, high } = expectedScore(indicator(operator, target, actual), WEIGHT, profile);
  const [from, to] = [rationalText(low), rationalText(high)];
  return from === to ? from : `${from}–${to}`;
}

describe('the score of an indicator', () => {
  it.each([
    ['met', '≥', '4', '4', '12.5'],
    ['a little over', '≥', '11', '14', '12.5'],
    ['just short of 30 % over', '≥', '1000', '1299', '12.5'],
    ['30 % over', '≥', '30', '39', '7.5'],
    ['twice', '≥', '1', '2', '7.5'],
    ['short, completion to a whole per cent', '≥', '30', '23', '9.625'],
    ['nothing reached', '≥', '30', '0', '0'],
    ['a ceiling kept', '≤', '60', '60', '12.5'],
    ['exactly', '=', '40', '40', '12.5'],
    ['words', null, '显著提升', '达成预期指标', '0–12.5'],
    ['other units', '≥', '3次', '3人', '0–12.5'],
    ['one unit written two ways', '≥', '30万人', '300000人', '12.5'],
  ] as const)('%s', (_, operator, target, actual, expected) => {
    expect(scored(operator, target, actual)).toBe(expected);
  });

  it('is nothing for a cost above its target, cut for the rest, in the report of Shanxi', () => {
    expect(scored('≤', '15', '23.64', REPORT)).toBe('0');
    expect(scored('≥', '100%', '98%', REPORT)).toBe('12.25');
    expect(scored('≥', '100%', '78.79%', REPORT)).toBe('9.84');
  });

  it('is never negative, never above the weight', () => {
    const number = fc.integer({ min: 1, max: 100_000 }).map(String);
    const operators = fc.constantFrom<TargetOperator>('≥', '≤', '=', '>', '<');
    fc.assert(
      fc.property(fc.constantFrom(...PROFILES), operators, number, number, (profile, ...rest) => {
        const { low, high } = expectedScore(indicator(...rest), WEIGHT, profile);
        expect(compareRationals(low, NOTHING)).not.toBe(-1);
        expect(compareRationals(low, high)).not.toBe(1);
        expect(compareRationals(high, WEIGHT)).not.toBe(1);
      }),
    );
  });

  it('grows with the result up to the target', () => {
    const target = 1000;
    const below = fc.integer({ min: 0, max: target });
    fc.assert(
      fc.property(below, below, (a, b) => {
        const [less, more] = a <= b ? [a, b] : [b, a];
        const of = (actual: number) =>
          expectedScore(indicator('≥', String(target), String(actual)), WEIGHT, LIAONING).low;
        expect(compareRationals(of(less), of(more))).not.toBe(1);
      }),
    );
  });
});
