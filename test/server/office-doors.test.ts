import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSetupLink } from '../../src/server/services/people.js';
import * as tokens from '../../src/store/api-tokens.js';
import * as users from '../../src/store/users.js';
import { bareServer, type Installation, install } from './installation.js';
import { signedIn, Visitor } from './visitor.js';

const PASSWORD = 'a long enough password';
const SET_UP = {
  ...{ place: '某市', owner: '某市财政局', name: '管理员甲', login: 'Root' },
  ...{ password: PASSWORD, again: PASSWORD },
};

describe('the first run', () => {
  it('by a link: faults are said, it works once, the site has its name', async () => {
    const here = await bareServer(false);
    const visitor = new Visitor(here.app);
    const door = await visitor.get('/workbench/sign-in');
    expect(door.body).toContain('还没有设置好');
    const url = `/workbench/set-up/${await newSetupLink(here.store, here.clock)}`;
    expect((await visitor.get(url)).body).toContain('第一次使用');
    expect((await visitor.get('/')).body).toContain('本地');
    const differs = await visitor.post(url, { ...SET_UP, again: 'another one, longer' });
    expect([differs.status, differs.body.includes('两次输入的密码不一样')]).toEqual([400, true]);
    expect(differs.body).toContain('value="某市财政局"');
    expect(differs.body).not.toContain(PASSWORD);
    const short = await visitor.post(url, { ...SET_UP, password: 'short', again: 'short' });
    expect(short.body).toContain('密码至少要 10 个字符');
    const empty = await visitor.post(url, { ...SET_UP, place: ' ' });
    expect(empty.body).toContain('请填写“地区或单位”');
    const done = await visitor.send(url, SET_UP);
    expect(done.body).toContain('设置好了');
    expect(done.body).toContain('某市决算工作台');
    expect((await visitor.get('/')).body).toContain('某市');
    const again = await new Visitor(here.app).get(url);
    expect([again.status, again.body.includes('已经用过或已过期')]).toEqual([410, true]);
    const late = await new Visitor(here.app).post(url, SET_UP);
    expect(late.status).toBe(410);
    await here.stop();
  });

  it('fills in the example where that is wished, under the name that was given', async () => {
    const here = await bareServer(false);
    const visitor = new Visitor(here.app);
    const url = `/workbench/set-up/${await newSetupLink(here.store, here.clock)}`;
    await visitor.get(url);
    const done = await visitor.send(url, { ...SET_UP, example: 'yes' });
    expect(done.body).toContain('示例数据已装入');
    expect(done.body).toContain('示例县水务局');
    expect(done.body).toContain('某市决算工作台');
    await here.stop();
  }, 240_000);
});

describe('one user of a machine', () => {
  it('needs no sign-in, and makes an installation with passwords of it', async () => {
    const here = await bareServer(true);
    const visitor = new Visitor(here.app);
    const work = await visitor.get('/workbench');
    expect(work.status).toBe(200);
    expect(work.body).toContain('本机用户');
    expect(work.body).not.toContain('退出');
    expect((await visitor.get('/workbench/sign-in')).to).toBe('/workbench');
    expect((await visitor.get('/workbench/people')).body).toContain('先给自己设一个密码');
    const person = { name: '李', login: 'li', role: 'accountant', organisation: '' };
    expect((await visitor.post('/workbench/people', person)).status).toBe(409);
    const elsewhere = new Visitor(here.app, 'evil.example');
    expect((await elsewhere.get('/workbench')).status).toBe(403);
    await visitor.get('/workbench/account');
    const wrong = await visitor.post('/workbench/account/protect', { ...SET_UP, again: '' });
    expect(wrong.body).toContain('两次输入的密码不一样');
    const done = await visitor.send('/workbench/account/protect', SET_UP);
    expect(done.body).toContain('设好了');
    expect(done.body).toContain('管理员甲');
    expect(here.mode.single).toBe(false);
    expect((await new Visitor(here.app).get('/workbench')).to).toContain('/workbench/sign-in');
    const twice = await visitor.post('/workbench/account/protect', SET_UP);
    expect(twice.status).toBe(403);
    await here.stop();
  });
});

