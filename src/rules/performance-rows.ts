import { parseNumeral } from '../base/numeral.js';
import { only, verdictOf } from '../base/range.js';
import {
  compareRationals,
  over,
  type Rational,
  rational,
  rationalText,
  rounded,
  times,
} from '../base/rational.js';
import type { Indicator, PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import { comparable, quantityOf } from '../scores/quantity.js';
import { POINTS_DECIMALS } from '../scores/scored-value.js';
import type { Instance, Judgement, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, IN_ORDER, rounding, undecided } from './narrative-judge.js';
import { formExamples, inLiaoning } from './performance-examples.js';
import { isCost, isFloor, placesOf, type Row, rowsOf } from './performance-index.js';
import { NO_NUMBER } from './performance-sums.js';

function* withinInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { indicator, weight, score } = row;
    if (indicator.weight === null || indicator.score === null || indicator.group !== null) continue;
    if (weight !== null && score !== null && compareRationals(score, weight) <= 0) {
      yield IN_ORDER;
      continue;
    }
    const key = `${row.key}/within`;
    const places = placesOf(indicator.score, indicator.weight);
    if (weight === null || score === null) yield undecided(key, places, NO_NUMBER);
    else {
      const { name } = row;
      yield fails(
        key,
        places,
        {
          zh: `${name.zh}得分${indicator.score.text}超过分值${indicator.weight.text}，请核实`,
          en:
            `${name.en} scores ${indicator.score.text}, ` +
            `more than its weight of ${indicator.weight.text}`,
        },
        { reported: indicator.score.text, unit: '分' },
      );
    }
  }
}

/** Scores that the method fixes: only a method confirmed on printed forms proves anything. */
function* profileInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { indicator, weight, score, expected } = row;
    const { profile } = row.evaluation.score;
    if (profile.evidence !== 'sample' || expected === null || indicator.score === null) continue;
    const fixed = compareRationals(expected.low, expected.high) === 0;
    if (!fixed || expected.case === 'met') continue;
    const key = `${row.key}/by-profile`;
    const places = placesOf(indicator.score, indicator.actual, indicator.target);
    const numeral = parseNumeral(indicator.score.text);
    if (numeral === null || score === null || weight === null) {
      yield undecided(key, places, NO_NUMBER);
      continue;
    }
    const verdict = verdictOf(numeral, only(expected.low), POINTS_DECIMALS);
    if (verdict === 'exact') yield IN_ORDER;
    else if (verdict === 'rounding') yield rounding(places);
    else {
      const should = rationalText(expected.low, 4);
      const { name } = row;
      yield fails(
        key,
        places,
        {
          zh:
            `${name.zh}得分${indicator.score.text}，` +
            `按${profile.title.zh}的办法为${should}（${expected.why.zh}），请核实`,
          en:
            `${name.en} scores ${indicator.score.text}; by ` +
            `${profile.title.en} it is ${should} (${expected.why.en})`,
        },
        { expected: should, reported: indicator.score.text, unit: '分' },
      );
    }
  }
}

/** Points lost although the target is met, with no word about it. */
function* lossInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { indicator, weight, score, expected } = row;
    if (weight === null || expected?.case !== 'met' || indicator.score === null) continue;
    if (score !== null && (compareRationals(score, weight) >= 0 || hasReason(indicator))) {
      yield IN_ORDER;
      continue;
    }
    const key = `${row.key}/loss`;
    const places = placesOf(indicator.score, indicator.actual);
    if (score === null) yield undecided(key, places, NO_NUMBER);
    else {
      const { name } = row;
      yield fails(key, places, {
        zh: `${name.zh}达到目标，得分${indicator.score.text}少于分值${indicator.weight!.text}，没有说明原因，请核实`,
        en:
          `${name.en} meets its target but scores ${indicator.score.text}` +
          ` of ${indicator.weight!.text} without a reason`,
      });
    }
  }
}

/** Full points although the target was missed. */
function* missedInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { indicator, weight, score, expected } = row;
    const missed = expected?.case === 'short' || expected?.case === 'ceiling-broken';
    if (weight === null || !missed || indicator.score === null) continue;
    // A cost whose sign is reversed was not missed: its sign is what is wrong.
    if (isCost(indicator) && isFloor(indicator)) continue;
    const key = `${row.key}/missed`;
    const places = placesOf(indicator.actual, indicator.target, indicator.score);
    if (score === null) yield undecided(key, places, NO_NUMBER);
    else if (compareRationals(score, weight) < 0) yield IN_ORDER;
    else {
      const { name } = row;
      yield fails(key, places, {
        zh: `${name.zh}目标${indicator.target!.text}、实际${indicator.actual!.text}，没有达到目标而得满分，请核实`,
        en:
          `${name.en}: target ${indicator.target!.text}, ` +
          `result ${indicator.actual!.text}, and full points`,
      });
    }
  }
}

