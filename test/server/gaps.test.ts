import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { SINGLE } from '../../src/server/caller.js';
import { beginFrom } from '../../src/server/services/begin.js';
import { deskHere } from '../../src/server/services/desk.js';
import { receive } from '../../src/server/services/intake.js';
import { type Move, move, type StepSaid } from '../../src/server/services/workflow.js';
import * as filings from '../../src/store/filings.js';
import { bareServer } from './installation.js';
import { Visitor } from './visitor.js';

const WHOLE = readFileSync('examples/示例县政务服务中心-2023.txt');
/** Its beginning, as of a picture of some pages. */
const PART = Buffer.from(
  WHOLE.toString('utf8').slice(0, WHOLE.toString('utf8').indexOf('财政拨款收入支出决算总表')),
);
const UPLOAD = '/workbench/filings/upload';
const BLANK = { unit: '', year: '' };
const ON = '2024-09-02';

let here: Awaited<ReturnType<typeof bareServer>>;
beforeAll(async () => {
  here = await bareServer(true);
});
afterAll(() => here?.stop());

const ALL = [
  ['submit', {}],
  ['secrecy-review', { note: '已审查' }],
  ['sign', { note: '张三' }],
  ['approve', { documentNumber: '示财〔2024〕1号', day: '2024-09-01' }],
  ['publish', { day: ON, gaps: '原件如此' }],
] as const satisfies readonly (readonly [Move, StepSaid])[];

it('asks before a file meets what is public; refuses a correction that lost tables', async () => {
  const visitor = new Visitor(here.app);
  const first = await visitor.post(UPLOAD, BLANK, [{ name: 'a.txt', bytes: WHOLE }]);
  const filing = /filings\/([0-9a-f-]{36})/.exec(first.to ?? '')![1]!;
  const twice = await visitor.send(UPLOAD, BLANK, [{ name: 'b.txt', bytes: WHOLE }]);
  expect(twice.body).toContain('与第 1 版相同，没有新建一版');
  for (const [name, said] of ALL) {
    await here.store.write('single', (task) => move(task, filing, name, said, []));
  }
  const asked = await visitor.send(UPLOAD, BLANK, [{ name: 'c.txt', bytes: PART }]);
  expect(asked.body).toContain('作为更正的新一版收下');
  const latest = async () => (await here.store.read((view) => filings.byId(view, filing)))!.latest;
  expect(await latest()).toBe(1);

  const desk = deskHere(DEFAULT_LIMITS);
  const file = { name: 'c.txt', mediaType: 'text/plain', bytes: PART };
  const handed = { filing, file, note: '', references: [] };
  await expect(receive(here.store, desk, 'single', handed)).rejects.toMatchObject({
    about: { more: { parameter: 'correction' } },
  });
  const around = { store: here.store, desk, caller: SINGLE };
  const chosen = { unit: null, year: null, name: null, asked: true, correction: true };
  expect(await beginFrom(around, file, chosen)).toMatchObject({ filing });
  expect(await latest()).toBe(2);

  const page = await visitor.get(`/workbench/filings/${filing}`);
  expect(page.body).toContain('缺 ');
  expect(page.body).toContain('没有已公开版本里的');
  const head = page.body.slice(0, page.body.indexOf('id="history"'));
  expect(head).not.toContain('class="badge good">无问题');
  const corrected = { note: '更正', day: ON, gaps: '照原件' };
  const wrong = here.store.write('single', (task) => move(task, filing, 'correct', corrected, []));
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-state' });
});

it('publishes what has gaps only with a reason, and keeps it', async () => {
  const text = PART.toString('utf8').replaceAll('示例县政务服务中心', '示例县史志办公室');
  const visitor = new Visitor(here.app);
  const first = await visitor.post(UPLOAD, BLANK, [{ name: 'd.txt', bytes: Buffer.from(text) }]);
  const filing = /filings\/([0-9a-f-]{36})/.exec(first.to ?? '')![1]!;
  for (const [name, said] of ALL.slice(0, 4)) {
    await here.store.write('single', (task) => move(task, filing, name, said, []));
  }
  const publish = (gaps?: string) =>
    here.store.write('single', (task) =>
      move(task, filing, 'publish', { day: ON, ...(gaps === undefined ? {} : { gaps }) }, []),
    );
  await expect(publish()).rejects.toMatchObject({ about: { field: 'gaps' } });
  expect(await publish('只有两张表')).toBeGreaterThan(0);
  const page = await visitor.get(`/workbench/filings/${filing}`);
  expect(page.body.slice(page.body.indexOf('id="history"'))).toContain('只有两张表');
});
