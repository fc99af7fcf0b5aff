import { parseNumeral } from '../base/numeral.js';
import {
  compareRationals,
  greatest,
  least,
  minus,
  NOTHING,
  over,
  type Rational,
  rational,
  rationalOf,
  rationalText,
  rounded,
  times,
} from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { Indicator } from '../facts/evaluation-model.js';
import { keptDeadline } from './deadline.js';
import type { Profile, RoundingPlace } from './profile.js';
import { comparable, quantityOf } from './quantity.js';

/** What the method gives for an indicator: one score, or a range where it leaves discretion. */
export interface ExpectedScore {
  readonly low: Rational;
  readonly high: Rational;
  readonly why: Wording;
  /** 'met', 'short' … for whoever compares rows. */
  readonly case:
    | 'met'
    | 'short'
    | 'exceeded'
    | 'ceiling-broken'
    | 'exact-missed'
    | 'judged'
    | 'by-standard';
}

/** The score that a profile gives for what an indicator says was reached. */
export function expectedScore(
  indicator: Indicator,
  weight: Rational,
  profile: Profile,
): ExpectedScore {
  const { target, actual, unit, operator } = indicator;
  const kept = target && actual && keptDeadline(target.text, actual.text);
  if (kept) return full(weight, MET);
  if (kept === false) return { ...judged(weight), why: LATE };
  const aim = target === null ? null : quantityOf(target.text, unit);
  const reached = actual === null ? null : quantityOf(actual.text, unit);
  if (aim === null || reached === null || aim.vague || reached.vague) {
    const said = profile.indicator.printedCompletion ? completionSaid(indicator) : null;
    return said === null
      ? judgedIn(weight, actual?.text ?? '', profile)
      : byCompletion(weight, said, profile);
  }
  const pair = comparable(aim, reached);
  if (pair === null) return judged(weight);
  const sign = operator ?? (isCost(indicator) ? '≤' : '≥');
  const order = compareRationals(pair.reached, pair.aim);
  if (sign === '≤' || sign === '<') {
    return order <= 0 ? full(weight, MET) : ceilingBroken(weight, pair, profile);
  }
  if (sign === '=') {
    return order === 0 ? full(weight, MET) : exactMissed(weight, pair, profile);
  }
  return order < 0
    ? short(weight, pair, profile)
    : overTarget(weight, pair, profile, operator !== null);
}

function isCost({ firstLevel, secondLevel, name }: Indicator): boolean {
  return /成本/.test(`${firstLevel ?? ''}${secondLevel ?? ''}${name}`);
}

interface Pair {
  readonly aim: Rational;
  readonly reached: Rational;
}

const MET: Wording = { zh: '达到目标，得满分', en: 'the target is met: full weight' };

const LATE: Wording = {
  zh: '晚于规定的日期，扣多少由评价人判断',
  en: 'later than the day aimed at: the assessor decides how much is lost',
};

function full(weight: Rational, why: Wording): ExpectedScore {
  return { low: weight, high: weight, why, case: 'met' };
}

/** 100%-80%(含): a verdict that says its own shares. */
const OWN_BAND = /达成.{0,12}?(\d{1,3})[%％]?\s*[-~～—]+\s*(\d{1,3})[%％]/;

/** A verdict in words: its own shares, else those of the method, else anything. */
function judgedIn(weight: Rational, verdict: string, { indicator }: Profile): ExpectedScore {
  const own = OWN_BAND.exec(verdict);
  const shares =
    own === null
      ? indicator.verdicts.find(({ says }) => verdict.includes(says))
      : { from: percent(own[1]!), to: percent(own[2]!) };
  if (shares === undefined) return judged(weight);
  const ends = [times(weight, shares.from), times(weight, shares.to)] as const;
  const rising = compareRationals(ends[0], ends[1]) <= 0;
  const [low, high] = rising ? ends : [ends[1], ends[0]];
  const shown = `${rationalText(low, 4)}–${rationalText(high, 4)}`;
  const why = {
    zh: `定性指标，按档次在 ${shown} 之间由评价人判断`,
    en: `qualitative: the assessor judges between ${shown}`,
  };
  return { low, high, why, case: 'judged' };
}

function percent(digits: string): Rational {
  return rational(BigInt(digits), 100n);
}

function judged(weight: Rational): ExpectedScore {
  const zh = '定性或不可比的指标，由评价人在分值以内判断';
  const en = 'qualitative or not comparable: the assessor judges within the weight';
  return { low: NOTHING, high: weight, why: { zh, en }, case: 'judged' };
}

const HUNDRED = rational(100n);

