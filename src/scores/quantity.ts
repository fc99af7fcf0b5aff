import { halfWidth } from '../base/label.js';
import { parseNumeral } from '../base/numeral.js';
import { type Rational, rational, rationalOf, times } from '../base/rational.js';

/** An amount of something in a target or a result: 30万人次 is 300,000 of 人次. */
export interface Quantity {
  readonly value: Rational;
  /** The number as printed, before 万 or 亿. */
  readonly bare: Rational;
  /** Unit without its power of ten: 人次, 元, %; empty where none is printed. */
  readonly unit: string;
  /** 余, 多, 约, 左右: more or less so much. */
  readonly vague: boolean;
}

const SIGN = /^(?:[=≥≤<>]=?|不少于|不低于|不小于|不超过|不高于|不多于|不大于|大于|小于|达到|约)+/;
const NUMBER = /^(-?\d[\d,]*(?:\.\d+)?)(余|多)?(亿|百万|万|千|百)?(余|多)?(.*)$/;
const POWERS: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  亿: 100_000_000n,
};
const DATE = /\d{4}年\d|\d{4}([./-])\d{1,2}\1\d{1,2}|^\d{1,2}月/;

/**
 * The quantity that a target or a result names; null for words, dates and ranges. `unit` is that of
 * a column of its own.
 */
export function quantityOf(text: string, unit: string | null = null): Quantity | null {
  const plain = halfWidth(text).replace(/\s+/g, '').replace(SIGN, '');
  if (DATE.test(plain) || /\d[-~至]\d/.test(plain)) return null;
  const match = NUMBER.exec(plain);
  const numeral = match === null ? null : parseNumeral(match[1]!);
  if (match === null || numeral === null) return null;
  const [, , more, power, after, rest] = match;
  const own = `${power ?? ''}${rest ?? ''}`;
  if ((rest ?? '').length > 8) return null;
  const scaled =
    own === '' && unit !== null ? scaleOf(unit) : { power: power ?? '', rest: rest ?? '' };
  const scale = POWERS[scaled.power] ?? 1n;
  return {
    value: times(rationalOf(numeral), rational(scale)),
    bare: rationalOf(numeral),
    // 人次数 is 人次.
    unit: scaled.rest.replace(/(?:左右|以上|以内|以下)$/, '').replace(/(?<=.)数$/, ''),
    vague: more !== undefined || after !== undefined || /约|左右/.test(text),
  };
}

/** 万元 as a power and 元. */
function scaleOf(unit: string): { readonly power: string; readonly rest: string } {
  const match = /^(亿|百万|万|千|百)(.*)$/.exec(unit.trim());
  return match === null ? { power: '', rest: unit.trim() } : { power: match[1]!, rest: match[2]! };
}

/**
 * A target and a result in one unit; null where they cannot be compared. A number without any unit
 * beside one with a unit is meant in it: 15 and 23.64万元.
 */
export function comparable(
  aim: Quantity,
  reached: Quantity,
): { readonly aim: Rational; readonly reached: Rational } | null {
  if (aim.unit === reached.unit) return { aim: aim.value, reached: reached.value };
  if (aim.unit === '' || reached.unit === '') return { aim: aim.bare, reached: reached.bare };
  return null;
}
