import { halfWidth } from '../base/label.js';
import { matchesOf } from '../base/matches.js';
import { parseNumeral } from '../base/numeral.js';
import { minus, over, type Rational, rational, rationalOf, WHOLE } from '../base/rational.js';
import type { Band, Bound, Kept, Scoring } from './scoring.js';

/**
 * The method that a scoring standard says in words: bands (100%~105%（含），扣减10%分值), steps
 * (每超1个百分点扣0.5分), checklists (符合3项，得3分), points for each, weight times rate. Null where it says
 * anything else: nothing is guessed.
 */
export function scoringInWords(text: string): Scoring | null {
  const plain = halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[＝]/g, '=')
    .replace(/<=|≦|⩽/g, '≤')
    .replace(/>=|≧|⩾/g, '≥');
  return (
    eachIn(plain) ?? checklistIn(plain) ?? proportionalIn(plain) ?? stepsIn(plain) ?? bandsIn(plain)
  );
}

const N = '(\\d+(?:\\.\\d+)?)';
const EACH = new RegExp(`每[^,，;；。]{0,24}?得${N}分`);
const CAP = new RegExp(`(?:上限|最高|最多|不超过)(?:为|得)?${N}分`);
const CHECK = new RegExp(
  `(?:符合|满足|达到|具备)${N}(?:项|条|个)(及以下|以下)?(?:的)?[,，]?得${N}分`,
  'g',
);
const WEIGHT = '(?:本|该)?(?:项)?(?:指标)?(?:分值|权重|赋分|满分|标准分)';
const PROPORTIONAL = new RegExp(`得分[=为]${WEIGHT}[×xX*](.{2,16}?)(?:[。;；,，]|$)`);
const BY_RATE = new RegExp(
  '^[^\\d]{0,12}(?:按|根据)(?:实际)?(?:照)?(?:比例|完成率|完成比例|比率)' +
    '(?:计|得|给|赋|折算)分?。?$',
);

function eachIn(text: string): Scoring | null {
  const match = EACH.exec(text);
  if (match === null || /扣/.test(text)) return null;
  const cap = CAP.exec(text);
  return { kind: 'each', points: number(match[1]!), cap: cap === null ? null : number(cap[1]!) };
}

function checklistIn(text: string): Scoring | null {
  const matches = matchesOf(CHECK, text);
  if (matches.length < 2) return null;
  const steps = matches.flatMap((match) => {
    const met = Number.parseInt(match[1]!, 10);
    const points = number(match[3]!);
    const from = match[2] === undefined ? met : 0;
    return Array.from({ length: met - from + 1 }, (_, at) => ({ met: met - at, points }));
  });
  return { kind: 'checklist', steps };
}

function proportionalIn(text: string): Scoring | null {
  const match = PROPORTIONAL.exec(text);
  if (match !== null && text.replace(match[0], '').length <= 2) {
    return { kind: 'proportional', of: match[1]! };
  }
  return BY_RATE.test(text) ? { kind: 'proportional', of: '' } : null;
}

const STEP = new RegExp(
  '每(?:超过?|超出|高于?|高出|增加|上升|低于?|降低|减少|下降|少|偏离|差)(?:出)?' +
    `${N}(?:个)?(?:百分点|%)[,，]?扣(?:减|除)?(?:分值的|权重的)?${N}(分|%)`,
);

/** A limit with full points and what every step beyond costs. */
function stepsIn(text: string): Scoring | null {
  const step = STEP.exec(text);
  if (step === null) return null;
  const band = clausesOf(text.slice(0, step.index))
    .map(bandOf)
    .find((each) => each !== null && isFull(each.kept));
  if (band === undefined || band === null) return null;
  const limit = band.high ?? band.low;
  const both = band.high !== null && band.low !== null;
  if (limit === null || both) return null;
  const value = number(step[2]!);
  return {
    kind: 'steps',
    limit: limit.at,
    beyond: band.high !== null ? 'above' : 'below',
    step: number(step[1]!),
    less: step[3] === '分' ? { kind: 'less', value } : { kind: 'share', value: hundredth(value) },
  };
}

function bandsIn(text: string): Scoring | null {
  const bands = clausesOf(text).map(bandOf);
  if (bands.length < 2 || bands.some((band) => band === null)) return null;
  return { kind: 'bands', bands: bands as readonly Band[] };
}

function clausesOf(text: string): readonly string[] {
  return text.split(/[;；。]/).filter((clause) => clause !== '');
}

