import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeptPages } from '../../src/server/services/kept-pages.js';
import * as settings from '../../src/store/settings.js';
import { ENGINE_NAMES } from '../store/engines.js';
import { type Installation, install } from './installation.js';

describe.each(ENGINE_NAMES)('pages that are kept, %s', (name) => {
  let here: Installation;
  beforeAll(async () => {
    here = await install(name);
  });
  afterAll(() => here?.stop());

  it('are drawn once until something public changes, whoever asks at once', async () => {
    const { store } = here;
    const kept = new KeptPages();
    let drawn = 0;
    const get = (key: string) =>
      kept.get(store, [key], async () => {
        drawn += 1;
        return { text: `page ${drawn}` };
      });
    await Promise.all([get('a'), get('a'), get('a')]);
    expect(drawn).toBe(1);
    await get('a');
    expect(drawn).toBe(1);
    await get('b');
    expect(drawn).toBe(2);
    // What an office does behind closed doors changes no page.
    await store.write('test', async (task) => task.record('comment.add', 'filing:x', {}));
    await get('a');
    expect(drawn).toBe(2);
    await store.write('test', (task) => settings.put(task, 'site.place', '某县'));
    expect(await get('a')).toMatchObject({ bytes: new TextEncoder().encode('page 3') });
  });

  it('what fails is drawn anew', async () => {
    const kept = new KeptPages();
    const fail = kept.get(here.store, ['x'], () => Promise.reject(new Error('once')));
    await expect(fail).rejects.toThrow('once');
    const page = await kept.get(here.store, ['x'], async () => ({ text: 'there' }));
    expect(page).toMatchObject({ bytes: new TextEncoder().encode('there') });
  });

  it('are sent packed to whoever understands it, under a name of their own', async () => {
    const plain = await here.app.inject({ url: '/glossary' });
    const headers = { 'accept-encoding': 'br, gzip' };
    const packed = await here.app.inject({ url: '/glossary', headers });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(packed.headers.vary).toContain('Accept-Encoding');
    const again = { ...headers, 'if-none-match': String(packed.headers.etag) };
    expect((await here.app.inject({ url: '/glossary', headers: again })).statusCode).toBe(304);
  });
});
