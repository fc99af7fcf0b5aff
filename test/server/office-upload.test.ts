import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { Runner } from '../../src/server/runner.js';
import { deskHere } from '../../src/server/services/desk.js';
import * as jobs from '../../src/store/jobs.js';
import * as organisations from '../../src/store/organisations.js';
import { type Installation, install } from './installation.js';
import { signedIn, type Visitor } from './visitor.js';

const NAME = '示例县政务服务中心';
const DOCUMENT = readFileSync(`examples/${NAME}-2023.txt`, 'utf8');

describe('the pages of uploads', () => {
  let here: Installation;
  let reviewer: Visitor;
  beforeAll(async () => {
    here = await install('embedded');
    reviewer = await signedIn(here, 'reviewer');
    await here.store.write('test', async (task) => {
      const parent = here.organisations.department;
      const about = { region: '9901', level: 'unit', initials: 'x', parent } as const;
      await organisations.add(task, { ...about, name: NAME, code: '101001' });
    });
  });
  afterAll(() => here?.stop());

  const work = async (batch: string) => {
    const faults: unknown[] = [];
    const runner = new Runner({
      ...{ store: here.store, desk: deskHere(DEFAULT_LIMITS), atOnce: 1, idle: 20 },
      onFault: (error) => faults.push(error),
    });
    runner.start();
    const states = async () => {
      const all = await here.store.read((view) => jobs.ofBatch(view, batch));
      return all.filter(({ state }) => /waiting|running/.test(state));
    };
    await expect.poll(states, { timeout: 60_000 }).toEqual([]);
    await runner.stop();
    expect(faults).toEqual([]);
  };

  it('take files, show how far they are, ask what is unclear and hear the answer', async () => {
    const empty = await reviewer.get('/workbench/upload');
    expect(empty.body).toContain('还没有上传过');
    const none = await reviewer.post('/workbench/upload', {}, []);
    expect([none.status, none.body.includes('没有选择文件')]).toEqual([400, true]);
    const files = [
      { name: 'a.txt', bytes: DOCUMENT },
      { name: 'b.txt', bytes: DOCUMENT.replaceAll(NAME, '某某办公室') },
      { name: 'large.txt', bytes: Buffer.alloc(2_000_001, 'x') },
    ];
    const running = await reviewer.send('/workbench/upload', { year: '' }, files);
    expect(running.status).toBe(200);
    expect(running.body).toContain('收下 3 个文件');
    expect(running.body).toContain('已处理 0 / 3');
    expect(running.headers.refresh).toBe('3');
    const { batch = '' } =
      /\/upload\/(?<batch>[0-9a-f-]{36})\/?/.exec((await reviewer.get('/workbench/upload')).body)
        ?.groups ?? {};
    await work(batch);
    const page = `/workbench/upload/${batch}`;
    const ended = await reviewer.get(page);
    expect(ended.headers.refresh).toBeUndefined();
    expect(ended.body).toContain(`${NAME} 2023`);
    expect(ended.body).toContain('文件太大，超过 1 MB');
    expect(ended.body).toContain('单位中没有“某某办公室”');
    expect(ended.body).not.toContain('新增单位“');
    const [, settle = ''] = /action="([^"]+\/files\/[^"]+)"/.exec(ended.body)!;
    const wrong = await reviewer.send(settle, { unit: '没有的单位' });
    expect(wrong.body).toContain('没有“没有的单位”这个单位');
    expect((await reviewer.send(settle, { unit: '101001' })).body).toContain('已选定');
    await work(batch);
    expect((await reviewer.get(page)).body).toContain('1 个没有收下');
    const tried = await reviewer.send(`${page}/retry`, {});
    expect(tried.body).toContain('1 个文件重新处理');
    await work(batch);
    const list = await reviewer.get('/workbench/upload');
    expect(list.body).toContain('已处理 3 / 3');
  });

  it('offer to add a body that is not here, with what the document tells of it', async () => {
    const bureau = await signedIn(here, 'bureau');
    await bureau.get('/workbench/upload');
    const name = '示例9901department幼儿园';
    const document = DOCUMENT.replaceAll(NAME, name);
    const files = [
      { name: '123456决算.txt', bytes: document },
      { name: '旧.txt', bytes: document.replaceAll('2023', '2022') },
    ];
    const given = await bureau.post('/workbench/upload', { year: '' }, files);
    await work(given.to.split('/').at(-1)!);
    const ended = await bureau.get(given.to);
    const [, add = ''] = /href="([^"]+\?add=[^"]+)#add-body"/.exec(ended.body)!;
    expect(ended.body).toContain(`新增单位“${name}”`);
    const asked = await bureau.get(add);
    expect(asked.body).toContain(`name="name" value="${name}"`);
    expect(asked.body).toContain('name="code" value="123456"');
    expect(asked.body).toContain(`value="${here.organisations.department}" selected`);
    expect(asked.body).toContain('value="unit" selected');
    const [, form = ''] = /action="([^"]+\/body)"/.exec(asked.body)!;
    const body = { code: '123456', level: 'unit', sector: '', region: '' };
    const parent = here.organisations.department;
    const unnamed = await bureau.post(form, { ...body, name: ' ', parent });
    expect([unnamed.status, unnamed.body.includes('请填写“')]).toEqual([400, true]);
    expect(unnamed.body).toContain('id="body-name-fault"');
    const reviewers = await reviewer.post(form, { ...body, name, parent });
    expect(reviewers.status).toBe(403);
    const stranger = here.organisations.stranger;
    expect((await bureau.post(form, { ...body, name, parent: stranger })).status).toBe(403);
    expect((await bureau.post(form, { ...body, name, parent: '' })).status).toBe(403);
    const added = await bureau.send(form, { ...body, name, parent });
    expect(added.body).toContain('不用再传');
    await work(given.to.split('/').at(-1)!);
    const taken = await bureau.get(given.to);
    expect(taken.body).toContain(`${name} 2023`);
    expect(taken.body).toContain(`${name} 2022`);
    const [found] = await here.store.read((view) => organisations.byName(view, name));
    expect(found).toMatchObject({ code: '123456', level: 'unit', parent, region: '9901' });
  });

  it('are nobody else’s', async () => {
    const { body } = await reviewer.get('/workbench/upload');
    const [page = ''] = /\/workbench\/upload\/[0-9a-f-]{36}/.exec(body)!;
    const bureau = await signedIn(here, 'bureau');
    expect((await bureau.get(page)).status).toBe(404);
    expect((await bureau.post(`${page}/retry`, {})).status).toBe(404);
    const administrator = await signedIn(here, 'administrator');
    expect((await administrator.get('/workbench/upload')).status).toBe(403);
  });
});
