import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Client } from '../../bench/http-client.js';
import { load } from '../../bench/load.js';
import { prepare } from '../../bench/server-data.js';
import { DEFAULT_LIMITS } from '../../src/cells/limits.js';
import { serverOf } from '../../src/server/serve.js';
import { deskHere } from '../../src/server/services/desk.js';
import { siteReader } from '../../src/server/services/site.js';
import { openStore, type Target } from '../../src/store/open.js';
import { startPostgres } from '../kit/postgres.js';
import { ENGINE_NAMES } from '../store/engines.js';

const ALLOWANCE = { ordinary: 1e9, 'sign-in': 1e9, upload: 1e9, bulk: 1e9 };

async function placeFor(name: 'embedded' | 'server') {
  if (name === 'server') {
    const server = await startPostgres();
    const target: Target = { database: await server.database(), connections: 6 };
    return { target, stop: () => server.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-load-'));
  const target: Target = { data: join(folder, 'data') };
  return { target, stop: async () => rmSync(folder, { recursive: true, force: true }) };
}

describe.each(ENGINE_NAMES)('many at once, %s', (name) => {
  it('every answer is right and every upload that was acknowledged is there', async () => {
    const { target, stop } = await placeFor(name);
    const data = await prepare(target, 40, 3);
    const store = await openStore(target);
    const desk = deskHere(DEFAULT_LIMITS);
    const services = {
      ...{ store, desk, clock: () => '2024-09-10T02:00:00.000Z', mode: { single: false } },
      site: siteReader(store),
    };
    const options = { version: 'test', https: false, fileBytes: 2_000_000, log: null };
    const app = await serverOf(services, { ...options, allowance: ALLOWANCE });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const client = new Client(`http://127.0.0.1:${port}`, 60);
    const done = await load(client, data, { seconds: 4, readers: 50, uploaders: 10 });
    expect(done.wrong).toEqual([]);
    expect(done.lost).toEqual([]);
    expect(done.reads.length).toBeGreaterThan(50);
    expect(done.uploads.length).toBeGreaterThan(5);
    client.close();
    await app.close();
    await store.close();
    await stop();
  }, 120_000);
});
