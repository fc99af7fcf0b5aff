import { type Numeral, numeralText } from './numeral.js';

export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '亿元';

/** Decimal places below one yuan in which amounts are held. */
const SCALE = 8;

const YUAN_POWER: Readonly<Record<MoneyUnit, number>> = {
  元: 0,
  千元: 3,
  万元: 4,
  百万元: 6,
  亿元: 8,
};

/**
 * An exact amount of money that stands for an interval: [value - half, value + half], both in
 * 10^-8 yuan. `half` is half of the last printed digit; 0 where nothing smaller exists (cents,
 * zero).
 */
export interface Amount {
  readonly value: bigint;
  readonly half: bigint;
}

export const ZERO: Amount = { value: 0n, half: 0n };

/**
 * The amount that a printed numeral stands for. `grainDecimals` are the decimals of its column or
 * section (the finest found there); suppressed zeros do not make a number coarser.
 * A printed zero is zero, and cents are indivisible: neither carries an interval.
 */
export function amountOf(
  numeral: Numeral,
  unit: MoneyUnit,
  grainDecimals: number = numeral.decimals,
): Amount {
  const power = YUAN_POWER[unit];
  const value = shift(numeral.digits, SCALE + power - numeral.decimals);
  if (value === 0n) return ZERO;
  const decimals = Math.max(grainDecimals, numeral.decimals);
  const grainExponent = power - decimals;
  return { value, half: grainExponent <= -2 ? 0n : 10n ** BigInt(SCALE + grainExponent) / 2n };
}

function shift(digits: bigint, exponent: number): bigint {
  return exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits / 10n ** BigInt(-exponent);
}

export function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(YUAN_POWER, text);
}

/**
 * The amount in a unit, as decimal digits with `decimals` places, more only where exactness needs
 * them.
 */
export function amountText(value: bigint, unit: MoneyUnit, decimals = 2): string {
  const places = SCALE + YUAN_POWER[unit];
  let digits = value;
  let kept = places;
  while (kept > decimals && digits % 10n === 0n) {
    digits /= 10n;
    kept -= 1;
  }
  return numeralText({ digits, decimals: kept });
}

/** The digits that an amount is printed with in a unit: half away from zero at the last place. */
export function roundedDigits(value: bigint, unit: MoneyUnit, decimals: number): bigint {
  const by = 10n ** BigInt(SCALE + YUAN_POWER[unit] - decimals);
  const size = value < 0n ? -value : value;
  const rounded = (2n * size + by) / (2n * by);
  return value < 0n ? -rounded : rounded;
}

/** The unit of two that counts in larger steps: what is known in 万元 is not printed in 元. */
export function coarserUnit(one: MoneyUnit, other: MoneyUnit): MoneyUnit {
  return YUAN_POWER[one] >= YUAN_POWER[other] ? one : other;
}

/** 1084.72 as people read it: 1,084.72. */
export function withSeparators(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
