import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFromJson } from '../../src/accounts/from-json.js';
import { amountAt } from '../../src/accounts/lookup.js';
import type { Account } from '../../src/accounts/model.js';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { deskHere } from '../../src/server/services/desk.js';
import { receive } from '../../src/server/services/intake.js';
import { webFiles } from '../../src/server/web-files.js';
import * as filings from '../../src/store/filings.js';
import * as organisations from '../../src/store/organisations.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { type Installation, install, type Person } from './installation.js';
import { signedIn } from './visitor.js';

const FOLDER = 'examples/示例县水务局';
const NAME = '示例县水务局（本级）';

describe.each(ENGINE_NAMES)('an account that is typed, %s', (name) => {
  let here: Installation;
  let filing: string;
  beforeAll(async () => {
    here = await install(name);
    const { store } = here;
    const key = { kind: 'final-account' } as const;
    const [before, now] = await store.write('test', async (task) => {
      const body = await organisations.add(task, {
        ...{ region: '9901', level: 'unit', parent: here.organisations.department },
        ...{ name: NAME, initials: 'slxswj' },
      });
      const of = (fiscalYear: number) =>
        filings.ensure(task, { ...key, organisation: body, fiscalYear });
      return [(await of(2022)).id, (await of(2023)).id];
    });
    filing = now!;
    const file = {
      ...{ name: '2022.docx', mediaType: 'application/octet-stream' },
      bytes: new Uint8Array(readFileSync(`${FOLDER}/示例县水务局2022年度部门决算.docx`)),
    };
    const handed = { filing: before!, file, note: '', references: [] };
    await receive(store, deskHere(DEFAULT_LIMITS), 'test', handed);
  });
  afterAll(() => here?.stop());

  const ask = (person: Person, method: 'GET' | 'POST' | 'PUT', payload?: object) =>
    here.app.inject({
      ...{ method, url: `/api/v1/filings/${filing}/draft`, headers: here.headers(person) },
      ...(payload === undefined ? {} : { payload }),
    });
  const income = {
    ...({ form: 'income', side: null, key: '2130301', column: 'current-year' } as const),
  };
  const project = {
    ...({ form: 'expenditure', side: null, key: '2130305', column: 'project' } as const),
  };
  const amount = (value: string | null, cell: object = project) => ({
    kind: 'amount',
    cell,
    value,
  });
  async function now(): Promise<{ readonly counter: string; readonly account: Account }> {
    const { counter, account } = (await ask('reviewer', 'GET')).json();
    return { counter, account: accountFromJson(account) };
  }
  const valueAt = (account: Account, cell: Parameters<typeof amountAt>[1]) =>
    amountAt(account, cell)?.value ?? null;

  it('begins blank in an edition, with the figures and texts of last year', async () => {
    expect((await ask('reviewer', 'GET')).statusCode).toBe(404);
    const first = await ask('reviewer', 'POST', { edition: 'shanxi-2022' });
    expect([first.statusCode, first.json()]).toEqual([201, { opened: true }]);
    expect((await ask('reviewer', 'POST', {})).json()).toEqual({ opened: false });
    const { counter, account } = await now();
    expect([counter, account.entity, account.fiscalYear]).toEqual(['0', NAME, 2023]);
    expect(account.prior.get('income')!.rows.length).toBeGreaterThan(1);
    expect([...account.inputs.values()].some(({ toReview }) => toReview)).toBe(true);
    expect(account.tables.get('income')!.rows.every(({ key }) => !/^\d/.test(key))).toBe(true);
  });

  it('keeps edits with their sums; who was late is told what others did', async () => {
    const edits = [
      { kind: 'line', form: 'expenditure', key: '2130305', item: '水利工程建设' },
      amount('1200.50'),
    ];
    const kept = await ask('reviewer', 'PUT', { counter: '0', edits });
    expect([kept.statusCode, kept.json()]).toEqual([200, { counter: '2' }]);
    const total = { ...project, key: 'total', column: 'current-year' } as const;
    expect(valueAt((await now()).account, total)).toBe(120_050_000_000n);
    const late = await ask('bureau', 'PUT', { counter: '1', edits: [amount('7')] });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ counter: '2', since: [{ edit: amount('1200.50') }] });
    expect(late.json().since[0].by).toBe('接口程序');
  });

  it('refuses what is no edit, and whoever has no right', async () => {
    const change = { counter: '2', edits: [amount('7')] };
    for (const edits of [[{ kind: 'replaced' }], [amount('x')], [{}], []]) {
      expect((await ask('reviewer', 'PUT', { counter: '2', edits })).statusCode).toBe(400);
    }
    expect((await ask('accountant', 'PUT', change)).statusCode).toBe(403);
    expect((await ask('public', 'PUT', change)).statusCode).toBe(401);
    expect((await now()).counter).toBe('2');
  });

  it('stays the same after many edits, however many of them are put together', async () => {
    const edits = Array.from({ length: 450 }, (_, at) => amount(`${at}.25`));
    let { counter } = await now();
    for (let from = 0; from < edits.length; from += 90) {
      const change = { counter, edits: edits.slice(from, from + 90) };
      counter = (await ask('reviewer', 'PUT', change)).json().counter;
    }
    expect(counter).toBe('452');
    expect(valueAt((await now()).account, project)).toBe(44_925_000_000n);
  });

  it('is shown on a page with its own policy, once somebody has begun', async () => {
    const visitor = await signedIn(here, 'reviewer');
    const page = await visitor.get(`/workbench/filings/${filing}/entry`);
    const { entry } = webFiles();
    if (entry === null) {
      expect(page.status).toBe(503);
      expect(page.body).toContain('npm run build');
    } else {
      expect(page.status).toBe(200);
      expect(page.body).toContain(`data-draft="/api/v1/filings/${filing}/draft"`);
      expect(page.body).toContain(entry.script);
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
      for (const path of [entry.script, entry.look]) {
        expect((await here.app.inject({ url: path })).statusCode).toBe(200);
      }
    }
    const none = await visitor.get(`/workbench/filings/${here.filings.unit}/entry`);
    expect(none.to).toBe(`/workbench/filings/${here.filings.unit}`);
  });

  it('takes files in; whoever types meanwhile is told that all is anew', async () => {
    const visitor = await signedIn(here, 'reviewer');
    await visitor.get(`/workbench/filings/${filing}/entry`);
    await visitor.get('/workbench');
    const load = `/workbench/filings/${filing}/draft/files`;
    const { counter } = await now();
    const bytes = readFileSync(`${FOLDER}/局本级/${NAME}2023年度账.xlsx`);
    const done = await visitor.post(load, {}, [{ name: '账.xlsx', bytes }]);
    expect([done.status, done.to]).toEqual([303, `/workbench/filings/${filing}/entry`]);
    const { account } = await now();
    const [row] = account.tables.get('expenditure')!.rows.filter(({ key }) => /^\d{7}/.test(key));
    expect(row).toBeDefined();
    expect(account.ledger!.entries.length).toBeGreaterThan(10);
    const late = await ask('bureau', 'PUT', { counter, edits: [amount('7', income)] });
    expect(late.json().since).toMatchObject([{ edit: { kind: 'replaced' } }]);
    // What is refused is said on the page of the form, and nothing of it is kept.
    const before = (await now()).counter;
    const foreign = readFileSync('examples/示例县政务服务中心-2023.txt');
    await visitor.post(load, {}, [{ name: 'b.txt', bytes: foreign }]);
    const told = await visitor.get('/workbench');
    expect(told.body).toContain('示例县政务服务中心');
    await visitor.post(load, {}, []);
    expect((await now()).counter).toBe(before);
  });
});
