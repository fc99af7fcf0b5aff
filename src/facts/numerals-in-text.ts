import { halfWidth } from '../base/label.js';
import { type Numeral, parseNumeral } from '../base/numeral.js';

/**
 * Text as the lexicon compares it: no white space, no quotation marks, half-width letters, digits
 * and brackets. `origin[i]` is where character i was printed; the last entry is the text's end.
 */
export interface CompactText {
  readonly text: string;
  readonly origin: readonly number[];
  readonly source: string;
}

const DROPPED = /[\s\u00a0\u200b\u3000\ufeff“”„"'‘’「」『』]/;
const OPENING = '〔［【';
const CLOSING = '〕］】';

export function compactText(source: string): CompactText {
  let text = '';
  const origin: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]!;
    if (DROPPED.test(char)) {
      // A blank between two digits keeps two numbers apart.
      const next = nextPrinted(source, at);
      if (isDigit(text.at(-1)) && next !== undefined && isDigit(halfWidth(next))) {
        text += ' ';
        origin.push(at);
      }
      continue;
    }
    text += compactChar(char, source, at);
    origin.push(at);
  }
  origin.push(source.length);
  return { text, origin, source };
}

function nextPrinted(source: string, from: number): string | undefined {
  let at = from;
  while (at < source.length && DROPPED.test(source[at]!)) at += 1;
  return source[at];
}

function compactChar(char: string, source: string, at: number): string {
  if (OPENING.includes(char)) return '(';
  if (CLOSING.includes(char)) return ')';
  if (char !== '，') return char >= '\uff01' && char <= '\uff5e' ? halfWidth(char) : char;
  // A full-width comma separates thousands only among full-width digits.
  return isWideDigit(source[at - 1]) && isWideDigit(source[at + 1]) ? ',' : '，';
}

function isWideDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '０' && char <= '９';
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

export type NumeralKind = 'amount' | 'percentage' | 'count';

/**
 * A number with its unit, or the blank that stands before a unit (收入万元). Offsets are compact.
 */
export interface NumeralInText {
  /** Of the number alone; equal where it is blank. */
  readonly start: number;
  readonly end: number;
  /** After the unit. */
  readonly unitEnd: number;
  readonly numeral: Numeral | null;
  readonly unit: string;
  readonly kind: NumeralKind;
  /** 50余万元, 1.8万元/人: not the amount of anything a table prints. */
  readonly vague: boolean;
  /** 个百分点 is a difference of percentages, never a rate. */
  readonly points: boolean;
}

/** Digits that are no figure, and what they are instead. */
export interface NumberAside {
  readonly kind: 'year' | 'date' | 'enumerator' | 'bare';
  readonly end: number;
  readonly year: number | null;
}

const NUMBER = /-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const NEGATIVE = /\((\d[\d,]*(?:\.\d+)?)\)(?=[万亿千]?元)/y;
const YEAR = /((?:19|20)\d{2})(?:年度?(?:末|底|初)?|财政年度)/y;
const YEARS = /(?:19|20)\d{2}年?[-—–至~～](?:(?:19|20)\d{2}|\d{1,2})年/y;
const DATE = /(?:19|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d)|\d{1,2}月(?:\d{1,2}日)?/y;
const ENUMERATOR = /\d{1,2}(?:[、)]|[.](?!\d))/y;
/** What may follow digits that are no figure: 3级, 12日, 30个工作日. */
const NOT_A_FIGURE =
  /(?:个(?:工作日|月|小时|季度|方面|年度|百分比)|年|月|日|号|页|级|届|时|点|岁|天|周|分钟|小时|位小数|倍)/y;

