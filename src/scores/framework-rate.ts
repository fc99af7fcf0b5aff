import type { Place } from '../base/place.js';
import { type Range, ratioOf } from '../base/range.js';
import {
  compareRationals,
  minus,
  over,
  type Rational,
  rational,
  rationalText,
  times,
} from '../base/rational.js';
import type { Formula, FormulaInput } from './framework.js';

/** An operand of a formula that was found: as printed, what it may stand for, where it stands. */
export interface TracedInput {
  readonly input: FormulaInput;
  /** The words or the cell that it was found by. */
  readonly label: string;
  /** 2,023.04万元. */
  readonly printed: string;
  /** In 元 where it is money, else the number itself. */
  readonly value: Rational;
  readonly range: Range;
  readonly unit: string;
  readonly places: readonly Place[];
}

/** A rate of a framework as computed, in per cent, or what it lacks. */
export interface FrameworkRate {
  readonly formula: Formula;
  readonly inputs: readonly TracedInput[];
  readonly missing: readonly FormulaInput[];
  /** Of the values as printed; null where something is missing or the base is zero. */
  readonly exact: Rational | null;
  /** Of all values that the printed ones stand for. */
  readonly range: Range | null;
  readonly zeroBase: boolean;
}

const HUNDRED = rational(100n);

/** A formula over what was found for it. */
export function rateOf(
  formula: Formula,
  top: TracedInput | null,
  bottom: TracedInput | null,
  wanted: FormulaInput = formula.bottom[0]!,
): FrameworkRate {
  const inputs = [top, bottom].filter((input) => input !== null);
  const missing = [...(top === null ? [formula.top] : []), ...(bottom === null ? [wanted] : [])];
  const zeroBase = bottom !== null && bottom.value.numerator === 0n;
  const none = { formula, inputs, missing, exact: null, range: null, zeroBase };
  if (top === null || bottom === null || zeroBase) return none;
  const share = over(top.value, bottom.value);
  const shares = ratioOf(top.range, bottom.range);
  if (share === null || shares === null) return none;
  const exact = percentOf(formula, share);
  const ends = [percentOf(formula, shares.low), percentOf(formula, shares.high)] as const;
  const rising = compareRationals(ends[0], ends[1]) <= 0;
  const range = rising ? { low: ends[0], high: ends[1] } : { low: ends[1], high: ends[0] };
  return { ...none, exact, range };
}

function percentOf({ kind }: Formula, share: Rational): Rational {
  const percent = times(share, HUNDRED);
  if (kind === 'share') return percent;
  return kind === 'change' ? minus(percent, HUNDRED) : minus(HUNDRED, percent);
}

/** 50人 ÷ 57人 = 87.72%: the steps a person would write; empty where nothing was computed. */
export function stepsOf({ formula, inputs, exact }: FrameworkRate): string {
  const [top, bottom] = inputs;
  if (exact === null || top === undefined || bottom === undefined) return '';
  const result = `${rationalText(exact, 2)}%`;
  if (formula.kind === 'share') return `${top.printed} ÷ ${bottom.printed} = ${result}`;
  const [from, less] = formula.kind === 'change' ? [top, bottom] : [bottom, top];
  return `(${from.printed} − ${less.printed}) ÷ ${bottom.printed} = ${result}`;
}
