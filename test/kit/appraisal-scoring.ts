/**
 * The methods of the forms, written apart from src/scores: plain fractions of big integers, so that
 * what a form should print is not decided by the code under test.
 */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** 12.85 as a fraction. */
export function fraction(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

function multiply(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

export function less(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

export function halfUp(value: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places);
  return {
    top: (2n * value.top * scale + value.bottom) / (2n * value.bottom),
    bottom: scale,
  };
}

function cut(value: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places);
  return { top: (value.top * scale) / value.bottom, bottom: scale };
}

/** Decimal digits, half up to so many places, without zeros at the end. */
export function digits(value: Fraction, places = 6): string {
  const { top } = halfUp(value, places);
  const text = top.toString().padStart(places + 1, '0');
  const at = text.length - places;
  const fractionDigits = text.slice(at).replace(/0+$/, '');
  return fractionDigits === '' ? text.slice(0, at) : `${text.slice(0, at)}.${fractionDigits}`;
}

const HUNDRED = fraction('100');

/** What was reached of a target, in per cent; at most 100 where that is asked. */
export function completionOf(actual: string, target: string, places: number): Fraction {
  const share = multiply(multiply(fraction(actual), HUNDRED), inverse(fraction(target)));
  return halfUp(share, places);
}

function inverse({ top, bottom }: Fraction): Fraction {
  return { top: bottom, bottom: top };
}

export type Method = 'plain' | 'capped' | 'cut' | 'unrated' | 'whole';

/** The score of a counted indicator. */
export function scoreOf(
  method: Method,
  operator: '≥' | '≤' | '=' | null,
  target: string,
  actual: string,
  weight: string,
): Fraction {
  const [aim, reached, most] = [fraction(target), fraction(actual), fraction(weight)];
  if (operator === '≤') {
    if (!less(aim, reached)) return most;
    return method === 'cut' ? fraction('0') : halfUp(multiply(most, fraction('0.5')), 2);
  }
  if (!less(reached, aim)) {
    const limit = multiply(aim, fraction('1.3'));
    const far = method === 'capped' && operator === '≥' && !less(reached, limit);
    return far ? multiply(most, fraction('0.6')) : most;
  }
  const share = (places: number) =>
    multiply(multiply(completionOf(actual, target, places), fraction('0.01')), most);
  if (method === 'capped' || method === 'whole') return share(0);
  if (method === 'cut') return cut(share(2), 2);
  return halfUp(multiply(multiply(reached, inverse(aim)), most), 2);
}

export interface Sums {
  readonly rate: Fraction;
  readonly rateScore: Fraction;
  readonly subtotal: Fraction;
  readonly deduction: Fraction;
  readonly total: Fraction;
}

/** The sums of a form from its scores and, in cents, its money. */
export function sumsOf(
  method: Method,
  scores: readonly Fraction[],
  money: { readonly budget: bigint; readonly executed: bigint } | null,
): Sums {
  const nothing = fraction('0');
  const rate =
    money === null || money.budget === 0n
      ? nothing
      : halfUp({ top: money.executed * 100n, bottom: money.budget }, 2);
  const exact = scores.reduce(add, nothing);
  const tenth = multiply(rate, fraction('0.1'));
  const rateScore = money === null ? nothing : method === 'capped' ? tenth : halfUp(tenth, 2);
  const subtotal = method === 'capped' ? halfUp(exact, 2) : exact;
  const before = add(subtotal, rateScore);
  const cap =
    method !== 'capped'
      ? null
      : less(rate, fraction('60'))
        ? fraction('59')
        : less(rate, fraction('80'))
          ? fraction('79')
          : null;
  const capped = cap !== null && less(cap, before) ? cap : before;
  const deduction = add(before, { top: -capped.top, bottom: capped.bottom });
  return { rate, rateScore, subtotal, deduction, total: halfUp(capped, 2) };
}

export function gradeOf(total: Fraction): string {
  if (!less(total, fraction('90'))) return '优';
  if (!less(total, fraction('80'))) return '良';
  return less(total, fraction('60')) ? '差' : '中';
}
