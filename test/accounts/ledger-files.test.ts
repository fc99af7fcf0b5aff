import fc from 'fast-check';
import { expect, it } from 'vitest';
import { combine } from '../../src/accounts/combine.js';
import { type SourceOf, sourcesIn } from '../../src/accounts/from-facts.js';
import { accountFromLedger } from '../../src/accounts/from-ledger.js';
import type { Account, AccountTables } from '../../src/accounts/model.js';
import { locator } from '../../src/cells/locate.js';
import type { Filing } from '../../src/facts/model.js';
import { readDocument } from '../../src/pipeline.js';
import { ledgerCase } from '../kit/ledger-arbitrary.js';
import { csvOf, ledgerSheets, workbookOf } from './ledger-book.js';

interface Read {
  readonly kind: 'filing';
  readonly filing: Filing;
  readonly sourceOf: SourceOf;
}

async function read(file: string, bytes: Uint8Array): Promise<Read> {
  const reading = await readDocument(file, bytes);
  if ('code' in reading) throw new Error(reading.code);
  const sourceOf = sourcesIn(file, locator(reading.cells));
  return { kind: 'filing', filing: reading.filing, sourceOf };
}

/** The amounts of tables by concept. */
function amountsOf(tables: AccountTables): Readonly<Record<string, bigint>> {
  return Object.fromEntries(
    [...tables.values()].flatMap(({ form, rows }) =>
      rows.flatMap(({ side, key, cells }) =>
        [...cells].map(([column, cell]) => [
          `${form} ${side} ${key} ${column}`,
          cell.amount?.value ?? -1n,
        ]),
      ),
    ),
  );
}

function accountOf(result: ReturnType<typeof combine>): Account {
  if (!('tables' in result)) throw new Error(result.join());
  return result;
}

it('gives back the books that a workbook was written from', async () => {
  await fc.assert(
    fc.asyncProperty(ledgerCase, async ({ ledger, head }) => {
      fc.pre(ledger.entries.length > 0 && ledger.incomes.length > 0);
      const given = await read('账.xlsx', await workbookOf(ledgerSheets(ledger, head)));
      expect(given.filing.unread).toEqual([]);
      expect(given.filing.kind).toBe('ledger');
      const account = accountOf(combine([given], []));
      expect(account.conflicts).toEqual([]);
      const known = accountFromLedger(ledger, { ...head, given: new Map() });
      expect(account.fiscalYear).toBe(head.fiscalYear);
      expect(account.entity).toBe(head.entity);
      const { kind: _, ...unkind } = head;
      const plain = accountFromLedger(ledger, { ...unkind, given: new Map() });
      expect(amountsOf(account.tables)).toEqual(amountsOf(plain.tables));
      expect(amountsOf(account.budget)).toEqual(amountsOf(known.budget));
    }),
    { numRuns: 40 },
  );
});

it('takes files of one sheet each for one ledger', async () => {
  await fc.assert(
    fc.asyncProperty(ledgerCase, async ({ ledger, head }) => {
      fc.pre(ledger.entries.length > 0 && ledger.incomes.length > 0);
      const sheets = ledgerSheets(ledger, head).filter(([, rows]) => rows.length > 3);
      const files = await Promise.all(sheets.map((sheet) => read(`${sheet[0]}.csv`, csvOf(sheet))));
      const account = accountOf(combine(files, []));
      const { kind: _, ...unkind } = head;
      const plain = accountFromLedger(ledger, { ...unkind, given: new Map() });
      expect(amountsOf(account.tables)).toEqual(amountsOf(plain.tables));
      expect(account.conflicts).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
