import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as publications from '../../src/store/publications.js';
import * as steps from '../../src/store/steps.js';
import { type Installation, install } from './installation.js';
import { has, type Page, signedIn, type Visitor } from './visitor.js';

const DOCUMENT = '示例县水务局2023年度部门决算公开';
const BYTES = readFileSync(`examples/示例县水务局/公开/${DOCUMENT}.docx`);
const PDF = readFileSync(`examples/示例县水务局/公开/${DOCUMENT}.pdf`);

let here: Installation;
let unit: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  here = await install('embedded');
  unit = await signedIn(here, 'accountant');
  reviewer = await signedIn(here, 'reviewer');
});
afterAll(() => here?.stop());

const home = () => `/workbench/filings/${here.filings.unit}`;

async function does(
  visitor: Visitor,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Page> {
  await visitor.get(home());
  return visitor.send(`${home()}/${action}`, fields);
}

it('a document of pages is shown by its pages, to those who may read it', async () => {
  await unit.get(home());
  const files = [{ name: `${DOCUMENT}.pdf`, bytes: PDF }];
  has(await unit.send(`${home()}/upload`, {}, files), '第 1 版已读出并核对');
  const { body } = await unit.get(home());
  const [, picture] = /<img src="([^"]+\/pages\/\d+\.png)"/.exec(body)!;
  const ask = (url: string, headers: Readonly<Record<string, string>>) =>
    here.app.inject({ url, headers });
  const drawn = await ask(picture!, here.headers('reviewer'));
  expect(drawn.headers['content-type']).toBe('image/png');
  expect(drawn.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  const known = { ...here.headers('reviewer'), 'if-none-match': String(drawn.headers.etag) };
  expect((await ask(picture!, known)).statusCode).toBe(304);
  const beyond = picture!.replace(/\d+\.png$/, '999.png');
  expect((await ask(beyond, here.headers('reviewer'))).statusCode).toBe(404);
  expect((await ask(picture!, {})).statusCode).toBe(401);
});

it('what carries its account is typed on, handed in, and published in every format', async () => {
  await unit.get(home());
  const files = [{ name: `${DOCUMENT}.docx`, bytes: BYTES }];
  has(await unit.send(`${home()}/upload`, {}, files), '第 2 版已读出并核对');
  await does(unit, 'draft');
  // What the steps of review tell need not be typed.
  const blank = (id: string) => ({ kind: 'input', id, text: '' });
  const cleared = await here.app.inject({
    ...{ method: 'PUT', url: `/api/v1/filings/${here.filings.unit}/draft` },
    headers: here.headers('accountant'),
    payload: { counter: '0', edits: ['secrecy-review', 'head-approval'].map(blank) },
  });
  expect(cleared.statusCode).toBe(200);
  const phone = { id: 'contact-phone', text: '0000-1234567' };
  has(await does(unit, 'inputs', phone), '已写进正在填写的内容');
  has(await does(unit, 'versions', { counter: '' }), '第 3 版已提交并核对');
  const step = (visitor: Visitor, from: string, to: string, said = {}) =>
    does(visitor, 'steps', { from, to, ...said });
  await step(unit, 'draft', 'checked');
  await step(unit, 'checked', 'secrecy-reviewed', { note: '已审查' });
  await step(unit, 'secrecy-reviewed', 'signed', { note: '已审签' });
  const approval = { documentNumber: '示财决〔2024〕15号', day: '2024-08-30' };
  await step(reviewer, 'signed', 'approved', approval);
  has(await step(unit, 'approved', 'published', { day: '2024-09-10' }), '现在是“已公开”');
  // What was not told is what the steps tell.
  for (const format of ['pdf', 'json', 'csv']) {
    const made = await unit.get(`${home()}/versions/3/publication/${format}`);
    const name = decodeURIComponent(String(made.headers['content-disposition']));
    expect([format, made.status, name.includes('草稿')]).toEqual([format, 200, false]);
    expect(name).toContain(format === 'csv' ? '.zip' : `.${format}`);
  }
  const { filing, taken } = await here.store.read(async (view) => ({
    filing: await publications.ofVersion(view, here.filings.unit, 3),
    taken: await steps.ofFiling(view, here.filings.unit),
  }));
  expect(filing.map(({ format }) => format)).toEqual([
    ...['docx', 'xlsx', 'pdf', 'html', 'json', 'csv', 'csv', 'csv', 'json'],
  ]);
  // The snapshot is the document as everybody has it.
  expect(taken.at(-1)!.snapshot).toBe(filing[0]!.file);
  const open = await unit.get(`/u/${here.organisations.unit}/2023`);
  expect(open.status).toBe(200);
  has(open, '0000-1234567');
  // A reason below an empty table is all that a correction changes: the public page tells it.
  await does(unit, 'draft');
  const reason = {
    id: 'reason/empty-table/state-capital-operations',
    text: '本年没有国有资本经营预算，故为空。',
  };
  const told = [
    { id: 'secrecy-review', text: '已审查' },
    { id: 'head-approval', text: '已审签' },
  ];
  for (const input of [reason, ...told]) {
    has(await does(unit, 'inputs', input), '已写进正在填写的内容');
  }
  has(await does(unit, 'versions', { counter: '' }), '第 4 版已提交并核对');
  has(
    await step(unit, 'published', 'corrected', { day: '2024-09-10', note: '补充空表原因' }),
    '现在是“已更正”',
  );
  const changes = await unit.get(`/u/${here.organisations.unit}/2023/v/4/from/3`);
  has(changes, '补充空表原因');
  has(changes, reason.text);
  has(changes, '国有资本经营预算财政拨款支出决算表');
  expect(changes.body).not.toContain('两版的数字和文字相同');
  expect(changes.body.split('class="now"')).toHaveLength(2);
}, 120_000);
