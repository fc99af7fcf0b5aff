import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { publicationWorkbook } from '../../src/office/publication-workbook.js';
import { checkFiling, type Reading, readDocument } from '../../src/pipeline.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import { publishedTables } from '../../src/publications/tables.js';
import { publicationHtml } from '../../src/publications/to-html.js';
import { accountsWithPrior, filledIn } from './full-account.js';
import { smallPublication } from './publication.js';
import { inventedAccounts, roundTrip } from './round-trip.js';

const text = new TextEncoder();

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test('its workbook is read back cell by cell', async () => {
    for (const account of inventedAccounts(12, edition)) {
      await roundTrip(account, edition, async (publication) => {
        const bytes = await publicationWorkbook(publication);
        return ((await readDocument('a.xlsx', bytes)) as Reading).filing;
      });
    }
  });

  test('its page is read back cell by cell', async () => {
    for (const account of inventedAccounts(12, edition)) {
      await roundTrip(account, edition, async (publication) => {
        const page = text.encode(publicationHtml(publication));
        return ((await readDocument('a.html', page)) as Reading).filing;
      });
    }
  });

  test('the whole document, read back and checked, has nothing wrong', async () => {
    for (const drawn of accountsWithPrior(3, edition)) {
      const account = filledIn(drawn, edition);
      const tables = publishedTables(account, edition);
      const parts = { tables, annex: [], embedded: '{}' };
      const { publication } = publicationFrom(account, edition, parts);
      const page = text.encode(publicationHtml(publication));
      const book = await publicationWorkbook(publication);
      for (const [name, bytes] of [
        ['a.html', page],
        ['a.xlsx', book],
      ] as const) {
        const { filing } = (await readDocument(name, bytes)) as Reading;
        const { entity, fiscalYear } = account;
        expect(filing).toMatchObject({ entity, fiscalYear, edition: edition.id, unread: [] });
        const found = checkFiling(filing).findings.filter(({ severity }) => severity !== 'info');
        expect(found.map(({ message }) => message.zh)).toEqual([]);
      }
    }
  });

  test('the same account gives the same bytes', async () => {
    const [account] = inventedAccounts(1, edition);
    const publication = smallPublication(account!, edition);
    const [one, other] = [
      await publicationWorkbook(publication),
      await publicationWorkbook(publication),
    ];
    expect(one).toEqual(other);
    expect(publicationHtml(publication)).toBe(publicationHtml(publication));
  });
});
