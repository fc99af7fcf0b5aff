import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../src/store/open.js';
import { startPostgres } from '../test/kit/postgres.js';
import { Client, spread } from './http-client.js';
import { load } from './load.js';
import { ms, table } from './measure.js';
import { prepare, type ServerData } from './server-data.js';
import { startServer } from './server-process.js';

/**
 * The server over 100,000 unit-years on either engine, over HTTP:
 * `npm run build && npx tsx bench/server.ts [embedded|server]`, with `--years 1000` for fewer,
 * `--seconds 10` for a shorter load, `--quick` for neither searches nor lists.
 */
const option = (name: string, otherwise: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1]! : otherwise;
const YEARS = Number(option('--years', '100000'));
const SECONDS = Number(option('--seconds', '60'));
const REAL = 40;
const RUNS = 60;

/** Addresses by what they show; `n` makes each run ask for another unit. */
function pages({ units }: ServerData): Readonly<Record<string, (n: number) => string>> {
  const unit = (n: number) => units[n % units.length]!;
  return {
    'first page': () => '/',
    'an account': (n) => `/u/${unit(n)}/2023`,
    'the same account': () => `/u/${unit(0)}/2023`,
    'a number': (n) => `/u/${unit(n)}/2023/n/expenditure/total/basic`,
    'a comparison of six': (n) =>
      `/compare?${[0, 1, 2, 3, 4, 5].map((more) => `unit=${unit(n + more)}`).join('&')}`,
    'units of a region': (n) => `/r/${200_000 + (n % 400)}?year=2023`,
    'deadlines, everywhere': () => '/deadline?year=2023',
    'search: common (医院)': () => '/search?q=%E5%8C%BB%E9%99%A2',
    'search: another each time': (n) => `/search?q=${encodeURIComponent(`第${n * 37}分`)}`,
    'search: initials': (n) => `/search?q=${'abcdefgh'[n % 8]}${'jklmn'[n % 5]}c`,
    'a rule': () => '/rules/income.total-equals-summary',
    'API: accounts of a year': () => '/api/v1/public/accounts?year=2020&limit=50',
    'API: an account': (n) => `/api/v1/public/accounts/${unit(n)}/2023`,
  };
}

async function times(client: Client, data: ServerData): Promise<string> {
  const rows: string[][] = [];
  for (const [name, path] of Object.entries(pages(data))) {
    const taken: number[] = [];
    let bytes = 0;
    const [first] = [await client.ask(path(0))];
    for (let n = 0; n < RUNS; n += 1) {
      const answer = await client.ask(path(n));
      if (answer.status !== 200) throw new Error(`${path(n)}: ${answer.status}`);
      taken.push(answer.ms);
      bytes = answer.body.length;
    }
    const [p50, p95, p99] = spread(taken).map(ms);
    rows.push([name, ms(first.ms), p50!, p95!, p99!, ms(bytes / 1000)]);
  }
  return table(['page', 'first ms', 'p50 ms', 'p95', 'p99', 'KB'], rows);
}

async function measured(name: string, target: Target): Promise<void> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const data = await prepare(target, YEARS, REAL);
  const server = await startServer(target);
  const client = new Client(server.address, 64);
  const before = await server.memory();
  say(`\n### ${name}: ${YEARS} unit-years, ${REAL} of them whole accounts\n`);
  say(await times(client, data));
  const after = await server.memory();
  say(`\nMemory: ${ms(before.now)} MB when started, ${ms(after.now)} MB after these.`);
  if (SECONDS > 0) {
    const done = await load(client, data, { seconds: SECONDS, readers: 50, uploaders: 10 });
    const [r50, r95, r99, rMost] = spread(done.reads).map(ms);
    const [u50, u95, u99, uMost] = spread(done.uploads).map(ms);
    say(`\n50 readers and 10 uploaders for ${SECONDS} s:\n`);
    say(
      table(
        ['what', 'answers', 'a second', 'p50 ms', 'p95', 'p99', 'longest'],
        [
          ['pages read', `${done.reads.length}`, ms(done.reads.length / SECONDS)].concat(
            ...[r50!, r95!, r99!, rMost!],
          ),
          [
            'documents uploaded',
            `${done.uploads.length}`,
            ms(done.uploads.length / SECONDS),
          ].concat(...[u50!, u95!, u99!, uMost!]),
        ],
      ),
    );
    const loaded = await server.memory();
    say(`\nWrong answers: ${done.wrong.length}. Acknowledged uploads lost: ${done.lost.length}.`);
    say(`Memory: ${ms(loaded.now)} MB at the end, ${ms(loaded.most)} MB at most.`);
    for (const fault of [...done.wrong, ...done.lost].slice(0, 5)) say(`- ${fault}`);
  }
  client.close();
  await server.stop();
}

if (!process.argv.includes('server')) {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  await measured('PGlite', { data: join(folder, 'data') });
  rmSync(folder, { recursive: true, force: true });
}
if (!process.argv.includes('embedded')) {
  const postgres = await startPostgres();
  await measured('PostgreSQL', { database: await postgres.database(), connections: 10 });
  await postgres.stop();
}
