export type KitUnit = '元' | '万元';

/** How a document prints its amounts. Amounts are cents; each is rounded half up by itself. */
export interface MoneyStyle {
  readonly unit: KitUnit;
  readonly separators: boolean;
}

/** Cents in the unit with two decimals, without separators. */
export function plainAmount(cents: bigint, unit: KitUnit): string {
  return fixed(unit === '元' ? cents : divideHalfUp(cents, 10_000n), 2);
}

/** 1084.72 as 1,084.72. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const body = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? body : `${body}.${fraction}`;
}

export function divideHalfUp(value: bigint, by: bigint): bigint {
  const negative = value < 0n;
  const size = negative ? -value : value;
  const rounded = (2n * size + by) / (2n * by);
  return negative ? -rounded : rounded;
}

/** An integer as decimal text with `places` digits after the point. */
export function fixed(digits: bigint, places: number): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(places + 1, '0');
  const cut = text.length - places;
  return `${negative ? '-' : ''}${text.slice(0, cut)}.${text.slice(cut)}`;
}

/** part / whole in per cent with two decimals, half up. */
export function percentage(part: bigint, whole: bigint): string {
  return fixed(divideHalfUp(part * 10_000n, whole), 2);
}

/** 100.00 as 100, 11.20 as 11.2. */
export function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}
