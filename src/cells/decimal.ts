/** A decimal number as its digits: value = digits x 10^exponent. Nothing here is floating point. */
export interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros; empty is zero. */
  readonly digits: string;
  readonly exponent: number;
}

/** Excel keeps 15 significant digits; what a double holds beyond them is noise. */
const SIGNIFICANT = 15;
/** The largest double has 309 digits. */
const MOST_EXPONENT = 400;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Reads 1084.7199999999998, -.5 or 1.2E-7 to 15 significant digits; null when it is no number. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const exponent = Number.parseInt(power, 10) - fraction.length;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits.length + Math.abs(exponent) > MOST_EXPONENT) return null;
  return significant({ negative: sign === '-', digits, exponent });
}

function significant(number: Decimal): Decimal {
  const excess = number.digits.length - SIGNIFICANT;
  return excess <= 0 ? number : roundOff(number, excess);
}

/** Takes digits off the end; half goes away from zero, as Excel rounds. */
function roundOff({ negative, digits, exponent }: Decimal, count: number): Decimal {
  const kept = digits.slice(0, Math.max(0, digits.length - count));
  const first = digits.charAt(digits.length - count);
  const up = first >= '5' && first <= '9';
  return { negative, digits: up ? plusOne(kept) : kept, exponent: exponent + count };
}

function plusOne(digits: string): string {
  const nines = /9*$/.exec(digits)![0].length;
  const head = digits.slice(0, digits.length - nines);
  const zeros = '0'.repeat(nines);
  if (head === '') return `1${zeros}`;
  const last = head.charCodeAt(head.length - 1) + 1;
  return `${head.slice(0, -1)}${String.fromCharCode(last)}${zeros}`;
}

/** Times a power of ten: percent is 2, thousands are -3. */
export function scaled(number: Decimal, power: number): Decimal {
  return { ...number, exponent: number.exponent + power };
}

/** At so many decimals: the digits before the point (none for zero) and exactly those after it. */
export function fixed(
  number: Decimal,
  decimals: number,
): { readonly whole: string; readonly fraction: string } {
  const excess = -number.exponent - decimals;
  const rounded = excess > 0 ? roundOff(number, excess) : number;
  const zeros = Math.max(0, rounded.exponent + decimals);
  const all = `${rounded.digits}${'0'.repeat(zeros)}`.padStart(decimals, '0');
  const cut = all.length - decimals;
  return { whole: all.slice(0, cut).replace(/^0+/, ''), fraction: all.slice(cut) };
}

/** Zero, one or minus one. */
export function signOf({ negative, digits }: Decimal): -1 | 0 | 1 {
  return digits === '' ? 0 : negative ? -1 : 1;
}

/** Further decimals are the remainder of a division or of a sum of doubles, in any unit. */
const GENERAL_DECIMALS = 9;

/**
 * A number without a format of its own: all its digits, never an exponent and never more than nine
 * decimals, which is what a wide cell shows.
 */
export function generalText(number: Decimal): string {
  const { whole, fraction } = fixed(number, GENERAL_DECIMALS);
  const decimals = fraction.replace(/0+$/, '');
  const text = `${whole === '' ? '0' : whole}${decimals === '' ? '' : `.${decimals}`}`;
  return number.negative && text !== '0' ? `-${text}` : text;
}
