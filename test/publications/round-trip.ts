import fc from 'fast-check';
import { expect } from 'vitest';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import type { Account } from '../../src/accounts/model.js';
import type { Edition } from '../../src/editions/model.js';
import type { Filing } from '../../src/facts/model.js';
import type { Publication } from '../../src/publications/model.js';
import { ledgerCase } from '../kit/ledger-arbitrary.js';
import { smallPublication } from './publication.js';
import { printedValues, readValues } from './truth.js';

/** Invented accounts, the same in every run. */
export function inventedAccounts(count: number, edition: Edition): readonly Account[] {
  const fiscalYear = edition.years?.[0] ?? 2023;
  return fc
    .sample(ledgerCase, { seed: 20_261_122, numRuns: count })
    .map(({ ledger, head }) => accountFromLedger(ledger, { ...head, fiscalYear }));
}

/** Writes an account as a document, reads it back and compares cell by cell. */
export async function roundTrip(
  account: Account,
  edition: Edition,
  read: (publication: Publication) => Promise<Filing>,
): Promise<void> {
  const publication = smallPublication(account, edition);
  const filing = await read(publication);
  const tables = publication.blocks.filter((block) => block.kind === 'table');
  expect(filing.unread).toEqual([]);
  expect(filing.forms.map(({ form }) => form)).toEqual(edition.forms.map(({ form }) => form));
  const cells = filing.forms.flatMap((form) => form.cells);
  expect(readValues(cells)).toEqual(printedValues(tables));
}
