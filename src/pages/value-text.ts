import { isMoneyUnit, withSeparators } from '../base/amount.js';

/**
 * A value with its unit as people read it: 1,084.72 万元, 15.3%, 4 个. Other words stay as they
 * are.
 */
export function valueWithUnit(value: string, unit: string | null): string {
  if (unit === null || unit === '') return value;
  const text = isMoneyUnit(unit) && /^-?\d+(?:\.\d+)?$/.test(value) ? withSeparators(value) : value;
  return /^[%‰％]$/.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
}

/** A number with separators, unless its neighbour in the document is long and has none. */
export function inTheMannerOf(value: string, printed: string | null): string {
  const bare = printed !== null && /^-?\d{4,}(?:\.\d+)?$/.test(printed.trim());
  return !bare && /^-?\d+(?:\.\d+)?$/.test(value) ? withSeparators(value) : value;
}