const COUNT_UNITS = [
  ...['台(套)', '台、套', '台/套', '平方公里', '平方米', '公里', '公顷', '人次', '批次', '团组'],
  ...['台套', '个', '人', '名', '辆', '台', '套', '项', '家', '次', '份', '件', '户', '所', '处'],
  ...['座', '批', '组', '起', '场', '篇', '条', '位', '分', '册', '期', '宗', '间', '亩', '吨'],
  ...['株', '只', '头', '艘', '架', '幢', '栋', '张', '种'],
] as const;
const COUNTS = COUNT_UNITS.map((unit) => unit.replace(/[()]/g, '\\$&')).join('|');
const UNIT = new RegExp(
  `(?<more>[余多])?(?:(?<money>亿元|百万元|万元|千元|元)|(?<points>个百分点|百分点)|(?<percent>[%‰])` +
    `|(?<count>万?(?:${COUNTS}))|(?<short>[万亿])(?![\\u4e00-\\u9fff]))`,
  'y',
);

/** The figure at a digit, a sign or a bracketed negative; null when the digits are no figure. */
export function numeralAt(text: string, at: number): NumeralInText | null {
  const negative = matchAt(NEGATIVE, text, at);
  if (negative) return withUnit(text, at, at + negative[0].length, negative[0]);
  const match = matchAt(NUMBER, text, at);
  if (!match) return null;
  const end = at + match[0].length;
  if (text[at - 1] === '第' || matchAt(NOT_A_FIGURE, text, end)) return null;
  return withUnit(text, at, end, match[0]);
}

function withUnit(text: string, start: number, end: number, printed: string): NumeralInText | null {
  const unit = unitAt(text, end);
  const numeral = unit && parseNumeral(printed);
  return unit && numeral ? { start, end, numeral, ...unit } : null;
}

type UnitInText = Pick<NumeralInText, 'unit' | 'unitEnd' | 'kind' | 'vague' | 'points'>;

/** The unit that begins at an offset, right after a number. */
export function unitAt(text: string, at: number): UnitInText | null {
  const match = matchAt(UNIT, text, at);
  if (!match) return null;
  const { more, money, points, percent, count, short } = match.groups!;
  const unitEnd = at + match[0].length;
  const vague = more !== undefined || text[unitEnd] === '/';
  const rest = { unitEnd, vague, points: points !== undefined };
  if (points) return { unit: '个百分点', kind: 'percentage', ...rest };
  if (percent) return { unit: percent, kind: 'percentage', ...rest };
  if (count) return { unit: count, kind: 'count', ...rest };
  return { unit: money ?? `${short}元`, kind: 'amount', ...rest };
}

/** What stands before a unit where the number was left out: nothing, or a template's XX. */
const LEFT_OUT = /(?:[Xx×*＊□○_＿]{1,}|-{2,}|…+)/y;
const AFTER_BLANK = /$|[，,。;；、:()]/y;

/**
 * The blank at a unit without a number. The caller knows whether the words before it call for one;
 * here only what follows is looked at: a clause must end after the unit.
 */
export function blankAt(text: string, at: number): NumeralInText | null {
  const left = matchAt(LEFT_OUT, text, at)?.[0] ?? '';
  const unit = unitAt(text, at + left.length);
  // --%: there is no percentage, and the text says so.
  if (left.startsWith('-') && unit?.kind === 'percentage') return null;
  if (!unit || unit.points || !matchAt(AFTER_BLANK, text, unit.unitEnd)) return null;
  return { start: at, end: at + left.length, numeral: null, ...unit };
}

/** Digits that are a year, a date, the number of a list item, or just digits. */
export function asideAt(text: string, at: number, clauseStart: boolean): NumberAside | null {
  const years = matchAt(YEARS, text, at);
  if (years) return { kind: 'date', end: at + years[0].length, year: null };
  const year = matchAt(YEAR, text, at);
  if (year) return { kind: 'year', end: at + year[0].length, year: Number.parseInt(year[1]!, 10) };
  const date = matchAt(DATE, text, at);
  if (date) return { kind: 'date', end: at + date[0].length, year: null };
  const enumerator = clauseStart ? matchAt(ENUMERATOR, text, at) : null;
  if (enumerator) return { kind: 'enumerator', end: at + enumerator[0].length, year: null };
  const bare = matchAt(NUMBER, text, at);
  return bare ? { kind: 'bare', end: at + bare[0].length, year: null } : null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
