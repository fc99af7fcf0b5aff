import { halfWidth } from './label.js';

/** A printed decimal number, exactly: value = digits / 10^decimals. Its grain is 10^-decimals. */
export interface Numeral {
  readonly digits: bigint;
  readonly decimals: number;
}

/** More digits than any public account has; longer ones are not amounts. */
const MAX_DIGITS = 24;

/** Most numbers are digits and a point; they need none of what follows. */
const PLAIN = /^(\d{1,15})(?:\.(\d{1,8}))?$/;
const NUMERAL = /^([-−–－]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/;

/**
 * Reads one printed number: thousands separators, full-width digits, negatives as -, － or in
 * brackets. Returns null for anything else (a dash, a blank, a date, a label).
 */
export function parseNumeral(text: string): Numeral | null {
  const plain = PLAIN.exec(text);
  if (plain) {
    const fraction = plain[2] ?? '';
    return { digits: BigInt(plain[1]! + fraction), decimals: fraction.length };
  }
  let bare = halfWidth(text)
    .replace(/[\s\u00a0\u3000]/g, '')
    .replace(/，/g, ',')
    .replace(/．/g, '.');
  let negative = false;
  const bracketed = /^[（(](.*)[)）]$/.exec(bare);
  if (bracketed) {
    negative = true;
    bare = bracketed[1]!;
  }
  const match = NUMERAL.exec(bare);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const whole = match[2]!.replace(/,/g, '');
  if (whole.length + fraction.length > MAX_DIGITS) return null;
  if (match[1]) negative = !negative;
  const digits = BigInt(whole + fraction);
  return { digits: negative ? -digits : digits, decimals: fraction.length };
}

/** Decimal digits as printed, without separators: "-1084.72". */
export function numeralText(numeral: Numeral): string {
  const negative = numeral.digits < 0n;
  const all = (negative ? -numeral.digits : numeral.digits)
    .toString()
    .padStart(numeral.decimals + 1, '0');
  const cut = all.length - numeral.decimals;
  const text = numeral.decimals === 0 ? all : `${all.slice(0, cut)}.${all.slice(cut)}`;
  return negative ? `-${text}` : text;
}

/** Dashes that a form prints where a cell does not apply. */
export function isDash(text: string): boolean {
  return /^[-—–─－一]+$/.test(text.trim()) && !/^[一]$/.test(text.trim());
}
