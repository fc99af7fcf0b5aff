import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, install, type Person } from './installation.js';
import { type Page, signedIn, type Visitor } from './visitor.js';

const RIGHT = readFileSync('examples/示例县政务服务中心-2023.txt');
const WRONG = readFileSync('examples/示例县政务服务中心-2023-待核实.txt');
const text = (bytes: Buffer): string => bytes.toString('utf8');

let here: Installation;
const people = new Map<Person, Visitor>();
beforeAll(async () => {
  here = await install('embedded');
  for (const person of ['accountant', 'reviewer', 'bureau', 'administrator'] as const) {
    people.set(person, await signedIn(here, person));
  }
});
afterAll(() => here?.stop());

const as = (person: Person): Visitor => people.get(person)!;
const home = () => `/workbench/filings/${here.filings.unit}`;

/** Sends a form of the filing's page as somebody, and follows to where it leads. */
async function does(
  person: Person,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Page> {
  await as(person).get(home());
  return as(person).send(`${home()}/${action}`, fields);
}

async function uploads(person: Person, bytes: Buffer | string, name = '决算.txt'): Promise<Page> {
  await as(person).get(home());
  return as(person).send(`${home()}/upload`, {}, [{ name, bytes }]);
}

/** Where the finding of the page with a number has its id: in its own forms. */
function findingIn({ body }: Page, number: number): string {
  const article = body.slice(body.indexOf(`id="f${number}"`));
  return /name="finding" value="([^"]+)"/.exec(article)![1]!.replaceAll('&amp;', '&');
}

