import { type Amount, amountText, isMoneyUnit, withSeparators } from '../base/amount.js';
import { type Numeral, numeralText } from '../base/numeral.js';
import type { Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { Operand } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
import type { Judgement } from './model.js';

type Extra = Pick<
  Judgement,
  'expected' | 'reported' | 'difference' | 'unit' | 'operands' | 'severity'
>;

/** What is in order has no name: names cost time, and nobody asks. */
export function holds(places: readonly Place[]): Judgement {
  return { kind: 'judgement', key: '', outcome: 'holds', places };
}

/** The same for rules with hundreds of instances, whose places nobody looks at. */
export const IN_ORDER: Judgement = holds([]);

export function rounding(places: readonly Place[]): Judgement {
  return { kind: 'judgement', key: '', outcome: 'rounding', places };
}

export function fails(
  key: string,
  places: readonly Place[],
  message: Wording,
  extra: Extra = {},
): Judgement {
  return { kind: 'judgement', key, outcome: 'fails', places, message, ...extra };
}

export function undecided(key: string, places: readonly Place[], message: Wording): Judgement {
  return { kind: 'judgement', key, outcome: 'undecided', places, message };
}

/** An amount in a money unit with separators and the unit: 1,084.72万元. */
export function moneyText(value: bigint, unit: string): string {
  if (!isMoneyUnit(unit)) return `${amountText(value, '元', 0)}${unit}`;
  return `${withSeparators(amountText(value, unit))}${unit}`;
}

/** An operand as it is printed, with its unit. */
export function printedText(operand: Operand): string {
  if (operand.printed === null) return '空白';
  return `${withSeparators(operand.printed)}${operand.unit}`;
}

/** A figure as it is printed, with its unit. */
export function figureText(figure: Figure): string {
  return figure.value === null ? '空白' : `${withSeparators(figure.value)}${figure.unit}`;
}

/** part/whole as a percentage with so many decimals, half up; the whole is not zero. */
export function percentText(part: Amount, whole: Amount, decimals: number): string {
  return numeralText({ digits: percentDigits(part, whole, decimals, true), decimals });
}

/** The digits that cutting instead of rounding leaves. */
export function cutsTo(printed: Numeral, part: Amount, whole: Amount): boolean {
  return percentDigits(part, whole, printed.decimals, false) === printed.digits;
}

function percentDigits(part: Amount, whole: Amount, decimals: number, round: boolean): bigint {
  const negative = part.value < 0n !== whole.value < 0n;
  const top = abs(part.value) * 100n * 10n ** BigInt(decimals);
  const bottom = abs(whole.value);
  const digits = round ? (2n * top + bottom) / (2n * bottom) : top / bottom;
  return negative ? -digits : digits;
}

export function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Numbers of a message are joined the Chinese way. */
export function joined(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown}等${names.length}项` : shown;
}

/** The amount without its sign. */
export function magnitude(amount: Amount): Amount {
  return amount.value < 0n ? { value: -amount.value, half: amount.half } : amount;
}
