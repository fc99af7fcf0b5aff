import type { Account } from '../accounts/model.js';
import { editionOf } from '../editions/catalogue.js';
import { publicationWorkbook } from '../office/publication-workbook.js';
import { publicationFrom } from '../publications/from-account.js';
import { publishedTables } from '../publications/tables.js';

/** The statutory tables of a department as a workbook, in the general order of the forms. */
export async function departmentWorkbook(account: Account, json: string): Promise<Uint8Array> {
  const edition = editionOf('general');
  const tables = publishedTables(account, edition);
  const parts = { tables, annex: [], embedded: json };
  return publicationWorkbook(publicationFrom(account, edition, parts).publication);
}
