import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { type Desk, deskHere } from '../../src/server/services/desk.js';
import * as filings from '../../src/store/filings.js';
import * as organisations from '../../src/store/organisations.js';
import { ROOT } from '../house/source-files.js';
import { bareServer, type Installation, install } from './installation.js';
import { signedIn, Visitor } from './visitor.js';

const EXAMPLE = '示例县政务服务中心-2023-待核实.txt';
const BYTES = readFileSync(join(ROOT, 'examples', EXAMPLE));
const FILE = { name: EXAMPLE, bytes: BYTES };
const UPLOAD = '/workbench/filings/upload';
const BLANK = { unit: '', year: '' };

/** The example with what says of which year it is left out. */
const YEARLESS = Buffer.from(
  BYTES.toString('utf8').replaceAll('2023年', '本年').replaceAll('2023', ''),
);

describe('one user of a machine', () => {
  it('drops a document and sees its findings, without making anything first', async () => {
    const here = await bareServer(true);
    const visitor = new Visitor(here.app);
    const empty = await visitor.get('/workbench');
    expect(empty.body).toContain('把一份现成的决算文件放进下面的框里');
    const shown = await visitor.send(UPLOAD, BLANK, [FILE]);
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('已读出并核对：发现');
    expect(shown.body).toContain('示例县政务服务中心');
    expect(shown.body).toMatch(/class="[^"]*issue is-error/);
    const again = await visitor.send(UPLOAD, BLANK, [FILE]);
    expect(again.body).not.toContain('第一次来');
    const work = await visitor.get('/workbench');
    expect(work.body).toMatch(/核实并改正 \d+ 处错误/);
    const bodies = await here.store.read((view) => organisations.search(view, {}));
    expect(bodies.items.map(({ name }) => name)).toEqual(['示例县政务服务中心']);

    const start = { unit: '', name: '示例县档案馆', year: '2023', edition: 'general' };
    const began = await visitor.post('/workbench/filings/start', start);
    expect(began.to).toMatch(/^\/workbench\/filings\/[0-9a-f-]{36}\/entry$/);
    const twice = await visitor.post('/workbench/filings/start', start);
    expect(twice.to).toBe(began.to);
    const nothing = { ...start, name: '' };
    const refused = await visitor.send('/workbench/filings/start', nothing);
    expect(refused.body).toContain('请填写“单位”');
    await here.stop();
  });

  it('watches a document that takes long, and comes to its filing or to why not', async () => {
    const quick = deskHere(DEFAULT_LIMITS);
    let go = () => {};
    const told = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow: Desk = { ...quick, read: (given) => told.then(() => quick.read(given)) };
    const here = await bareServer(true, slow, 0);
    const visitor = new Visitor(here.app);
    await visitor.get('/workbench');
    const sent = await visitor.post(UPLOAD, BLANK, [FILE]);
    const broken = await visitor.post(UPLOAD, BLANK, [{ name: '空.txt', bytes: '' }]);
    expect(sent.to).toMatch(/^\/workbench\/reading\/[0-9a-f-]{36}$/);
    const page = await visitor.get(sent.to);
    expect(page.headers.refresh).toBe('1');
    expect(page.body).toContain('正在读出并核对');
    expect(page.body).toContain(EXAMPLE);
    go();
    expect((await visitor.settled(sent.to)).body).toContain('已读出并核对：发现');
    const refused = await visitor.settled(broken.to);
    expect([refused.status, refused.body.includes('空.txt')]).toEqual([422, true]);
    expect(refused.body).toContain('文件要重新选择');
    const lost = await visitor.get('/workbench/reading/00000000-0000-4000-8000-000000000000');
    expect([lost.status, lost.body.includes('重新上传')]).toEqual([404, true]);
    await here.stop();
  });

  it('is asked for the year that a document does not tell, and sends nothing twice', async () => {
    const here = await bareServer(true);
    const visitor = new Visitor(here.app);
    await visitor.get('/workbench');
    const asked = await visitor.post(UPLOAD, BLANK, [{ name: '决算.txt', bytes: YEARLESS }]);
    expect(asked.body).toContain('没有读出是哪一年的');
    const held = /name="held" value="([^"]+)"/.exec(asked.body)![1]!;
    const shown = await visitor.send(UPLOAD, { ...BLANK, held, year: '2023' }, []);
    expect(shown.body).toContain('已读出并核对');
    const forged = await visitor.send(UPLOAD, { ...BLANK, held: `${held}x`, year: '2023' }, []);
    expect(forged.body).toContain('请填写“文件”');
    await here.stop();
  });
});

