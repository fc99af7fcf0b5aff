import { beforeAll, describe, expect, it } from 'vitest';
import { checkFiling, readDocument, readText } from '../../src/pipeline.js';
import type { KitEdition } from '../kit/styles.js';
import { cellScore, essence, figureScore } from './accuracy.js';
import { filesOf, GENERATORS, type GeneratorId, type Order, produce } from './generators.js';
import { LOOKS, type LookId } from './looks.js';
import { composeFaulty } from './planted.js';
import { missingPrograms } from './programs.js';
import type { RichDocument } from './rich-document.js';
import { composeRich } from './rich-writer.js';

/** Every edition in another look. */
const CLEAN: readonly (readonly [KitEdition, LookId])[] = [
  ['shanxi', 'plain'],
  ['shaanxi', 'marked'],
  ['liaoning', 'three-line'],
  ['shanghai', 'dense'],
  ['invented-east', 'borderless'],
  ['invented-west', 'plain'],
];
const FAULTY: readonly (readonly [KitEdition, LookId])[] = [
  ['shanxi', 'dense'],
  ['liaoning', 'marked'],
];

/**
 * Tables without lines between their columns, as the programs that make PDF set them; and totals of
 * merged cells that stand alone on the last page of a table.
 */
const ONLY_PDF: readonly (readonly [KitEdition, LookId, number])[] = [
  ['shanxi', 'three-line', 111],
  ['shaanxi', 'borderless', 113],
  ['shanghai', 'borderless', 115],
  ['invented-west', 'three-line', 112],
  ['shanghai', 'dense', 121],
];

/** Nobody sends these in. */
const NOT_READ: readonly GeneratorId[] = ['xlsx-ods'];
const READ = (Object.keys(GENERATORS) as GeneratorId[]).filter((id) => !NOT_READ.includes(id));

const missing = missingPrograms();

/** Reads every file of an order; a failure is an error of the test. */
async function read(order: Order) {
  return Promise.all(
    filesOf(order).map(async ({ file, bytes }) => {
      const reading = await readDocument(file, bytes);
      if ('code' in reading) throw new Error(`${file}: ${reading.code} ${reading.detail}`);
      return reading.filing;
    }),
  );
}

/** Tables that run off the page that a program gave them: nobody can read what is not drawn. */
const CUT_OFF: readonly string[] = ['shanxi-104 odt-pdf', 'shanxi-105-faulty odt-pdf'];

/**
 * LibreOffice wraps the columns of these so narrowly that their texts touch: where no lines divide
 * them, or they run off the page, a table is said to be unread. No number of it is guessed, and
 * nothing is called wrong for want of it.
 */
function isSaidToBeUnread({ generator, look, document }: Order): boolean {
  if (generator !== 'odt-pdf') return false;
  return look.borders !== 'full' || CUT_OFF.includes(`${document.id} ${generator}`);
}

function ordersOf(document: RichDocument, look: LookId): readonly Order[] {
  return READ.map((generator) => ({ document, look: LOOKS[look], generator }));
}

describe('other people’s programs', () => {
  // Without them a developer may go on; the run that counts may not.
  it.runIf(process.env.CI === 'true')('are here', () => {
    expect(missing).toEqual([]);
  });
});

describe.skipIf(missing.length > 0 && process.env.CI !== 'true')('in every format', () => {
  const clean = CLEAN.map(([edition, look]) => ({
    look,
    document: composeRich({ seed: 104, edition }),
  }));
  const faulty = FAULTY.map(([edition, look]) => ({
    look,
    document: composeFaulty({ seed: 105, edition }),
  }));
  const onlyPdf = ONLY_PDF.flatMap(([edition, look, seed]) => {
    const document = composeRich({ seed, edition });
    return ordersOf(document, look).filter(
      ({ generator }) => GENERATORS[generator].extension === 'pdf',
    );
  });
  const pdfCases = onlyPdf.map(
    (order) => [`${order.document.id} ${order.look.id}`, order.generator, order] as const,
  );
  const cases = (documents: typeof clean) =>
    documents.flatMap(({ document, look }) =>
      ordersOf(document, look).map((order) => [`${document.id} ${look}`, order.generator, order]),
    ) as [name: string, generator: string, order: Order][];

  beforeAll(async () => {
    const orders = [...cases(clean), ...cases(faulty)].map(([, , order]) => order);
    await produce([...orders, ...onlyPdf]);
  }, 600_000);

  it.each([...cases(clean), ...pdfCases])(
    '%s as %s says the same, and nothing is wrong',
    async (_, __, order) => {
      const { truth, text } = order.document;
      const filings = await read(order);
      const plain = readText('plain', text);
      const cells = cellScore(truth, filings);
      if (isSaidToBeUnread(order)) {
        expect(cells).toMatchObject({ wrong: 0 });
        // A label of which a line was lost leaves its numbers in a row that no form knows.
        expect(cells.extra).toBeLessThanOrEqual(cells.missing);
        expect(cells.missing === 0 || filings[0]!.unread.length > 0).toBe(true);
        const errors = checkFiling(filings[0]!).findings.filter((f) => f.severity === 'error');
        expect(errors.map(({ message }) => message.zh)).toEqual([]);
        return;
      }
      expect(cells).toMatchObject({ wrong: 0, missing: 0, extra: 0, faults: [] });
      expect(cells.right).toBeGreaterThan(150);
      if (order.generator === 'xlsx-csv') return;
      const figures = figureScore(plain.figures, filings);
      expect(figures).toMatchObject({ missing: 0, extra: 0, faults: [] });
      expect(essence(filings[0]!, checkFiling(filings[0]!))).toEqual(
        essence(plain, checkFiling(plain)),
      );
    },
  );

  it.each(cases(faulty))('%s as %s: the same mistakes are found', async (_, __, order) => {
    if (order.generator === 'xlsx-csv' || isSaidToBeUnread(order)) return;
    const plain = readText('plain', order.document.text);
    const [filing] = await read(order);
    const expected = essence(plain, checkFiling(plain));
    expect(expected.findings.length).toBeGreaterThan(4);
    expect(essence(filing!, checkFiling(filing!))).toEqual(expected);
  });
});
