import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/model.js';
import { accountJson } from '../../src/accounts/to-json.js';
import { EDITIONS } from '../../src/editions/catalogue.js';
import type { Edition } from '../../src/editions/model.js';
import type { Filing } from '../../src/facts/model.js';
import { checkFiling, readDocument } from '../../src/pipeline.js';
import { publishedTables } from '../../src/publications/tables.js';
import { readCells } from '../../src/readers/read.js';
import { CATALOGUE } from '../../src/rules/catalogue.js';
import { mingzhang, workFolder } from '../house/command.js';
import { HAS_OFFICE, recalculated } from '../kit/recalculated.js';
import { printedValues, readValues } from '../publications/truth.js';
import { built } from './filled.js';
import { type Typed, typedAccount, typedFor, typedInto } from './typed-workbook.js';

const folder = workFolder();
afterAll(folder.remove);

const FORMATS = ['docx', 'xlsx', 'pdf', 'html', 'json', 'csv'];

/** The workbook of an edition as the program writes it. */
async function templateOf({ id }: Edition): Promise<Uint8Array> {
  const path = join(folder.path, `${id}.xlsx`);
  const { status } = await mingzhang(['template', '--edition', id, '--out', path]);
  expect(status).toBe(0);
  return new Uint8Array(readFileSync(path));
}

async function filingOf(path: string): Promise<Filing> {
  const read = await readDocument(path, new Uint8Array(readFileSync(path)));
  if ('code' in read) throw new Error(`${path}: ${read.code} ${read.detail}`);
  return read.filing;
}

/** Somebody types 1,000 yuan too much into the first amount of the second form. */
function misprinted(typed: Typed): Typed {
  const [name, cells] = [...typed].find(([sheet]) => /收入决算表/.test(sheet))!;
  const [where, value] = [...cells].find(([, each]) => typeof each === 'number' && each > 0)!;
  return new Map([...typed, [name, new Map([...cells, [where, Number(value) + 1000]])]]);
}

/** What is printed; the general edition asks for the expenditure of state capital alone. */
function typedValues(account: Account, edition: Edition): Record<string, string> {
  const printed = Object.entries(printedValues(publishedTables(account, edition)));
  if (edition.id !== 'general') return Object.fromEntries(printed);
  return Object.fromEntries(
    printed.filter(([key]) => !/^state-capital-operations.*\/income$/.test(key)),
  );
}

/** The rules that the sheet of checks holds, and those of them that it says do not hold. */
async function checksIn(path: string): Promise<Record<'held' | 'wrong', readonly string[]>> {
  const cells = await readCells(path, new Uint8Array(readFileSync(path)));
  if ('code' in cells) throw new Error(`${path}: ${cells.code}`);
  const titles = (verdict: RegExp) => {
    const rows = cells.lines.filter((text) => verdict.test(text.trimEnd()));
    return [...new Set(rows.map((text) => text.split('\t')[0]!.replace(/：.*$/, '')))].sort();
  };
  return { held: titles(/\t(?:相符|不符)$/), wrong: titles(/\t不符$/) };
}

/** The rules that fail in what was read, by their titles. */
function failing(filing: Filing): readonly string[] {
  const titles = new Map(CATALOGUE.map(({ id, title }) => [id, title.zh]));
  const { findings } = checkFiling(filing);
  return [...new Set(findings.map(({ rule }) => titles.get(rule)!))].sort();
}

describe.runIf(HAS_OFFICE).each(EDITIONS.map((edition) => [edition.id, edition] as const))(
  'the entry workbook of %s, filled in and saved in an office program',
  (id, edition) => {
    const at = (name: string) => join(folder.path, `${id}-${name}`);
    const { account, forms } = typedAccount(edition);

    async function filled(): Promise<
      readonly [right: Uint8Array, wrong: Uint8Array, raw: Uint8Array]
    > {
      const blank = await templateOf(edition);
      const typed = typedFor(account, edition, forms);
      const raw = typedInto(blank, typed);
      const [right, wrong] = recalculated([raw, typedInto(blank, misprinted(typed))]);
      return [right!, wrong!, raw];
    }

    it('is published whole; its formulas find what the rules find', async () => {
      const [right, wrong, raw] = await filled();
      writeFileSync(at('填报.xlsx'), right);
      const prior = { ...account, fiscalYear: account.fiscalYear - 1, tables: account.prior };
      const before = { ...prior, prior: new Map(), budget: new Map(), inputs: new Map() };
      writeFileSync(at('上年.json'), JSON.stringify(accountJson({ ...before, ledger: null })));
      const args = ['--last-year', at('上年.json'), '--edition', id];
      const formats = ['--formats', FORMATS.join(',')];
      const done = await built([at('填报.xlsx'), ...args, ...formats], at('公开'));
      expect(done.record.needs).toEqual([]);
      expect(done.record.conflicts).toEqual([]);
      expect(done.stderr).not.toContain('没有采用');
      const found = done.record.findings.map(({ rule }) => rule);
      // Codes that were invented are in no list.
      expect(found.filter((rule) => rule !== 'classification.unknown-code')).toEqual([]);
      expect([done.status, done.record.status]).toEqual([0, 'publishable']);
      const page = done.names.find((name) => name.endsWith('.html'))!;
      const published = await filingOf(join(at('公开'), page));
      const cells = readValues(published.forms.flatMap((form) => form.cells));
      expect(cells).toEqual(typedValues(account, edition));

      writeFileSync(at('错.xlsx'), wrong);
      const spoiled = await filingOf(at('错.xlsx'));
      const { held, wrong: said } = await checksIn(at('错.xlsx'));
      expect(said.length).toBeGreaterThan(0);
      expect(said).toEqual(failing(spoiled).filter((title) => held.includes(title)));
      expect((await checksIn(at('填报.xlsx'))).wrong).toEqual([]);

      writeFileSync(at('未算.xlsx'), raw);
      const refused = await mingzhang(['build', at('未算.xlsx'), ...args, '--out', at('未算')]);
      expect([refused.status, refused.stdout]).toEqual([3, '']);
      expect(refused.stderr).toContain('没有算出结果的公式');
    });
  },
);
