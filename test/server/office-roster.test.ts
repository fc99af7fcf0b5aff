import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { sourceText } from '../../src/cells/locate.js';
import { feedbackForm } from '../../src/office/feedback-form.js';
import { reviewOf } from '../../src/pages/review.js';
import { checkFiling, readDocument } from '../../src/pipeline.js';
import { readCells } from '../../src/readers/read.js';
import * as filings from '../../src/store/filings.js';
import * as organisations from '../../src/store/organisations.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { formOf, type Installation, install, type Person } from './installation.js';
import { signedIn, type Visitor } from './visitor.js';

const NAME = '示例县政务服务中心';
const RIGHT = readFileSync(`examples/${NAME}-2023.txt`, 'utf8');
const WRONG = readFileSync(`examples/${NAME}-2023-待核实.txt`, 'utf8');

const LIST = `单位代码,主管部门,单位名称,区划,单位性质,批复日期,是否涉密
101,,${NAME},,事业,2024-08-10,
102,${NAME},示例县政务服务中心窗口站,,事业,2024-08-30,
103,,示例县保密局,,行政,,是
104,,别县某局,没有的区划,行政,,
105,,示例99bureau,,行政,2024年8月1日,`;

describe.each(ENGINE_NAMES)('who must publish, %s', (name) => {
  let here: Installation;
  let bureau: Visitor;
  beforeAll(async () => {
    here = await install(name);
    bureau = await signedIn(here, 'bureau');
  });
  afterAll(() => here?.stop());

  const idOf = (body: string) =>
    here.store.read(async (view) => (await organisations.byName(view, body))[0]!.id);
  const filingOf = (organisation: string, fiscalYear: number) =>
    here.store.write('test', async (task) => {
      return (await filings.ensure(task, { organisation, fiscalYear, kind: 'final-account' })).id;
    });
  const api = (person: Person, url: string, payload: object) =>
    here.app.inject({ method: 'POST', url, payload, headers: here.headers(person) });
  const upload = async (filing: string, text: string, file: string) => {
    const { headers, payload } = formOf({}, [{ name: file, bytes: text }]);
    const answer = await here.app.inject({
      ...{ method: 'POST', url: `/api/v1/filings/${filing}/versions`, payload },
      headers: { ...headers, ...here.headers('bureau') },
    });
    expect(answer.statusCode).toBe(201);
  };

  it('is a list that a sheet fills; what is not clear in it is said', async () => {
    expect((await bureau.get('/workbench/roster')).body).toContain('还没有应公开单位名单');
    const wrong = [{ name: 'x.csv', bytes: '甲,乙\n1,2\n' }];
    const refused = await bureau.send('/workbench/roster/2023/upload', {}, wrong);
    expect(refused.body).toContain('没有找到名单');
    const files = [{ name: '名单.csv', bytes: LIST }];
    const page = await bureau.send('/workbench/roster/2023/upload', {}, files);
    expect(page.body).toContain('名单登记了 4 个单位，其中新增 3 个');
    expect(page.body).toContain('别县某局：没有“没有的区划”这个区划');
    expect(page.body).toContain('到期未公开，已超过 11 天');
    const station = await here.store.read(async (view) =>
      organisations.byId(view, (await organisations.byCode(view, '102'))[0]!.id),
    );
    expect(station).toMatchObject({ parent: await idOf(NAME), kind: 'public-institution' });
    const again = await bureau.send('/workbench/roster/2023/upload', {}, files);
    expect(again.body).toContain('名单登记了 4 个单位，其中新增 0 个');
    const one = { code: '105', approved: '2024-09-01', exempt: '合并公开' };
    const put = await bureau.send('/workbench/roster/2023', one);
    expect(put.body).toContain('已登记：示例99bureau');
    expect(put.body).toContain('合并公开');
    const missing = await bureau.get('/workbench/roster?year=2023&region=&state=missing');
    expect(missing.body).toContain(NAME);
    expect(missing.body).not.toContain('示例县保密局');
  });

  it('is inspected by days and by the rules of the newest version', async () => {
    const filing = await filingOf(await idOf(NAME), 2023);
    await upload(filing, WRONG, '待核实.txt');
    const page = await bureau.get('/workbench/roster?year=2023');
    // The newest year with a roster is the one that opens, here and in the circular.
    expect((await bureau.get('/workbench/roster')).body).toContain('value="2023" selected');
    expect(page.body).toMatch(/\d 处错误/);
    expect(page.body).toContain('还没有文件');
    await upload(filing, RIGHT, '更正.txt');
    const right = await bureau.get('/workbench/roster?year=2023');
    expect(right.body).not.toMatch(/\d 处错误/);
    expect(right.body).toContain('没有登记公开网址');
  });

  it('gives the feedback form that the command gives, without what was waived', async () => {
    const filing = await filingOf(await idOf(NAME), 2023);
    await upload(filing, WRONG, '待核实.txt');
    const form = () =>
      here.app.inject({
        url: `/workbench/filings/${filing}/feedback.docx`,
        headers: here.headers('bureau'),
      });
    const context = { limits: DEFAULT_LIMITS, onPage: () => {} };
    const read = await readDocument('待核实.txt', new TextEncoder().encode(WRONG), context);
    if ('code' in read) throw new Error(read.code);
    const result = checkFiling(read.filing, []);
    const review = reviewOf(read.filing, result, sourceText(read.cells), 'zh');
    const own = await form();
    expect(Buffer.from(await feedbackForm(review, 'zh')).equals(own.rawPayload)).toBe(true);

    const [row] = review.rows;
    const waiver = { finding: row!.id, reason: '上级批准', until: null };
    const waived = await api('bureau', `/api/v1/filings/${filing}/waivers`, waiver);
    expect(waived.statusCode).toBe(201);
    const less = await form();
    const text = async (bytes: Uint8Array) => {
      const cells = await readCells('x.docx', bytes, context);
      return 'code' in cells ? '' : cells.lines.join('\n');
    };
    const position = row!.problem.slice(0, 12);
    expect(await text(own.rawPayload)).toContain(position);
    expect(await text(less.rawPayload)).not.toContain(position);

    const packed = await bureau.bytes('/workbench/roster/feedback.zip?year=2023');
    expect(Object.keys(unzipSync(packed))).toEqual([`${NAME}2023反馈意见表.docx`]);
  });

  it('gives the table of the circular as a page and as a workbook', async () => {
    const page = await bureau.get('/workbench/circular?year=2023&region=99');
    expect(page.body).toContain('示例县2023年度决算公开情况通报附表');
    expect(page.body).toContain('应公开 2 个单位，按时 0 个');
    const bytes = await bureau.bytes('/workbench/circular.xlsx?year=2023&region=99');
    const context = { limits: DEFAULT_LIMITS, onPage: () => {} };
    const cells = await readCells('x.xlsx', bytes, context);
    if ('code' in cells) throw new Error(cells.code);
    const text = cells.lines.join('\n');
    for (const shown of [NAME, '示例县保密局', '合并公开', '应公开 2 个单位']) {
      expect(text).toContain(shown);
    }
  });

  it('shows everybody what is theirs alone, and lets only the bureau write', async () => {
    const reviewer = await signedIn(here, 'reviewer');
    const theirs = await reviewer.get('/workbench/roster?year=2023');
    expect(theirs.status).toBe(200);
    expect(theirs.body).not.toContain(NAME);
    expect(theirs.body).toContain('名单由财政部门登记');
    expect((await reviewer.post('/workbench/roster/2023', { code: '101' })).status).toBe(403);
    const accountant = await signedIn(here, 'accountant');
    expect((await accountant.get('/workbench/roster')).status).toBe(403);
    const other = { code: '示例88department', approved: '', exempt: '' };
    await bureau.get('/workbench/roster?year=2023');
    const refused = await bureau.send('/workbench/roster/2023', other);
    expect(refused.body).toContain('没有“示例88department”这个单位');
  });

  it('keeps what a reviewer found right for the years after', async () => {
    const organisation = here.organisations.unit;
    const of = (year: number) =>
      WRONG.replaceAll('2022', 'before')
        .replaceAll('2023', `${year}`)
        .replaceAll('before', `${year - 1}`);
    const first = await filingOf(organisation, 2023);
    await upload(first, of(2023), 'a.txt');
    const found = async (filing: string, number: number) => {
      const url = `/api/v1/filings/${filing}/versions/${number}/findings`;
      const { items } = (await here.app.inject({ url, headers: here.headers('reviewer') })).json();
      return items as readonly { readonly id: string; readonly verdict: object | null }[];
    };
    const [one, two] = await found(first, 1);
    const judge = (finding: string, verdict: string) =>
      api('reviewer', `/api/v1/filings/${first}/verdicts`, { finding, verdict, reason: '已核' });
    expect((await judge(one!.id, 'right')).statusCode).toBe(201);
    expect((await judge(two!.id, 'fault')).statusCode).toBe(201);
    const next = await filingOf(organisation, 2024);
    await upload(next, of(2024), 'b.txt');
    const later = await found(next, 1);
    const verdictOn = (id: string) => later.find((each) => each.id === id);
    expect(verdictOn(one!.id)?.verdict).toMatchObject({ verdict: 'right', fiscalYear: 2023 });
    // A confirmed fault is of its year: whether it is one again somebody must say.
    expect(verdictOn(two!.id)).toMatchObject({ verdict: null });
  });
});
