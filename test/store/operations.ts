import * as comments from '../../src/store/comments.js';
import * as drafts from '../../src/store/drafts.js';
import { StoreError } from '../../src/store/errors.js';
import * as filings from '../../src/store/filings.js';
import * as jobs from '../../src/store/jobs.js';
import type { Store } from '../../src/store/open.js';
import * as organisations from '../../src/store/organisations.js';
import * as regions from '../../src/store/regions.js';
import * as replies from '../../src/store/replies.js';
import * as roster from '../../src/store/roster.js';
import * as sessions from '../../src/store/sessions.js';
import * as settings from '../../src/store/settings.js';
import * as steps from '../../src/store/steps.js';
import { columnsOf, readRows, type TextRow } from '../../src/store/table-rows.js';
import { TABLE_NAMES } from '../../src/store/tables.js';
import type { Task } from '../../src/store/task.js';
import * as unitYears from '../../src/store/unit-years.js';
import * as users from '../../src/store/users.js';
import * as verdicts from '../../src/store/verdicts.js';
import * as versions from '../../src/store/versions.js';
import * as waivers from '../../src/store/waivers.js';
import { Random } from '../kit/random.js';
import { someBytes } from './cases.js';

const CODES = ['110000', '110101', '120000', '120102'];
const NAMES = ['教育局', '卫生健康局', '第一中学', 'ＡＢ中心', '档案馆', '"引号"，{括号}\\'];
const STATES = ['draft', 'checked', 'approved', 'published'];
const SEVERITIES = ['error', 'warning', 'info'] as const;
const FAR = '2099-01-01T00:00:00.000Z';

/** What a run knows: ids come from the pinned counter, so both engines know the same. */
interface Known {
  readonly units: string[];
  readonly filings: string[];
  readonly users: string[];
  readonly jobs: jobs.Lease[];
}

type Operation = (task: Task, random: Random, known: Known) => Promise<unknown>;

/** An id that is there, or now and then one that is not. */
function some(random: Random, ids: readonly string[]): string {
  const nowhere = '00000000-0000-4000-8000-ffffffffffff';
  return ids.length === 0 || random.chance(5) ? nowhere : random.pick(ids);
}

const key = (random: Random, known: Known) => ({
  organisation: some(random, known.units),
  fiscalYear: random.int(2020, 2024),
  kind: random.pick(['budget', 'final-account']),
});

const OPERATIONS: readonly Operation[] = [
  (task, random) => {
    const code = random.pick(CODES);
    const parent = random.chance(50) ? null : random.pick(CODES);
    return regions.put(task, { code, name: random.pick(NAMES), parent });
  },
  async (task, random, known) => {
    const [region, name] = [random.pick(CODES), random.pick(NAMES)];
    const content = { region, name, level: 'unit', initials: name.slice(0, 1) } as const;
    const id = await organisations.add(task, { ...content, formerNames: [random.pick(NAMES)] });
    known.units.push(id);
  },
  async (task, random, known) => {
    const id = some(random, known.units);
    const there = await organisations.byId(task, id);
    const revision = (there?.revision ?? 1n) - (random.chance(20) ? 1n : 0n);
    const content = { region: random.pick(CODES), level: 'bureau', name: `改${id}` } as const;
    await organisations.change(task, id, revision, { ...content, initials: 'g' });
  },
  async (task, random, known) => {
    const filing = await filings.ensure(task, key(random, known));
    if (!known.filings.includes(filing.id)) known.filings.push(filing.id);
    return filing.state;
  },
  addVersion,
  addVersion,
  (task, random, known) =>
    steps.take(task, {
      filing: some(random, known.filings),
      from: random.pick(STATES),
      to: random.pick(STATES),
      day: random.chance(90) ? '2024-05-01' : '2024-13-01',
      ...(random.chance(50) ? { publishes: random.int(1, 2) } : {}),
    }),
  (task, random, known) =>
    waivers.add(task, {
      filing: some(random, known.filings),
      finding: `f${random.int(0, 5)}`,
      reason: random.pick(['', '已核实', '\0']),
      until: null,
    }),
  (task, random, known) => {
    const verdict = random.pick(['right', 'fault'] as const);
    const finding = `f${random.int(0, 5)}`;
    return verdicts.add(task, { ...key(random, known), finding, verdict, reason: 'r' });
  },
  (task, random, known) =>
    replies.add(task, { filing: some(random, known.filings), finding: null, body: '说明' }),
  (task, random, known) =>
    comments.add(task, {
      filing: some(random, known.filings),
      version: random.int(1, 3),
      body: '看',
      place: { page: random.int(1, 9) },
    }),
  (task, random, known) =>
    roster.put(task, {
      ...key(random, known),
      ...{ approved: '2024-08-01', due: null, exempt: random.chance(10), note: '' },
    }),
  (task, random, known) => drafts.open(task, some(random, known.filings), { n: random.int(0, 9) }),
  (task, random, known) => {
    const operations = Array.from({ length: random.int(0, 3) }, () => ({ v: random.int(0, 99) }));
    const counter = BigInt(random.int(0, 4));
    return drafts.edit(task, some(random, known.filings), counter, operations);
  },
  (task, random) =>
    jobs.add(task, { kind: 'k', payload: random.int(0, 9), priority: random.int(0, 2) }),
  async (task, random, known) => {
    const asked = { kinds: ['k'], owner: 'w', until: FAR, limit: random.int(1, 3) };
    const taken = await jobs.lease(task, asked);
    known.jobs.push(...taken);
    return taken.map(({ id }) => id);
  },
  async (task, random, known) => {
    const job = known.jobs[random.int(0, known.jobs.length)];
    if (job === undefined) return null;
    return random.chance(50) ? jobs.finish(task, job, 1) : jobs.fail(task, job, 'x', task.at);
  },
  async (task, random, known) => {
    const login = `user${random.int(0, 6)}`;
    known.users.push(await users.add(task, { login, name: random.pick(NAMES) }));
  },
  async (task, random, known) => {
    const user = some(random, known.users);
    const role = random.pick(['accountant', 'reviewer', 'administrator'] as const);
    const organisation = random.chance(20) ? null : some(random, known.units);
    await users.grant(task, user, { organisation, role });
    await sessions.begin(task, {
      tokenHash: task.newId(),
      userId: user,
      agent: '',
      expiresAt: FAR,
    });
  },
  (task, random) => settings.put(task, random.pick(['a', 'B', '中']), [random.int(0, 9)]),
];

