import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, install, type Person } from './installation.js';
import { type Page, signedIn, type Visitor } from './visitor.js';

const WRONG = readFileSync('examples/示例县政务服务中心-2023-待核实.txt');

let here: Installation;
const people = new Map<Person, Visitor>();
let finding = '';
beforeAll(async () => {
  here = await install('embedded');
  for (const person of ['accountant', 'reviewer', 'bureau', 'root'] as const) {
    people.set(person, await signedIn(here, person));
  }
  const accountant = as('accountant');
  await accountant.get(home());
  await accountant.send(`${home()}/upload`, {}, [{ name: '决算.txt', bytes: WRONG }]);
  const { body } = await as('reviewer').get(home());
  finding = /name="finding" value="([^"]+)"/.exec(body)![1]!.replaceAll('&amp;', '&');
});
afterAll(() => here?.stop());

const as = (person: Person): Visitor => people.get(person)!;
const home = () => `/workbench/filings/${here.filings.unit}`;

type Fields = Readonly<Record<string, string>>;

/** Sends a form from a page and follows nothing: a refusal is the page itself. */
async function refusal(person: Person, page: string, form: string, fields: Fields): Promise<Page> {
  await as(person).get(page);
  return as(person).post(form, fields);
}

/** The form that was refused, as it stands on the page. */
function refused({ body }: Page): string {
  const from = body.indexOf(' id="refused"');
  return from < 0 ? '' : body.slice(from, body.indexOf('</form>', from));
}

/** The field at fault is marked, is the one with the focus, and has the words beside it. */
function expectFault(page: Page, id: string, words: string): void {
  const form = refused(page);
  const [tag = ''] = new RegExp(`<(input|textarea|select)[^>]* id="${id}"[^>]*>`).exec(form) ?? [];
  expect(tag).toContain('aria-invalid="true"');
  expect(tag).toContain(' autofocus');
  expect(tag).toContain(`${id}-fault`);
  expect(form).toContain(`id="${id}-fault">${words}`);
}

