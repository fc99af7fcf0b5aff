import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, install, type Person } from './installation.js';
import { signedIn, type Visitor } from './visitor.js';

const RIGHT = readFileSync('examples/示例县政务服务中心-2023.txt');

let here: Installation;
const people = new Map<Person, Visitor>();
beforeAll(async () => {
  // Nobody waits: whatever takes any time at all is followed on its page.
  here = await install('embedded', undefined, undefined, 0);
  for (const person of ['accountant', 'reviewer'] as const) {
    people.set(person, await signedIn(here, person));
  }
});
afterAll(() => here?.stop());

const as = (person: Person): Visitor => people.get(person)!;
const home = () => `/workbench/filings/${here.filings.unit}`;

describe('what takes over a second', () => {
  it('is followed on a page that renews itself, then leads to what came of it', async () => {
    await as('accountant').get(home());
    const file = { name: '决算.txt', bytes: RIGHT };
    const sent = await as('accountant').post(`${home()}/upload`, {}, [file]);
    expect([sent.status, sent.to]).toEqual([
      303,
      expect.stringMatching(/^\/workbench\/reading\/[0-9a-f-]{36}$/),
    ]);
    const page = await as('accountant').get(sent.to);
    if (page.to === '') {
      expect(page.headers.refresh).toBe('1');
      expect(page.body).toContain('正在读出并核对');
      expect(page.body).toContain('<progress');
    }
    expect((await as('reviewer').get(sent.to)).status).toBe(404);
    const ended = await as('accountant').settled(sent.to);
    expect(ended.body).toContain('第 1 版已读出并核对');
  });

  it('a file is made while one waits, and saved from the page that says so', async () => {
    const url = `${home()}/versions/1/publication/html`;
    const sent = await as('accountant').get(url);
    expect(sent.status).toBe(303);
    let page = await as('accountant').get(sent.to);
    while (page.headers.refresh === '1') {
      await sleep(200);
      page = await as('accountant').get(sent.to);
    }
    expect(page.body).toContain('文件做好了');
    const [, href = ''] = /content="0;url=([^"]+)"/.exec(page.body)!;
    expect(page.body).toContain(`href="${href}" download`);
    const file = await as('accountant').get(href);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect((await as('reviewer').get(href)).status).toBe(404);
    // A program waits for it as it is.
    expect((await as('accountant').bytes(url)).length).toBeGreaterThan(1000);
    const preview = await as('accountant').settled(`${home()}/preview`);
    expect([preview.status, preview.headers['content-disposition']]).toEqual([200, undefined]);
    expect(preview.headers['content-security-policy']).toContain('style-src-attr');
  });

  it('a refusal that came late has what was typed, too', async () => {
    const said = { documentNumber: '', day: '', addresses: '', note: '' };
    const take = (person: Person, from: string, to: string, more: Partial<typeof said>) =>
      as(person).send(`${home()}/steps`, { from, to, ...said, ...more });
    await as('reviewer').get(home());
    await take('accountant', 'draft', 'checked', {});
    const silent = await take('reviewer', 'checked', 'sent-back', { note: ' ' });
    expect(silent.status).toBe(400);
    expect(silent.body).toContain('id="sent-back-note-fault">还要填写：说明');
    await take('accountant', 'checked', 'secrecy-reviewed', { note: '已审查' });
    await take('accountant', 'secrecy-reviewed', 'signed', { note: '已审签' });
    const approval = { documentNumber: '示财决〔2024〕8号', day: '2024-09-02' };
    await take('reviewer', 'signed', 'approved', approval);
    const day = '2024-09-10';
    const wrong = { day, addresses: 'x.cn', note: '公开说明' };
    const refused = await take('accountant', 'approved', 'published', wrong);
    expect(refused.body).toContain('>x.cn</textarea>');
    expect(refused.body).toContain('>公开说明</textarea>');
    const out = await take('accountant', 'approved', 'published', { day });
    expect(out.body).toContain('现在是“已公开”');
  });
});
