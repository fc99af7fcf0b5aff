import { expect, it } from 'vitest';
import { accountJson } from '../../src/accounts/to-json.js';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { editionOf } from '../../src/editions/catalogue.js';
import { outcomeOf } from '../../src/pages/outcome.js';
import { checkFiling, readDocument } from '../../src/pipeline.js';
import { buildDocument } from '../../src/server/building.js';
import { publicationRefusal } from '../../src/server/services/publication-refusal.js';
import { accountsWithPrior } from '../publications/full-account.js';

interface Stored {
  ledger: unknown;
  tables: { form: string; rows: { key: string; cells: Record<string, { amount: string }> }[] }[];
}

it('names as many places to be corrected as the report has errors', async () => {
  const account = accountsWithPrior(1, editionOf('general'))[0]!;
  const stored = JSON.parse(JSON.stringify(accountJson(account))) as Stored;
  const table = stored.tables.find(({ form }) => form === 'expenditure')!;
  table.rows.find(({ key }) => key === 'total')!.cells['current-year']!.amount = '7.00';
  stored.ledger = null;
  const request = { account: JSON.stringify(stored), edition: 'general', asApproved: null };
  const built = await buildDocument({ ...request, formats: ['html'] }, DEFAULT_LIMITS);
  const { name, bytes } = built.files[0]!;
  const reading = await readDocument(name, bytes);
  if ('code' in reading) throw new Error(reading.code);
  const { errors, following } = outcomeOf(reading.filing, checkFiling(reading.filing));
  expect([built.status, built.stops.length, following > 0]).toEqual(['draft', errors, true]);
  const { zh } = publicationRefusal({ needs: [], stops: built.stops });
  expect(zh).toContain(`不能公开：还有 ${errors} 处要更正：(1) `);
  expect(zh).toMatch(/\(1\) [^；]*7\.00/);
  expect(zh).not.toContain('请核实');
});
