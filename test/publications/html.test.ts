import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { type Reading, readDocument } from '../../src/pipeline.js';
import { publicationHtml } from '../../src/publications/to-html.js';
import { kitAccount } from './kit-account.js';
import { smallPublication } from './publication.js';
import { printedValues, readValues } from './truth.js';

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  const year = edition.years?.[0] ?? 2023;
  test.each([1, 2, 3, 4])('its page is read back cell by cell, seed %i', async (seed) => {
    const publication = smallPublication(kitAccount(seed, year), edition);
    const page = publicationHtml(publication);
    const { filing } = (await readDocument('a.html', new TextEncoder().encode(page))) as Reading;
    const tables = publication.blocks.filter((block) => block.kind === 'table');
    expect(filing.unread).toEqual([]);
    expect(filing.forms.map(({ form }) => form)).toEqual(edition.forms.map(({ form }) => form));
    const cells = filing.forms.flatMap((form) => form.cells);
    expect(readValues(cells)).toEqual(printedValues(tables));
    expect(publicationHtml(publication)).toBe(page);
  });
});
