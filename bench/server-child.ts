import { availableParallelism } from 'node:os';
import { DEFAULT_LIMITS } from '../src/cells/limits.js';
import type { Services } from '../src/server/endpoint.js';
import type * as served from '../src/server/serve.js';
import type * as desks from '../src/server/services/desk.js';
import type * as sites from '../src/server/services/site.js';
import type * as stores from '../src/store/open.js';

/** Built code, so that its threads are found and nothing is compiled while it is measured. */
const built = <T>(path: string): Promise<T> =>
  import(new URL(`../dist/${path}`, import.meta.url).href) as Promise<T>;

/** Nobody is slowed down who measures. */
const NO_LIMITS = { ordinary: 1e9, 'sign-in': 1e9, upload: 1e9, bulk: 1e9 };

process.once('message', async ({ target, port }: { target: stores.Target; port: number }) => {
  const { openStore } = await built<typeof stores>('store/open.js');
  const { deskOfThreads } = await built<typeof desks>('server/services/desk.js');
  const { serverOf } = await built<typeof served>('server/serve.js');
  const { siteReader } = await built<typeof sites>('server/services/site.js');
  const store = await openStore(target);
  const desk = deskOfThreads(DEFAULT_LIMITS, Math.max(1, availableParallelism() - 1));
  const services: Services = {
    ...{ store, desk, clock: () => new Date().toISOString(), mode: { single: false } },
    site: siteReader(store),
  };
  const options = { version: 'bench', https: false, fileBytes: DEFAULT_LIMITS.fileBytes };
  const app = await serverOf(services, { ...options, log: null, allowance: NO_LIMITS });
  await app.listen({ host: '127.0.0.1', port });
  process.on('message', async (said) => {
    if (said === 'memory') {
      const { rss } = process.memoryUsage();
      const most = process.resourceUsage().maxRSS / 1024;
      process.send?.({ now: rss / 1024 ** 2, most });
      return;
    }
    await app.close();
    await desk.close();
    await store.close();
    process.disconnect();
  });
  // Whoever measured is gone: nothing may be left behind.
  process.once('disconnect', () => process.exit());
  process.send?.('ready');
});
