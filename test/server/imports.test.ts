import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import type { Caller } from '../../src/server/caller.js';
import { Runner } from '../../src/server/runner.js';
import { giveBatch, retryBatch, settleFile } from '../../src/server/services/batches.js';
import { deskHere } from '../../src/server/services/desk.js';
import * as filings from '../../src/store/filings.js';
import * as jobs from '../../src/store/jobs.js';
import * as organisations from '../../src/store/organisations.js';
import * as steps from '../../src/store/steps.js';
import * as users from '../../src/store/users.js';
import * as versions from '../../src/store/versions.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { type Installation, install } from './installation.js';

const NAME = '示例县政务服务中心';
const DOCUMENT = readFileSync(`examples/${NAME}-2023.txt`, 'utf8');

/** The document of another body, or of another year. */
function documentOf(name: string, year = 2023): Uint8Array {
  const moved = DOCUMENT.replaceAll('2022', 'before').replaceAll('2023', `${year}`);
  return strToU8(moved.replaceAll('before', `${year - 1}`).replaceAll(NAME, name));
}

const NAMES = ['示例县教育局', '示例县档案馆', '示例县水利局', '别县教育局'] as const;

interface Outcome {
  readonly name: string;
  readonly state: string;
  readonly result: Readonly<Record<string, unknown>>;
}

