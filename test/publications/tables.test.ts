import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { readText } from '../../src/pipeline.js';
import type { PublishedTable } from '../../src/publications/model.js';
import { gridOf } from '../../src/publications/table-cells.js';
import { publishedTables } from '../../src/publications/tables.js';
import { kitAccount } from './kit-account.js';
import { printedValues, readValues } from './truth.js';

function tabbed(table: PublishedTable): string {
  const grid = [...table.head, ...table.body];
  const rows = gridOf(grid, table.widths.length).map((row) =>
    row.map((cell) => cell?.text ?? '').join('\t'),
  );
  const lines = [table.title, table.number, table.entityLine, table.yearLine, table.unitLine];
  return [...lines.filter((line) => line !== null), ...rows, ...table.notes].join('\n\n');
}

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  const year = edition.years?.[0] ?? 2023;
  test.each([1, 2, 3, 4, 5, 6])('its tables are read back cell by cell, seed %i', (seed) => {
    const account = kitAccount(seed, year);
    const tables = publishedTables(account, edition);
    const filing = readText('a.txt', tables.map((table) => tabbed(table)).join('\n\n'));
    expect(filing.unread).toEqual([]);
    expect(filing.forms.map(({ form }) => form)).toEqual(edition.forms.map(({ form }) => form));
    const cells = filing.forms.flatMap((form) => form.cells);
    expect(readValues(cells)).toEqual(printedValues(tables));
  });
});
