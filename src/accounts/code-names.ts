import { economicCode } from '../terms/economic.js';
import { functionalNames } from '../terms/functional.js';

/** Names that the books themselves give to codes. */
export type GivenNames = ReadonlyMap<string, string>;

/**
 * The name of a functional code in a year; what the books call it where the list at hand does not
 * know it; empty where nobody tells.
 */
export function functionName(code: string, year: number, given: GivenNames): string {
  const names = functionalNames(code, year);
  const known = names.find((entry) => entry.seen) ?? names[0];
  return known?.name ?? given.get(code) ?? '';
}

/** The name of an economic code; what the books call it where the list does not know it. */
export function economicName(code: string, given: GivenNames): string {
  return economicCode(code)?.name ?? given.get(code) ?? '';
}
