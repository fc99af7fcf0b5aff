import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/server/passwords.js';
import * as users from '../../src/store/users.js';
import { PAGES } from '../../src/workbench/actions.js';
import { WORKBENCH_POLICY } from '../../src/workbench/layout.js';
import { WORKBENCH_STYLE_NAME } from '../../src/workbench/style.js';
import { type Installation, install } from './installation.js';
import { signedIn, Visitor } from './visitor.js';

const PASSWORD = 'a long enough password';

let here: Installation;
beforeAll(async () => {
  here = await install('embedded');
  const hash = await hashPassword(PASSWORD);
  await here.store.write('test', async (task) => {
    const user = await users.byLogin(task, 'accountant');
    await users.setPassword(task, user!.id, hash);
  });
});
afterAll(() => here?.stop());

const open = () => new Visitor(here.app);

describe('the way in', () => {
  it('leads whoever is not signed in to the door and on to where they wanted to go', async () => {
    const visitor = open();
    const { status, to } = await visitor.get('/workbench?x=1');
    expect([status, to]).toEqual([303, '/workbench/sign-in?next=%2Fworkbench%3Fx%3D1']);
    const door = await visitor.get(to);
    expect(door.status).toBe(200);
    expect(door.body).toContain('value="/workbench?x=1"');
    expect(door.headers['content-security-policy']).toBe(WORKBENCH_POLICY);
    expect(door.headers['cache-control']).toBe('no-store');
    const given = { login: 'ACCOUNTANT', next: '/workbench?x=1' };
    const wrong = await visitor.post('/workbench/sign-in', { ...given, password: 'wrong one' });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toContain('登录名或密码不对');
    expect(wrong.body).toContain('value="ACCOUNTANT"');
    const right = await visitor.post('/workbench/sign-in', { ...given, password: PASSWORD });
    expect([right.status, right.to]).toEqual([303, '/workbench?x=1']);
    const work = await visitor.get(right.to);
    expect(work.body).toContain('accountant的工作');
    const [next] = [await visitor.get('/workbench/sign-in')];
    expect(next!.to).toBe('/workbench');
  });

  it('never leads to another site', async () => {
    const visitor = open();
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/u/1']) {
      const door = await visitor.get(`/workbench/sign-in?next=${encodeURIComponent(next)}`);
      expect(door.body).toContain('name="next" value="/workbench"');
    }
    const sent = { login: 'accountant', password: PASSWORD, next: '//evil.example' };
    expect((await visitor.post('/workbench/sign-in', sent)).to).toBe('/workbench');
  });

  it('lets out, and asks whoever comes back with a form to sign in again', async () => {
    const visitor = await signedIn(here, 'accountant');
    const forged = await visitor.post('/workbench/sign-out', { csrf: 'x' });
    expect(forged.status).toBe(403);
    expect(forged.body).toContain('页面已过期');
    const out = await visitor.post('/workbench/sign-out', {});
    expect([out.status, out.to]).toEqual([303, '/workbench/sign-in']);
    expect(visitor.cookies.has('session')).toBe(false);
  });
});

describe('pages of the offices', () => {
  it('have the workbench look when something is wrong, with the id of the request', async () => {
    const visitor = await signedIn(here, 'accountant');
    const { status, body, headers } = await visitor.get('/workbench/nothing');
    expect(status).toBe(404);
    expect(body).toContain(WORKBENCH_STYLE_NAME);
    expect(body).toContain(String(headers['x-request-id']));
    expect(headers['content-security-policy']).toBe(WORKBENCH_POLICY);
    const outside = await visitor.get('/nothing');
    expect(outside.body).not.toContain(WORKBENCH_STYLE_NAME);
  });

  it('have their style under a name of its own, kept for ever', async () => {
    const style = await here.app.inject({ url: `/assets/${WORKBENCH_STYLE_NAME}` });
    expect(style.statusCode).toBe(200);
    expect(style.headers['content-type']).toMatch(/^text\/css/);
    expect(style.headers['cache-control']).toContain('immutable');
    const other = await here.app.inject({ url: '/assets/..%2fpackage.json' });
    expect(other.statusCode).toBe(404);
  });

  it('show what is there for whom', async () => {
    const accountant = await signedIn(here, 'accountant');
    const own = await accountant.get(PAGES.work);
    expect(own.body).toContain('示例9901unit');
    expect(own.body).not.toContain('示例88department');
    expect(own.body).toContain('填写，或上传文件');
    const reviewer = await signedIn(here, 'reviewer');
    const theirs = await reviewer.get(PAGES.work);
    expect(theirs.body).toContain('示例9901unit');
    expect(theirs.body).toContain('示例9901department');
  });
});