function short(weight: Rational, { aim, reached }: Pair, profile: Profile): ExpectedScore {
  const share = over(reached, aim) ?? NOTHING;
  return byCompletion(weight, times(share, HUNDRED), profile);
}

/** 98%: the completion beside a target in words, or the result where it is one itself. */
function completionSaid({ completion, actual }: Indicator): Rational | null {
  const text = completion?.text ?? actual?.text ?? '';
  const numeral = /[%％]\s*$/.test(text) ? parseNumeral(text.replace(/[%％]\s*$/, '')) : null;
  return numeral === null ? null : rationalOf(numeral);
}

function byCompletion(weight: Rational, reached: Rational, profile: Profile): ExpectedScore {
  const { completion, points } = profile.indicator;
  if (compareRationals(reached, HUNDRED) >= 0) return full(weight, MET);
  const percent = round(reached, completion);
  const score = round(times(times(percent, rational(1n, 100n)), weight), points);
  const shown = `${rationalText(percent, 2)}% × ${rationalText(weight)}`;
  const why = {
    zh: `未达目标，按完成率计分：${shown} = ${rationalText(score)}`,
    en: `short of the target, by completion: ${shown} = ${rationalText(score)}`,
  };
  return { low: score, high: score, why, case: 'short' };
}

function overTarget(
  weight: Rational,
  { aim, reached }: Pair,
  { indicator }: Profile,
  signed: boolean,
): ExpectedScore {
  const share = over(reached, aim);
  const { exceeded } = indicator;
  if (exceeded === null || share === null || !signed) return full(weight, MET);
  if (compareRationals(share, exceeded.from) < 0) return full(weight, MET);
  const percent = `${rationalText(times(share, rational(100n)), 2)}%`;
  if (exceeded.less !== null) return lessPoints(weight, exceeded.less, percent);
  if (exceeded.share === null) {
    const why = {
      zh: `实际为目标的 ${percent}，目标可能偏低，扣多少由评价人判断`,
      en: `${percent} of the target, which may have been too low: the assessor decides`,
    };
    return { low: NOTHING, high: weight, why, case: 'exceeded' };
  }
  const score = times(exceeded.share, weight);
  const part = `${rationalText(times(exceeded.share, rational(100n)))}%`;
  const why = {
    zh: `实际为目标的 ${percent}，超过 30% 及以上得分值的 ${part}：${rationalText(score)}`,
    en: `${percent} of the target: ${part} of the weight, ${rationalText(score)}`,
  };
  return { low: score, high: score, why, case: 'exceeded' };
}

function lessPoints(weight: Rational, less: Rational, reached: string): ExpectedScore {
  const score = greatest(NOTHING, minus(weight, less));
  const why = {
    zh: `实际为目标的 ${reached}，属偏差，扣 ${rationalText(less)} 分`,
    en: `${reached} of the target is a deviation: less ${rationalText(less)}`,
  };
  return { low: score, high: score, why, case: 'exceeded' };
}

function ceilingBroken(
  weight: Rational,
  { aim, reached }: Pair,
  { indicator }: Profile,
): ExpectedScore {
  const zh = `实际 ${rationalText(reached)} 超过上限 ${rationalText(aim)}`;
  const en = `${rationalText(reached)} is above the ceiling of ${rationalText(aim)}`;
  return indicator.ceilingBroken === 'nothing'
    ? {
        low: NOTHING,
        high: NOTHING,
        why: { zh: `${zh}，不得分`, en: `${en}: nothing` },
        case: 'ceiling-broken',
      }
    : {
        low: NOTHING,
        high: weight,
        why: { zh: `${zh}，扣多少由评价人判断`, en: `${en}: the assessor decides` },
        case: 'ceiling-broken',
      };
}

function exactMissed(weight: Rational, pair: Pair, profile: Profile): ExpectedScore {
  const { aim, reached } = pair;
  const above = compareRationals(pair.reached, pair.aim) > 0;
  if (profile.indicator.exactMissed === 'completion' && !above) {
    return short(weight, pair, profile);
  }
  const zh = `目标为等于 ${rationalText(aim)}，实际 ${rationalText(reached)}`;
  const en = `exactly ${rationalText(aim)} was the target, ${rationalText(reached)} came`;
  const low = above ? NOTHING : least(short(weight, pair, profile).low, weight);
  return {
    low,
    high: weight,
    why: { zh: `${zh}，由评价人判断`, en: `${en}: the assessor decides` },
    case: 'exact-missed',
  };
}

function round(value: Rational, place: RoundingPlace | null): Rational {
  return place === null ? value : rounded(value, place.decimals, place.how);
}