async function addVersion(task: Task, random: Random, known: Known) {
  const count = random.int(0, 4);
  const fact = (line: number) => ({
    ...{ form: 'income', side: null, line: `${line}`, item: random.pick(NAMES) },
    ...{ columnId: 'current-year', measure: 'reported', printed: `${line}`, half: 0n },
    value: random.chance(20) ? null : random.cents(-(10n ** 20n), 10n ** 20n) * 10n ** 10n,
    place: random.chance(50) ? null : { line },
  });
  const { number } = await versions.add(task, {
    filing: some(random, known.filings),
    edition: 'general',
    reading: JSON.stringify({ n: random.int(0, 9) }),
    files: Array.from({ length: random.int(0, 2) }, () => ({
      ...{ role: 'document', name: random.pick(NAMES), mediaType: 'a/b' },
      bytes: someBytes(random.int(0, 4000), random.int(1, 5)),
    })),
    facts: Array.from({ length: count }, (_, line) => fact(line)),
    findings: Array.from({ length: count }, (_, at) => ({
      ...{ id: `f${random.int(0, 5)}`, rule: 'r', severity: random.pick(SEVERITIES) },
      body: { at },
    })),
    scores: count > 3 ? [{ title: 't', profile: 'p', total: '9', expected: null, body: [] }] : [],
  });
  return number;
}

/** Does random things, failing ones too; gives what each came to. */
export async function perform(
  store: Store,
  seed: number,
  count: number,
): Promise<readonly unknown[]> {
  const random = new Random(seed);
  const known: Known = { units: [], filings: [], users: [], jobs: [] };
  const outcomes: unknown[] = [];
  for (let n = 0; n < count; n += 1) {
    const operation = OPERATIONS[n < CODES.length ? 0 : random.int(0, OPERATIONS.length - 1)]!;
    try {
      outcomes.push(await store.write(`user:${seed}`, (task) => operation(task, random, known)));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      outcomes.push(`${error.code} ${error.detail}`);
    }
  }
  for (const text of ['', '教', '中心', '一 中']) {
    const filter = { text, published: random.chance(50), limit: 1000 };
    outcomes.push(await store.read((view) => unitYears.search(view, filter)));
  }
  return outcomes;
}

/** Everything that is in a store, by table. */
export function everything(store: Store): Promise<Readonly<Record<string, readonly TextRow[]>>> {
  return store.snapshot(async ({ db }) => {
    const all: Record<string, readonly TextRow[]> = {};
    for (const table of TABLE_NAMES) {
      const rows: TextRow[] = [];
      for await (const row of readRows(db, table, await columnsOf(db, table))) rows.push(row);
      all[table] = rows;
    }
    return all;
  });
}
