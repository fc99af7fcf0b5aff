import { describe, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { readText } from '../../src/pipeline.js';
import type { Publication } from '../../src/publications/model.js';
import { tabbed } from './as-text.js';
import { inventedAccounts, roundTrip } from './round-trip.js';

function tablesAsText({ blocks }: Publication): string {
  const tables = blocks.filter((block) => block.kind === 'table');
  return tables.map((table) => tabbed(table)).join('\n\n');
}

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test('its tables are read back cell by cell', async () => {
    for (const account of inventedAccounts(40, edition)) {
      await roundTrip(account, edition, async (publication) =>
        readText('a.txt', tablesAsText(publication)),
      );
    }
  });
});
