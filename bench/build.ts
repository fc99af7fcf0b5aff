import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from '../src/accounts/model.js';
import { accountJson } from '../src/accounts/to-json.js';
import { DEFAULT_LIMITS } from '../src/cells/limits.js';
import { sourceText } from '../src/cells/locate.js';
import { filingJson, jsonLine } from '../src/contract/json.js';
import { EDITIONS } from '../src/editions/catalogue.js';
import type { Edition } from '../src/editions/model.js';
import { type Reading, readDocument } from '../src/pipeline.js';
import { dataPackage } from '../src/publications/data-package.js';
import { publicationFrom } from '../src/publications/from-account.js';
import type { Publication } from '../src/publications/model.js';
import { publishedTables } from '../src/publications/tables.js';
import { DOCUMENT_FORMATS, drawPublication } from '../src/publishing/formats.js';
import { accountsWithPrior, filledIn } from '../test/publications/full-account.js';
import { median, ms, table } from './measure.js';

/**
 * Time and memory of composing and writing documents, without reading them back: `npm run
 * bench:build`, with --write to keep the tables in bench/results.md, `--documents 100` for fewer.
 * Each measurement has a process of its own.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = join(ROOT, 'bench/results.md');
const HEADING = '## Building documents';
const WARM_UP = 12;
const RUNS = 15;
const AIM_MS = 1000;
/** Memory is flat where the second half of the documents adds at most this, in MB. */
const FLAT_MB = 40;
const MEASURED = ['compose', ...DOCUMENT_FORMATS, 'json', 'csv'] as const;
type Work = (typeof MEASURED)[number];

const option = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const documents = Number(option('--documents') ?? '500');

function composed(account: Account, edition: Edition): Publication {
  const parts = {
    tables: publishedTables(account, edition),
    annex: [],
    embedded: JSON.stringify(accountJson(account)),
  };
  return publicationFrom(account, edition, parts).publication;
}

const DRAWING = { wordTemplate: null, fontFolder: null, limits: DEFAULT_LIMITS };

function asJson({ filing, cells }: Reading, account: Account): string {
  const facts = filingJson(filing, cells, sourceText(cells).locate);
  return jsonLine({ ...facts, account: accountJson(account) });
}

/** One piece of work: median and processor milliseconds, bytes. */
interface Piece {
  readonly name: Work;
  readonly wall: number;
  /** Of all threads, those that collect garbage included: other programs do not add to it. */
  readonly processor: number;
  readonly size: number;
}

/** Each piece of work on one account. */
async function warmTimes(edition: Edition): Promise<readonly Piece[]> {
  const account = filledIn(accountsWithPrior(1, edition)[0]!, edition);
  const publication = composed(account, edition);
  const { bytes: page } = await drawPublication(publication, 'html', DRAWING);
  const reading = (await readDocument('a.html', page)) as Reading;
  const work: Readonly<Record<Work, () => Promise<number> | number>> = {
    compose: () => composed(account, edition).blocks.length,
    json: () => Buffer.byteLength(asJson(reading, account)),
    csv: () => Buffer.byteLength(dataPackage(account, publication.title).facts),
    ...(Object.fromEntries(
      DOCUMENT_FORMATS.map((format) => [
        format,
        async () => (await drawPublication(publication, format, DRAWING)).bytes.length,
      ]),
    ) as Record<(typeof DOCUMENT_FORMATS)[number], () => Promise<number>>),
  };
  const found: Piece[] = [];
  for (const name of MEASURED) {
    const times: number[] = [];
    let size = 0;
    let before = process.cpuUsage();
    for (let run = 0; run < WARM_UP + RUNS; run += 1) {
      if (run === WARM_UP) before = process.cpuUsage();
      const start = performance.now();
      size = await work[name]();
      if (run >= WARM_UP) times.push(performance.now() - start);
    }
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1000 / RUNS;
    found.push({ name, wall: median(times), processor, size });
  }
  return found;
}

/** Many different documents in one process. */
interface Batch {
  /** Resident megabytes after each fifth. */
  readonly memory: readonly number[];
  readonly seconds: number;
  readonly processorSeconds: number;
}

