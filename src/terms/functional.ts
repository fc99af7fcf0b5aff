import { normaliseLabel } from '../base/label.js';
import { FUNCTIONAL_CODES } from './functional-codes.js';

/** A name of a functional code with the budget years in which it was in force. */
interface FunctionalName {
  readonly code: string;
  readonly name: string;
  /** First and last year, inclusive; null = not known, or still in force. */
  readonly from: number | null;
  readonly to: number | null;
  /** Printed in a real document; the rest are hints. */
  readonly seen: boolean;
  /** The last year is not certain. */
  readonly doubtful: boolean;
}

const BY_CODE = new Map<string, FunctionalName[]>();
for (const [code, name, from, to, seen, doubtful = false] of FUNCTIONAL_CODES) {
  const entry = { code, name, from, to, seen, doubtful };
  const known = BY_CODE.get(code);
  if (known) known.push(entry);
  else BY_CODE.set(code, [entry]);
}

/** Whether the code is in the list at hand. The list is partial: an unknown code proves nothing. */
export function isKnownFunctional(code: string): boolean {
  return BY_CODE.has(code);
}

/** Names of a code in force in a budget year, all of them without a year; empty if unknown. */
export function functionalNames(code: string, year: number | null): readonly FunctionalName[] {
  const names = BY_CODE.get(code) ?? [];
  if (year === null) return names;
  return names.filter(({ from, to }) => (from ?? year) <= year && year <= (to ?? year));
}

/**
 * Whether a name was replaced by another before the year. Where the year of the change is in doubt,
 * the year after the listed one is still allowed.
 */
export function isStaleName(code: string, name: string, year: number): boolean {
  const names = BY_CODE.get(code) ?? [];
  const printed = normaliseLabel(name);
  const matching = names.filter((entry) => normaliseLabel(entry.name) === printed);
  if (matching.length === 0) return false;
  const ended = matching.every(({ to, doubtful }) => to !== null && to + (doubtful ? 1 : 0) < year);
  return ended && functionalNames(code, year).length > 0;
}
