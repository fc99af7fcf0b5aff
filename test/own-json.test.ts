import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { sourceText } from '../src/cells/locate.js';
import { cellsFromStored, storedOf } from '../src/cells/stored.js';
import { storedFrom } from '../src/cells/stored-check.js';
import { scoreJson } from '../src/contract/evaluation-json.js';
import { checkJson, filingJson, jsonLine } from '../src/contract/json.js';
import { checkFiling, type Reading, readDocument } from '../src/pipeline.js';
import { frameworkSheet } from '../src/scores/from-accounts.js';
import { scoresOf } from '../src/scores/from-filing.js';
import {
  filesOf,
  GENERATORS,
  type GeneratorId,
  type Order,
  produce,
} from './formats/generators.js';
import { LOOKS } from './formats/looks.js';
import { composeFaulty } from './formats/planted.js';
import { missingPrograms } from './formats/programs.js';
import { schemaErrors } from './house/schemas.js';
import { KIT_DIALECTS } from './kit/dialects.js';
import { composeText } from './kit/document.js';
import { KIT_EDITIONS } from './kit/styles.js';
import { ofdOf } from './ofd/ofd-writer.js';
import { typeset } from './ofd/typeset.js';
import { degrade, WEAR } from './scan/degrade.js';
import { drawPage } from './scan/drawn-page.js';
import { imagePdf } from './scan/image-pdf.js';

const SAMPLES = fileURLToPath(new URL('../../shared/samples/', import.meta.url));
const samples = readdirSync(SAMPLES).filter((name) => /\.(?:txt|pdf)$/.test(name));

async function read(file: string, bytes: Uint8Array): Promise<Reading> {
  // Readers may take the bytes away.
  const reading = await readDocument(file, bytes.slice());
  if ('code' in reading) throw new Error(`${file}: ${reading.code} ${reading.detail}`);
  return reading;
}

/** What `read`, `check` and `score` print of a document. */
function printed({ filing, cells }: Reading): readonly string[] {
  const { locate } = sourceText(cells);
  return [
    jsonLine(filingJson(filing, cells, locate)),
    jsonLine(checkJson(filing, checkFiling(filing), [], locate, 'zh')),
    jsonLine(scoreJson(filing, scoresOf(filing), frameworkSheet(filing), locate, 'zh')),
  ];
}

/** Reads the JSON of a document in its place: everything must be the same. */
async function expectSame(file: string, bytes: Uint8Array): Promise<Reading> {
  const reading = await read(file, bytes);
  const [json, ...others] = printed(reading);
  expect(schemaErrors(JSON.parse(json!))).toEqual([]);
  const { source } = JSON.parse(json!) as { readonly source: unknown };
  expect(cellsFromStored(file, storedFrom(source))).toEqual(reading.cells);
  const again = await read(file, new TextEncoder().encode(json));
  expect(again.filing).toEqual(reading.filing);
  // Not toEqual: who compares megabytes of text wants to know whether, not where.
  const same = printed(again).map((line, index) => line === [json, ...others][index]);
  expect(same).toEqual([true, true, true]);
  return reading;
}

describe('what read --json wrote is read as the document itself', () => {
  it.each(samples)('sample %s', async (name) => {
    const { cells } = await expectSame(name, new Uint8Array(readFileSync(join(SAMPLES, name))));
    expect(storedOf(cells).lines).toBe(cells.lines);
  });

  it.each(KIT_EDITIONS)('plain text of %s in every dialect', async (edition) => {
    for (const dialect of KIT_DIALECTS) {
      const { text } = composeText({ seed: 21, edition, dialect });
      await expectSame('a.txt', new TextEncoder().encode(text));
    }
  });
});

describe('pages', () => {
  const { text } = composeText({ seed: 55, edition: 'liaoning', dialect: 'tab' });

  it.each(['office', 'press'] as const)('an OFD in the manner of %s', async (manner) => {
    await expectSame('a.ofd', ofdOf(typeset(text), manner));
  });

  it('a scan, with what was recognised and how surely', async () => {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.includes('\t')) - 3;
    const wear = WEAR.usual!;
    const page = await drawPage(lines.slice(start, start + 25), wear.dotsPerInch);
    const scan = imagePdf([await degrade(page.png, wear)], wear.dotsPerInch);
    const { cells } = await expectSame('scan.pdf', scan);
    expect(storedOf(cells).spanKinds).toContainEqual({
      origin: 'recognised',
      keys: ['page', 'box', 'confidence'],
    });
  });
});

describe.skipIf(missingPrograms().length > 0 && process.env.CI !== 'true')(
  'in every format',
  () => {
    const document = composeFaulty({ seed: 105, edition: 'shanxi' });
    const orders = (Object.keys(GENERATORS) as GeneratorId[]).map(
      (generator): Order => ({ document, look: LOOKS.dense, generator }),
    );
    beforeAll(() => produce(orders), 300_000);

    it.each(orders.map((order) => [order.generator, order] as const))('%s', async (_, order) => {
      for (const { file, bytes } of filesOf(order)) await expectSame(file, bytes);
    });
  },
);
