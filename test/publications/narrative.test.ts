import { describe, expect, test } from 'vitest';
import type { Account, AccountTables } from '../../src/accounts/model.js';
import { exactCell } from '../../src/accounts/rows.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import type { Edition } from '../../src/editions/model.js';
import { checkFiling, readText } from '../../src/pipeline.js';
import { publicationFrom } from '../../src/publications/from-account.js';
import type { Publication } from '../../src/publications/model.js';
import { publishedTables } from '../../src/publications/tables.js';
import { asText } from './as-text.js';
import { accountsWithPrior, filledIn } from './full-account.js';
import { readNumbers, type SpokenNumber, writtenNumbers } from './spoken.js';

function compose(account: Account, edition: Edition) {
  const tables = publishedTables(account, edition);
  return publicationFrom(account, edition, { tables, annex: [], embedded: '' });
}

/** Numbers that the reader takes for something else than was written. */
function misread(publication: Publication, edition: Edition, text: string) {
  const read = readNumbers(readText('a.txt', text), text);
  const prints = (about: string) => edition.forms.some(({ form }) => about.startsWith(`${form}/`));
  return writtenNumbers(publication).flatMap((written): object[] => {
    const found = read.get(`${written.paragraph}@${written.from}`);
    // What a table that the edition does not print would show is no cell of the document.
    const about = written.about !== null && prints(written.about) ? written.about : null;
    const expected: SpokenNumber = { ...written, about };
    const same =
      found?.value === expected.value &&
      found.role === expected.role &&
      (about === null || found.about === about);
    return same ? [] : [{ expected, found }];
  });
}

/** Marks that cannot stand beside each other, signs that words say, one % too many. */
const BROKEN = /[。；，：、][。；，：、]|[增减][加少]-|%%|万元元|undefined|null|NaN|【|\n /;

function expectRight(account: Account, edition: Edition): void {
  const filled = filledIn(account, edition);
  const { publication, needs } = compose(filled, edition);
  const text = asText(publication);
  expect(needs.filter(({ state }) => state === 'missing')).toEqual([]);
  expect(misread(publication, edition, text)).toEqual([]);
  const filing = readText('a.txt', text);
  expect(filing.edition).toBe(edition.id);
  expect(filing.unread).toEqual([]);
  const { findings } = checkFiling(filing);
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const said = publication.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [],
  );
  expect(said.filter((paragraph) => BROKEN.test(paragraph))).toEqual([]);
}

/** All amounts zero, no code spent on. */
function nothing({ tables }: Account): AccountTables {
  return new Map(
    [...tables].map(([form, { rows }]) => {
      const fixed = rows.filter(({ key }) => !/^\d+$/.test(key));
      const zero = fixed.map((row) => {
        const cells = new Map([...row.cells.keys()].map((id) => [id, exactCell(0n)]));
        return { ...row, cells };
      });
      return [form, { form, rows: zero }];
    }),
  );
}

const UNITS = ['示例县水务局', '示例县水务服务中心'].map((name) => ({ name, kind: null }));

const YEARS: Readonly<Record<string, (account: Account) => Account>> = {
  'nothing changed': (account) => ({ ...account, prior: account.tables }),
  'nothing the year before': (account) => ({ ...account, prior: nothing(account) }),
  'nothing this year': (account) => ({ ...account, tables: nothing(account), budget: new Map() }),
  'a department': (account) => ({ ...account, role: 'department', units: UNITS }),
};

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test('reads back what it writes of any ledger, and finds nothing wrong', () => {
    for (const account of accountsWithPrior(20, edition)) expectRight(account, edition);
  });

  test.each(Object.entries(YEARS))('and of %s', (_year, make) => {
    for (const account of accountsWithPrior(3, edition)) expectRight(make(account), edition);
  });
});

describe('grades and average scores of performance forms', () => {
  const GRADES = { first: '3', second: '2', third: '0', fourth: '1' } as const;
  const SAID: Readonly<Record<string, readonly string[]>> = {
    'shanxi-2022': ['6个：3个项目自评等级为“优”，2个项目自评等级为“良”'],
    'shaanxi-2022': [],
    'liaoning-2023': ['自评平均分88.52分'],
    'shanghai-2024': [
      '平均得分88.52分（其中，绩效评级为“优”的项目3个',
      '“不合格”的项目1个。绩效自评中共发现问题',
    ],
    general: ['自评平均分88.52分', '自评项目6个，其中：3个项目自评等级为“优”'],
  };
  test.each(EDITIONS)('$id says them and they are right', (edition) => {
    const account = filledIn(accountsWithPrior(1, edition)[0]!, edition);
    const inputs = new Map(account.inputs);
    const say = (id: string, text: string) =>
      inputs.set(`performance-${id}`, { text, toReview: false, source: null });
    for (const [id, number] of Object.entries(GRADES)) say(id, number);
    say('projects', '6');
    say('average', '88.52');
    const { publication } = compose({ ...account, inputs }, edition);
    const text = asText(publication);
    for (const words of SAID[edition.id]!) {
      expect(text.replace(/\s(?=[\d分个])|(?<=\d)\s/g, '')).toContain(words);
    }
    const { findings } = checkFiling(readText('a.txt', text));
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