const INCLUDED = '(\\((?:不)?含(?:本数)?\\))?';
const SUBJECT = '[^\\d≤≥<>扣得分]{0,14}?';
const BETWEEN = new RegExp(
  `^${SUBJECT}${N}%?${INCLUDED}(?:[-~～—–至到])+${N}%?${INCLUDED}(?:之间|区间|的)*[,，:：]?(.+)$`,
);
const CHAIN = new RegExp(`^${N}%?(≤|<)[^\\d≤<]{0,14}(≤|<)${N}%?(?:的)?[,，:：]?(.+)$`);
const AT_MOST = new RegExp(
  `^${SUBJECT}(?:(≤|小于等于|不超过|不高于|不大于|控制在)|(<|低于|小于|不足))${N}%?${INCLUDED}(?:以内)?(?:的)?[,，:：]?(.+)$`,
);
const AT_LEAST = new RegExp(
  `^${SUBJECT}(?:(≥|大于等于|不低于|不小于|达到)|(>|高于|大于|超过))${N}%?${INCLUDED}(?:及以上|以上)?(?:的)?[,，:：]?(.+)$`,
);
const BELOW = new RegExp(`^${SUBJECT}${N}%?(及|含|\\(含\\))?(以下|以内)(?:的)?[,，:：]?(.+)$`);
const ABOVE = new RegExp(`^${SUBJECT}${N}%?(及|含|\\(含\\))?以上(?:的)?[,，:：]?(.+)$`);

/** One clause of a standard: which rates, and what they earn. */
function bandOf(clause: string): Band | null {
  const chain = CHAIN.exec(clause);
  if (chain !== null) {
    const low = { at: number(chain[1]!), included: chain[2] === '≤' };
    const high = { at: number(chain[4]!), included: chain[3] === '≤' };
    return band(low, high, chain[5]!);
  }
  const between = BETWEEN.exec(clause);
  if (between !== null) return betweenBand(between);
  const below = BELOW.exec(clause);
  if (below !== null) {
    const included = below[2] !== undefined || below[3] === '以内';
    return band(null, { at: number(below[1]!), included }, below[4]!);
  }
  const above = ABOVE.exec(clause);
  if (above !== null) {
    return band({ at: number(above[1]!), included: above[2] !== undefined }, null, above[3]!);
  }
  const most = AT_MOST.exec(clause);
  if (most !== null) {
    return band(null, { at: number(most[3]!), included: most[1] !== undefined }, most[5]!);
  }
  const least = AT_LEAST.exec(clause);
  if (least === null) return null;
  return band({ at: number(least[3]!), included: least[1] !== undefined }, null, least[5]!);
}

/** 100%~105%（含）: the end that is marked belongs to the band, the other one to its neighbour. */
function betweenBand(match: RegExpExecArray): Band | null {
  const [first, second] = [number(match[1]!), number(match[3]!)];
  const marks = [inclusion(match[2]), inclusion(match[4])] as const;
  const marked = marks.some((mark) => mark !== null);
  const [a, b] = marks.map((mark) => (marked ? (mark ?? !marks.includes(true)) : null));
  const ends: readonly [Bound, Bound] = [
    { at: first, included: a! },
    { at: second, included: b! },
  ];
  const rising = minus(second, first).numerator >= 0n;
  return band(rising ? ends[0] : ends[1], rising ? ends[1] : ends[0], match[5]!);
}

function inclusion(mark: string | undefined): boolean | null {
  return mark === undefined ? null : !mark.includes('不含');
}

function band(low: Bound | null, high: Bound | null, effect: string): Band | null {
  const kept = keptIn(effect);
  return kept === null ? null : { low, high, kept };
}

const LESS_SHARE = new RegExp(
  `^扣(?:减|除)?(?:(?:本项|指标)?(?:分值|权重|满分)的)?${N}%(?:的)?(?:分值|权重|赋分|分数|满分)?$`,
);
const LESS_POINTS = new RegExp(`^扣(?:减|除)?${N}分$`);
const SHARE = new RegExp(
  `^(?:得|计)(?:(?:本项|指标)?(?:分值|权重|满分)的)?${N}%(?:的)?(?:分值|权重|赋分|分数|满分)?$`,
);
const POINTS = new RegExp(`^(?:得|计)${N}分$`);

function keptIn(effect: string): Kept | null {
  const plain = effect.replace(/[,，]$/, '');
  if (/^(?:得|计)?(?:满分|全分|100%分值)$|^不扣分$/.test(plain))
    return { kind: 'share', value: WHOLE };
  if (/^(?:不得分|不计分|得?0分)$/.test(plain)) return { kind: 'share', value: rational(0n) };
  const lessShare = LESS_SHARE.exec(plain);
  if (lessShare !== null) {
    return { kind: 'share', value: minus(WHOLE, hundredth(number(lessShare[1]!))) };
  }
  const less = LESS_POINTS.exec(plain);
  if (less !== null) return { kind: 'less', value: number(less[1]!) };
  const share = SHARE.exec(plain);
  if (share !== null) return { kind: 'share', value: hundredth(number(share[1]!)) };
  const points = POINTS.exec(plain);
  return points === null ? null : { kind: 'points', value: number(points[1]!) };
}

function isFull(kept: Kept): boolean {
  return kept.kind === 'share' && minus(kept.value, WHOLE).numerator === 0n;
}

function hundredth(value: Rational): Rational {
  return over(value, rational(100n))!;
}

function number(text: string): Rational {
  return rationalOf(parseNumeral(text)!);
}