describe('people', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await install('embedded');
  });
  afterAll(() => here?.stop());

  const linkIn = (body: string) => /\/workbench\/invitations\/[\w-]+/.exec(body)![0];
  const idOf = async (login: string) =>
    (await here.store.read((view) => users.byLogin(view, login)))!.id;

  it('are added with a link that works once, change their password, are shut out', async () => {
    const root = await signedIn(here, 'root');
    await root.get('/workbench/people');
    const wang = { name: '王会计', login: 'Wang', role: 'accountant' };
    const added = await root.post('/workbench/people', {
      ...{ ...wang, organisation: here.organisations.unit },
    });
    expect(added.status).toBe(200);
    expect(added.body).toContain('王会计的链接');
    expect(added.body).toContain('等本人设密码');
    const twice = await root.post('/workbench/people', {
      ...{ ...wang, organisation: here.organisations.unit },
    });
    expect([twice.status, twice.body.includes('这个登录名已经有人用了')]).toEqual([409, true]);

    const visitor = new Visitor(here.app);
    const link = linkIn(added.body);
    const page = await visitor.get(link);
    expect(page.body).toContain('王会计，您好');
    expect(page.body).toContain('value="wang"');
    const bad = await visitor.post(link, { password: PASSWORD, again: 'x' });
    expect(bad.body).toContain('两次输入的密码不一样');
    const welcome = await visitor.send(link, { password: PASSWORD, again: PASSWORD });
    expect(welcome.body).toContain('王会计，欢迎');
    expect(welcome.body).toContain('示例9901unit');
    expect((await new Visitor(here.app).get(link)).status).toBe(410);

    await visitor.get('/workbench/account');
    const wrong = {
      current: 'not this one',
      password: 'another long one',
      again: 'another long one',
    };
    const refused = await visitor.post('/workbench/account/password', wrong);
    expect(refused.body).toContain('现在的密码不对');
    const right = { ...wrong, current: PASSWORD };
    const changed = await visitor.send('/workbench/account/password', right);
    expect(changed.body).toContain('密码已修改');

    const person = `/workbench/people/${await idOf('wang')}`;
    const earlier = linkIn((await root.post(`${person}/link`, {})).body);
    const later = linkIn((await root.post(`${person}/link`, {})).body);
    expect((await new Visitor(here.app).get(earlier)).status).toBe(410);
    expect((await root.send(`${person}/disable`, {})).body).toContain('账号已停用');
    expect((await visitor.get('/workbench')).to).toContain('sign-in');
    const shut = new Visitor(here.app);
    expect((await shut.get(later)).status).toBe(200);
    expect((await shut.post(later, { password: PASSWORD, again: PASSWORD })).status).toBe(410);
    expect((await root.send(`${person}/enable`, {})).body).toContain('账号已恢复');
  });

  it('are managed only by those above them, and nobody shuts themselves out', async () => {
    const admin = await signedIn(here, 'administrator');
    const page = await admin.get('/workbench/people');
    expect(page.body).toContain('accountant');
    expect(page.body).not.toContain('>root<');
    const root = `/workbench/people/${await idOf('root')}`;
    for (const what of ['link', 'disable']) {
      const denied = await admin.post(`${root}/${what}`, {});
      expect([what, denied.status]).toEqual([what, 403]);
    }
    const accountant = `/workbench/people/${await idOf('accountant')}`;
    const roles = [
      { role: 'accountant', organisation: here.organisations.stranger },
      { role: 'accountant', organisation: '' },
      { role: 'bureau', organisation: here.organisations.unit },
    ];
    for (const [at, place] of roles.entries()) {
      const { status } = await admin.post(`${accountant}/roles`, place);
      expect([at, status]).toEqual([at, at === 1 ? 400 : 403]);
    }
    const reviewer = { role: 'reviewer', organisation: here.organisations.department };
    expect((await admin.send(`${accountant}/roles`, reviewer)).body).toContain('权限已改');
    await admin.send(`${accountant}/roles/revoke`, reviewer);
    const left = await here.store.read(async (view) => {
      return users.membershipsOf(view, await idOf('accountant'));
    });
    expect(left.map(({ role }) => role)).toEqual(['accountant']);
    const chief = await signedIn(here, 'root');
    await chief.get('/workbench/people');
    const own = { role: 'administrator', organisation: '' };
    expect((await chief.send(`${root}/roles/revoke`, own)).body).toContain('请由另一位管理员');
    expect((await chief.send(`${root}/disable`, {})).body).toContain('不能停用自己');
  });

  it('have tokens for their programs, shown once', async () => {
    const visitor = await signedIn(here, 'accountant');
    await visitor.get('/workbench/account');
    const made = await visitor.post('/workbench/account/tokens', { name: '统计', scope: 'read' });
    const secret = /mzt_[\w-]+/.exec(made.body)![0];
    const asked = await here.app.inject({
      ...{ url: '/api/v1/session', headers: { authorization: `Bearer ${secret}` } },
    });
    expect(asked.json().user.login).toBe('accountant');
    expect((await visitor.get('/workbench/account')).body).not.toContain(secret);
    const user = await idOf('accountant');
    const all = await here.store.read((view) => tokens.ofUser(view, user));
    const { id } = all.find(({ name }) => name === '统计')!;
    const other = await signedIn(here, 'reviewer');
    expect((await other.post(`/workbench/account/tokens/${id}/revoke`, {})).status).toBe(404);
    const ended = await visitor.send(`/workbench/account/tokens/${id}/revoke`, {});
    expect(ended.body).toContain('令牌已作废');
    const late = await here.app.inject({
      ...{ url: '/api/v1/session', headers: { authorization: `Bearer ${secret}` } },
    });
    expect(late.statusCode).toBe(401);
  });
});

describe('words said once', () => {
  it('are shown on the next page and never again, and nobody else can write them', async () => {
    const here = await install('embedded');
    const visitor = await signedIn(here, 'root');
    await visitor.get('/workbench/bodies');
    const region = { code: '77', name: '<b>某镇</b>', region: '' };
    const shown = await visitor.send('/workbench/bodies/regions', region);
    expect(shown.body).toContain('地区“&lt;b&gt;某镇&lt;/b&gt;”已保存');
    expect((await visitor.get('/workbench/bodies')).body).not.toContain('已保存');
    await visitor.post('/workbench/bodies/regions', region);
    const said = visitor.cookies.get('said')!;
    const other = await signedIn(here, 'bureau');
    other.cookies.set('said', said);
    expect((await other.get('/workbench/bodies')).body).not.toContain('已保存');
    other.cookies.set('said', 'eyJ0b25lIjoiZ29vZCJ9.forged');
    expect((await other.get('/workbench')).status).toBe(200);
    const bad = await visitor.send('/workbench/bodies/regions', { ...region, code: '中' });
    expect(bad.body).toContain('区划代码由 1—20 个数字');
    await here.stop();
  });
});
