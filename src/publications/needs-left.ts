import type { Need } from './needs.js';

/** What is still to be told, by what becomes of the document without it. */
export interface NeedsLeft<Each> {
  /** Without these it stays a draft. */
  readonly missing: readonly Each[];
  /** Taken over from last year; somebody has to look at them once. */
  readonly toReview: readonly Each[];
  /** Nobody has to tell these. */
  readonly optional: readonly Each[];
}

/** Sorts needs that are not answered; the number that people are told is that of the missing. */
export function needsLeft<Each extends Pick<Need, 'required' | 'state'>>(
  needs: readonly Each[],
): NeedsLeft<Each> {
  return {
    missing: needs.filter(({ required, state }) => required && state === 'missing'),
    toReview: needs.filter(({ state }) => state === 'to-review'),
    optional: needs.filter(({ required, state }) => !required && state === 'missing'),
  };
}
