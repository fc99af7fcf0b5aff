import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../src/cells/limits.js';
import { Pool } from '../src/threads/pool.js';

interface HostileJob {
  readonly name: string;
  readonly text?: string;
  readonly pages?: number;
  readonly ms?: number;
}

const program = new URL('./house/hostile-worker.mjs', import.meta.url);
let pool: Pool<HostileJob, string> | null = null;
afterEach(() => pool?.close());

function poolWith(limits: Partial<Limits>, onPages: (pages: number) => void = () => {}) {
  const all = { ...DEFAULT_LIMITS, ...limits };
  pool = new Pool({ program, data: null, threads: 1, limits: all, onPages });
  return pool;
}

/** The next document on the same, only thread place is read as if nothing had been. */
async function goesOn(): Promise<void> {
  expect(await pool!.run({ name: 'echo', text: 'next' })).toBe('next');
}

describe('one job costs itself, never the next', () => {
  it('that never ends: time-out with the budget', async () => {
    const lost = poolWith({ seconds: 1, secondsPerScannedPage: 1 }).run({ name: 'hang' });
    await expect(lost).rejects.toMatchObject({ failure: { code: 'time-out', detail: '1' } });
    await goesOn();
  });

  it('that hangs after two pages: time-out names the third', async () => {
    const lost = poolWith({ seconds: 1, secondsPerScannedPage: 1 }).run({ name: 'hungOnThird' });
    await expect(lost).rejects.toMatchObject({ failure: { code: 'time-out', page: 3 } });
    await goesOn();
  });

  it('that eats all memory: out-of-memory', async () => {
    const lost = poolWith({ memoryMebibytes: 32 }).run({ name: 'devour' });
    await expect(lost).rejects.toMatchObject({
      failure: { code: 'out-of-memory', detail: '32' },
    });
    await goesOn();
  });

  it('that crashes or ends the thread: what happened, as a fault', async () => {
    await expect(poolWith({}).run({ name: 'crash' })).rejects.toThrow('a parser broke');
    await goesOn();
    await expect(pool!.run({ name: 'leave' })).rejects.toThrow('(7)');
    await goesOn();
  });

  it('others wait for no one: they are done in turn', async () => {
    poolWith({ seconds: 1, secondsPerScannedPage: 1 });
    const all = await Promise.allSettled([
      pool!.run({ name: 'echo', text: 'a' }),
      pool!.run({ name: 'hang' }),
      pool!.run({ name: 'echo', text: 'b' }),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('a thread', () => {
  it('has time for every page that it reads', async () => {
    let pages = 0;
    poolWith({ seconds: 1, secondsPerScannedPage: 1 }, (more) => {
      pages += more;
    });
    const done = await pool!.run({ name: 'pageByPage', pages: 4, ms: 500 });
    expect([done, pages]).toEqual(['all read', 4]);
  });

  it('shows life by pages that it reads again', async () => {
    const limits = poolWith({ seconds: 1, secondsPerScannedPage: 1 });
    expect(await limits.run({ name: 'pagesTwice', pages: 4, ms: 500 })).toBe('all read');
  });

  it('prints nothing into the output', async () => {
    expect(await poolWith({}).run({ name: 'chatter' })).toBe('quiet');
  });
});
