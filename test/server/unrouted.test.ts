import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareServer } from './installation.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml', host: 'localhost' };
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const LONG = `/u/${'a'.repeat(1500)}`;

describe('what is refused before routing', () => {
  let here: Awaited<ReturnType<typeof bareServer>>;
  beforeAll(async () => {
    here = await bareServer(true);
    await here.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => here?.stop());

  /** Sends bytes as they are and gives all that comes back. */
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = here.app.server.address() as AddressInfo;
      const chunks: Buffer[] = [];
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      socket.on('error', reject);
    });

  it.each([
    ['/u/%ff', 400, '这个地址写得不对'],
    [LONG, 414, '这个地址太长'],
    ['/workbench/filings/%E0%A4%A', 400, '这个地址写得不对'],
  ])('%s: a page to people, with the id of the request', async (url, status, title) => {
    const answer = await here.app.inject({ url, headers: BROWSER });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body).toContain(`<h1>${title}</h1>`);
    const id = String(answer.headers['x-request-id']);
    expect(id).toMatch(ID);
    expect(answer.body).toContain(id);
  });

  it('in English where that was chosen before, or is liked best', async () => {
    const chosen = { ...BROWSER, cookie: 'theme=dark; lang=en' };
    for (const headers of [chosen, { ...BROWSER, 'accept-language': 'en-GB, zh;q=0.5' }]) {
      const { body } = await here.app.inject({ url: '/u/%ff', headers });
      expect(body).toContain('<h1>This address is not complete</h1>');
    }
  });

  it.each([
    ['/api/v1/filings/%ff', 400, 'bad-address', '地址里有读不懂的字符', 'cannot be read'],
    [`/api/v1${LONG}`, 404, 'not-found', '没有找到', 'Not found'],
    [`/api/v1/public/accounts/${LONG.slice(3)}/2023`, 414, 'long-address', '地址太长', 'too long'],
  ])('%s: problem+json to programs', async (url, status, code, zh, en) => {
    for (const [language, words] of Object.entries({ zh, en })) {
      const headers = { ...BROWSER, 'accept-language': language };
      const answer = await here.app.inject({ url, headers });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const told = answer.json() as Record<string, string>;
      expect(told).toMatchObject({ status, code });
      expect(told.title).toContain(words);
      expect(told.request).toBe(answer.headers['x-request-id']);
    }
  });

  it('what is no HTTP at all', async () => {
    const page = await raw('GET /r HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nbad header\r\n\r\n');
    expect(page).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(page).toContain('content-type: text/html; charset=utf-8');
    const [, id] = /x-request-id: (\S+)/.exec(page)!;
    expect(page.split('\r\n\r\n')[1]).toContain(id);

    const api = await raw('GET /api/v1/rules HTTP/1.1\r\nAccept: text/html\r\nb c: d\r\n\r\n');
    expect(api).toContain('content-type: application/problem+json');
    expect(JSON.parse(api.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'bad-header' });

    const large = await raw(`GET / HTTP/1.1\r\nAccept: text/html\r\nx: ${'y'.repeat(20_000)}\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw('\x16\x03\x01\x00\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('goes on answering others', async () => {
    expect((await here.app.inject({ url: '/r', headers: BROWSER })).statusCode).toBe(200);
  });
});
