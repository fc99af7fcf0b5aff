import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, install, type Person } from './installation.js';
import { has, lacks, type Page, shows, signedIn, type Visitor } from './visitor.js';

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

/** What whoever submits says to know. */
const AWARE = { without: 'yes', despite: 'yes' };

/** Where the finding of the page with a number has its id: in its own forms. */
function findingIn({ body }: Page, number: number): string {
  const article = body.slice(body.indexOf(`id="f${number}"`));
  return /name="finding" value="([^"]+)"/.exec(article)![1]!.replaceAll('&amp;', '&');
}

describe('the page of a filing', () => {
  it('says what to do where there is nothing yet', async () => {
    const page = await as('accountant').get(home());
    expect(page.status).toBe(200);
    has(page, '还没有上报内容');
    has(page, '先填写并提交，或上传文件');
  });

  it('shows what was found beside the document, each place marked and leading back', async () => {
    const page = await uploads('accountant', WRONG);
    has(page, '第 1 版已读出并核对');
    const places = [...page.body.matchAll(/<li><a href="#(m1-\d+)">([^<]+)<\/a><\/li>/g)];
    expect(places.length).toBeGreaterThan(0);
    for (const [, mark, words] of places) {
      has(page, `<mark id="${mark}"`);
      expect(words).toMatch(/第 \d+ 行/);
    }
    shows(page, /<\/mark><a class="ref" href="#f1"/);
    const reviewer = await as('reviewer').get(home());
    has(reviewer, '审核结论');
    lacks(reviewer, 'class="badge info">新出现');
    const english = await as('reviewer').get('/settings?lang=en&back=/workbench');
    expect(english.status).toBe(303);
    const told = await as('reviewer').get(home());
    has(told, 'Remedy: ');
    as('reviewer').cookies.delete('lang');
  });

  it('is not submitted unawares: what is typed beside it, and errors, are said first', async () => {
    const submit = (aware: Readonly<Record<string, string>>) =>
      does('accountant', 'steps', {
        ...{ from: 'draft', to: 'checked', documentNumber: '', day: '', addresses: '', note: '' },
        ...{ ...AWARE, ...aware },
      });
    has(await submit({ despite: '' }), '处错误没有处理：先改正，或勾选仍然提交');
    // Whoever only looks leaves nothing behind.
    await does('accountant', 'draft');
    const looked = await as('accountant').get(home());
    lacks(looked, '还没有提交的内容');
    has(looked, '知道有错误，仍提交审核');
    lacks(looked, '不带这些改动');
    const need = { id: 'contact-phone', text: '0000-7654321' };
    has(await does('accountant', 'inputs', need), '已写进');
    const typed = await as('accountant').get(home());
    has(typed, '还没有提交的内容');
    has(typed, '不带这些改动，仍提交第');
    has(await submit({ without: '' }), '有改动还没有提交');
    const url = `/api/v1/filings/${here.filings.unit}/draft?counter=1`;
    const headers = here.headers('accountant');
    const gone = await here.app.inject({ method: 'DELETE', url, headers });
    expect(gone.statusCode).toBeLessThan(300);
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
    const odd = await as('accountant').get('/workbench/filings/7');
    expect([odd.status, odd.body.includes('uuid')]).toEqual([404, false]);
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
    has(late, '期限 2024-09-01 已过');
    const gone = await does('reviewer', 'waivers', { finding: 'x', reason, until: '' });
    has(gone, '最新的一版里已经没有了');
    const none = await does('reviewer', 'waivers', { finding, reason: ' ', until: '' });
    has(none, '请填写“理由”');
    const passed = await does('reviewer', 'waivers', { finding, reason, until: '2024-12-31' });
    has(passed, '已记下暂不处理');
    has(passed, '至 2024-12-31');
    const [, back] = /waivers\/([0-9a-f-]+)\/withdraw"/.exec(passed.body)!;
    expect((await does('accountant', `waivers/${back}/withdraw`)).status).toBe(403);
    const taken = await does('reviewer', `waivers/${back}/withdraw`);
    lacks(taken, '至 2024-12-31');
    expect((await does('reviewer', `waivers/${back}/withdraw`)).status).toBe(404);

    const decided = await does('reviewer', 'verdicts', judged);
    has(decided, '已核实：');
    const [, verdict] = /verdicts\/([0-9a-f-]+)\/withdraw"/.exec(decided.body)!;
    const undone = await does('reviewer', `verdicts/${verdict}/withdraw`);
    lacks(undone, '已核实：');
  });

  it('has replies of the unit and remarks that are dealt with', async () => {
    const finding = findingIn(await as('reviewer').get(home()), 1);
    expect((await does('reviewer', 'replies', { finding, text: '好' })).status).toBe(403);
    const replied = await does('accountant', 'replies', { finding, text: '已核对，将更正' });
    has(replied, '已核对，将更正');
    const said = await does('reviewer', 'comments', { finding, text: '请核对合计' });
    has(said, '请核对合计');
    const whole = await does('reviewer', 'comments', { finding: '', text: '请补充说明' });
    has(whole, '请补充说明');
    const [, comment] = /comments\/([0-9a-f-]+)\/resolve"/.exec(whole.body)!;
    const done = await does('accountant', `comments/${comment}/resolve`);
    has(done, '已处理。');
    expect((await does('accountant', `comments/${comment}/resolve`)).status).toBe(404);
    const foreign = home().replace(here.filings.unit, here.filings.stranger);
    await as('accountant').get(home());
    const other = await as('accountant').post(`${foreign}/comments`, { finding: '', text: '?' });
    expect(other.status).toBe(403);
  });

  it('another version shows what is gone, stays and is new; an older is only read', async () => {
    const half = `${text(WRONG)}\n`;
    const page = await uploads('accountant', half, '第二版.txt');
    shows(page, /第 2 版已读出并核对：新出现 0 个，仍在 \d+ 个，已消除 0 个/);
    const mended = await uploads('accountant', RIGHT, '第三版.txt');
    shows(mended, /新出现 0 个，仍在 0 个，已消除 [1-9]\d* 个/);
    shows(mended, /已消除的 \d+ 个问题/);
    const old = await as('reviewer').get(`${home()}?version=1`);
    has(old, '这是以前的第 1 版，只能看');
    lacks(old, 'name="verdict"');
    has(await uploads('accountant', 'x', '空.txt'), '没有认出决算的表格和文字');
    const two = [
      { name: 'a.txt', bytes: RIGHT },
      { name: 'b.txt', bytes: RIGHT },
    ];
    const both = await as('accountant').send(`${home()}/upload`, {}, two);
    has(both, '一次请选一个文件');
    const other = await uploads('accountant', text(RIGHT).replaceAll('2023', '2021'));
    has(other, '文件是 2021 年度的');
  });
});

