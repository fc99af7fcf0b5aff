import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeText } from '../test/kit/document.js';
import { KIT_EDITIONS } from '../test/kit/styles.js';
import { ms, table } from './measure.js';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Says the peak memory and processor time of the process, threads included, when it ends. */
const PROBE = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('\\npeak ' + maxRSS + ' took ' + (userCPUTime + systemCPUTime) + '\\n');
});`;

interface Measures {
  readonly seconds: number;
  /** Of all threads, those that compile and collect garbage included. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

/** One run of the program over so many documents. */
export interface Run extends Measures {
  readonly documents: number;
  readonly jobs: number;
  readonly megabytes: number;
}

/** Wall time and peak memory of `check --json` over more and more invented documents. */
export function growth(counts: readonly number[], jobs: readonly number[]): readonly Run[] {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  try {
    return counts.flatMap((documents) => {
      const path = join(folder, String(documents));
      const megabytes = writeDocuments(path, documents) / 1024 / 1024;
      return jobs.map((job) => ({ documents, jobs: job, megabytes, ...check(path, job) }));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function growthTable(runs: readonly Run[]): string {
  const rows = runs.map((run) => [
    `${run.documents} documents, --jobs ${run.jobs}`,
    run.megabytes.toFixed(1),
    run.seconds.toFixed(2),
    run.processorSeconds.toFixed(2),
    ms((1000 * run.seconds) / run.documents),
    run.peakMegabytes.toFixed(0),
  ]);
  return table(['run', 'MB', 'seconds', 'processor s', 'ms each', 'peak MB'], rows);
}

/** Different units, editions and amounts: no two documents are alike. */
function writeDocuments(path: string, count: number): number {
  mkdirSync(path);
  let bytes = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const edition = KIT_EDITIONS[seed % KIT_EDITIONS.length]!;
    const { text } = composeText({ seed, edition, dialect: seed % 5 === 0 ? 'raw' : 'tab' });
    const content = Buffer.from(text);
    bytes += content.length;
    writeFileSync(join(path, `${String(seed).padStart(5, '0')}.txt`), content);
  }
  return bytes;
}

function check(path: string, jobs: number): Measures {
  const probe = `data:text/javascript,${encodeURIComponent(PROBE)}`;
  const args = ['--import', probe, MAIN, 'check', path, '--json', '--jobs', String(jobs)];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1 && status !== 3) throw new Error(`status ${status}\n${stderr}`);
  const [, peak = '0', took = '0'] = /peak (\d+) took (\d+)/.exec(stderr) ?? [];
  return {
    seconds,
    processorSeconds: Number.parseInt(took, 10) / 1e6,
    peakMegabytes: Number.parseInt(peak, 10) / 1024,
  };
}
