import type { Edition } from '../../src/editions/model.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import type { Publication } from '../../src/publications/model.js';
import { publishedTables } from '../../src/publications/tables.js';
import { accountsWithPrior, filledIn } from '../publications/full-account.js';

/** Whole documents of invented books, as an edition writes them. */
export function realPublications(count: number, edition: Edition): readonly Publication[] {
  return accountsWithPrior(count, edition).map((account) => {
    const filled = filledIn(account, edition);
    const tables = publishedTables(filled, edition);
    const embedded = JSON.stringify({ schema: 'mingzhang/account@1', entity: filled.entity });
    return publicationFrom(filled, edition, { tables, annex: [], embedded }).publication;
  });
}
