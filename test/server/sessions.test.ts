import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSetupLink } from '../../src/server/services/people.js';
import * as sessions from '../../src/store/sessions.js';
import * as users from '../../src/store/users.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { formOf, type Installation, install } from './installation.js';

const LOGIN = { login: 'Root', password: 'a long enough password' };

describe.each(ENGINE_NAMES)('signing in, %s', (name) => {
  let here: Installation;
  beforeAll(async () => {
    here = await install(name);
  });
  afterAll(() => here?.stop());

  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    here.app.inject({ method: 'POST', url, payload, headers });

  const invited = async (): Promise<string> => {
    const url = `/api/v1/organisations/${here.organisations.unit}/invitations`;
    const made = await post(url, { role: 'accountant' }, { ...here.headers('administrator') });
    return (made.json() as { readonly link: string }).link;
  };

  it('a link works once, a password is asked for, a session ends', async () => {
    const link = await invited();
    const accept = { link, ...LOGIN, name: '王会计' };
    const short = await post('/api/v1/invitations/accept', {
      ...accept,
      login: 'x',
      password: 'y',
    });
    expect(short.statusCode).toBe(400);
    const root = await post('/api/v1/invitations/accept', { ...accept, login: 'root' });
    expect([root.statusCode, root.json().code]).toEqual([409, 'exists']);
    const accepted = await post('/api/v1/invitations/accept', { ...accept, login: 'wang' });
    expect(accepted.statusCode).toBe(201);
    const again = await post('/api/v1/invitations/accept', { ...accept, login: 'wang two' });
    expect([again.statusCode, again.json().code]).toEqual([410, 'bad-link']);

    const wrong = await post('/api/v1/session', { login: 'wang', password: 'not this one' });
    const nobody = await post('/api/v1/session', { login: 'nobody', password: 'not this one' });
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401]);
    const given = { ...LOGIN, login: ' WANG ' };
    const signed = await post('/api/v1/session', given);
    expect(signed.statusCode).toBe(200);
    const [cookie] = signed.cookies as readonly { name: string; value: string }[];
    expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' });
    const csrf: string = signed.json().csrf;
    const session = { cookie: `session=${cookie!.value}` };
    const me = await here.app.inject({ url: '/api/v1/session', headers: session });
    expect(me.json()).toMatchObject({ kind: 'session', user: { login: 'wang' }, csrf });

    const filing = `/api/v1/filings/${here.filings.unit}/comments`;
    const bare = await post(filing, { body: '意见' }, session);
    expect([bare.statusCode, bare.json().code]).toEqual([403, 'no-csrf']);
    const wrongCsrf = await post(filing, { body: '意见' }, { ...session, 'x-csrf-token': 'x' });
    expect(wrongCsrf.json().code).toBe('no-csrf');
    const full = { ...session, 'x-csrf-token': csrf };
    expect((await post(filing, { body: '意见' }, full)).statusCode).toBe(201);
    expect((await post(filing, { body: '意见', csrf }, session)).statusCode).toBe(201);
    const other = await post(filing, { body: '意见' }, { ...full, origin: 'https://evil.example' });
    expect(other.json().code).toBe('other-origin');
    const site = await post(filing, { body: '意见' }, { ...full, 'sec-fetch-site': 'cross-site' });
    expect(site.json().code).toBe('other-origin');
    const upload = formOf({}, [{ name: 'a.txt', bytes: 'x' }]);
    const forged = await here.app.inject({
      ...{ method: 'POST', url: `/api/v1/filings/${here.filings.unit}/versions` },
      ...{ payload: upload.payload, headers: { ...upload.headers, ...session } },
    });
    expect(forged.json().code).toBe('no-csrf');

    const out = await here.app.inject({
      ...{ method: 'DELETE', url: '/api/v1/session', headers: full },
    });
    expect(out.statusCode).toBe(204);
    const gone = await here.app.inject({ url: '/api/v1/session', headers: session });
    expect(gone.json().kind).toBe('public');
  });

  it('keeps hashes of secrets, and no secret in the log', async () => {
    const link = await invited();
    const page = await here.app.inject({ url: `/workbench/set-up/no${link}` });
    expect(page.statusCode).toBe(410);
    const user = await here.store.read((view) => users.byLogin(view, 'wang'));
    const kept = await here.store.read((view) => users.passwordOf(view, user!.id));
    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await here.store.read((view) => sessions.ofUser(view, user!.id))).toEqual([]);
    const log = here.log.join('\n');
    for (const secret of [LOGIN.password, link, 'mzt_', 'mzw_']) expect(log).not.toContain(secret);
  });

  it('a set-up link is for an installation without users', async () => {
    const link = await newSetupLink(here.store, () => '2024-09-10T02:00:00.000Z');
    const late = await post('/api/v1/invitations/accept', { link, ...LOGIN, name: 'x' });
    expect(late.json().code).toBe('bad-link');
  });

  it('guessing is slowed down', async () => {
    const statuses = [];
    for (let each = 0; each < 12; each += 1) {
      const tried = await post('/api/v1/session', { login: '', password: '' });
      statuses.push(tried.statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('a token for reading does not write, and begets no other', async () => {
    const headers = here.headers('accountant');
    const more = { name: 'x', scopes: ['read'], expiresAt: null };
    const made = await post('/api/v1/tokens', more, { ...headers });
    expect(made.statusCode).toBe(403);
    const bad = await here.app.inject({
      ...{
        url: '/api/v1/session',
        headers: { authorization: 'Bearer mzt_aaaaaaaaaaaaaaaaaaaaaaa' },
      },
    });
    expect([bad.statusCode, bad.json().code]).toEqual([401, 'bad-token']);
  });
});
