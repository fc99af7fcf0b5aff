import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeText } from '../test/kit/document.js';
import { KIT_EDITIONS } from '../test/kit/styles.js';
import { ms, table } from './measure.js';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Says the peak memory of the process, threads included, when its main thread ends. */
const PROBE = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n');
});`;

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Wall time and peak memory of `check --json` over more and more invented documents. */
export function growthTable(counts: readonly number[], jobs: readonly number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  try {
    const rows = counts.flatMap((count) => {
      const documents = writeDocuments(join(folder, String(count)), count);
      return jobs.map((job) => {
        const run = check(documents.path, job);
        return [
          `${count} documents, ${job} ${job === 1 ? 'core' : 'cores'}`,
          (documents.bytes / 1024 / 1024).toFixed(1),
          run.seconds.toFixed(2),
          ms((1000 * run.seconds) / count),
          run.peakMegabytes.toFixed(0),
        ];
      });
    });
    return table(['run', 'MB', 'seconds', 'ms each', 'peak MB'], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Different units, editions and amounts: no two documents are alike. */
function writeDocuments(path: string, count: number): { path: string; bytes: number } {
  mkdirSync(path);
  let bytes = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const edition = KIT_EDITIONS[seed % KIT_EDITIONS.length]!;
    const { text } = composeText({ seed, edition, dialect: seed % 5 === 0 ? 'raw' : 'tab' });
    const content = Buffer.from(text);
    bytes += content.length;
    writeFileSync(join(path, `${String(seed).padStart(5, '0')}.txt`), content);
  }
  return { path, bytes };
}

function check(path: string, jobs: number): Run {
  const probe = `data:text/javascript,${encodeURIComponent(PROBE)}`;
  const args = ['--import', probe, MAIN, 'check', path, '--json', '--jobs', String(jobs)];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1 && status !== 3) throw new Error(`status ${status}\n${stderr}`);
  const peak = /peak (\d+)/.exec(stderr)?.[1] ?? '0';
  return { seconds, peakMegabytes: Number.parseInt(peak, 10) / 1024 };
}
