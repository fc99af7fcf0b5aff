import fc from 'fast-check';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import type { Edition } from '../../src/editions/model.js';
import type { Publication } from '../../src/publications/model.js';
import { publishedTables } from '../../src/publications/tables.js';
import { ledgerCase } from '../kit/ledger-arbitrary.js';
import { wholePublication } from './publication-fixture.js';

/** The tables of an invented account as an edition prints them, inside a whole document. */
export function editionPublication(seed: number, edition: Edition): Publication {
  const year = edition.years?.[0] ?? 2023;
  const [books] = fc.sample(ledgerCase, { seed, numRuns: 1 });
  const { ledger, head } = books!;
  const account = accountFromLedger(ledger, { ...head, fiscalYear: year });
  const whole = wholePublication();
  const tables = publishedTables(account, edition);
  const first = whole.blocks.findIndex(({ kind }) => kind === 'table');
  const before = whole.blocks.slice(0, first);
  const after = whole.blocks.slice(first).filter(({ kind }) => kind !== 'table');
  return {
    ...whole,
    entity: account.entity,
    fiscalYear: year,
    edition: edition.id,
    title: `${account.entity}${year}年度部门决算`,
    blocks: [...before, ...tables, ...after],
  };
}
