import { type MoneyUnit, roundedDigits, withSeparators } from '../base/amount.js';
import { type Numeral, numeralText } from '../base/numeral.js';
import type { NarrativeWords } from '../editions/model.js';

/** Decimals of amounts and percentages in running text. */
const DECIMALS = 2;
const HUNDREDTHS = 10n ** BigInt(DECIMALS);

/** An exact amount in 10^-8 yuan, rounded once, half away from zero. */
export function printedAmount(value: bigint, unit: MoneyUnit): Numeral {
  return { digits: roundedDigits(value, unit, DECIMALS), decimals: DECIMALS };
}

/** part / whole in per cent, rounded once from the exact amounts; `whole` is not zero. */
export function printedPercent(part: bigint, whole: bigint): Numeral {
  const top = part * 100n * HUNDREDTHS;
  const negative = top < 0n !== whole < 0n;
  const size = (2n * magnitude(top) + magnitude(whole)) / (2n * magnitude(whole));
  return { digits: negative ? -size : size, decimals: DECIMALS };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Whether an amount is nothing in the unit in which it is printed. */
export function printsZero(value: bigint, unit: MoneyUnit): boolean {
  return roundedDigits(value, unit, DECIMALS) === 0n;
}

/** A count that is held as so many yuan. */
export function printedCount(value: bigint): Numeral {
  return { digits: roundedDigits(value, '元', 0), decimals: 0 };
}

/** As the edition prints numbers in its sentences: separators, suppressed zeros. */
export function numberInWords(numeral: Numeral, { separators, trimmed }: NarrativeWords): string {
  const text = numeralText(trimmed ? withoutZeros(numeral) : numeral);
  return separators ? withSeparators(text) : text;
}

function withoutZeros({ digits, decimals }: Numeral): Numeral {
  if (decimals === 0 || digits % 10n !== 0n) return { digits, decimals };
  return withoutZeros({ digits: digits / 10n, decimals: decimals - 1 });
}
