import type { Amount } from '../base/amount.js';
import { type Numeral, numeralText } from '../base/numeral.js';
import { compareRatio, type Verdict } from '../base/verdict.js';
import { cutsTo, magnitude, percentText } from './narrative-judge.js';

/** One way to read what a percentage is taken of. */
export interface Quotient {
  readonly part: Amount;
  readonly whole: Amount;
}

export interface RatioVerdict {
  /** Null when no quotient is defined: a whole of zero has no percentage. */
  readonly verdict: Verdict | 'cut' | null;
  /** The percentage that the first quotient gives, at the printed digits. */
  readonly computed: string | null;
}

/**
 * Judges a printed percentage, without its sign, against the ways it may have been taken: wrong
 * only when none of them gives it. 'cut' is one whose last digit was cut instead of rounded.
 */
export function judgeRatio(
  printed: Numeral,
  per: 100n | 1000n,
  quotients: readonly Quotient[],
): RatioVerdict {
  const bare: Numeral =
    printed.digits < 0n ? { digits: -printed.digits, decimals: printed.decimals } : printed;
  let worst: RatioVerdict['verdict'] = null;
  let computed: string | null = null;
  for (const { part, whole } of quotients) {
    const verdict = compareRatio(bare, magnitude(part), magnitude(whole), per);
    if (verdict === null) continue;
    if (verdict !== 'wrong') return { verdict, computed: numeralText(bare) };
    const scaled = { value: part.value * (per / 100n), half: part.half * (per / 100n) };
    computed ??= percentText(magnitude(scaled), magnitude(whole), bare.decimals);
    const cut = cutsTo(bare, magnitude(scaled), magnitude(whole));
    if (worst === null || cut) worst = cut ? 'cut' : 'wrong';
  }
  return { verdict: worst, computed };
}
