import { type Numeral, parseNumeral } from '../base/numeral.js';
import { type Rational, rationalOf } from '../base/rational.js';
import type { PrintedValue } from '../facts/evaluation-model.js';

/** A printed value as a numeral, its sign of per cent aside; null where it is none. */
export function numeralOf(value: PrintedValue | null): Numeral | null {
  return value === null ? null : parseNumeral(value.text.replace(/[%％]\s*$/, ''));
}

/** The number that a value prints, its sign of per cent aside; null where it is none. */
export function printedNumber(value: PrintedValue | null): Rational | null {
  const numeral = numeralOf(value);
  return numeral === null ? null : rationalOf(numeral);
}
