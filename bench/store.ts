import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, restore } from '../src/store/backup.js';
import * as facts from '../src/store/facts.js';
import { openStore, type Store, type Target } from '../src/store/open.js';
import * as organisations from '../src/store/organisations.js';
import type { View } from '../src/store/task.js';
import * as unitYears from '../src/store/unit-years.js';
import * as versions from '../src/store/versions.js';
import { startPostgres } from '../test/kit/postgres.js';
import { someBytes, someVersion } from '../test/store/cases.js';
import { fill, publish } from './filled-store.js';
import { ms, table } from './measure.js';

/**
 * The store with 100,000 unit-years on either engine: `npx tsx bench/store.ts [embedded|server]`,
 * with `--years 1000` for fewer. Searches, an import, a backup; times are what one caller waits.
 */
const option = (name: string, otherwise: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1]! : otherwise;
const YEARS = Number(option('--years', '100000'));
const UNITS = Math.ceil(YEARS / 10);
const IMPORTS = 200;

const SEARCHES: Readonly<Record<string, Partial<unitYears.UnitYearFilter>>> = {
  'first page, everything': {},
  'one year': { fiscalYear: 2020 },
  'one region, one year': { region: '200123', fiscalYear: 2020 },
  'a sector': { sector: '卫生' },
  'name part, common (医院)': { text: '医院' },
  'name part, rare (第77分)': { text: '第77分' },
  'one character (县, none)': { text: '县' },
  'initials (abc)': { text: 'abc' },
  'two words and a year': { text: '大同 教育', fiscalYear: 2021 },
  'nothing found': { text: '没有这个单位' },
};

async function times(store: Store, runs: number, work: (view: View) => Promise<unknown>) {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await store.read(work);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => ms(taken[Math.min(runs - 1, Math.floor(runs * share))]!);
  return [at(0.5), at(0.95), at(0.99)];
}

async function searches(store: Store): Promise<string> {
  const rows: string[][] = [];
  for (const [name, filter] of Object.entries(SEARCHES)) {
    const asked = { published: true, ...filter };
    const first = await times(store, 40, (view) => unitYears.search(view, asked));
    const [count] = await times(store, 5, (view) => unitYears.count(view, asked));
    const found = await store.read((view) => unitYears.count(view, asked));
    rows.push([name, `${found}`, ...first, count!]);
  }
  let after: string | undefined;
  const walk = await times(store, 40, async (view) => {
    const filter = { published: true, ...(after === undefined ? {} : { after }) };
    after = (await unitYears.search(view, filter)).next ?? undefined;
  });
  rows.push(['forty pages on, each after the last', '', ...walk, '']);
  const byName = await times(store, 40, (view) => organisations.search(view, { text: '医院 第7' }));
  rows.push(['units by name', '', ...byName, '']);
  return table(['search', 'found', 'p50 ms', 'p95', 'p99', 'count p50'], rows);
}

/** Imports as large as a department's: 500 facts, 40 findings, a document of 300 KB. */
async function imports(store: Store): Promise<readonly string[]> {
  const filing = await store.read((view) =>
    view.db.selectFrom('filings').select('id').orderBy('id').executeTakeFirstOrThrow(),
  );
  const fact = (line: number): facts.Fact => ({
    ...{ form: 'income', side: null, line: `${2_100_000 + line}`, item: '行政运行' },
    ...{ columnId: 'current-year', measure: 'reported', value: 3_238_410_540_000_000n },
    ...{ half: 0n, printed: '32384105.40', place: { page: 3, line, from: 8, to: 18 } },
  });
  const start = performance.now();
  let slowest = 0;
  for (let n = 0; n < IMPORTS; n += 1) {
    const began = performance.now();
    const bytes = someBytes(300_000, n + 1);
    const content = someVersion(filing.id, {
      reading: JSON.stringify({ text: '决算'.repeat(40_000) }),
      files: [{ role: 'document', name: '决算公开.docx', mediaType: 'application/zip', bytes }],
      facts: Array.from({ length: 500 }, (_, line) => fact(line)),
      findings: Array.from({ length: 40 }, (_, at) => ({
        ...{ id: `income.total ${at}`, rule: 'income.total', severity: 'error' as const },
        body: { message: '不一致，请核实', at },
      })),
    });
    await store.write('bench', (task) => versions.add(task, content));
    slowest = Math.max(slowest, performance.now() - began);
  }
  const each = (performance.now() - start) / IMPORTS;
  const ids = await store.read((view) => versions.ofFiling(view, filing.id));
  const of = ids.slice(0, 100).map(({ id }) => id);
  const concepts = [
    { form: 'income', line: '2100007', columnId: 'current-year', measure: 'reported' },
  ];
  const [compared] = await times(store, 20, (view) => facts.compare(view, of, concepts));
  return [ms(each), ms(slowest), compared!];
}

async function moved(store: Store, folder: string, target: Target): Promise<readonly string[]> {
  const file = join(folder, 'backup');
  let start = performance.now();
  await backup(store, file, new Date().toISOString());
  const out = performance.now() - start;
  start = performance.now();
  await restore(file, target);
  return [ms(out), ms(statSync(file).size / 1e6), ms(performance.now() - start)];
}

async function measured(name: string, targets: readonly [Target, Target]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  const start = performance.now();
  const store = await openStore(targets[0]);
  const opened = performance.now() - start;
  await fill(store, UNITS);
  const filled = performance.now() - start - opened;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(`\n### ${name}: ${UNITS} units, ${YEARS} unit-years\n`);
  say(`Opened in ${ms(opened)} ms, filled in ${ms(filled)} ms.\n`);
  const [each, slowest, compared] = await imports(store);
  say(
    `${IMPORTS} imports (500 facts, 40 findings, 300 KB): ${each} ms each, the slowest ${slowest};`,
  );
  say(`one figure of 100 versions: ${compared} ms.`);
  const [out, size, back] = await moved(store, folder, targets[1]);
  say(`Backup ${out} ms, ${size} MB; restore with all that is verified ${back} ms.`);
  await publish(store);
  say(`\n${await searches(store)}\n`);
  say(`Most memory of the process: ${ms(process.resourceUsage().maxRSS / 1024)} MB.`);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

if (!process.argv.includes('server')) {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  await measured('PGlite', [{ data: join(folder, 'one') }, { data: join(folder, 'two') }]);
  rmSync(folder, { recursive: true, force: true });
}
if (!process.argv.includes('embedded')) {
  const server = await startPostgres();
  await measured('PostgreSQL', [
    { database: await server.database() },
    { database: await server.database() },
  ]);
  await server.stop();
}
