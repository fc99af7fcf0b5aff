import { type Decimal, fixed } from './decimal.js';
import type { FormatToken } from './number-format.js';

interface Moment {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From 0, a Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;
/** Excel's calendar has a 29 February 1900, which never was. */
const LEAP_DAY = 60;
/** From 1 March of the year 0 to the day 0 of the calendar of 1900. */
const DAYS_BEFORE = 693_899;
const DAY_SECONDS = 86_400n;

/** A serial day number by a date format; null when it is no day of the calendar. */
export function dateText(
  number: Decimal,
  tokens: readonly FormatToken[],
  dateShift: number,
): string | null {
  if (number.negative) return null;
  const { whole, fraction } = fixed(number, 12);
  if (whole.length > 7) return null;
  const seconds = (BigInt(fraction) * DAY_SECONDS * 2n + 10n ** 12n) / (2n * 10n ** 12n);
  const carried = seconds >= DAY_SECONDS ? 1 : 0;
  const day = Number.parseInt(whole === '' ? '0' : whole, 10) + dateShift + carried;
  if (day > LAST_DAY) return null;
  const moment = momentOf(day, Number.parseInt(`${seconds % DAY_SECONDS}`, 10));
  const noon = tokens.some((token) => token.kind === 'date' && /^(am|a\/|上)/.test(token.letters));
  return tokens
    .map((token, index) => {
      if (token.kind === 'literal') return token.text;
      return token.kind === 'date'
        ? part(moment, token.letters, isMinute(tokens, index), noon)
        : '';
    })
    .join('');
}

/** Day and time of a serial number, by the calendar whose years begin in March. */
function momentOf(serial: number, seconds: number): Moment {
  const clock = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
  const weekday = (serial + 6) % 7;
  if (serial === 0) return { year: 1900, month: 1, day: 0, weekday, ...clock };
  if (serial === LEAP_DAY) return { year: 1900, month: 2, day: 29, weekday, ...clock };
  const days = serial + DAYS_BEFORE + (serial < LEAP_DAY ? 1 : 0);
  const era = Math.floor(days / 146_097);
  const ofEra = days % 146_097;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
    weekday,
    ...clock,
  };
}

/** m beside hours or seconds are minutes. */
function isMinute(tokens: readonly FormatToken[], index: number): boolean {
  const dates = (from: readonly FormatToken[]) =>
    from.find((token) => token.kind === 'date' && !/^(am|a\/|上)/.test(token.letters));
  const before = dates(tokens.slice(0, index).reverse());
  const after = dates(tokens.slice(index + 1));
  const starts = (token: FormatToken | undefined, letter: string): boolean =>
    token?.kind === 'date' && token.letters.startsWith(letter);
  return starts(before, 'h') || starts(after, 's');
}

const MONTHS =
  'January February March April May June July August September October November December';
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday';
const WEEKDAYS = '日一二三四五六';

function part(moment: Moment, letters: string, minute: boolean, noon: boolean): string {
  const two = (value: number): string =>
    letters.length >= 2 ? String(value).padStart(2, '0') : String(value);
  switch (letters.charAt(0)) {
    case 'y':
      return letters.length > 2 ? String(moment.year) : String(moment.year % 100).padStart(2, '0');
    case 'e':
      return String(moment.year);
    case 'm':
      if (minute) return two(moment.minute);
      return letters.length > 2 ? named(MONTHS, moment.month - 1, letters) : two(moment.month);
    case 'd':
      return letters.length > 2 ? named(DAYS, moment.weekday, letters) : two(moment.day);
    case 'h':
      return two(noon ? ((moment.hour + 11) % 12) + 1 : moment.hour);
    case 's':
      return two(moment.second);
    case '上':
      return moment.hour < 12 ? '上午' : '下午';
    default:
      if (letters.includes('/')) return moment.hour < 12 ? 'AM' : 'PM';
      return `${letters.length > 3 ? '星期' : ''}${WEEKDAYS.charAt(moment.weekday)}`;
  }
}

function named(names: string, index: number, letters: string): string {
  const name = names.split(' ')[index] ?? '';
  return letters.length > 3 ? name : name.slice(0, 3);
}
