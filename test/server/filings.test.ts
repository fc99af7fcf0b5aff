import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_NAMES } from '../store/engines.js';
import { formOf, type Installation, install, type Person } from './installation.js';

const RIGHT = readFileSync('examples/示例县政务服务中心-2023.txt');
const WRONG = readFileSync('examples/示例县政务服务中心-2023-待核实.txt');

describe.each(ENGINE_NAMES)('a filing from upload to publication, %s', (name) => {
  let here: Installation;
  beforeAll(async () => {
    here = await install(name);
  });
  afterAll(() => here?.stop());

  const as = (person: Person) => ({
    get: (url: string, headers: Record<string, string> = {}) =>
      here.app.inject({ url, headers: { ...here.headers(person), ...headers } }),
    post: (url: string, payload: object) =>
      here.app.inject({ method: 'POST', url, payload, headers: here.headers(person) }),
    upload: (bytes: Uint8Array | string, file = 'a.txt', fields = {}) => {
      const { headers, payload } = formOf(fields, [{ name: file, bytes }]);
      return here.app.inject({
        ...{ method: 'POST', url: `${filing()}/versions`, payload },
        headers: { ...headers, ...here.headers(person) },
      });
    },
  });
  const filing = () => `/api/v1/filings/${here.filings.unit}`;
  const account = () => `/u/${here.organisations.unit}/2023`;

  it('tells of each kind of bad file what is wrong, and keeps nothing of it', async () => {
    const bad: readonly (readonly [string, Uint8Array | string, string])[] = [
      ['empty.txt', '', 'empty'],
      ['cut.docx', Buffer.from('504b0304140000000800', 'hex'), 'unsupported'],
      ['noise.pdf', '%PDF-1.7\nnothing', 'damaged'],
      ['noise.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 9]), 'binary'],
    ];
    for (const [file, bytes, code] of bad) {
      const answer = await as('accountant').upload(bytes, file);
      expect([file, answer.statusCode]).toEqual([file, 422]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ code: 'unreadable', failure: { code } });
      expect(answer.json().detail).toContain(file);
    }
    const large = await as('accountant').upload(Buffer.alloc(2_000_001, 'x'));
    expect([large.statusCode, large.json().code]).toEqual([413, 'too-large']);
    const other = await as('accountant').upload(RIGHT.toString().replaceAll('2023', '2021'));
    expect([other.statusCode, other.json().code]).toEqual([422, 'wrong-document']);
    const none = await here.app.inject({
      ...{ method: 'POST', url: `${filing()}/versions`, payload: {} },
      headers: here.headers('accountant'),
    });
    expect(none.statusCode).toBe(415);
    expect((await as('accountant').get(filing())).json()).toMatchObject({
      latest: 0,
      versions: [],
    });
  });

  it('keeps versions with what was read, found and scored', async () => {
    const first = await as('accountant').upload(WRONG, '../../待核实.txt', { note: '第一版' });
    expect(first.json()).toMatchObject({ number: 1, summary: { status: 1, account: true } });
    const stale = await as('accountant').upload(RIGHT, 'b.txt', { after: '0' });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'conflict']);
    const second = await as('accountant').upload(RIGHT, 'b.txt', { after: '1' });
    expect(second.json()).toMatchObject({ number: 2, summary: { status: 0, findings: 0 } });

    const one = `${filing()}/versions/1`;
    const files = (await as('reviewer').get(one)).json().files;
    expect(files[0]).toMatchObject({ role: 'original', name: '待核实.txt', bytes: WRONG.length });
    const raw = await as('reviewer').get(`${one}/files/0`);
    expect(raw.rawPayload.equals(WRONG)).toBe(true);
    expect(raw.headers['content-type']).toBe('application/octet-stream');
    const check = await as('reviewer').get(`${one}/check`, { 'accept-language': 'en-GB' });
    expect(check.json()).toMatchObject({ schema: 'mingzhang/check@1', file: '待核实.txt' });
    expect(check.json().findings[0].message).toMatch(/please check/);
    const tag = { 'if-none-match': String(check.headers.etag), 'accept-language': 'en-GB' };
    expect((await as('reviewer').get(`${one}/check`, tag)).statusCode).toBe(304);
    for (const which of ['read', 'score', 'account']) {
      expect((await as('reviewer').get(`${one}/${which}`)).statusCode).toBe(200);
    }
    const gone = (await as('reviewer').get(`${filing()}/versions/2/findings`)).json().items;
    expect(new Set(gone.map(({ change }: { change: string }) => change))).toEqual(
      new Set(['gone']),
    );
    const queue = (await as('reviewer').get('/api/v1/filings?year=2023')).json();
    expect(queue).toMatchObject({ total: 2, next: null });
  });

  const step = (person: Person, move: string, said: object = {}) =>
    as(person).post(`${filing()}/steps/${move}`, said);

  it('goes its way step by step, and nobody sees it before it is published', async () => {
    expect((await step('accountant', 'publish')).json().code).toBe('wrong-state');
    expect((await step('accountant', 'submit')).statusCode).toBe(201);
    expect((await as('accountant').upload(RIGHT)).json().code).toBe('wrong-state');
    expect((await step('reviewer', 'send-back')).json().missing).toEqual(['note']);
    expect((await step('reviewer', 'send-back', { note: '补充说明' })).statusCode).toBe(201);
    for (const move of ['submit', 'secrecy-review', 'sign']) {
      expect((await step('accountant', move, { note: '已审查' })).statusCode).toBe(201);
    }
    expect((await as('public').get(account())).statusCode).toBe(404);
    const approval = { documentNumber: '示财决〔2024〕7号', day: '2024-08-30' };
    expect((await step('reviewer', 'approve', approval)).statusCode).toBe(201);
    const roster = (await as('bureau').get('/api/v1/roster/2023')).json();
    expect(roster.items[0]).toMatchObject({ due: '2024-09-19', state: 'not-due' });
    expect((await step('accountant', 'publish', { day: '2024-08-29' })).json().detail).toBe(
      '公开日期 2024-08-29 早于批复日期 2024-08-30',
    );
    expect((await step('accountant', 'publish', { day: '2024-09-05' })).statusCode).toBe(201);

    const page = await as('public').get(account());
    expect(page.statusCode).toBe(200);
    // The day that was told counts, not that of the click.
    expect(page.body.includes('2024-09-05')).toBe(true);
    expect(page.body.includes('2024-09-10')).toBe(false);
    const due = (await as('bureau').get('/api/v1/roster/2023')).json();
    expect(due.items[0]).toMatchObject({ published: '2024-09-05', state: 'in-time' });
    expect(page.body.includes('示财决〔2024〕7号')).toBe(true);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const tag = { 'if-none-match': String(page.headers.etag) };
    expect((await as('public').get(account(), tag)).statusCode).toBe(304);
    expect((await as('public').get(`${account()}/v/1`)).statusCode).toBe(404);
    const [, href] = /href="(\/files\/[^"]+)"/.exec(page.body)!;
    const file = await as('public').get(href!);
    expect(file.rawPayload.equals(RIGHT)).toBe(true);
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    const secret = (await as('reviewer').get(`${filing()}/versions/1`)).json().files[0].sha256;
    expect((await as('public').get(`/files/${secret}/x.txt`)).statusCode).toBe(404);
    for (const path of [
      '/',
      '/r',
      '/r/99',
      '/deadline',
      '/search?q=sl',
      '/data',
      '/rules',
      '/api',
    ]) {
      expect([path, (await as('public').get(path)).statusCode]).toEqual([path, 200]);
    }
    const csv = await as('public').get('/api/v1/public/facts.csv?year=2023');
    expect(csv.body.split('\r\n').length).toBeGreaterThan(700);
  });

  it('a correction says what changed; only confirmed findings are public', async () => {
    const unasked = await as('accountant').upload(WRONG);
    expect(unasked.json()).toMatchObject({ code: 'wrong-state', parameter: 'correction' });
    const sent = await as('accountant').upload(WRONG, 'a.txt', { correction: 'true' });
    expect(sent.json().number).toBe(3);
    const { items } = (await as('reviewer').get(`${filing()}/versions/3/findings`)).json();
    const [finding] = items as readonly {
      readonly id: string;
      readonly finding: { readonly message: string };
    }[];
    expect((await step('accountant', 'correct', {})).json().code).toBe('bad-request');
    expect((await step('accountant', 'correct', { note: '更正第三表' })).statusCode).toBe(201);
    const { message } = finding!.finding;
    expect((await as('public').get(account())).body.includes(message)).toBe(false);
    const verdict = { finding: finding!.id, verdict: 'fault', reason: '属实' };
    expect((await as('reviewer').post(`${filing()}/verdicts`, verdict)).statusCode).toBe(201);
    const reply = { finding: finding!.id, body: '已知悉，将更正' };
    expect((await as('accountant').post(`${filing()}/replies`, reply)).statusCode).toBe(201);
    const page = (await as('public').get(account())).body;
    expect(page.includes(message)).toBe(true);
    expect(page.includes('已知悉，将更正')).toBe(true);
    const difference = await as('public').get(`${account()}/v/3/from/2`);
    expect(difference.body.includes('更正第三表')).toBe(true);
    const withdrawn = await step('bureau', 'withdraw', { note: '有误' });
    expect(withdrawn.statusCode).toBe(201);
    expect((await as('public').get(account())).statusCode).toBe(404);
  });
});
