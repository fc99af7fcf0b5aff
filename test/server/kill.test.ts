import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { Caller } from '../../src/server/caller.js';
import { csrfOf, hashOf, newSecret } from '../../src/server/secrets.js';
import { giveBatch } from '../../src/server/services/batches.js';
import * as audit from '../../src/store/audit.js';
import * as batches from '../../src/store/batches.js';
import * as jobs from '../../src/store/jobs.js';
import type { Store, Target } from '../../src/store/open.js';
import { openStore } from '../../src/store/open.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import * as sessions from '../../src/store/sessions.js';
import * as users from '../../src/store/users.js';
import * as versions from '../../src/store/versions.js';
import { ROOT } from '../house/source-files.js';
import { ENGINE_NAMES, startEngine } from '../store/engines.js';
import { formOf } from './installation.js';

const NAME = '示例县政务服务中心';
const DOCUMENT = readFileSync(`examples/${NAME}-2023.txt`, 'utf8');
const UNITS = 24;

/** A bureau, its units, and the secret of somebody who is signed in. */
async function prepared(
  store: Store,
): Promise<{ readonly session: string; readonly user: string }> {
  const session = newSecret('mzw_');
  const user = await store.write('test', async (task) => {
    await regions.put(task, { code: '99', name: '示例县', parent: null });
    const about = { region: '99', initials: 'x', parent: null };
    const bureau = await organisations.add(task, { ...about, level: 'bureau', name: '财政局' });
    for (let n = 0; n < UNITS; n += 1) {
      await organisations.add(task, { ...about, level: 'department', name: nameOf(n) });
    }
    const id = await users.add(task, { login: 'bureau', name: '局' });
    await users.grant(task, id, { organisation: bureau, role: 'bureau' });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    await sessions.begin(task, { tokenHash: hashOf(session), userId: id, agent: 't', expiresAt });
    return id;
  });
  return { session, user };
}

function nameOf(n: number): string {
  return `示例县第${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'东南西北'[Math.trunc(n / 10)]}局`;
}

/** The program as people start it; killed when the test ends, if not before. */
class Program {
  readonly address: Promise<string>;
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(args: readonly string[]) {
    const main = join(ROOT, 'dist/cli/main.js');
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    const child = spawn(process.execPath, [main, ...args, '--lang', 'en'], { cwd: ROOT, stdio });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('close', resolve));
    this.address = new Promise((resolve, reject) => {
      let said = '';
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, address] = /portal: (\S+)/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
      child.once('close', () => reject(new Error(`ended: ${said}`)));
    });
    this.address.catch(() => {});
    onTestFinished(async () => {
      await this.kill('SIGKILL');
    });
  }

  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
    this.child.kill(signal);
    return this.ended;
  }
}

