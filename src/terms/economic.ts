import { normaliseLabel } from '../base/label.js';
import { ECONOMIC_CODES } from './economic-codes.js';

/** A code of the department economic classification. */
export interface EconomicCode {
  readonly code: string;
  readonly name: string;
  /** Names that provinces print for the same code. */
  readonly variants: readonly string[];
}

const BY_CODE = new Map<string, EconomicCode>(
  ECONOMIC_CODES.map(([code, name, variants]) => [code, { code, name, variants }]),
);

/** A shorter beginning than this says nothing about the rest of a cut-off name. */
const TRUNCATED_AT_LEAST = 8;

/** The entry of a code; undefined for an unknown one. */
export function economicCode(code: string): EconomicCode | undefined {
  return BY_CODE.get(code);
}

/** All codes, ascending. */
export function economicCodes(): Iterable<EconomicCode> {
  return BY_CODE.values();
}

/**
 * Whether a printed name is the code's: the same, a known variant, or cut off by its column.
 * 'unknown' for a code that is not in the list.
 */
export function compareEconomicName(
  code: string,
  printed: string,
): 'same' | 'variant' | 'truncated' | 'different' | 'unknown' {
  const entry = BY_CODE.get(code);
  if (!entry) return 'unknown';
  const name = normaliseLabel(printed);
  if (name === normaliseLabel(entry.name)) return 'same';
  if (entry.variants.some((variant) => name === normaliseLabel(variant))) return 'variant';
  const cut = name.length >= TRUNCATED_AT_LEAST && normaliseLabel(entry.name).startsWith(name);
  return cut ? 'truncated' : 'different';
}

/** 人员经费 or 公用经费, by the type of the code. */
export function economicGroup(code: string): 'personnel' | 'public' {
  return code.startsWith('301') || code.startsWith('303') ? 'personnel' : 'public';
}