describe('steps, drafts and what is made of them', () => {
  const steps = (person: Person, from: string, to: string, said: Record<string, string> = {}) =>
    does(person, 'steps', {
      from,
      to,
      documentNumber: '',
      day: '',
      addresses: '',
      note: '',
      ...AWARE,
      ...said,
    });

  it('a unit submits, a reviewer sends back with words; nobody skips a step', async () => {
    expect((await steps('reviewer', 'draft', 'checked')).status).toBe(403);
    has(await steps('accountant', 'draft', 'published'), '请求的内容不合要求');
    const sent = await steps('accountant', 'draft', 'checked');
    has(sent, '现在是“已核对”');
    // What is checked takes no other version, and nothing is typed into it.
    lacks(sent, '上传新的一版');
    has(await uploads('accountant', RIGHT), '现在的状态下不能这样做');
    has(await does('accountant', 'draft'), '现在的状态下不能这样做');
    has(await steps('accountant', 'draft', 'checked'), '已被别人改动');
    const silent = await steps('reviewer', 'checked', 'sent-back');
    has(silent, '还要填写');
    const back = await steps('reviewer', 'checked', 'sent-back', { note: '请补充说明' });
    has(back, '现在是“已退回”');
    has(await as('accountant').get(home()), '请补充说明');
  });

  it('is typed from the newest version, asks for what is missing, and is handed in', async () => {
    await as('accountant').get(home());
    const opened = await as('accountant').post(`${home()}/draft`, {});
    expect([opened.status, opened.to]).toEqual([303, `${home()}/entry`]);
    lacks(await as('accountant').get(home()), '有正在填写、还没有提交的内容');
    const need = { id: 'duties', text: '负责政务服务' };
    expect((await does('reviewer', 'inputs', { id: 'nothing', text: 'x' })).status).toBe(404);
    const filled = await does('accountant', 'inputs', need);
    has(filled, '已写进正在填写的内容');
    has(filled, '有正在填写、还没有提交的内容');
    has(filled, '待补内容');
    shows(filled, /公开文件还缺 \d+ 项必填内容/);
    const wrong = await does('accountant', 'inputs', { id: 'abroad-groups', text: '三个' });
    has(wrong, '要填整数');
    const chosen = await does('accountant', 'inputs', { id: 'secrecy-review', text: '不知道' });
    has(chosen, '请从列表中选');
    const stale = await does('accountant', 'versions', { counter: '0' });
    has(stale, '已被别人改动');
    expect((await does('administrator', 'versions', { counter: '' })).status).toBe(403);
    const preview = await as('accountant').get(`${home()}/preview`);
    expect(preview.headers['content-security-policy']).toContain("default-src 'none'");
    has(preview, '草稿（不得公开）');
    has(preview, '负责政务服务');
    const handed = await does('accountant', 'versions', { counter: '' });
    has(handed, '第 4 版已提交并核对');
    lacks(handed, '有正在填写、还没有提交的内容');
    shows(handed, /决算公开\.docx<\/a>/);
    expect((await does('accountant', 'versions', { counter: '' })).status).toBe(404);
  });

  it('is downloaded in every format; with gaps it is a draft by name and content', async () => {
    const from = `${home()}/versions/4/publication`;
    for (const format of ['docx', 'xlsx', 'html'] as const) {
      const file = await as('accountant').get(`${from}/${format}`);
      expect([format, file.status]).toEqual([format, 200]);
      const name = decodeURIComponent(String(file.headers['content-disposition']));
      expect(name).toContain('草稿（不得公开）');
    }
    const data = await as('accountant').get(`${from}/csv`);
    expect([data.status, data.body.includes('只能下载标明草稿')]).toEqual([409, true]);
    const foreign = from.replace(here.filings.unit, here.filings.stranger);
    expect((await as('accountant').get(`${foreign}/docx`)).status).toBe(403);
    expect((await as('accountant').get(`${from}/exe`)).status).toBe(400);
  });

  it('goes all the way; what was typed is not published with gaps', async () => {
    for (const [person, from, to, said] of [
      ['accountant', 'sent-back', 'checked', {}],
      ['accountant', 'checked', 'secrecy-reviewed', { note: '无涉密内容，保密办' }],
      ['accountant', 'secrecy-reviewed', 'signed', { note: '局长审签' }],
    ] as const) {
      const page = await steps(person, from, to, said);
      has(page, '现在是“');
    }
    expect((await steps('accountant', 'signed', 'approved')).status).toBe(403);
    const approval = { documentNumber: '示财决〔2024〕7号', day: '2024-09-11' };
    has(await steps('reviewer', 'signed', 'approved', approval), '还没有到');
    const approved = await steps('reviewer', 'signed', 'approved', {
      ...approval,
      day: '2024-08-30',
    });
    has(approved, '最迟公开日 2024-09-19');
    const gaps = await steps('accountant', 'approved', 'published', { day: '2024-09-10' });
    shows(gaps, /不能公开：还有 \d+ 项必填内容没有写/);
  });

  it('publishes a document and its data; a correction shows what changed', async () => {
    const back = await steps('reviewer', 'approved', 'sent-back', { note: '改用原文件' });
    has(back, '现在是“已退回”');
    has(await uploads('accountant', RIGHT, '决算公开.txt'), '第 5 版');
    await steps('accountant', 'sent-back', 'checked');
    await steps('accountant', 'checked', 'secrecy-reviewed', { note: '已审查' });
    await steps('accountant', 'secrecy-reviewed', 'signed', { note: '已审签' });
    const approval = { documentNumber: '示财决〔2024〕8号', day: '2024-09-02' };
    await steps('reviewer', 'signed', 'approved', approval);
    const day = '2024-09-10';
    const wrong = await steps('accountant', 'approved', 'published', { day, addresses: 'x.cn' });
    has(wrong, '公开网址要以 http:// 或 https:// 开头');
    const addresses = 'https://a.example/1\nhttps://b.example/2\n';
    const out = await steps('accountant', 'approved', 'published', { day, addresses });
    has(out, '现在是“已公开”');
    has(out, 'https://b.example/2');
    has(out, '公开的就是最新的一版');
    const open = await as('accountant').get(`/u/${here.organisations.unit}/2023`);
    expect(open.status).toBe(200);
    has(await uploads('accountant', WRONG), '第 6 版');
    const silent = await steps('accountant', 'published', 'corrected', { day });
    has(silent, '还要填写');
    const said = { day, note: '更正收入决算表' };
    const corrected = await steps('accountant', 'published', 'corrected', said);
    has(corrected, '现在是“已更正”');
    const [, changes] = /href="(\/u\/[^"]+\/from\/5)"/.exec(corrected.body)!;
    has(await as('accountant').get(changes!), '更正收入决算表');
    const taken = await steps('bureau', 'corrected', 'approved', { note: '有误' });
    has(taken, '现在是“已批复”');
  });
});
