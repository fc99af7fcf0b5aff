import { spawnSync } from 'node:child_process';

/** One thread spins, then two; says how many times as much two get done in the same time. */
const SPIN = `import { Worker } from 'node:worker_threads';
const loop = 'let x = 0; for (let i = 0; i < 8e8; i += 1) x = (x * 31 + i) | 0;';
const time = async (threads) => {
  const start = performance.now();
  const ends = Array.from({ length: threads }, () => {
    const worker = new Worker(loop, { eval: true });
    return new Promise((resolve) => worker.on('exit', resolve));
  });
  await Promise.all(ends);
  return performance.now() - start;
};
process.stdout.write(String((2 * (await time(1))) / (await time(2))));`;

/** What a second thread is worth on this machine just now: 2 when idle, 1 when others use it. */
export function secondCore(): number {
  const args = ['--input-type=module', '--eval', SPIN];
  return Number(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout);
}