describe.each(ENGINE_NAMES)('kill -9 of the server in the middle of an import, %s', (name) => {
  it('loses nothing that was acknowledged, doubles nothing, leaves nothing half', async () => {
    const engine = await startEngine(name);
    onTestFinished(() => engine.stop());
    const target: Target = await engine.target();
    const store = await openStore(target);
    const { session, user } = await prepared(store);
    await store.close();
    const place = 'data' in target ? ['--data', target.data] : ['--database', target.database];
    const serve = () => new Program(['serve', ...place, '--port', '0']);
    const headers = { cookie: `session=${session}`, accept: 'text/html' };

    const upload = async (address: string, some: readonly number[]) => {
      const files = some.map((n) => {
        return { name: `${n}.txt`, bytes: DOCUMENT.replaceAll(NAME, nameOf(n)) };
      });
      const form = formOf({ csrf: csrfOf(session), year: '' }, files);
      return fetch(`${address}/workbench/upload`, {
        ...{ method: 'POST', body: form.payload, redirect: 'manual' },
        headers: { ...headers, ...form.headers, origin: address },
      });
    };
    const done = async (address: string, path: string) => {
      const page = await (await fetch(address + path, { headers })).text();
      return Number(/已处理 (\d+) \//.exec(page)?.[1] ?? -1);
    };
    /** Waits until so many files are done; a lease that ran out is not waited for. */
    const until = async (address: string, path: string, wanted: number) => {
      await expect
        .poll(() => done(address, path), { timeout: 100_000, interval: 100 })
        .toBeGreaterThanOrEqual(wanted);
    };

    let program = serve();
    let address = await program.address;
    const all = Array.from({ length: UNITS }, (_, n) => n);
    const answer = await upload(address, all);
    expect(answer.status).toBe(303);
    const path = answer.headers.get('location')!;
    for (const wanted of [2, UNITS / 2]) {
      await until(address, path, wanted);
      await program.kill('SIGKILL');
      if (name === 'server') await leasesRunOut(target);
      program = serve();
      address = await program.address;
    }
    await until(address, path, UNITS);
    // Killed while it takes the same files once more: they are all there afterwards, or none is.
    const lost = upload(address, all).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
    await program.kill('SIGKILL');
    const acknowledged = (await lost)?.status === 303;
    if (name === 'server') await leasesRunOut(target);
    program = serve();
    address = await program.address;
    await checked(target, name === 'server' ? null : program, { user, acknowledged });
    await program.kill('SIGTERM');
  }, 300_000);
});

describe.runIf(ENGINE_NAMES.includes('server'))('a process that only works', () => {
  it('does the jobs of a database, and another goes on where it was killed', async () => {
    const engine = await startEngine('server');
    onTestFinished(() => engine.stop());
    const target = await engine.target();
    const store = await openStore(target);
    const { user } = await prepared(store);
    const found = (await store.read((view) => users.byId(view, user)))!;
    const memberships = await store.read((view) => users.membershipsOf(view, user));
    const caller: Caller = {
      ...{ kind: 'session', actor: `user:${user}`, user: found, memberships },
      ...{ scopes: null, session: null },
    };
    const files = Array.from({ length: 12 }, (_, n) => {
      const bytes = new TextEncoder().encode(DOCUMENT.replaceAll(NAME, nameOf(n)));
      return { name: `${n}.txt`, mediaType: 'text/plain', bytes };
    });
    const batch = await giveBatch(store, caller, { files, year: null }, DEFAULT_LIMITS);
    const done = async () => {
      const all = await store.read((view) => jobs.ofBatch(view, batch));
      return all.filter(({ state }) => state === 'done').length;
    };
    const work = () =>
      new Program(['work', '--database', 'database' in target ? target.database : '']);
    const first = work();
    await expect.poll(done, { timeout: 60_000, interval: 50 }).toBeGreaterThan(1);
    await first.kill('SIGKILL');
    await store.write('test', (task) => jobs.endLeases(task));
    const second = work();
    await expect.poll(done, { timeout: 60_000, interval: 50 }).toBe(12);
    await second.kill('SIGTERM');
    const kept = await store.read((view) => view.db.selectFrom('versions').select('id').execute());
    expect(kept.length).toBe(12);
    await store.close();
  }, 200_000);
});

async function leasesRunOut(target: Target): Promise<void> {
  const store = await openStore(target);
  await store.write('test', (task) => jobs.endLeases(task));
  await store.close();
}

/** Everything that was given is there once and whole. An embedded store is looked at alone. */
async function checked(
  target: Target,
  alone: Program | null,
  { user, acknowledged }: { readonly user: string; readonly acknowledged: boolean },
): Promise<void> {
  await alone?.kill('SIGTERM');
  const store = await openStore(target);
  const part = { limit: 9 };
  const page = await store.read((view) => batches.ofCreator(view, `user:${user}`, part));
  const own = page.items;
  expect(own.length).toBeGreaterThanOrEqual(acknowledged ? 2 : 1);
  for (const { id } of own) {
    const all = await store.read((view) => jobs.ofBatch(view, id));
    expect(all.length).toBe(UNITS);
  }
  const first = await store.read((view) => jobs.ofBatch(view, own.at(-1)!.id));
  expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['done']));
  await store.read(async (view) => {
    const filed = await view.db.selectFrom('filings').select('latest').execute();
    expect(filed.map(({ latest }) => latest)).toEqual(filed.map(() => 1));
    const kept = await view.db.selectFrom('versions').select('id').execute();
    expect([filed.length, kept.length]).toEqual([UNITS, UNITS]);
    for (const { id } of kept) expect(await versions.isIntact(view, id)).toBe(true);
    expect(await audit.verify(view)).toMatchObject({ whole: true });
  });
  await store.close();
}
