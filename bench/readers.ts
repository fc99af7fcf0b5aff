import { spawnSync } from 'node:child_process';
import { readDocument, readText } from '../src/pipeline.js';
import { addScores, cellScore, figureScore, type Score } from '../test/formats/accuracy.js';
import { filesOf, GENERATORS, type GeneratorId, produce } from '../test/formats/generators.js';
import { LOOKS, type LookId } from '../test/formats/looks.js';
import type { RichBlock, RichDocument } from '../test/formats/rich-document.js';
import { composeRich } from '../test/formats/rich-writer.js';
import type { KitEdition } from '../test/kit/styles.js';
import { ms, table } from './measure.js';
import { readerRun } from './reader-runs.js';

const SIZES = [1, 30, 300] as const;
const PLAIN = LOOKS.plain;
const PDFS: readonly GeneratorId[] = ['typst', 'chromium', 'docx-pdf'];
const TIMED: readonly GeneratorId[] = [
  ...(['html', 'docx', 'docx-doc', 'xlsx', 'xlsx-xls'] as const),
  ...PDFS,
];
/** The aim for reading a PDF, against the library's own text and drawing. */
const AIM = 2.5;

/** Pages of a document that is too short for one part, one account, or many of them bound. */
function sized(pages: number): RichDocument {
  const first = composeRich({ seed: 104, edition: 'shanxi' });
  if (pages === 1) return { ...first, id: 'one-page', blocks: onePage(first.blocks) };
  const blocks: RichBlock[] = [];
  // An account in this look has about sixteen pages.
  for (let seed = 1; seed * 16 <= pages + 2; seed += 1) {
    blocks.push(...composeRich({ seed, edition: 'shanxi' }).blocks);
  }
  return { ...first, id: `pages-${pages}`, blocks };
}

function onePage(blocks: readonly RichBlock[]): readonly RichBlock[] {
  const title = blocks.findIndex((block) => block.kind === 'paragraph' && block.role === 'title');
  const end = blocks.findIndex((block) => block.kind === 'table');
  return blocks.slice(title, end + 2);
}

/** Pages a second and memory of every reader; the ratio to the PDF library where it reads too. */
export async function readerTables(): Promise<string> {
  const rows: string[][] = [];
  const ratios: number[] = [];
  for (const size of SIZES) {
    const document = sized(size);
    const orders = TIMED.map((generator) => ({ document, look: PLAIN, generator }));
    await produce(orders);
    const runs = size === 300 ? 2 : 4;
    const pages = readerRun('library', pathOf(orders.at(-3)!), 1).pages;
    for (const order of orders) {
      const path = pathOf(order);
      const own = readerRun('ours', path, runs);
      const count = own.pages === 0 ? pages : own.pages;
      const isPdf = PDFS.includes(order.generator);
      const library = isPdf ? readerRun('library', path, runs) : null;
      if (library) ratios.push(own.ms / library.ms);
      rows.push([
        `${order.generator}, ${count} pages`,
        ms(own.ms),
        ms((1000 * count) / own.ms),
        own.peakMegabytes.toFixed(0),
        library ? ms(library.ms) : '',
        library ? (own.ms / library.ms).toFixed(2) : '',
      ]);
    }
  }
  const head = ['file', 'ms', 'pages/s', 'MB more', 'library ms', 'ratio'];
  const most = Math.max(...ratios);
  return [
    table(head, rows),
    '',
    `- Reading a PDF within ${AIM} times of the library's own text and drawing: at most ` +
      `${most.toFixed(2)} times, ${most <= AIM ? 'met' : 'NOT met'}.`,
  ].join('\n');
}

function pathOf(order: { document: RichDocument; look: typeof PLAIN; generator: GeneratorId }) {
  return filesOf(order)[0]!.file;
}

const SUITE: readonly (readonly [KitEdition, LookId])[] = [
  ['shanxi', 'plain'],
  ['shaanxi', 'marked'],
  ['liaoning', 'three-line'],
  ['shanghai', 'dense'],
  ['invented-east', 'borderless'],
  ['invented-west', 'plain'],
];
const SEEDS = [104, 121];

interface Rated {
  readonly cells: Score;
  readonly figures: Score;
}

/** Right, wrong, missing and extra of every format and generator, and of plain text out of PDFs. */
export async function accuracyTable(): Promise<string> {
  const suite = SUITE.flatMap(([edition, look]) =>
    SEEDS.map((seed) => ({ document: composeRich({ seed, edition }), look: LOOKS[look] })),
  );
  const ids = Object.keys(GENERATORS) as GeneratorId[];
  await produce(suite.flatMap((each) => ids.map((generator) => ({ ...each, generator }))));
  const rows: string[][] = [];
  const add = (name: string, rated: readonly Rated[]): void => {
    const [cells, figures] = [
      addScores(rated.map((each) => each.cells)),
      addScores(rated.map((each) => each.figures)),
    ];
    const counts = [cells.right, cells.wrong, cells.missing, cells.extra];
    rows.push([name, ...[...counts, figures.right, figures.missing, figures.extra].map(String)]);
  };
  for (const generator of ids) {
    const { extension } = GENERATORS[generator];
    for (const ruled of [true, false]) {
      const own = suite.filter(({ look }) => (look.borders === 'full') === ruled);
      const orders = own.map((each) => ({ ...each, generator }));
      const look = ruled ? '' : ', without rulings';
      add(
        `${extension} (${generator}${look})`,
        await Promise.all(orders.map((o) => rated(o, ours))),
      );
      if (extension !== 'pdf') continue;
      add(`— pdftotext -layout${look}`, await Promise.all(orders.map((o) => rated(o, poppler))));
      add(`— text items of pdfjs${look}`, await Promise.all(orders.map((o) => rated(o, items))));
    }
  }
  const head = ['made by', 'cells right', 'wrong', 'missing', 'extra'];
  return table([...head, 'figures right', 'missing', 'extra'], rows);
}

type Order = Parameters<typeof filesOf>[0];
type Filings = Parameters<typeof cellScore>[1];
type ReadOne = (file: string, bytes: Uint8Array) => Promise<Filings[number] | null>;

async function rated(order: Order, read: ReadOne): Promise<Rated> {
  const { truth, text } = order.document;
  const found = await Promise.all(filesOf(order).map(({ file, bytes }) => read(file, bytes)));
  const filings = found.filter((filing) => filing !== null);
  const plain = readText('plain', text);
  return { cells: cellScore(truth, filings), figures: figureScore(plain.figures, filings) };
}

async function ours(file: string, bytes: Uint8Array): ReturnType<ReadOne> {
  const reading = await readDocument(file, bytes);
  return 'code' in reading ? null : reading.filing;
}

async function poppler(file: string): ReturnType<ReadOne> {
  const args = ['-layout', file, '-'];
  const { stdout } = spawnSync('pdftotext', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return readText(file, stdout.replaceAll('\f', '\n'));
}

/** Items in the order of the file, a line where the library says that one ends. */
async function items(file: string, bytes: Uint8Array): ReturnType<ReadOne> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items: all } = await (await pdf.getPage(number)).getTextContent();
    for (const item of all) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\n';
  }
  await task.destroy();
  return readText(file, text);
}
