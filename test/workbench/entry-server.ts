import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type { Account } from '../../src/accounts/model.js';
import { accountJson } from '../../src/accounts/to-json.js';
import { editionOf } from '../../src/editions/catalogue.js';
import { changeFromJson, type EditBy } from '../../src/entry/draft-json.js';
import type { EntryEdit } from '../../src/entry/entry-edits.js';
import { applyEdits } from '../../src/entry/entry-state.js';
import { PUBLICATION_STYLE } from '../../src/publications/html-look.js';
import { entryPage } from '../../src/workbench/entry-page.js';
import { entryPolicy } from '../../src/workbench/layout.js';
import { WORKBENCH_STYLE, WORKBENCH_STYLE_NAME } from '../../src/workbench/style.js';
import { ROOT } from '../house/source-files.js';
import { deskOf, HEAD } from './invented-desk.js';

/** A draft as the server keeps it: content, counter, and who did what. */
export interface KeptDraft {
  account: Account;
  counter: number;
  readonly edits: EditBy[];
  /** Answers to come instead of the true one. */
  readonly failures: number[];
}

const EDITION = 'shanxi-2022';

/** Somebody's edits, as if they came from another window. */
export function editElsewhere(
  draft: KeptDraft,
  by: string,
  edits: readonly EntryEdit[],
  edition = EDITION,
): void {
  draft.account = applyEdits(draft.account, editionOf(edition), edits);
  draft.counter += edits.length;
  for (const edit of edits) draft.edits.push({ edit, by, at: '2026-01-02T03:04:05.000Z' });
}

/** Builds the client into a folder; gives the names of its script and its style. */
export async function builtClient(folder: string): Promise<Readonly<Record<string, string>>> {
  await build({ configFile: join(ROOT, 'vite.config.ts'), build: { outDir: folder } });
  const text = readFileSync(join(folder, '.vite/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Readonly<Record<string, { readonly file: string }>>;
  return {
    script: manifest['src/web/main.ts']!.file,
    look: manifest['src/web/entry.css']!.file,
  };
}

/** The entry screen as it would be served, over drafts in memory by their number. */
export async function entryServer(
  folder: string,
  client: Readonly<Record<string, string>>,
  drafts: ReadonlyMap<string, KeptDraft>,
  edition = EDITION,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const hash = createHash('sha256').update(PUBLICATION_STYLE).digest('base64');
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string, headers = {}) => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers });
      response.end(body);
    };
    const url = new URL(request.url ?? '/', 'http://entry.test');
    const [, kind, id = '', lang, theme] = url.pathname.split('/');
    if (url.pathname === `/assets/${WORKBENCH_STYLE_NAME}`) {
      return send(200, 'text/css', WORKBENCH_STYLE);
    }
    if (kind === 'web') {
      const type = id.endsWith('.js') ? 'text/javascript' : 'text/css';
      return send(200, type, readFileSync(join(folder, id), 'utf8'));
    }
    const draft = drafts.get(id);
    if (draft === undefined) return send(404, 'text/plain', '');
    if (kind === 'entry') {
      const desk = deskOf(lang === 'en' ? 'en' : 'zh', theme === 'dark' ? 'dark' : 'light');
      const { script, look } = client;
      const files = { accepts: '.xlsx', most: 1000 };
      const view = { head: HEAD, ...files, script: `/web/${script}`, look: `/web/${look}` };
      const page = entryPage({ ...view, draft: `/draft/${id}` }, desk);
      return send(200, 'text/html', page, { 'content-security-policy': entryPolicy(hash) });
    }
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      const failure = draft.failures.shift();
      if (failure !== undefined) return send(failure, 'application/json', '{"title":"示例故障"}');
      const [status, answer] = answerOf(draft, request.method ?? '', body, edition);
      return send(status, 'application/json', JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${port}` };
}

function answerOf(
  draft: KeptDraft,
  method: string,
  body: string,
  edition: string,
): readonly [number, unknown] {
  const counter = `${draft.counter}`;
  if (method === 'GET') {
    const account = accountJson(draft.account);
    return [200, { schema: 'mingzhang/draft@1', counter, edition, account }];
  }
  const change = changeFromJson(JSON.parse(body));
  if (change === null) return [400, { title: '读不懂' }];
  if (change.counter !== counter) {
    const since = draft.edits.slice(Number(change.counter));
    return [409, { counter, since }];
  }
  editElsewhere(draft, '本人', change.edits, edition);
  return [200, { counter: `${draft.counter}` }];
}
