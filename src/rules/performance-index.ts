import type { Place } from '../base/place.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import type { EvaluationSegment } from '../facts/model.js';
import { type EvaluationScore, scoreEvaluation } from '../scores/from-facts.js';
import { profileFor } from '../scores/profiles.js';

/** A performance form of a filing beside its score by the profile of the edition. */
export interface Evaluated {
  /** Canonical: the form's title, numbered where several share it. */
  readonly key: string;
  readonly segment: EvaluationSegment;
  readonly score: EvaluationScore;
}

const CACHE = new WeakMap<Lookup, readonly Evaluated[]>();

/** The performance forms that show indicators; reports without any are left out. */
export function evaluated(facts: Lookup): readonly Evaluated[] {
  const known = CACHE.get(facts);
  if (known) return known;
  const times = new Map<string, number>();
  const all = facts.filing.evaluations.flatMap((segment): Evaluated[] => {
    if (segment.content.indicators.length === 0) return [];
    const nth = (times.get(segment.title) ?? 0) + 1;
    times.set(segment.title, nth);
    const key = `evaluation/${segment.title}${nth === 1 ? '' : `#${nth}`}`;
    const { edition, fiscalYear } = facts.filing;
    const profile = profileFor(edition, kindOf(segment), segment.fiscalYear ?? fiscalYear);
    return [{ key, segment, score: scoreEvaluation(segment.content, profile) }];
  });
  CACHE.set(facts, all);
  return all;
}

function kindOf({ form }: EvaluationSegment): 'project' | 'department' | 'report' {
  if (form === 'evaluation-report') return 'report';
  return form === 'project-self-evaluation' ? 'project' : 'department';
}

/** The project forms alone, as the narrative counts them. */
export function projects(facts: Lookup): readonly Evaluated[] {
  return evaluated(facts).filter(({ segment }) => segment.form === 'project-self-evaluation');
}

/** The places of values that are printed. */
export function placesOf(...values: readonly (PrintedValue | null)[]): readonly Place[] {
  return values.flatMap((value) => (value === null ? [] : [value.place]));
}
