import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeText } from '../test/kit/document.js';
import { KIT_EDITIONS } from '../test/kit/styles.js';
import { aims } from './aims.js';
import { secondCore } from './cores.js';
import { growth, growthTable } from './growth.js';
import { type Document, measured, roomTable, warmUp } from './rooms.js';

/**
 * Time and memory of read and check: `npm run bench`, with --write to keep the table in
 * bench/results.md. No test: what it measures depends on the machine.
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

const most = process.argv.includes('--quick') ? [10, 100] : [10, 100, 1000];
const cores = availableParallelism();
const load = loadavg()[0] ?? 0;
const sources = [...samples(), ...invented()];
warmUp(sources);
const documents = sources.map(measured);
const coresBefore = secondCore();
const runs = growth(most, cores > 1 ? [1, Math.min(cores, 2)] : [1]);
const report = [
  '# Benchmark',
  '',
  `Node ${process.version}, ${cores} cores, ${cpus()[0]?.model ?? 'unknown processor'}.`,
  `Load average before the run: ${load.toFixed(2)}. Where other programs have the cores, wall`,
  'times are longer and a second job gains nothing. Medians after warm-up; differences under 20 %',
  'are noise.',
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
  'The start of the program and the warming up of each thread are in these times; a few documents',
  'are read on the main thread, whatever --jobs says.',
  '',
  growthTable(runs),
  '',
].join('\n');

process.stdout.write(report);
if (process.argv.includes('--write')) writeFileSync(join(root, 'bench/results.md'), report);
