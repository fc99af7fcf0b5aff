import { describe, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { readText } from '../../src/pipeline.js';
import type { Publication, PublishedTable } from '../../src/publications/model.js';
import { gridOf } from '../../src/publications/table-cells.js';
import { inventedAccounts, roundTrip } from './round-trip.js';

function tabbed(table: PublishedTable): string {
  const grid = [...table.head, ...table.body];
  const rows = gridOf(grid, table.widths.length).map((row) =>
    row.map((cell) => cell?.text ?? '').join('\t'),
  );
  const lines = [table.title, table.number, table.entityLine, table.yearLine, table.unitLine];
  return [...lines.filter((line) => line !== null), ...rows, ...table.notes].join('\n\n');
}

function asText({ blocks }: Publication): string {
  const tables = blocks.filter((block) => block.kind === 'table');
  return tables.map((table) => tabbed(table)).join('\n\n');
}

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test('its tables are read back cell by cell', async () => {
    for (const account of inventedAccounts(40, edition)) {
      await roundTrip(account, edition, async (publication) =>
        readText('a.txt', asText(publication)),
      );
    }
  });
});