describe.each(ENGINE_NAMES)('documents given together, %s', (name) => {
  let here: Installation;
  let reviewer: Caller;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    here = await install(name);
    const { store, organisations: places } = here;
    await store.write('test', async (task) => {
      for (const [index, each] of NAMES.entries()) {
        const region = each.startsWith('别') ? '88' : '9901';
        const parent = each.startsWith('别') ? null : places.department;
        const code = `10100${index}`;
        const about = { level: 'unit', initials: 'x', name: each } as const;
        ids[each] = await organisations.add(task, { ...about, region, parent, code });
      }
    });
    const user = await store.read((view) => users.byLogin(view, 'reviewer'));
    reviewer = {
      ...{ kind: 'session', actor: `user:${user!.id}`, user: user!, scopes: null, session: null },
      memberships: await store.read((view) => users.membershipsOf(view, user!.id)),
    };
  });
  afterAll(() => here?.stop());

  const give = (files: Readonly<Record<string, Uint8Array | string>>, year: number | null = null) =>
    giveBatch(
      here.store,
      reviewer,
      {
        year,
        files: Object.entries(files).map(([file, bytes]) => ({
          ...{ name: file, mediaType: 'text/plain' },
          bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes,
        })),
      },
      DEFAULT_LIMITS,
    );

  /** Does all that is to be done, and says what became of each file of a batch. */
  const worked = async (batch: string): Promise<readonly Outcome[]> => {
    const faults: unknown[] = [];
    const runner = new Runner({
      ...{ store: here.store, desk: deskHere(DEFAULT_LIMITS), atOnce: 2, idle: 20 },
      onFault: (error) => faults.push(error),
    });
    runner.start();
    const of = () => here.store.read((view) => jobs.ofBatch(view, batch));
    await expect
      .poll(async () => (await of()).filter(({ state }) => /waiting|running/.test(state)), {
        timeout: 60_000,
      })
      .toEqual([]);
    await runner.stop();
    expect(faults).toEqual([]);
    const all = (await of()).map(({ payload, state, result }) => {
      const { name: file, position } = payload as { readonly name: string; position: number };
      return { name: file, position, state, result: result as Outcome['result'] };
    });
    return all.sort((a, b) => a.position - b.position);
  };
  const filingOf = (unit: string, fiscalYear: number) =>
    here.store.read((view) =>
      filings.byKey(view, { organisation: ids[unit]!, fiscalYear, kind: 'final-account' }),
    );

  it('finds whose each is; what is wrong with one is said there and stops no other', async () => {
    const [school, archive, water, foreign] = NAMES;
    const packed = zipSync({
      '2022/甲.txt': documentOf(water, 2022),
      '2023/乙.txt': documentOf(water, 2023),
      '.DS_Store': strToU8('x'),
    });
    const batch = await give({
      'a.txt': documentOf(`${school}（本级）`),
      'all.zip': packed,
      'empty.txt': '',
      'strange.txt': documentOf('示例县教育局幼儿园'),
      '101001.txt': documentOf('某某单位'),
      'foreign.txt': documentOf(foreign),
      'notice.txt': '关于预算的通知\n',
    });
    const all = await worked(batch);
    expect(all.map(({ name: file, state, result }) => [file, state, result.name])).toEqual([
      ['a.txt', 'done', school],
      ['all.zip!/2022/甲.txt', 'done', water],
      ['all.zip!/2023/乙.txt', 'done', water],
      ['empty.txt', 'failed', undefined],
      ['strange.txt', 'failed', undefined],
      ['101001.txt', 'done', archive],
      ['foreign.txt', 'failed', undefined],
      ['notice.txt', 'failed', undefined],
    ]);
    const why = (file: string) => {
      const { why: said } = all.find((each) => each.name === file)!.result;
      return (said as { readonly zh: string }).zh;
    };
    expect(why('empty.txt')).toContain('empty.txt');
    expect(why('strange.txt')).toContain('可能是：示例县教育局');
    expect(why('foreign.txt')).toContain('不在您负责的单位之内');
    expect(why('notice.txt')).toContain('不是部门决算');
    expect((await filingOf(water, 2023))?.latest).toBe(1);
    expect((await filingOf(water, 2022))?.latest).toBe(1);
  });

  it('the same file again makes no version; a choice is asked for and heard', async () => {
    const [school] = NAMES;
    const same = await worked(await give({ 'b.txt': documentOf(`${school}（本级）`) }));
    expect(same).toMatchObject([{ state: 'done', result: { known: true, version: 1 } }]);
    expect((await filingOf(school, 2023))?.latest).toBe(1);

    const batch = await give({ 'c.txt': documentOf('某某单位') }, 2022);
    const [asked] = await worked(batch);
    expect(asked!.result).toMatchObject({
      asks: { organisation: true, year: true, entity: '某某单位', fiscalYear: 2023 },
    });
    const [job] = await here.store.read((view) => jobs.ofBatch(view, batch));
    const told = { organisation: ids[school]!, year: 2023 };
    const at = { batch, file: job!.id };
    await here.store.write(reviewer.actor, (task) => settleFile(task, reviewer, at, told));
    const [settled] = await worked(batch);
    expect(settled).toMatchObject({ state: 'done', result: { version: 2, known: false } });
    const again = here.store.write('x', (task) => settleFile(task, reviewer, at, told));
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('a filing under review takes nothing until it is sent back and tried again', async () => {
    const [, archive] = NAMES;
    const { id } = (await filingOf(archive, 2023))!;
    const step = (from: string, to: string) =>
      here.store.write('x', (task) => steps.take(task, { filing: id, from, to }));
    await step('draft', 'checked');
    const batch = await give({ 'd.txt': documentOf(archive) });
    expect(await worked(batch)).toMatchObject([{ state: 'failed' }]);
    await step('checked', 'sent-back');
    const tried = await here.store.write(reviewer.actor, (task) =>
      retryBatch(task, reviewer, batch),
    );
    expect(tried).toBe(1);
    expect(await worked(batch)).toMatchObject([{ state: 'done', result: { version: 2 } }]);
  });

  it('of somebody who was shut out meanwhile nothing is imported', async () => {
    const [, , water] = NAMES;
    const batch = await give({ 'e.txt': documentOf(water, 2021) });
    const { id } = reviewer.user!;
    await here.store.write('x', (task) => users.setDisabled(task, id, true));
    const [left] = await worked(batch);
    await here.store.write('x', (task) => users.setDisabled(task, id, false));
    expect(left).toMatchObject({ state: 'failed' });
    expect(await filingOf(water, 2021)).toBeUndefined();
  });

  it('of two runners over one store each job has one', async () => {
    const [school] = NAMES;
    const before = (await filingOf(school, 2023))!.latest;
    const given = Array.from({ length: 6 }, (_, n) => [`${n}.txt`, documentOf(school)] as const);
    const batch = await give(Object.fromEntries(given));
    const both = await Promise.all([worked(batch), worked(batch)]);
    expect(both[0]).toEqual(both[1]);
    const filing = (await filingOf(school, 2023))!;
    expect(filing.latest).toBe(before + 1);
    const all = await here.store.read((view) => versions.ofFiling(view, filing.id));
    expect(all.map(({ createdBy }) => createdBy)).toEqual(all.map(() => reviewer.actor));
  });
});
