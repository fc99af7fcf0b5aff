import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/editions/catalogue.js';
import { accountPage } from '../../src/portal/account-page.js';
import { keyFiguresOf } from '../../src/portal/measures.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import { publishedTables } from '../../src/publications/tables.js';
import { accountsWithPrior, filledIn } from '../publications/full-account.js';
import { ACCOUNT } from './invented-account.js';
import { visitOf } from './invented-pages.js';
import { pageFaults } from './validator.js';

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test('a whole document of this edition is a valid page, every number linked', () => {
    const account = filledIn(accountsWithPrior(1, edition)[0]!, edition);
    const tables = publishedTables(account, edition);
    const parts = { tables, annex: [], embedded: '{}' };
    const { blocks } = publicationFrom(account, edition, parts).publication;
    const figures = keyFiguresOf(account);
    const markup = accountPage({ ...ACCOUNT, blocks, figures, charts: [] }, visitOf('zh'));
    expect(pageFaults(markup)).toEqual([]);
    expect(figures.length).toBeGreaterThan(4);
    const cells = tables.flatMap(({ body }) => body.flat());
    const numbers = cells.filter(({ about, text }) => about !== undefined && text.trim() !== '');
    expect(markup.split('class="about"').length).toBeGreaterThan(numbers.length);
  });
});