/** The printed completion against result over target. */
function* completionInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { indicator } = row;
    const { completion, target, actual, unit, operator } = indicator;
    if (completion === null || target === null || actual === null) continue;
    if (operator === '≤' || operator === '<') continue;
    const aim = quantityOf(target.text, unit);
    const reached = quantityOf(actual.text, unit);
    if (aim === null && reached?.value.numerator === 0n) {
      yield nothingDone(row, completion, actual);
      continue;
    }
    if (aim === null || reached === null || aim.vague || reached.vague) continue;
    const pair = comparable(aim, reached);
    if (pair === null || pair.aim.numerator <= 0n) continue;
    const key = `${row.key}/completion`;
    const places = placesOf(completion, actual, target);
    const printed = percentOf(completion.text);
    if (printed === null) {
      yield undecided(key, places, NO_NUMBER);
      continue;
    }
    const share = times(over(pair.reached, pair.aim)!, rational(100n));
    const full = compareRationals(share, rational(100n)) >= 0;
    const capped = full && compareRationals(printed, rational(100n)) === 0;
    if (capped || compareRationals(share, printed) === 0) yield IN_ORDER;
    else if (agreesRounded(share, printed)) yield rounding(places);
    else {
      const should = `${rationalText(share, 2)}%`;
      const { name } = row;
      yield fails(
        key,
        places,
        {
          zh:
            `${name.zh}目标${target.text}、实际${actual.text}` +
            `，完成程度印${completion.text}，按两数计算为${should}，请核实`,
          en:
            `${name.en}: completion is printed ${completion.text}` +
            `, from target and result it is ${should}`,
        },
        { expected: should, reported: completion.text },
      );
    }
  }
}

/** 0 of something that is told in words is nothing, not all of it. */
function nothingDone(row: Row, completion: PrintedValue, actual: PrintedValue): Judgement {
  const key = `${row.key}/completion`;
  const places = [completion.place, actual.place];
  const printed = percentOf(completion.text);
  if (printed === null) return undecided(key, places, NO_NUMBER);
  if (printed.numerator === 0n) return IN_ORDER;
  const { name } = row;
  return fails(
    key,
    places,
    {
      zh: `${name.zh}实际完成值为${actual.text}，完成程度印${completion.text}，请核实`,
      en: `${name.en}: the result is ${actual.text}, completion is printed ${completion.text}`,
    },
    { reported: completion.text },
  );
}

/** 1 or 100% is all of it. */
function percentOf(text: string): Rational | null {
  const numeral = parseNumeral(text.replace(/[%％]\s*$/, ''));
  if (numeral === null) return null;
  const value = rational(numeral.digits, 10n ** BigInt(numeral.decimals));
  const share = !/[%％]/.test(text) && compareRationals(value, rational(2n)) <= 0;
  return share ? times(value, rational(100n)) : value;
}

/** The same when rounded or cut to whole per cent, to one place or to two. */
function agreesRounded(share: Rational, printed: Rational): boolean {
  return [0, 1, 2].some((decimals) =>
    (['half-up', 'cut'] as const).some(
      (how) => compareRationals(rounded(share, decimals, how), printed) === 0,
    ),
  );
}

function hasReason({ reasons, measures }: Indicator): boolean {
  return measures !== null || Object.keys(reasons).length > 0;
}

const OTHER = '示例质量 | ≥90% | 95% | 100% | 40 | 40 | ';
const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;

/** What the rows of a performance form say against themselves. */
export const PERFORMANCE_ROW_RULES: readonly Rule[] = [
  {
    id: 'performance.score-within-weight',
    title: { zh: '得分不超过分值', en: 'A score is at most its weight' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '核对该指标的分值和得分。', en: 'Check weight and score.' },
    examples: formExamples(['示例数量 | ≥10 | 10 | 100% | 60 | {} | ', OTHER], ['60', '70', null]),
    instances: withinInstances,
  },
  {
    id: 'performance.score-by-profile',
    title: { zh: '得分符合评分办法', en: 'A score is what the method gives' },
    severity: 'error',
    editions: ['liaoning-2023'],
    years: null,
    basis: PERFORMANCE,
    remedy: { zh: '按评分办法重新计算该指标得分。', en: 'Score the indicator again.' },
    examples: inLiaoning(
      formExamples(
        ['示例人次 | ≥30 | 23 | 77% | 12.5 | {} | 人员不足', OTHER],
        ['9.625', '10', '9.63'],
      ),
    ),
    instances: profileInstances,
  },
  {
    id: 'performance.loss-without-reason',
    title: { zh: '扣分没有说明原因', en: 'Points lost without a reason' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '补充扣分原因，或更正得分。', en: 'Give the reason or correct the score.' },
    examples: formExamples(['示例数量 | ≥10 | 10 | 100% | 60 | {} | ', OTHER], ['60', '50', null]),
    instances: lossInstances,
  },
  {
    id: 'performance.missed-with-full-points',
    title: { zh: '没有达到目标而得满分', en: 'Full points for a missed target' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对实际完成值和得分。', en: 'Check the result and the score.' },
    examples: formExamples(
      ['示例数量 | ≥10 | 8 | 80% | 60 | {} | 进度滞后', OTHER],
      ['48', '60', null],
    ),
    instances: missedInstances,
  },
  {
    id: 'performance.completion',
    title: { zh: '完成程度等于完成值除以指标值', en: 'Completion is result over target' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '按指标值和完成值重新计算完成程度。', en: 'Compute completion again.' },
    examples: formExamples(
      ['示例数量 | ≥30 | 23 | {} | 60 | 46 | 人员不足', OTHER],
      ['76.67%', '100%', '77%'],
    ),
    instances: completionInstances,
  },
];
