import type { Account } from '../accounts/model.js';
import { accountJson } from '../accounts/to-json.js';
import { sourceText } from '../cells/locate.js';
import { filingJson, jsonLine } from '../contract/json.js';
import type { Reading } from '../pipeline.js';
import { dataPackage } from '../publications/data-package.js';
import type { DataFile } from './publish.js';

/** A document that was written, as data: its facts with their places, or a table of amounts. */
export function asData(
  format: 'json' | 'csv',
  reading: Reading,
  account: Account,
): readonly DataFile[] {
  if (format === 'csv') {
    const { facts, descriptor, more } = dataPackage(
      account,
      `${account.entity}${account.fiscalYear}年度决算`,
    );
    return [
      { name: 'facts.csv', content: facts },
      ...more,
      { name: 'datapackage.json', content: descriptor },
    ];
  }
  const { filing, cells } = reading;
  const facts = filingJson(filing, cells, sourceText(cells).locate);
  return [{ name: null, content: jsonLine({ ...facts, account: accountJson(account) }) }];
}
