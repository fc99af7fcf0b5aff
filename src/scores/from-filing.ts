import type { EvaluationSegment, Filing } from '../facts/model.js';
import { type EvaluationScore, scoreEvaluation } from './from-facts.js';
import type { Profile } from './profile.js';
import { NATIONAL, profileFor } from './profiles.js';
import { isShownBy, profileShownBy } from './recognise-profile.js';
import { type ScoredReportIndicator, scoreReport } from './score-report.js';

/** A performance form of a filing beside its score. */
export interface Evaluated {
  /** Canonical: the form's title, numbered where several share it. */
  readonly key: string;
  readonly segment: EvaluationSegment;
  readonly score: EvaluationScore;
  /** What a report argues, scored by its own standards; empty for a form. */
  readonly argued: readonly ScoredReportIndicator[];
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
    const { report } = segment.content;
    const year = segment.fiscalYear ?? filing.fiscalYear;
    const argued = report === null ? [] : scoreReport(report, year);
    return [{ key, segment, score: scoreEvaluation(segment.content, profile, argued), argued }];
  });
}

/** The profile that scores a form where none is asked for: the edition's, or what it shows. */
export function profileOf(
  { edition, fiscalYear }: Pick<Filing, 'edition' | 'fiscalYear'>,
  segment: EvaluationSegment,
): Profile {
  const own = profileFor(edition, kindOf(segment), segment.fiscalYear ?? fiscalYear);
  // A method with a sign is that of the forms that show it.
  if (own.sign !== null) return isShownBy(own, segment.content) ? own : NATIONAL;
  return own === NATIONAL ? (profileShownBy(segment.content) ?? own) : own;
}

function kindOf({ form }: EvaluationSegment): 'project' | 'department' | 'report' {
  if (form === 'evaluation-report') return 'report';
  return form === 'project-self-evaluation' ? 'project' : 'department';
}
