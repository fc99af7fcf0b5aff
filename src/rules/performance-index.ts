import type { Place } from '../base/place.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import { type Evaluated, scoresOf } from '../scores/from-filing.js';

const CACHE = new WeakMap<Lookup, readonly Evaluated[]>();

/** The performance forms that show indicators, scored; computed once for each lookup. */
export function evaluated(facts: Lookup): readonly Evaluated[] {
  let known = CACHE.get(facts);
  if (known === undefined) {
    known = scoresOf(facts.filing);
    CACHE.set(facts, known);
  }
  return known;
}

/** The project forms alone, as the narrative counts them. */
export function projects(facts: Lookup): readonly Evaluated[] {
  return evaluated(facts).filter(({ segment }) => segment.form === 'project-self-evaluation');
}

/** The places of values that are printed. */
export function placesOf(...values: readonly (PrintedValue | null)[]): readonly Place[] {
  return values.flatMap((value) => (value === null ? [] : [value.place]));
}
