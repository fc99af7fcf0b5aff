import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as organisations from '../../src/store/organisations.js';
import * as roster from '../../src/store/roster.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { formOf, type Installation, install, type Person } from './installation.js';

const RIGHT = readFileSync('examples/示例县政务服务中心-2023.txt', 'utf8');
const WRONG = readFileSync('examples/示例县政务服务中心-2023-待核实.txt', 'utf8');
const FORMS = readFileSync('examples/示例县政务服务中心-2023-绩效自评.txt', 'utf8');

/** The words of a page, without its markup. */
function textOf(page: string): string {
  return page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(ENGINE_NAMES)('what everybody reads, %s', (name) => {
  let here: Installation;
  const filing = () => `/api/v1/filings/${here.filings.unit}`;
  const post = (person: Person, url: string, payload: object) =>
    here.app.inject({ method: 'POST', url, payload, headers: here.headers(person) });
  const step = (person: Person, move: string, said: object = {}) =>
    post(person, `${filing()}/steps/${move}`, said);
  const get = (url: string) => here.app.inject({ url });
  const upload = async (text: string, fields: Readonly<Record<string, string>> = {}) => {
    const { headers, payload } = formOf(fields, [{ name: '决算.txt', bytes: text }]);
    const answer = await here.app.inject({
      ...{ method: 'POST', url: `${filing()}/versions`, payload },
      headers: { ...headers, ...here.headers('accountant') },
    });
    expect(answer.statusCode).toBe(201);
  };
  const account = (unit = here.organisations.unit) => `/u/${unit}/2023`;
  const basic = 'n/expenditure/total/basic';

  beforeAll(async () => {
    here = await install(name);
    await upload(`${RIGHT}\n${FORMS}`);
    for (const move of ['submit', 'secrecy-review', 'sign']) {
      await step('accountant', move, { note: '已审查' });
    }
    await step('reviewer', 'approve', { documentNumber: '示财决〔2024〕7号', day: '2024-08-30' });
    expect((await step('accountant', 'publish')).statusCode).toBe(201);
  });
  afterAll(() => here?.stop());

  it('a number is shown where it is printed, with its parts, copies and rules', async () => {
    const page = await get(`${account()}/${basic}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toMatch(/<mark>3948844\.66<\/mark>/);
    const text = textOf(page.body);
    expect(text).toMatch(/决算\.txt 支出决算表 · 第 \d+ 行/);
    expect(text).toContain('支出决算表合计行等于各类科目之和 相符');
    expect(text).toContain('201 一般公共服务支出 · 基本支出 + 3,165,548.61');
    expect(text).toContain('合计 基本支出 = 3,948,844.66');
    expect(text).toContain('基本支出3,948,844.66元');
    // Each part leads to its own page, which leads back to the sum that it goes into.
    const [, part] = /href="([^"]*\/n\/expenditure\/201\/basic)"/.exec(page.body)!;
    const own = await get(part!);
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain(`href="${account()}/${basic}"`);
    expect((await get(`${account()}/n/expenditure/nothing/basic`)).statusCode).toBe(404);
  });

  it('performance forms stand beside their scores and amounts', async () => {
    const text = textOf((await get(account())).body);
    expect(text).toMatch(/窗口服务设备更新 项目自评 48\.00 万元 45\.60 万元 95\.00% 97\.5 \/ 100/);
    expect(text).toContain('项目支出绩效自评表 · 窗口服务设备更新');
    expect(text).toContain('更换自助申报机');
    const csv = await get('/api/v1/public/scores.csv?year=2023');
    expect(csv.body).toContain('窗口服务设备更新,97.5');
  });

  it('a correction is told cell by cell and paragraph by paragraph', async () => {
    await upload(WRONG, { correction: 'true' });
    await step('accountant', 'correct', { note: '更正支出决算表和情况说明' });
    const page = await get(`${account()}/v/2/from/1`);
    const text = textOf(page.body);
    expect(text).toContain('更正支出决算表和情况说明');
    expect(text).toMatch(/本年支出 小计 60,275,617\.49 60,275,671\.49 \+54\.00/);
    expect(text).toContain('财政拨款支出增加（减少）9,769,426.17元');
    expect(textOf((await get(account())).body)).toMatch(/改动 \d+ 处/);
    // The rule that fails now is nobody's business until a reviewer has confirmed it.
    const cell = await get(`${account()}/n/general-public-budget-expenditure/201/total`);
    expect(cell.body).toContain('>未作结论</span>');
    expect(cell.body).not.toContain('finding-');
    const old = await get(`${account()}/v/1/n/general-public-budget-expenditure/201/total`);
    expect(old.body).not.toContain('>未作结论</span>');
  });

  it('a confirmed fault leads to the cells that it is about, and they to it', async () => {
    const url = `${filing()}/versions/2/findings`;
    const answer = await here.app.inject({ url, headers: here.headers('reviewer') });
    const { items } = answer.json() as { items: readonly { readonly id: string }[] };
    const { id } =
      items.find((each) => /^general-public-budget.*row.*201/.test(each.id)) ?? items[0]!;
    await post('reviewer', `${filing()}/verdicts`, {
      finding: id,
      verdict: 'fault',
      reason: '属实',
    });
    await post('accountant', `${filing()}/replies`, { finding: id, body: '已知悉，将更正' });
    const page = await get(account());
    expect(textOf(page.body)).toContain('已知悉，将更正');
    const [, cell] = /id="finding-[\s\S]*?href="(\/u\/[^"]*\/n\/[^"]*)"/.exec(page.body)!;
    expect((await get(cell!.replaceAll('&amp;', '&'))).statusCode).toBe(200);
    const numbers = await get(`${account()}/n/general-public-budget-expenditure/201/total`);
    expect(textOf(numbers.body)).toContain('经核实不符');
  });

  it('bulk data are in yuan and by code', async () => {
    const facts = await get('/api/v1/public/facts.csv?year=2023');
    const [heads, ...rows] = facts.body.split('\r\n');
    expect(heads).toContain('value,unit,printed');
    expect(rows.some((row) => row.includes('reported,60275671.49,元,'))).toBe(true);
    const summary = (await get('/api/v1/public/summary.jsonl?year=2023')).body.trim().split('\n');
    expect(summary.map((line) => JSON.parse(line))).toMatchObject([
      { fiscalYear: 2023, version: 2, unit: '元', basic: '3948844.66' },
    ]);
    const data = await get('/data');
    expect(data.body).toContain('/api/v1/public/summary.csv?year=2023');
  });

  it('addresses go by the code; every older one leads to it for ever', async () => {
    const id = here.organisations.unit;
    const give = (code: string | null) =>
      here.store.write('test', async (task) => {
        const { revision, ...own } = (await organisations.byId(task, id))!;
        await organisations.change(task, id, revision, { ...own, code });
      });
    await give('12999921mb0000001x');
    await give('999921-101');
    const to = async (url: string) => {
      const { statusCode, headers } = await get(url);
      return [statusCode, headers.location];
    };
    const now = account('9901.999921-101');
    for (const old of [id, '9901.12999921MB0000001X', '9901.12999921mb0000001x']) {
      expect(await to(`${account(old)}/v/1`)).toEqual([301, `${now}/v/1`]);
    }
    expect(await to(`${account(id)}/${basic}?of=prior`)).toEqual([301, `${now}/${basic}?of=prior`]);
    expect((await get(now)).statusCode).toBe(200);
    expect((await get(now)).body).not.toContain(id);
    expect((await get('/search?q=999921-101')).body).toContain('href="/u/9901.999921-101"');
    expect((await get('/api/v1/public/accounts/9901.999921-101/2023')).statusCode).toBe(200);
    expect((await get(`/compare?unit=${id}`)).body).toContain('value="9901.999921-101"');
    // Not said is not taken away; another body cannot have it.
    await here.store.write('test', async (task) => {
      const { revision, code: _, ...own } = (await organisations.byId(task, id))!;
      await organisations.change(task, id, revision, own);
    });
    expect((await get(now)).statusCode).toBe(200);
    const content = { region: '9901', level: 'unit', name: '另一单位', initials: 'lydw' } as const;
    for (const code of ['999921-101', '12999921MB0000001X']) {
      const add = here.store.write('test', (task) => organisations.add(task, { ...content, code }));
      await expect(add).rejects.toMatchObject({ code: 'exists' });
    }
    const bad = here.store.write('test', (task) =>
      organisations.add(task, { ...content, code: 'a/b' }),
    );
    await expect(bad).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the year on which lists open', () => {
  let here: Installation;
  const put = (fiscalYear: number, due: string | null, approved: string | null) =>
    here.store.write('test', (task) =>
      roster.put(task, {
        ...{ fiscalYear, kind: 'final-account', organisation: here.organisations.unit },
        ...{ exempt: false, note: '', due, approved },
      }),
    );
  const opened = async (url: string) => {
    const { body } = await here.app.inject({ url });
    const [, title] = /<h1>([^<]*)<\/h1>/.exec(body)!;
    const others = [...body.matchAll(/href="[^"]*[?;]year=(\d+)/g)].map(([, year]) => year);
    return { title, others: [...new Set(others)].sort() };
  };
  beforeAll(async () => {
    here = await install('embedded');
  });
  afterAll(() => here?.stop());

  it('is the newest roster where nothing was published or due', async () => {
    expect((await opened('/r')).title).toContain('2023');
    await put(2022, '2023-09-20', '2023-08-30');
    await put(2023, '2024-09-20', '2024-08-30');
    await put(2024, null, null);
    // The clock stands at 2024-09-10: who did not publish 2022 is late, 2023 is not due.
    expect((await opened('/r')).title).toContain('2024');
    expect((await opened('/deadline')).title).toContain('2022');
  });

  it('is the newest of which something was published, with the others linked', async () => {
    const filing = `/api/v1/filings/${here.filings.unit}`;
    const { headers, payload } = formOf({}, [{ name: '决算.txt', bytes: RIGHT }]);
    const post = (person: Person, url: string, more: object) =>
      here.app.inject({ method: 'POST', url, ...more, headers: here.headers(person) });
    await here.app.inject({
      ...{ method: 'POST', url: `${filing}/versions`, payload },
      headers: { ...headers, ...here.headers('accountant') },
    });
    for (const move of ['submit', 'secrecy-review', 'sign']) {
      await post('accountant', `${filing}/steps/${move}`, { payload: { note: '已审查' } });
    }
    const approval = { documentNumber: '示财决〔2024〕7号', day: '2024-08-30' };
    await post('reviewer', `${filing}/steps/approve`, { payload: approval });
    const done = await post('accountant', `${filing}/steps/publish`, { payload: {} });
    expect(done.statusCode).toBe(201);
    for (const url of ['/r', '/r/99', '/deadline', '/deadline/9901']) {
      const { title, others } = await opened(url);
      expect(title, url).toContain('2023');
      expect(others, url).toEqual(expect.arrayContaining(['2022', '2024']));
    }
    // What is only due has no data and nothing to compare.
    for (const url of ['/data', '/compare']) {
      expect((await here.app.inject({ url })).body, url).not.toMatch(/(value="|year=)2024/);
    }
    // Nothing of another region was published in any year.
    expect((await opened('/r/88')).title).toContain('2024');
    expect((await opened('/r?year=2024')).title).toContain('2024');
    expect(textOf((await here.app.inject({ url: '/' })).body)).toContain('2023年度 已公开 1 / 1');
  });
});
