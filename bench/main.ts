import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeText } from '../test/kit/document.js';
import { KIT_EDITIONS } from '../test/kit/styles.js';
import { aims } from './aims.js';
import { secondCore } from './cores.js';
import { growth, growthTable } from './growth.js';
import { accuracyTable, readerTables } from './readers.js';
import { type Document, measured, roomTable, warmUp } from './rooms.js';

/**
 * Time and memory of read and check, and how well files are read: `npm run bench`, with --write to
 * keep the tables in bench/results.md, with `--only text` or `--only readers` for a part. No test:
 * what it measures depends on the machine.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

function samples(): readonly Document[] {
  const folder = join(root, '../shared/samples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name: name.slice(0, 3), bytes: readFileSync(join(folder, name)) }));
}

function invented(): readonly Document[] {
  return KIT_EDITIONS.map((edition) => ({
    name: `kit ${edition}`,
    bytes: Buffer.from(composeText({ seed: 1, edition, dialect: 'tab' }).text),
  }));
}

/** From here on the results are about readers, and then about what bench/build.ts measured. */
const READERS = '## Readers';
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : undefined;
const results = join(root, 'bench/results.md');
const all = existsSync(results) ? readFileSync(results, 'utf8') : '';
const building = all.indexOf('\n## Building documents');
const [kept, built] = building < 0 ? [all, ''] : [all.slice(0, building), all.slice(building)];
const cores = availableParallelism();
const load = loadavg()[0] ?? 0;
const machine =
  `Node ${process.version}, ${cores} cores, ${cpus()[0]?.model ?? 'unknown processor'}. ` +
  `Load average before the run: ${load.toFixed(2)}.`;

/** Rooms and many documents of plain text. */
function ofText(): string {
  const most = process.argv.includes('--quick') ? [10, 100] : [10, 100, 1000];
  const sources = [...samples(), ...invented()];
  warmUp(sources);
  const documents = sources.map(measured);
  const coresBefore = secondCore();
  const runs = growth(most, cores > 1 ? [1, Math.min(cores, 2)] : [1]);
  return [
    '# Benchmark',
    '',
    `${machine} Where other programs have the cores, wall times are longer and a second job gains`,
    'nothing. Medians after warm-up; differences under 20 % are noise.',
    '',
    '## Aims',
    '',
    aims(documents, runs, (coresBefore + secondCore()) / 2),
    '',
    '## One document, by room',
    '',
    'rules: the whole catalogue over the facts. rules+findings: the same with the root causes, for',
    'which rules run again over corrected facts.',
    '',
    roomTable(documents),
    '',
    '## Many documents: `mingzhang check FOLDER --json`',
    '',
    'The start of the program and the warming up of each thread are in these times; a few',
    'documents are read on the main thread, whatever --jobs says.',
    '',
    growthTable(runs),
    '',
    '',
  ].join('\n');
}

/** Readers of files; other people's programs make what is read. */
async function ofReaders(): Promise<string> {
  return [
    READERS,
    '',
    machine,
    'Invented accounts made by several programs; the name says which and of what.',
    'Reading alone, from bytes to cells; pages are those of the same document as a PDF. MB more:',
    'what the process took beyond what it had when the program was loaded. Library: text and',
    'drawing of each page by pdfjs alone, on the same file.',
    '',
    await readerTables(),
    '',
    '## Accuracy',
    '',
    'Twelve invented accounts in six editions, against what they were made from. A blank cell',
    'counts as nothing. Below each PDF: the same files as text of other programs, read by us.',
    '',
    await accuracyTable(),
    '',
  ].join('\n');
}

const start = kept.indexOf(READERS);
const [textKept, readersKept] = start < 0 ? [kept, ''] : [kept.slice(0, start), kept.slice(start)];
const report = (only === 'readers' ? '' : ofText()) + (only === 'text' ? '' : await ofReaders());
process.stdout.write(report);
if (process.argv.includes('--write')) {
  const before = only === 'readers' ? textKept : '';
  const after = only === 'text' ? readersKept : '';
  writeFileSync(results, before + report + after + built);
}
