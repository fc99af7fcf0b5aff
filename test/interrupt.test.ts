import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { workFolder } from './house/command.js';
import { ROOT } from './house/source-files.js';
import { composeText } from './kit/document.js';

const folder = workFolder();
afterAll(folder.remove);

/** Starts a check of many documents and interrupts it as soon as the first result is there. */
function interrupted(signal: NodeJS.Signals) {
  const args = ['check', 'many', '--json', '--feedback', 'forms', '--xlsx', 'all.xlsx'];
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout === '') child.kill(signal);
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise<{ readonly ended: string | null; readonly out: string; readonly err: string }>(
    (resolve) => child.on('close', (_, ended) => resolve({ ended, out: stdout, err: stderr })),
  );
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves nothing half done', async (signal) => {
  const { text } = composeText({ seed: 31, edition: 'shanxi', dialect: 'tab' });
  mkdirSync(join(folder.path, 'many'), { recursive: true });
  for (let n = 0; n < 200; n += 1) {
    writeFileSync(join(folder.path, 'many', `${n}.txt`), `${text}\n${n}`);
  }
  const { ended, out, err } = await interrupted(signal);
  expect(ended).toBe(signal);
  const lines = out.split('\n').filter((line) => line !== '');
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ schema: 'mingzhang/check@1' });
  expect(lines.length).toBeLessThan(200);
  expect(err).toMatch(/已中断：写出了 \d+\/200 份的结果，没有汇总\n$/);
  expect(err).not.toContain('\u001b');
  const left = readdirSync(folder.path, { recursive: true }).map(String);
  expect(left.filter((name) => name.endsWith('.part') || name === 'all.xlsx')).toEqual([]);
});