describe('the page of a filing', () => {
  it('says what to do where there is nothing yet', async () => {
    const page = await as('accountant').get(home());
    expect(page.status).toBe(200);
    expect(page.body).toContain('还没有上报内容');
    expect(page.body).toContain('先填写并提交，或上传文件');
  });

  it('shows what was found beside the document, each place marked and leading back', async () => {
    const page = await uploads('accountant', WRONG);
    expect(page.body).toContain('第 1 版已读出并核对');
    const places = [...page.body.matchAll(/<li><a href="#(m1-\d+)">([^<]+)<\/a><\/li>/g)];
    expect(places.length).toBeGreaterThan(0);
    for (const [, mark, words] of places) {
      expect(page.body).toContain(`<mark id="${mark}"`);
      expect(words).toMatch(/第 \d+ 行/);
    }
    expect(page.body).toMatch(/<\/mark><a class="ref" href="#f1"/);
    const reviewer = await as('reviewer').get(home());
    expect(reviewer.body).toContain('审核结论');
    expect(reviewer.body).not.toContain('class="badge info">新出现');
    const english = await as('reviewer').get('/settings?lang=en&back=/workbench');
    expect(english.status).toBe(303);
    const told = await as('reviewer').get(home());
    expect(told.body).toContain('Remedy: ');
    as('reviewer').cookies.delete('lang');
  });

  it('is kept from whoever has no business there, and so is everything below it', async () => {
    const { version } = { version: 1 };
    const files = `${home()}/versions/${version}/files/0`;
    for (const path of [
      home(),
      files,
      `${home()}/preview`,
      `${home()}/versions/1/publication/csv`,
    ]) {
      const foreign = path.replace(here.filings.unit, here.filings.stranger);
      expect([path, (await as('accountant').get(foreign)).status]).toEqual([path, 403]);
    }
    const raw = await as('accountant').get(files);
    expect(raw.status).toBe(200);
    expect(raw.headers['content-disposition']).toMatch(/^attachment/);
    expect((await as('accountant').get(`${files}/pages/1.png`)).status).toBe(404);
    expect((await as('accountant').get(`${home()}?version=9`)).status).toBe(404);
  });

  it('a unit neither lets its findings pass nor judges them; a reviewer does both', async () => {
    const page = await as('reviewer').get(home());
    const finding = findingIn(page, 1);
    const reason = '金额很小';
    expect((await does('accountant', 'waivers', { finding, reason, until: '' })).status).toBe(403);
    const judged = { finding, verdict: 'fault', reason };
    expect((await does('accountant', 'verdicts', judged)).status).toBe(403);
    expect((await does('administrator', 'verdicts', judged)).status).toBe(403);

    const late = await does('reviewer', 'waivers', { finding, reason, until: '2024-09-01' });
    expect(late.body).toContain('期限 2024-09-01 已过');
    const gone = await does('reviewer', 'waivers', { finding: 'x', reason, until: '' });
    expect(gone.body).toContain('最新的一版里已经没有了');
    const none = await does('reviewer', 'waivers', { finding, reason: ' ', until: '' });
    expect(none.body).toContain('请填写“理由”');
    const passed = await does('reviewer', 'waivers', { finding, reason, until: '2024-12-31' });
    expect(passed.body).toContain('已记下暂不处理');
    expect(passed.body).toContain('至 2024-12-31');
    const [, back] = /waivers\/([0-9a-f-]+)\/withdraw"/.exec(passed.body)!;
    expect((await does('accountant', `waivers/${back}/withdraw`)).status).toBe(403);
    const taken = await does('reviewer', `waivers/${back}/withdraw`);
    expect(taken.body).not.toContain('至 2024-12-31');
    expect((await does('reviewer', `waivers/${back}/withdraw`)).status).toBe(404);

    const decided = await does('reviewer', 'verdicts', judged);
    expect(decided.body).toContain('已核实：');
    const [, verdict] = /verdicts\/([0-9a-f-]+)\/withdraw"/.exec(decided.body)!;
    const undone = await does('reviewer', `verdicts/${verdict}/withdraw`);
    expect(undone.body).not.toContain('已核实：');
  });

  it('has replies of the unit and remarks that are dealt with', async () => {
    const finding = findingIn(await as('reviewer').get(home()), 1);
    expect((await does('reviewer', 'replies', { finding, text: '好' })).status).toBe(403);
    const replied = await does('accountant', 'replies', { finding, text: '已核对，将更正' });
    expect(replied.body).toContain('已核对，将更正');
    const said = await does('reviewer', 'comments', { finding, text: '请核对合计' });
    expect(said.body).toContain('请核对合计');
    const whole = await does('reviewer', 'comments', { finding: '', text: '请补充说明' });
    expect(whole.body).toContain('请补充说明');
    const [, comment] = /comments\/([0-9a-f-]+)\/resolve"/.exec(whole.body)!;
    const done = await does('accountant', `comments/${comment}/resolve`);
    expect(done.body).toContain('已处理。');
    expect((await does('accountant', `comments/${comment}/resolve`)).status).toBe(404);
    const foreign = home().replace(here.filings.unit, here.filings.stranger);
    await as('accountant').get(home());
    const other = await as('accountant').post(`${foreign}/comments`, { finding: '', text: '?' });
    expect(other.status).toBe(403);
  });

  it('another version shows what is gone, stays and is new; an older is only read', async () => {
    const half = text(WRONG);
    const page = await uploads('accountant', half, '第二版.txt');
    expect(page.body).toMatch(/第 2 版已读出并核对：新出现 0 个，仍在 \d+ 个，已消除 0 个/);
    const mended = await uploads('accountant', RIGHT, '第三版.txt');
    expect(mended.body).toMatch(/新出现 0 个，仍在 0 个，已消除 [1-9]\d* 个/);
    expect(mended.body).toMatch(/已消除的 \d+ 个问题/);
    const old = await as('reviewer').get(`${home()}?version=1`);
    expect(old.body).toContain('这是以前的第 1 版，只能看');
    expect(old.body).not.toContain('name="verdict"');
    const bad = await uploads('accountant', 'x', '空.txt');
    expect(bad.status).toBe(200);
    const two = [
      { name: 'a.txt', bytes: RIGHT },
      { name: 'b.txt', bytes: RIGHT },
    ];
    const both = await as('accountant').send(`${home()}/upload`, {}, two);
    expect(both.body).toContain('一次请选一个文件');
    const other = await uploads('accountant', text(RIGHT).replaceAll('2023', '2021'));
    expect(other.body).toContain('文件是 2021 年度的');
  });
});
