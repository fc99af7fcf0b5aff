import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { FastifyInstance } from '../../src/server/framework.js';
import { hashOf, newSecret } from '../../src/server/secrets.js';
import { SESSION_COOKIE } from '../../src/server/sign-in.js';
import * as sessions from '../../src/store/sessions.js';
import * as users from '../../src/store/users.js';
import { formOf, type Installation, type Person } from './installation.js';

/** A page as a browser gets it. */
export interface Page {
  readonly status: number;
  readonly body: string;
  /** Where it leads; empty where it does not. */
  readonly to: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** A browser without scripts: keeps cookies, says where it comes from, sends forms with a token. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  private at = '';
  private token = '';

  constructor(
    private readonly app: FastifyInstance,
    private readonly host = 'localhost:8080',
  ) {}

  /** Asks for a page and is at it afterwards; follows nothing. */
  async get(url: string): Promise<Page> {
    const page = await this.ask('GET', url);
    this.at = url;
    this.token = /name="csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? this.token;
    return page;
  }

  /** A file that is offered for saving. */
  async bytes(url: string): Promise<Uint8Array> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: '*/*', host: this.host, cookie };
    const answer = await this.app.inject({ url, headers });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${url}`);
    return new Uint8Array(answer.rawPayload);
  }

  /** Sends a form of the page it is at, and follows to the page that it leads to. */
  async send(
    url: string,
    fields: Readonly<Record<string, string>>,
    files?: readonly GivenFile[],
  ): Promise<Page> {
    const sent = await this.post(url, fields, files);
    return sent.to === '' ? sent : this.settled(sent.to);
  }

  /** A page, once what it waits for is done. */
  async settled(url: string): Promise<Page> {
    const page = await this.get(url);
    if (page.to !== '') return this.settled(page.to);
    const [, next] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page.body) ?? [];
    if (next !== undefined) return this.get(next);
    if (page.headers.refresh !== '1') return page;
    await sleep(200);
    return this.settled(url);
  }

  /** Sends a form and follows nothing. */
  post(
    url: string,
    fields: Readonly<Record<string, string>>,
    files?: readonly GivenFile[],
  ): Promise<Page> {
    const all = { csrf: this.token, ...fields };
    if (files !== undefined) {
      const form = formOf(all, files);
      return this.ask('POST', url, form.payload, form.headers['content-type']);
    }
    const body = Buffer.from(new URLSearchParams(all).toString());
    return this.ask('POST', url, body, 'application/x-www-form-urlencoded');
  }

  private async ask(
    method: 'GET' | 'POST',
    url: string,
    payload?: Buffer,
    type?: string,
  ): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.inject({
      ...{ method, url },
      headers: {
        ...{ accept: 'text/html', host: this.host, cookie },
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(this.at === '' ? {} : { referer: `http://${this.host}${this.at}` }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const { statusCode: status, body, headers } = answer;
    return { status, body, to: String(headers.location ?? ''), headers };
  }
}

/** A browser in which somebody of the installation is signed in. */
export async function signedIn(here: Installation, person: Person): Promise<Visitor> {
  const visitor = new Visitor(here.app);
  if (person === 'public') return visitor;
  const secret = newSecret('mzw_');
  await here.store.write('test', async (task) => {
    const user = await users.byLogin(task, person);
    const expiresAt = '2024-09-10T10:00:00.000Z';
    await sessions.begin(task, {
      ...{ tokenHash: hashOf(secret), userId: user!.id, agent: 'test', expiresAt },
    });
  });
  visitor.cookies.set(SESSION_COOKIE, secret);
  await visitor.get('/workbench');
  return visitor;
}

/** That a page has the words; a failure names them instead of the whole page. */
export function has({ body }: Page, words: string): void {
  expect([words, body.includes(words)]).toEqual([words, true]);
}

/** That a page does not have the words. */
export function lacks({ body }: Page, words: string): void {
  expect([words, body.includes(words)]).toEqual([words, false]);
}

/** That what a page has is like a pattern. */
export function shows({ body }: Page, pattern: RegExp): void {
  expect([pattern, pattern.test(body)]).toEqual([pattern, true]);
}
