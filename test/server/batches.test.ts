import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { Runner } from '../../src/server/runner.js';
import { deskHere } from '../../src/server/services/desk.js';
import * as organisations from '../../src/store/organisations.js';
import { schemaErrors } from '../house/schemas.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { formOf, type Installation, install, type Person } from './installation.js';

const NAME = '示例县政务服务中心';
const DOCUMENT = readFileSync(`examples/${NAME}-2023.txt`, 'utf8');

interface Batch {
  readonly id: string;
  readonly total: number;
  readonly done: number;
  readonly finished: boolean;
}

interface File extends Record<string, unknown> {
  readonly id: string;
  readonly file: string;
  readonly state: string;
}

describe.each(ENGINE_NAMES)('batches for programs, %s', (name) => {
  let here: Installation;
  let body: string;
  beforeAll(async () => {
    here = await install(name);
    body = await here.store.write('test', (task) =>
      organisations.add(task, {
        ...{ region: '9901', level: 'unit', parent: here.organisations.department },
        ...{ name: NAME, initials: 'x' },
      }),
    );
  });
  afterAll(() => here?.stop());

  const get = (person: Person, url: string, more: object = {}) =>
    here.app.inject({ url, headers: { ...here.headers(person), ...more } });
  const listed = async <T>(url: string) =>
    (await get('reviewer', url)).json() as { items: readonly T[]; next: string | null };
  const give = (files: Parameters<typeof formOf>[1], fields = {}, person: Person = 'reviewer') => {
    const { headers, payload } = formOf(fields, files);
    const all = { ...headers, ...here.headers(person) };
    return here.app.inject({ method: 'POST', url: '/api/v1/batches', payload, headers: all });
  };
  const worked = async (id: string): Promise<Batch> => {
    const runner = new Runner({
      ...{ store: here.store, desk: deskHere(DEFAULT_LIMITS), atOnce: 2, idle: 20 },
      onFault: (error) => expect(error).toBeUndefined(),
    });
    runner.start();
    const batch = async () => (await get('reviewer', `/api/v1/batches/${id}`)).json() as Batch;
    await expect.poll(async () => (await batch()).finished, { timeout: 60_000 }).toBe(true);
    await runner.stop();
    return batch();
  };

  it('are given, watched and read, with the results that the command gives', async () => {
    const packed = zipSync({ '甲.txt': strToU8(DOCUMENT), '空.txt': strToU8('') });
    const notice = { name: '通知.txt', bytes: '关于预算的通知\n' };
    const answer = await give([{ name: '报送.zip', bytes: packed }, notice]);
    expect(answer.statusCode).toBe(202);
    const begun = answer.json() as Batch;
    expect(begun).toMatchObject({ total: 3, done: 0, failed: 0, finished: false });
    const path = `/api/v1/batches/${begun.id}`;
    const before = await listed<File>(`${path}/files`);
    expect(before.items.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(await worked(begun.id)).toMatchObject({ total: 3, done: 3, failed: 2, asking: 0 });

    // A page at a time, in the order in which they were given.
    const first = await listed<File>(`${path}/files?limit=2`);
    const rest = await listed<File>(`${path}/files?limit=2&after=${first.next}`);
    expect([first.next === null, rest.next]).toEqual([false, null]);
    const files = [...first.items, ...rest.items];
    expect(files.map(({ file }) => file)).toEqual([
      ...['报送.zip!/甲.txt', '报送.zip!/空.txt', '通知.txt'],
    ]);
    expect(files[0]).toMatchObject({
      ...{ state: 'done', version: 1, known: false, fiscalYear: 2023, why: null },
      ...{ organisation: { id: body, name: NAME }, counts: { error: 0 } },
    });
    expect(files[2]!.why).toContain('不是部门决算');
    const failed = await listed<File>(`${path}/files?state=failed`);
    expect(failed.items.map(({ file }) => file)).toEqual(['报送.zip!/空.txt', '通知.txt']);

    const results = await get('reviewer', `${path}/results`, { 'accept-language': 'en' });
    expect(results.headers['content-type']).toBe('application/jsonl; charset=utf-8');
    const lines = results.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ check }) => check?.schema ?? null)).toEqual([
      ...['mingzhang/check@1', null, null],
    ]);
    expect(schemaErrors(lines[0].check)).toEqual([]);
    expect(lines[2].why).toContain('no final account');
    const read = await get('reviewer', `${path}/results?which=read`);
    expect(schemaErrors(JSON.parse(read.body.split('\n')[0]!).read)).toEqual([]);
  });

  it('the same file again makes no version; what is not clear is settled', async () => {
    const [again, other] = [DOCUMENT, DOCUMENT.replaceAll(NAME, '某某单位')];
    const files = [
      { name: 'a.txt', bytes: again },
      { name: 'b.txt', bytes: other },
    ];
    const { id } = (await give(files, { year: '2023' })).json() as Batch;
    expect(await worked(id)).toMatchObject({ failed: 1, asking: 1, fiscalYear: 2023 });
    const path = `/api/v1/batches/${id}`;
    const { items } = await listed<File>(`${path}/files`);
    expect(items[0]).toMatchObject({ state: 'done', version: 1, known: true });
    expect(items[1]).toMatchObject({ state: 'failed', asks: { entity: '某某单位', year: false } });
    const put = (person: Person) =>
      here.app.inject({
        ...{ method: 'PUT', url: `${path}/files/${items[1]!.id}`, payload: { organisation: body } },
        headers: here.headers(person),
      });
    expect((await put('bureau')).statusCode).toBe(404);
    expect((await put('reviewer')).statusCode).toBe(200);
    expect((await put('reviewer')).json()).toMatchObject({ code: 'wrong-state' });
    expect(await worked(id)).toMatchObject({ done: 2, failed: 0 });
    const retry = { method: 'POST', url: `${path}/retry`, payload: {} } as const;
    const tried = await here.app.inject({ ...retry, headers: here.headers('reviewer') });
    expect(tried.json()).toEqual({ retried: 0 });
  });

  it('are the giver’s alone, a page at a time; refusals are problems', async () => {
    const one = await listed<Batch>('/api/v1/batches?limit=1');
    const two = await listed<Batch>(`/api/v1/batches?limit=1&after=${one.next}`);
    expect(two.next).toBeNull();
    expect(one.items[0]!.id).not.toBe(two.items[0]!.id);
    for (const part of ['', '/files', '/results']) {
      const url = `/api/v1/batches/${one.items[0]!.id}${part}`;
      expect((await get('bureau', url)).json()).toMatchObject({ status: 404, code: 'not-found' });
      expect((await get('root', url)).statusCode).toBe(403);
      expect((await get('public', url)).statusCode).toBe(401);
    }
    expect((await give([])).json()).toMatchObject({ status: 400, missing: ['files'] });
    const wrong = await give([{ name: 'a.txt', bytes: DOCUMENT }], { year: '23' });
    expect(wrong.json()).toMatchObject({ status: 400, detail: 'year 要写成四位年份' });
    const cursor = await get('reviewer', '/api/v1/batches?after=nonsense');
    expect(cursor.json()).toMatchObject({ code: 'bad-cursor' });
  });
});