async function grown(formats: readonly string[]): Promise<Batch> {
  const each = Math.ceil(documents / EDITIONS.length);
  const accounts = EDITIONS.map((edition) => accountsWithPrior(each, edition));
  const wanted = DOCUMENT_FORMATS.filter((format) => formats.includes(format));
  const memory: number[] = [];
  const start = performance.now();
  const before = process.cpuUsage();
  for (let at = 0; at < documents; at += 1) {
    const edition = EDITIONS[at % EDITIONS.length]!;
    const drawn = accounts[at % EDITIONS.length]![Math.floor(at / EDITIONS.length)]!;
    const account = filledIn(drawn, edition);
    const publication = composed(account, edition);
    for (const format of wanted) await drawPublication(publication, format, DRAWING);
    if (formats.includes('csv')) dataPackage(account, publication.title);
    if ((at + 1) % Math.ceil(documents / 5) !== 0 && at + 1 !== documents) continue;
    (globalThis as { gc?: () => void }).gc?.();
    memory.push(process.memoryUsage().rss / 1024 / 1024);
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  return { memory, seconds, processorSeconds: (user + system) / 1e6 };
}

/** What a process of its own says. */
function child<T>(...args: readonly string[]): T {
  const file = fileURLToPath(import.meta.url);
  const given = ['--expose-gc', '--import', 'tsx', file, '--child', ...args];
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [...given, '--documents', String(documents)],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

async function asChild(what: string): Promise<void> {
  const edition = EDITIONS.find(({ id }) => id === what);
  const answer = edition ? await warmTimes(edition) : await grown(what.split(','));
  process.stdout.write(JSON.stringify(answer));
}

const BATCHES = ['docx,xlsx,pdf,html,csv', 'pdf'] as const;

function sumOf(times: readonly Piece[], of: 'wall' | 'processor'): number {
  return times.reduce((total, piece) => total + piece[of], 0);
}

function report(): string {
  const load = (loadavg()[0] ?? 0).toFixed(2);
  const warm = EDITIONS.map(({ id }) => ({ id, times: child<readonly Piece[]>(id) }));
  const between = (loadavg()[0] ?? 0).toFixed(2);
  const slowest = (of: 'wall' | 'processor') =>
    Math.max(...warm.map(({ times }) => sumOf(times, of)));
  const batches = BATCHES.map((formats) => ({ formats, found: child<Batch>(formats) }));
  const after = (loadavg()[0] ?? 0).toFixed(2);
  return [
    HEADING,
    '',
    `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}.`,
    `Load average before the run ${load}, after the single documents ${between}, at its end`,
    `${after}: what is above the number of cores is other programs, and makes wall times longer.`,
    'Invented accounts with last year and every input; composed and written, not read back.',
    '',
    `- All formats of one document within ${AIM_MS} ms after warm-up: at most ` +
      `${ms(slowest('wall'))} ms (${ms(slowest('processor'))} ms of the processor), ` +
      `${slowest('wall') <= AIM_MS ? 'met' : 'NOT met'}.`,
    ...batches.map(({ formats, found }) => growthLine(formats, found.memory)),
    '',
    'Milliseconds (and KB) of one document, median of a warm process:',
    '',
    table(
      ['edition', ...MEASURED, 'together ms', 'processor ms'],
      warm.map(({ id, times }) => [
        id,
        ...times.map(({ name, wall, size }) =>
          name === 'compose' ? ms(wall) : `${ms(wall)} (${(size / 1024).toFixed(0)})`,
        ),
        ms(sumOf(times, 'wall')),
        ms(sumOf(times, 'processor')),
      ]),
    ),
    '',
    `${documents} different documents of all editions in one process, resident MB on the way:`,
    '',
    batchTable(batches),
    '',
  ].join('\n');
}

type Named = { readonly formats: string; readonly found: Batch };

function batchTable(batches: readonly Named[]): string {
  const parts = [1, 2, 3, 4, 5].map((part) => `${(documents * part) / 5}`);
  return table(
    ['formats', ...parts, 'seconds', 'processor s', 'ms each'],
    batches.map(({ formats, found: { memory, seconds, processorSeconds } }) => [
      formats,
      ...memory.map((mb) => mb.toFixed(0)),
      seconds.toFixed(0),
      processorSeconds.toFixed(0),
      ms((1000 * seconds) / documents),
    ]),
  );
}

function growthLine(formats: string, memory: readonly number[]): string {
  const more = (memory.at(-1) ?? 0) - (memory[1] ?? 0);
  const each = ((1000 * more) / ((documents * 3) / 5)).toFixed(0);
  return (
    `- Memory over the last three fifths, ${formats}: ${more.toFixed(0)} MB ` +
    `(${each} KB a document), ${more <= FLAT_MB ? 'flat' : 'GROWS'}.`
  );
}

const what = option('--child');
if (what !== undefined) {
  await asChild(what);
} else {
  const text = report();
  process.stdout.write(text);
  if (process.argv.includes('--write')) {
    const kept = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
    const at = kept.indexOf(HEADING);
    // The tables of the other benchmarks stand around it.
    const end = at < 0 ? -1 : kept.indexOf('\n## ', at + 1);
    const before = at < 0 ? `${kept.trimEnd()}\n\n` : kept.slice(0, at);
    writeFileSync(RESULTS, before + text + (end < 0 ? '' : kept.slice(end)));
  }
}
