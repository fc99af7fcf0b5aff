import { type Decimal, fixed, generalText, parseDecimal, scaled, signOf } from './decimal.js';
import type { FormatSection, FormatToken, NumberFormat } from './number-format.js';
import { dateText } from './serial-date.js';

/**
 * A stored number as its format shows it, exactly, without blanks at its ends. `stored` are its
 * decimal digits; what is no number stays as it is. `dateShift` are the days from the calendar of
 * the file to that of 1900.
 */
export function numberText(stored: string, format: NumberFormat, dateShift = 0): string {
  const number = parseDecimal(stored);
  if (number === null) return stored;
  const { section, signed } = sectionFor(number, format.sections);
  if (section === null) return generalText(number);
  const text = body(section, number, signed && number.negative ? '-' : '', dateShift).trim();
  // What rounds to nothing is not below nothing.
  return /^-[0.,%\s]*$/.test(text) && text.includes('0') ? text.slice(1) : text;
}

function body(section: FormatSection, number: Decimal, sign: string, dateShift: number): string {
  const { tokens } = section;
  if (section.unknown) return generalText(number);
  if (tokens.some(({ kind }) => kind === 'date')) {
    return dateText(number, tokens, dateShift) ?? generalText(number);
  }
  if (tokens.some(({ kind }) => kind === 'general')) {
    const text = generalText({ ...number, negative: false });
    return (
      sign + tokens.map((token) => (token.kind === 'general' ? text : literal(token))).join('')
    );
  }
  return sign + placed(section, number);
}

/** Which section shows a number, and whether a negative one still needs its sign there. */
function sectionFor(
  number: Decimal,
  sections: readonly FormatSection[],
): { readonly section: FormatSection | null; readonly signed: boolean } {
  const shown = sections.slice(0, 3);
  if (shown.some(({ condition }) => condition !== null)) {
    const section = shown.find((one, index) =>
      one.condition === null ? index > 0 || shown.length === 1 : holds(number, one.condition),
    );
    const onlyNegative =
      /^<=?$/.test(section?.condition?.test ?? '') && !/[1-9]/.test(section!.condition!.bound);
    return { section: section ?? shown.at(-1) ?? null, signed: !onlyNegative };
  }
  const [positive = null, negative, zero] = shown;
  const sign = signOf(number);
  if (sign < 0 && negative !== undefined) {
    return { section: negative, signed: isOnlyColoured(negative) };
  }
  if (sign === 0 && zero !== undefined) return { section: zero, signed: false };
  return { section: positive, signed: sign < 0 };
}

/**
 * Shown in red alone: what nobody sees in the text is a sign all the same. A minus, a bracket or a
 * word of the format says it itself, and one without digits shows no number.
 */
function isOnlyColoured({ tokens }: FormatSection): boolean {
  const words = tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const hasDigits = tokens.some(({ kind }) => kind === 'digit' || kind === 'general');
  return hasDigits && /^[\s¥￥$€元,.%]*$/.test(words);
}

function holds(number: Decimal, condition: NonNullable<FormatSection['condition']>): boolean {
  const bound = parseDecimal(condition.bound);
  if (bound === null) return false;
  const order = compare(number, bound);
  switch (condition.test) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
    default:
      return order !== 0;
  }
}

function compare(a: Decimal, b: Decimal): number {
  const least = Math.min(a.exponent, b.exponent);
  const integer = ({ negative, digits, exponent }: Decimal): bigint => {
    const value = BigInt(`${digits === '' ? '0' : digits}${'0'.repeat(exponent - least)}`);
    return negative ? -value : value;
  };
  const [left, right] = [integer(a), integer(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function literal(token: FormatToken): string {
  return token.kind === 'literal' ? token.text : '';
}

/** The digits put into their places; text may stand between them, as the point of 0!.0, does. */
function placed(section: FormatSection, number: Decimal): string {
  const { tokens } = section;
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  if (![...before, ...after].some(({ kind }) => kind === 'digit')) {
    return tokens.map(literal).join('');
  }
  const decimals = after.filter(({ kind }) => kind === 'digit').length;
  const { whole, fraction } = fixed(scaled(number, section.power), decimals);
  const end = point < 0 ? '' : `.${decimalPlaces(after, fraction)}`;
  return `${wholePlaces(before, whole, section.grouped)}${end}`;
}

function wholePlaces(tokens: readonly FormatToken[], digits: string, grouped: boolean): string {
  let left = digits;
  let shown = 0;
  let text = '';
  const put = (digit: string): void => {
    text = `${digit}${grouped && shown > 0 && shown % 3 === 0 ? ',' : ''}${text}`;
    shown += 1;
  };
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at]!;
    if (token.kind !== 'digit') {
      text = `${literal(token)}${text}`;
      continue;
    }
    if (left !== '') {
      put(left.slice(-1));
      left = left.slice(0, -1);
    } else if (token.place === '0') put('0');
    else if (token.place === '?') text = ` ${text}`;
    // The first place takes whatever digits are left.
    if (at === first) {
      for (; left !== ''; left = left.slice(0, -1)) put(left.slice(-1));
    }
  }
  return first < 0 ? `${text}${digits}` : text;
}

function decimalPlaces(tokens: readonly FormatToken[], fraction: string): string {
  const significant = fraction.replace(/0+$/, '').length;
  let at = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'digit') {
      text += literal(token);
      continue;
    }
    if (at < significant || token.place === '0') text += fraction.charAt(at);
    else if (token.place === '?') text += ' ';
    at += 1;
  }
  return text;
}
