import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { publicationWorkbook } from '../../src/office/publication-workbook.js';
import { type Reading, readDocument } from '../../src/pipeline.js';
import { publicationHtml } from '../../src/publications/to-html.js';
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
