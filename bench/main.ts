import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeText } from '../test/kit/document.js';
import { KIT_EDITIONS } from '../test/kit/styles.js';
import { growthTable } from './growth.js';
import { type Document, roomTable } from './rooms.js';

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
const report = [
  '# Benchmark',
  '',
  `Node ${process.version}, ${cores} cores, ${cpus()[0]?.model ?? 'unknown processor'}.`,
  'Medians after warm-up; differences under 20 % are noise.',
  '',
  '## One document, by room',
  '',
  roomTable([...samples(), ...invented()]),
  '',
  '## Many documents: `mingzhang check FOLDER --json`',
  '',
  growthTable(most, cores > 1 ? [1, Math.min(cores, 2)] : [1]),
  '',
].join('\n');

process.stdout.write(report);
if (process.argv.includes('--write')) writeFileSync(join(root, 'bench/results.md'), report);
