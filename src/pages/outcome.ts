import type { Filing } from '../facts/model.js';
import type { CheckResult } from '../findings/model.js';
import { groupByCause } from './group-by-cause.js';

/** What a check comes to, the same for the report, the summary and the exit status. */
export interface Outcome {
  /** 1 an error, 3 statutory content unread and no error, 0 neither. */
  readonly status: 0 | 1 | 3;
  /** False when there was nothing that a rule could speak of. */
  readonly checked: boolean;
  /** Causes with what follows from them, each counted once under its worst severity. */
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Findings that follow from another and are not counted again. */
  readonly following: number;
}

/** What the check of a filing comes to. */
export function outcomeOf(filing: Filing, { findings, rules }: CheckResult): Outcome {
  const groups = groupByCause(findings);
  const count = (of: string) => groups.filter(({ severity }) => severity === of).length;
  const errors = count('error');
  return {
    status: errors > 0 ? 1 : statusOfReading(filing),
    checked: rules.holds + rules.roundingConsistent + rules.fails + rules.undecided > 0,
    errors,
    warnings: count('warning'),
    notes: count('info'),
    following: groups.reduce((sum, group) => sum + group.following.length, 0),
  };
}

/** 3 when something of a final account could not be read; its annexes are not statutory. */
export function statusOfReading(filing: Filing): 0 | 3 {
  if (filing.kind !== 'final-account') return 0;
  const parts = filing.sections
    .filter((section) => section.level === 1)
    .map((section) => ({ part: section.part, line: section.place.line ?? 0 }));
  const unread = filing.unread.some(({ place }) => {
    const before = parts.filter((start) => start.line <= (place.line ?? 0));
    return before.at(-1)?.part !== 'annex';
  });
  return unread ? 3 : 0;
}
