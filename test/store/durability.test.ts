import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Target } from '../../src/store/open.js';
import * as users from '../../src/store/users.js';
import { ROOT } from '../house/source-files.js';
import { ENGINE_NAMES, startEngine } from './engines.js';

interface Found {
  readonly kept: readonly string[];
  readonly broken: readonly string[];
  readonly trail: boolean;
  readonly added: number;
  readonly latest: number;
}

interface Life {
  /** Null where it was killed before it could look. */
  readonly found: Found | null;
  readonly acknowledged: readonly string[];
}

/** Kills a child that imports, so long after it has said so many lines; none: after its start. */
function livesUntilKilled(target: Target, lines: number, after: number): Promise<Life> {
  const script = join(ROOT, 'test/store/import-child.ts');
  const args = ['--import', 'tsx', script, JSON.stringify(target)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let doomed = false;
  const doom = () => {
    if (doomed || text.split('\n').length <= lines) return;
    doomed = true;
    setTimeout(() => child.kill('SIGKILL'), after);
  };
  doom();
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    doom();
  });
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the child ended by itself: ${text}`));
      // The last line may be cut off: then nobody was told.
      const said = text.split('\n').slice(0, -1);
      const [found = null, ...rest] = said.map((line) => JSON.parse(line) as object);
      const acknowledged = rest.map((each) => (each as { acknowledged: string }).acknowledged);
      resolve({ found: found as Found | null, acknowledged });
    });
  });
}

describe.each(ENGINE_NAMES)('kill -9 in the middle of imports, %s', (name) => {
  it('loses nothing that was acknowledged and leaves nothing half', async () => {
    const engine = await startEngine(name);
    onTestFinished(() => engine.stop());
    const target = await engine.target();
    const told: string[] = [];
    const lives = name === 'embedded' ? 11 : 4;
    for (let life = 0; life < lives; life += 1) {
      // The last one only looks. The others are killed while the first or a later import runs.
      const after = life === lives - 1 ? 0 : Math.random() * 400;
      const { found, acknowledged } = await livesUntilKilled(target, 1 + (life % 4), after);
      expect(found).toMatchObject({ broken: [], trail: true });
      expect(told.filter((id) => !found!.kept.includes(id))).toEqual([]);
      // Each version has its row in the trail and its number, and there is no number without one.
      expect([found!.added, found!.latest]).toEqual([found!.kept.length, found!.kept.length]);
      told.push(...acknowledged);
    }
    expect(told.length).toBeGreaterThanOrEqual(lives);
  }, 600_000);
});

describe('kill -9 while the database is being made', () => {
  it('leaves a directory that opens', async () => {
    const data = mkdtempSync(join(tmpdir(), 'mingzhang-killed-'));
    for (const after of [1500, 3000, 4500]) await livesUntilKilled({ data }, 0, after);
    const store = await openStore({ data });
    expect(await store.read((view) => users.count(view))).toBe(0);
    await store.close();
    expect(readdirSync(data)).toEqual(['database']);
    rmSync(data, { recursive: true, force: true });
  }, 300_000);
});
