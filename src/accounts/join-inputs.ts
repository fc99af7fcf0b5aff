import { inputOf } from '../forms/inputs.js';
import type { Contribution } from './contribution.js';
import type { Conflict, Inputs, InputValue } from './model.js';
import { isSettlement, settledInputId } from './settle.js';

/**
 * What people said, by id: an answer for this year stands before one that was taken over, an
 * earlier before a later; two different answers for this year are a conflict.
 */
export function joinInputs(given: readonly Contribution[], conflicts: Conflict[]): Inputs {
  const joined = new Map<string, InputValue>();
  for (const { inputs } of given) {
    for (const [id, value] of inputs) {
      const known = joined.get(id);
      if (known === undefined || (known.toReview && !value.toReview)) joined.set(id, value);
      else if (isSettlement(id)) continue;
      else if (!known.toReview && !value.toReview && !isSame(known.text, value.text)) {
        conflicts.push({
          id: settledInputId(id),
          about: inputOf(id)?.label ?? id,
          taken: { text: known.text, source: known.source },
          other: { text: value.text, source: value.source },
        });
      }
    }
  }
  return joined;
}

/** The same but for blanks, and zeros behind the point. */
function isSame(one: string, other: string): boolean {
  const bare = (text: string) =>
    text.replace(/\s/g, '').replace(/^(-?\d+)(?:\.0+|(\.\d*?[1-9])0*)$/, '$1$2');
  return bare(one) === bare(other);
}