describe('a form that is refused comes back with what was typed', () => {
  it('to let a finding pass, to decide, to reply, to remark', async () => {
    const waived = await refusal('reviewer', home(), `${home()}/waivers`, {
      ...{ finding, reason: '金额很小，明年调整', until: '2024-09-01' },
    });
    expect(waived.status).toBe(400);
    expectFault(waived, 'until-1', '期限 2024-09-01 已过');
    expect(refused(waived)).toContain('>金额很小，明年调整</textarea>');
    expect(waived.body).toMatch(
      /<details open><summary>暂不处理<\/summary><form[^>]* id="refused"/,
    );
    expect(waived.body).toContain('href="#refused"');

    const silent = { finding, verdict: 'fault', reason: ' ' };
    const decided = await refusal('reviewer', home(), `${home()}/verdicts`, silent);
    expectFault(decided, 'decide-1', '请填写“');
    const long = '答'.repeat(10_001);
    const replied = await refusal('accountant', home(), `${home()}/replies`, {
      ...{ finding, text: long },
    });
    expectFault(replied, 'reply-1', '写了 10001 个字，最多 10000 个');
    expect(refused(replied)).toContain(`>${long}</textarea>`);
    const whole = await refusal('reviewer', home(), `${home()}/comments`, {
      ...{ finding: '', text: ' ' },
    });
    expectFault(whole, 'comment-all', '请填写“');
  });

  it('a step, where its reason or its addresses are at fault', async () => {
    const told = { from: 'draft', to: 'checked', documentNumber: '', day: '', addresses: '' };
    const long = '说'.repeat(10_001);
    const step = { ...told, note: long };
    const page = await refusal('accountant', home(), `${home()}/steps`, step);
    expectFault(page, 'checked-note', '写了 10001 个字');
    await as('accountant').send(`${home()}/steps`, { ...told, note: '', despite: 'yes' });
    const back = { ...told, from: 'checked', to: 'sent-back', note: ' ' };
    const silent = await refusal('reviewer', home(), `${home()}/steps`, back);
    expectFault(silent, 'sent-back-note', '还要填写：说明');
    // The step may be taken no more: what was written is there to be copied.
    const stale = { ...told, to: 'sent-back', from: 'signed', note: '请补充说明' };
    await as('reviewer').send(`${home()}/steps`, { ...back, note: '请核对' });
    const gone = await refusal('reviewer', home(), `${home()}/steps`, stale);
    expect(gone.status).toBe(409);
    expect(refused(gone)).toBe('');
    expect(gone.body).toMatch(/已被别人改动[\s\S]*您填写的内容[\s\S]*<p>请补充说明<\/p>/);
  });

  it('what is missing in a typed document', async () => {
    await as('accountant').get(home());
    await as('accountant').post(`${home()}/draft`, {});
    // A draft that nobody typed into is none.
    const first = { id: 'prior/three-public-vehicle-purchase', text: '0' };
    await as('accountant').send(`${home()}/inputs`, first);
    const need = { id: 'prior/three-public-abroad', text: '三个' };
    const page = await refusal('accountant', home(), `${home()}/inputs`, need);
    expect(refused(page)).toContain('value="三个"');
    expect(refused(page)).toContain('要填');
    expect(refused(page)).toContain('aria-invalid="true"');
  });

  it('a body, a region, somebody new, a line of the roster', async () => {
    const body = { name: '示例县新设局', code: '', level: 'unit', parent: '', sector: '其他' };
    const added = await refusal('root', '/workbench/bodies', '/workbench/bodies', {
      ...{ ...body, region: '' },
    });
    expectFault(added, 'body-region', '请选择“地区”');
    expect(refused(added)).toContain('value="示例县新设局"');
    expect(refused(added)).toContain('value="其他"');
    const region = { code: '示例', name: '示例新区', region: '' };
    const at = '/workbench/bodies/regions';
    const put = await refusal('root', '/workbench/bodies', at, region);
    expectFault(put, 'region-code', '区划代码由');
    expect(refused(put)).toContain('value="示例新区"');
    const people = '/workbench/people';
    const organisation = here.organisations.unit;
    const taken = { name: '赵会计', login: 'accountant', role: 'accountant', organisation };
    const invited = await refusal('root', people, people, taken);
    expectFault(invited, 'invite-login', '这个登录名已经有人用了');
    expect(refused(invited)).toContain('value="赵会计"');
    const listed = { code: '没有的单位', approved: '2024-08-30', exempt: '' };
    const roster = '/workbench/roster';
    const line = await refusal('bureau', `${roster}?year=2023`, `${roster}/2023`, listed);
    expectFault(line, 'roster-code', '没有“没有的单位”这个单位');
    expect(refused(line)).toContain('value="2024-08-30"');
    expect(line.body).toContain('2023');
  });

  it('the beginning of an account; a file has to be chosen again', async () => {
    const blank = { unit: here.organisations.unit, name: '', year: '', edition: 'general' };
    const begun = await refusal('accountant', '/workbench', '/workbench/filings/start', blank);
    expectFault(begun, 'blank-year', '请填写“年度”');
    expect(refused(begun)).toContain('value="general" selected');
    await as('accountant').get('/workbench');
    const chosen = { unit: here.organisations.unit, year: '2022', name: '', held: '' };
    const named = WRONG.toString('utf8').replaceAll('示例县政务服务中心', '示例9901unit');
    const file = { name: '决算.txt', bytes: named };
    const other = await as('accountant').post('/workbench/filings/upload', chosen, [file]);
    expect(other.status).toBe(422);
    expect(refused(other)).toContain('文件要重新选择');
    expect(refused(other)).toContain('value="2022" selected');
  });

  it('whose a document is, and the document need not be sent again', async () => {
    await as('accountant').get('/workbench');
    const chosen = { unit: '', year: '', name: '', held: '' };
    const file = { name: '决算.txt', bytes: WRONG };
    const asked = await as('accountant').post('/workbench/filings/upload', chosen, [file]);
    const [, held] = /name="held" value="([^"]+)"/.exec(asked.body)!;
    const told = { unit: here.organisations.unit, year: '2022', name: '', held: held! };
    const other = await as('accountant').post('/workbench/filings/upload', told, []);
    expect([other.status, refused(other).includes('选的是 2022 年度')]).toEqual([422, true]);
    expect(refused(other)).toContain(held);
    expect(refused(other)).toContain('value="2022" selected');
  });

  it('never a password', async () => {
    const at = '/workbench/account';
    const given = { current: 'the old one', password: 'short', again: 'short' };
    const page = await refusal('accountant', at, `${at}/password`, given);
    expect(page.status).toBe(400);
    expect(refused(page)).toContain('密码至少要');
    expect(page.body).not.toContain('the old one');
    expect(page.body).not.toContain('"short"');
  });
});
