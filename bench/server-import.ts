import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csrfOf, hashOf, newSecret } from '../src/server/secrets.js';
import { openStore, type Target } from '../src/store/open.js';
import * as organisations from '../src/store/organisations.js';
import * as regions from '../src/store/regions.js';
import * as sessions from '../src/store/sessions.js';
import * as users from '../src/store/users.js';
import { composeText } from '../test/kit/document.js';
import { startPostgres } from '../test/kit/postgres.js';
import { KIT_EDITIONS } from '../test/kit/styles.js';
import { formOf } from '../test/server/installation.js';
import { table } from './measure.js';

/**
 * A bureau uploads the documents of 1,000 units to the built server, 250 at a time, over HTTP:
 * `npm run build && npx tsx bench/server-import.ts [embedded|server]`, `--filings 100` for fewer.
 * Until it answers nothing counts as given; then jobs read, check and keep them.
 */
const option = (name: string, otherwise: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1]! : otherwise;
const FILINGS = Number(option('--filings', '1000'));
const AT_ONCE = 250;

const DIGITS = '甲乙丙丁戊己庚辛壬癸';
const nameOf = (n: number) =>
  `示例县第${[...String(n).padStart(4, '0')].map((digit) => DIGITS[Number(digit)]).join('')}局`;

function documentOf(n: number): { readonly name: string; readonly bytes: string } {
  const edition = KIT_EDITIONS[n % KIT_EDITIONS.length]!;
  const { text } = composeText({ seed: n, edition, dialect: 'tab', unit: nameOf(n) });
  return { name: `${n}.txt`, bytes: text };
}

/** A bureau and its units, and the session of somebody of it. */
async function prepare(target: Target): Promise<string> {
  const store = await openStore(target);
  const session = newSecret('mzw_');
  await store.write('bench', async (task) => {
    await regions.put(task, { code: '99', name: '示例县', parent: null });
    const about = { region: '99', initials: 'slx', parent: null } as const;
    const bureau = await organisations.add(task, { ...about, level: 'bureau', name: '财政局' });
    for (let n = 0; n < FILINGS; n += 1) {
      await organisations.add(task, { ...about, level: 'department', name: nameOf(n) });
    }
    const userId = await users.add(task, { login: 'bureau', name: '局' });
    await users.grant(task, userId, { organisation: bureau, role: 'bureau' });
    const expiresAt = new Date(Date.now() + 12 * 3_600_000).toISOString();
    const tokenHash = hashOf(session);
    await sessions.begin(task, { tokenHash, userId, agent: 'bench', expiresAt });
  });
  await store.close();
  return session;
}

/** The most memory that a process ever had, in MB, as Linux counts it. */
function peakOf(pid: number): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Math.round(Number(kilobytes) / 1024);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Measured {
  readonly acknowledged: readonly number[];
  readonly seconds: number;
  readonly peak: number;
  readonly failed: number;
  /** Milliseconds that the list of uploads took while work went on. */
  readonly pages: readonly number[];
}

async function measure(target: Target): Promise<Measured> {
  const session = await prepare(target);
  const place = 'data' in target ? ['--data', target.data] : ['--database', target.database];
  const args = ['dist/cli/main.js', 'serve', ...place, '--port', '0', '--lang', 'en'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await new Promise<string>((resolve) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [, found] = /serving at (\S+)/.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const headers = { cookie: `session=${session}`, accept: 'text/html' };
  const begun = performance.now();
  const [acknowledged, places, pages]: [number[], string[], number[]] = [[], [], []];
  for (let from = 0; from < FILINGS; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, FILINGS - from) }, (_, n) => from + n);
    const form = formOf({ csrf: csrfOf(session), year: '' }, some.map(documentOf));
    const sent = performance.now();
    const answer = await fetch(`${address}/workbench/upload`, {
      ...{ method: 'POST', body: form.payload, redirect: 'manual' },
      headers: { ...headers, ...form.headers, origin: address },
    });
    if (answer.status !== 303) throw new Error(await answer.text());
    acknowledged.push(performance.now() - sent);
    places.push(answer.headers.get('location')!);
  }
  let failed = 0;
  for (const path of places) {
    for (;;) {
      const asked = performance.now();
      const answer = await fetch(address + path, { headers });
      const page = await answer.text();
      pages.push(performance.now() - asked);
      failed += answer.headers.has('refresh') ? 0 : (page.match(/没有收下<\/span>/g)?.length ?? 0);
      if (!answer.headers.has('refresh')) break;
      await wait(1000);
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  const peak = peakOf(server.pid!);
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('close', resolve));
  return { acknowledged, seconds, peak, failed, pages };
}

const [engine = 'both'] = process.argv.slice(2).filter((each) => !/^(--|\d)/.test(each));
const rows: string[][] = [];
const add = async (name: string, target: Target) => {
  const { acknowledged, seconds, peak, failed, pages } = await measure(target);
  const sorted = [...pages].sort((a, b) => a - b);
  rows.push([
    name,
    `${Math.round(Math.max(...acknowledged))} ms`,
    `${seconds.toFixed(0)} s`,
    `${((seconds * 1000) / FILINGS).toFixed(0)} ms`,
    `${Math.round(sorted[Math.floor(sorted.length / 2)]!)} / ${Math.round(sorted.at(-1)!)} ms`,
    `${peak} MB`,
    `${failed}`,
  ]);
};
if (engine !== 'server') {
  const data = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  await add('embedded', { data });
  rmSync(data, { recursive: true, force: true });
}
if (engine !== 'embedded') {
  const postgres = await startPostgres();
  await add('PostgreSQL', { database: await postgres.database() });
  await postgres.stop();
}
const head = [`${FILINGS} filings`, 'upload of 250 answered', 'all done', 'each', 'page p50 / max'];
process.stdout.write(`${table([...head, 'memory', 'not taken'], rows)}\n`);
