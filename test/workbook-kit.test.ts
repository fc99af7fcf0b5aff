import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filing } from '../src/facts/model.js';
import { readDocument, readText } from '../src/pipeline.js';
import { composeText, type KitDocument } from './kit/document.js';
import { KIT_EDITIONS, type KitEdition } from './kit/styles.js';
import { kitWorkbook, type WorkbookLayout, type WorkbookNumbers } from './kit/workbook.js';

interface Readable {
  readonly form: string;
  readonly side: string | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly columnId: string | null;
  readonly value: string | null;
}

function valuesOf(cells: readonly Readable[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { form, side, lineId, code, columnId, value } of cells) {
    if (value === null || value === '') continue;
    values[[form, side ?? '', lineId ?? code, columnId].join('/')] = value;
  }
  return values;
}

/** What a filing says, without where it says it. */
function factsOf(filing: Filing): object {
  return {
    kind: filing.kind,
    entity: filing.entity,
    fiscalYear: filing.fiscalYear,
    unit: filing.unit,
    edition: filing.edition,
    cells: valuesOf(filing.forms.flatMap(({ cells }) => cells)),
    figures: filing.figures.map(({ section, label, value, unit, role }) =>
      [section, label, value, unit, role].join('|'),
    ),
    unread: filing.unread.map(({ what }) => what),
  };
}

async function filingOf(name: string, bytes: Uint8Array): Promise<Filing> {
  const reading = await readDocument(name, bytes);
  if ('code' in reading) throw new Error(`${name}: ${reading.code} ${reading.detail}`);
  return reading.filing;
}

const LAYOUTS: readonly WorkbookLayout[] = ['sheet-a-table', 'one-sheet'];
const NUMBERS: readonly WorkbookNumbers[] = ['text', 'double'];

function compose(edition: KitEdition, seed: number): KitDocument {
  return composeText({ seed, edition, dialect: 'tab' });
}

describe.each(KIT_EDITIONS)('a workbook of %s', (edition) => {
  for (const layout of LAYOUTS) {
    test.each(NUMBERS)(
      `as ${layout} with numbers as %s gives the facts of the text`,
      async (numbers) => {
        for (const seed of [1, 2, 3]) {
          const document = compose(edition, seed);
          const filing = await filingOf('kit.xlsx', await kitWorkbook(document, layout, numbers));
          const asText = readText('kit.txt', document.text);
          expect(factsOf(filing), `seed ${seed}`).toEqual(factsOf(asText));
          expect(valuesOf(filing.forms.flatMap(({ cells }) => cells))).toEqual(
            valuesOf(document.truth.cells),
          );
        }
      },
    );
  }
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

test.runIf(process.env.CI === 'true')('LibreOffice is there to save workbooks again', () => {
  expect(hasOffice).toBe(true);
});

describe.runIf(hasOffice)('saved again by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-sheets-'));
  const EDITIONS: readonly KitEdition[] = ['shanxi', 'shaanxi'];

  beforeAll(async () => {
    for (const edition of EDITIONS) {
      const document = compose(edition, 1);
      writeFileSync(
        join(folder, `${edition}.xlsx`),
        await kitWorkbook(document, 'sheet-a-table', 'double'),
      );
      writeFileSync(
        join(folder, `${edition}-one.xlsx`),
        await kitWorkbook(document, 'one-sheet', 'double'),
      );
    }
    const sources = EDITIONS.map((edition) => join(folder, `${edition}.xlsx`));
    const single = EDITIONS.map((edition) => join(folder, `${edition}-one.xlsx`));
    for (const format of ['xlsx', 'xls', 'ods']) convert(format, format, sources);
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1', 'csv', single);
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(filter: string, folderName: string, files: readonly string[]): void {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const target = join(folder, folderName);
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', target, ...files];
    execFileSync('soffice', args, { stdio: 'ignore' });
  }

  for (const edition of EDITIONS) {
    test.each([
      ['xlsx', `${edition}.xlsx`],
      ['xls', `${edition}.xls`],
      ['ods', `${edition}.ods`],
      ['csv', `${edition}-one.csv`],
    ])(`${edition} as %s gives the facts of the text`, async (format, name) => {
      const filing = await filingOf(name, readFileSync(join(folder, format, name)));
      expect(factsOf(filing)).toEqual(factsOf(readText('kit.txt', compose(edition, 1).text)));
    });
  }
});
