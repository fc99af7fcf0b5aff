import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mingzhang-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const claims = () => readdirSync(directory);

/** Leaves a claim as another process would, this one's but for what is given. */
async function claimOf(different: object): Promise<string> {
  const lock = await lockDirectory(directory);
  const own = readFileSync(join(directory, claims()[0]!), 'utf8');
  await lock.release();
  const path = join(directory, 'lock.other.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(own) as object), ...different }));
  return path;
}

/** The pid of a process that is no more. */
const gone = () => spawnSync(process.execPath, ['-e', '']).pid;

test('a second one is refused and told who has it; afterwards it is free', async () => {
  const lock = await lockDirectory(directory);
  const refused = lockDirectory(directory);
  await expect(refused).rejects.toMatchObject({ code: 'in-use' });
  await expect(refused).rejects.toThrow(`pid ${process.pid}`);
  await expect(refused).rejects.toMatchObject({
    wording: { zh: expect.stringMatching(/另一个进程/) },
  });
  await lock.release();
  expect(claims()).toEqual([]);
  await (await lockDirectory(directory)).release();
});

test('of many who come at once never more than one has it', async () => {
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => lockDirectory(directory)));
  const held = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(held.length).toBeLessThanOrEqual(1);
  expect(claims()).toHaveLength(held.length);
  await Promise.all(held.map((lock) => lock.release()));
});

test('what a dead process left is taken over', async () => {
  await claimOf({ pid: gone() });
  const lock = await lockDirectory(directory);
  expect(claims()).toHaveLength(1);
  await lock.release();
});

test('a pid that belongs to another process by now is a dead one', async () => {
  await claimOf({ pid: process.ppid, started: '1' });
  await (await lockDirectory(directory)).release();
});

test('of another host or container only the heartbeat tells', async () => {
  const path = await claimOf({ host: 'elsewhere', pid: gone() });
  const beating = setInterval(() => utimesSync(path, new Date(), new Date()), 50);
  await expect(lockDirectory(directory, 2_000)).rejects.toThrow('elsewhere');
  clearInterval(beating);
  await (await lockDirectory(directory, 500)).release();
});

test('a claim that nobody can read is not overridden', async () => {
  writeFileSync(join(directory, 'lock.torn.json'), '{');
  await expect(lockDirectory(directory)).rejects.toThrow('lock.torn.json');
});

test('the holder is heard while it is busy', async () => {
  const lock = await lockDirectory(directory);
  const path = join(directory, claims()[0]!);
  utimesSync(path, 0, 0);
  const busy = spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 2500)']);
  expect(busy.status).toBe(0);
  const { mtimeMs } = await import('node:fs').then(({ statSync }) => statSync(path));
  expect(mtimeMs).toBeGreaterThan(0);
  await lock.release();
});
