import type { EvaluationSegment, Filing } from '../facts/model.js';
import { type EvaluationScore, scoreEvaluation } from './from-facts.js';
import type { Profile } from './profile.js';
import { profileFor } from './profiles.js';

/** A performance form of a filing beside its score. */
export interface Evaluated {
  /** Canonical: the form's title, numbered where several share it. */
  readonly key: string;
  readonly segment: EvaluationSegment;
  readonly score: EvaluationScore;
}

/**
 * Scores every form that shows indicators, by the profile of the document's edition or by the one
 * given; reports without any indicators are left out.
 */
export function scoresOf(filing: Filing, given: Profile | null = null): readonly Evaluated[] {
  const times = new Map<string, number>();
  return filing.evaluations.flatMap((segment): Evaluated[] => {
    if (segment.content.indicators.length === 0) return [];
    const nth = (times.get(segment.title) ?? 0) + 1;
    times.set(segment.title, nth);
    const key = `evaluation/${segment.title}${nth === 1 ? '' : `#${nth}`}`;
    const profile = given ?? profileOf(filing, segment);
    return [{ key, segment, score: scoreEvaluation(segment.content, profile) }];
  });
}

/** The profile that scores a form where none is asked for. */
export function profileOf(
  { edition, fiscalYear }: Pick<Filing, 'edition' | 'fiscalYear'>,
  segment: EvaluationSegment,
): Profile {
  return profileFor(edition, kindOf(segment), segment.fiscalYear ?? fiscalYear);
}

function kindOf({ form }: EvaluationSegment): 'project' | 'department' | 'report' {
  if (form === 'evaluation-report') return 'report';
  return form === 'project-self-evaluation' ? 'project' : 'department';
}
