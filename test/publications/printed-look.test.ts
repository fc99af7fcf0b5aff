import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/model.js';
import { EDITIONS, editionOf } from '../../src/editions/catalogue.js';
import { tableSheet } from '../../src/office/publication-table.js';
import { PAPERS, roomOf } from '../../src/office/word-paper.js';
import { measuresAround } from '../../src/office/word-table.js';
import { displayWidth } from '../../src/pages/display-width.js';
import type { PublishedTable } from '../../src/publications/model.js';
import { requiredInputs } from '../../src/publications/required-inputs.js';
import { publishedTables } from '../../src/publications/tables.js';
import { accountsWithPrior } from './full-account.js';

/** Lines that an accountant expects on one page. */
const ONE_PAGE = 42;

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  const tables = accountsWithPrior(2, edition).flatMap((account) =>
    publishedTables(account, edition),
  );

  it('prints a table with a page of its own whole on that page in Word', () => {
    const own = tables.filter(
      ({ ownPage, head, body }) => ownPage && head.length + body.length <= ONE_PAGE,
    );
    expect(own.length).toBeGreaterThan(8);
    for (const table of own) {
      const room = roomOf(table.orientation === 'landscape' ? PAPERS.lying : PAPERS.upright);
      const { heights } = measuresAround(table, room, 0);
      const high = heights.reduce((sum, height) => sum + height, 0);
      expect(high, table.title).toBeLessThan(room.height);
    }
  });

  it('gives codes in a workbook columns in which they do not break', () => {
    for (const table of tables) {
      const { columns = [] } = tableSheet(table, 'a');
      for (const [column, code] of codesOf(table)) {
        expect(columns[column]?.width, `${table.title} ${code}`).toBeGreaterThan(
          displayWidth(code),
        );
      }
    }
  });
});

/** Codes in cells that begin a line: those before them have one column each. */
function codesOf({ body }: PublishedTable): readonly (readonly [number, string])[] {
  return body.flatMap((row) =>
    row.every(({ colspan, rowspan }) => (colspan ?? 1) === 1 && (rowspan ?? 1) === 1)
      ? row.flatMap(({ text }, at) => (/^\d{2,7}$/.test(text) ? [[at, text] as const] : []))
      : [],
  );
}

it('asks for the name of a code that a table would print without one', () => {
  const edition = editionOf('general')!;
  const [account] = accountsWithPrior(1, edition) as readonly [Account];
  const table = account.tables.get('expenditure')!;
  const { key } = table.rows.find((row) => /^\d{5}$/.test(row.key))!;
  const rows = table.rows.map((row) => (row.key === key ? { ...row, item: '' } : row));
  const nameless = {
    ...account,
    tables: new Map([...account.tables, ['expenditure', { ...table, rows }] as const]),
  };
  const asked = (one: Account) =>
    requiredInputs(one, edition).filter(({ id }) => id === `name/${key}`);
  expect(asked(account)).toEqual([]);
  expect(asked(nameless)).toMatchObject([
    { label: `科目${key}的名称`, where: '支出决算表', required: true, state: 'missing' },
  ]);
});
