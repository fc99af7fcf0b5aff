import type { Account } from '../accounts/model.js';
import { publicAccount } from '../accounts/public-account.js';
import { accountJson } from '../accounts/to-json.js';
import { editionOf } from '../editions/catalogue.js';
import { publicationWorkbook } from '../office/publication-workbook.js';
import { publicationFrom } from '../publications/from-account.js';
import { publishedTables } from '../publications/tables.js';

/** A department's tables as a workbook in the general order; it carries what it shows, no books. */
export async function departmentWorkbook(account: Account): Promise<Uint8Array> {
  const edition = editionOf('general');
  const tables = publishedTables(account, edition);
  const made = publicationFrom(account, edition, { tables, annex: [], embedded: '' });
  const asked = new Set(made.needs.map(({ id }) => id));
  const embedded = JSON.stringify(accountJson(publicAccount(account, asked)));
  return publicationWorkbook({ ...made.publication, embedded });
}