describe('people of the offices', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await install('embedded');
  });
  afterAll(() => here?.stop());

  it('are asked when a document names another body than the one that is chosen', async () => {
    const visitor = await signedIn(here, 'accountant');
    await visitor.get('/workbench');
    const { unit, stranger } = here.organisations;
    const asked = await visitor.post(UPLOAD, { ...BLANK, unit }, [FILE]);
    expect(asked.body).toContain('文件写的是“示例县政务服务中心”，选的是“示例9901unit”');
    expect(asked.body).not.toContain('单位名称（上面没有时填）');
    const before = await here.store.read((view) => filings.byId(view, here.filings.unit));
    expect(before!.latest).toBe(0);
    const held = /name="held" value="([^"]+)"/.exec(asked.body)![1]!;
    const year = '2023';
    expect((await visitor.post(UPLOAD, { held, unit: stranger, year }, [])).status).toBe(403);
    const other = await signedIn(here, 'bureau');
    await other.get('/workbench');
    const taken = await other.post(UPLOAD, { held, unit, year }, []);
    expect([taken.status, taken.body.includes('请填写“文件”')]).toEqual([400, true]);
    const kept = await visitor.post(UPLOAD, { held, unit, year }, []);
    expect(kept.to).toBe(`/workbench/filings/${here.filings.unit}`);
    const nobody = await visitor.send(UPLOAD, BLANK, [FILE]);
    expect(nobody.body).toContain('不在您负责的单位里');
  });

  it('see what was refused where they were, and send several at once', async () => {
    const visitor = await signedIn(here, 'accountant');
    await visitor.get('/workbench');
    const { unit } = here.organisations;
    const strange = { name: 'x.txt', bytes: '这不是决算。' };
    const refused = await visitor.send(UPLOAD, { ...BLANK, unit }, [strange]);
    expect(refused.body).toContain('这不是部门决算');
    const wrongYear = await visitor.send(UPLOAD, { unit, year: '2021' }, [FILE]);
    expect(wrongYear.body).toContain('文件写的是“示例县政务服务中心”');
    const none = await visitor.send(UPLOAD, BLANK, []);
    expect(none.body).toContain('请填写“文件”');
    const many = await visitor.send(
      UPLOAD,
      BLANK,
      Array.from({ length: 6 }, () => FILE),
    );
    expect(many.body).toContain('一次最多 5 个文件');
    const several = await visitor.send(UPLOAD, BLANK, [strange, FILE]);
    expect(several.body).toContain('0 份已读出并核对。x.txt：');
  });

  it('have a queue of what they may see, filtered', async () => {
    const reviewer = await signedIn(here, 'reviewer');
    const all = await reviewer.get('/workbench/queue');
    expect(all.body).toContain('共 2 份');
    expect(all.body).not.toContain('示例88department');
    const ask = async (query: string) => (await reviewer.get(`/workbench/queue?${query}`)).body;
    expect(await ask('q=unit&region=&year=&state=&severity=')).toContain('共 1 份');
    expect(await ask('severity=error')).toContain('共 1 份');
    expect(await ask('severity=warning&state=published')).toContain('没有符合条件的决算');
    expect(await ask('year=2022')).toContain('共 0 份');
    expect(await ask('region=88')).toContain('共 0 份');
    expect(await ask('mine=yes')).toContain('共 1 份');
    expect(await ask('after=nonsense')).toContain('翻页的位置不对');
    const accountant = await signedIn(here, 'accountant');
    expect((await accountant.get('/workbench/queue')).body).toContain('共 1 份');
  });

  it('see this year beside last year, exactly', async () => {
    const visitor = await signedIn(here, 'accountant');
    const years = await visitor.get(`/workbench/filings/${here.filings.unit}/years`);
    expect(years.status).toBe(200);
    expect(years.body).toContain('2022');
    const foreign = await visitor.get(`/workbench/filings/${here.filings.stranger}/years`);
    expect(foreign.status).toBe(403);
    expect(foreign.body).toContain('没有这项权限');
  });

  it('add bodies where they manage, and nowhere else', async () => {
    const admin = await signedIn(here, 'administrator');
    const { department } = here.organisations;
    const page = await admin.get('/workbench/bodies');
    expect(page.body).toContain('示例9901unit');
    expect(page.body).not.toContain('示例88department');
    expect(page.body).not.toContain('增加或修改地区');
    const add = { name: '示例小学', level: 'unit', region: '9901', parent: department };
    const added = await admin.send('/workbench/bodies', add);
    expect(added.body).toContain('“示例小学”已增加');
    const twice = await admin.send('/workbench/bodies', add);
    expect(twice.body).toContain('已经存在');
    expect((await admin.post('/workbench/bodies', { ...add, parent: '' })).status).toBe(403);
    expect((await admin.post('/workbench/bodies', { ...add, region: '88' })).status).toBe(403);
    const regions = await admin.post('/workbench/bodies/regions', { code: '1', name: 'x' });
    expect(regions.status).toBe(403);
    const root = await signedIn(here, 'root');
    await root.get('/workbench/bodies');
    const bureau = { name: '新财政局', level: 'bureau', region: '88', parent: '', code: '' };
    expect((await root.send('/workbench/bodies', bureau)).body).toContain('“新财政局”已增加');
  });
});
