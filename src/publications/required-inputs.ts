import type { Account } from '../accounts/model.js';
import type { Edition } from '../editions/model.js';
import { publicationFrom } from './from-account.js';
import type { Need } from './needs.js';

/**
 * The inputs and reasons that the document of an account in an edition prints, given or missing,
 * in the order of the document. A reason is asked only where something changed.
 */
export function requiredInputs(account: Account, edition: Edition): readonly Need[] {
  return publicationFrom(account, edition, { tables: [], annex: [], embedded: '' }).needs;
}
