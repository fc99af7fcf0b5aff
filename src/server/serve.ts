import { createServer as createProbe } from 'node:net';
import type { Limits } from '../cells/limits.js';
import type { Lang } from '../pages/model.js';
import { openStore, type Store, type Target } from '../store/open.js';
import * as users from '../store/users.js';
import { pagePath } from '../workbench/actions.js';
import type { Description } from './api-model.js';
import { createServer } from './app.js';
import type { Endpoint, Services } from './endpoint.js';
import type { FastifyInstance } from './framework.js';
import type { LogTarget } from './log.js';
import { descriptionOf } from './openapi.js';
import type { Allowance } from './rate-limits.js';
import { ADMINISTRATION_ROUTES } from './routes/administration.js';
import { BATCH_ROUTES } from './routes/batches.js';
import { DRAFT_ROUTES } from './routes/drafts.js';
import { FILING_ROUTES } from './routes/filings.js';
import { OFFICE_ROUTES } from './routes/office.js';
import { ORGANISATION_ROUTES } from './routes/organisations.js';
import { portalRoutes } from './routes/portal.js';
import { publicDataRoutes } from './routes/public-data.js';
import { referenceRoutes } from './routes/reference.js';
import { REVIEW_ROUTES } from './routes/review.js';
import { SESSION_ROUTES } from './routes/session.js';
import { type Desk, deskOfThreads } from './services/desk.js';
import { newSetupLink } from './services/people.js';
import { AccountPress } from './services/public-accounts.js';
import { seed } from './services/seed.js';
import { siteReader } from './services/site.js';
import { READING_THREADS, runnerOver } from './work.js';

/** What `serve` was asked to do. */
export interface ServeRequest {
  readonly target: Target;
  readonly host: string;
  readonly port: number;
  /** How people reach it, where something stands before it: https://… */
  readonly origin: string | null;
  readonly version: string;
  readonly limits: Limits;
  readonly log: LogTarget | null;
  /** Told when the invented bureau is taken in, which takes seconds. */
  readonly onExample: () => void;
}

/** A server that listens. */
export interface Served {
  /** Where people reach it. */
  readonly address: string;
  /** The one user of this machine needs no password. */
  readonly single: boolean;
  /** Works once; null where somebody is set up, or nobody needs to be. */
  readonly setupLink: string | null;
  /** Answers what was asked, then lets go of everything. */
  close(): Promise<void>;
}

/** Hosts that only this machine reaches. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** All routes of the interface. */
export function allEndpoints(
  description: (lang: Lang) => Description,
  version: string,
): readonly Endpoint[] {
  const press = new AccountPress();
  return [
    ...referenceRoutes(description),
    ...portalRoutes(version, press),
    ...publicDataRoutes(press),
    ...[...SESSION_ROUTES, ...ORGANISATION_ROUTES, ...FILING_ROUTES, ...BATCH_ROUTES],
    ...[...REVIEW_ROUTES, ...DRAFT_ROUTES, ...ADMINISTRATION_ROUTES, ...OFFICE_ROUTES],
  ];
}

/** The server over a store, with all its routes. */
export async function serverOf(
  services: Services,
  options: {
    readonly version: string;
    readonly https: boolean;
    readonly fileBytes: number;
    readonly log: LogTarget | null;
    /** Absent: as many as is fit for people. */
    readonly allowance?: Allowance;
  },
): Promise<FastifyInstance> {
  const made: { app?: FastifyInstance } = {};
  const described: Partial<Record<Lang, Description>> = {};
  const endpoints: readonly Endpoint[] = allEndpoints((lang) => {
    if (made.app === undefined) return {};
    described[lang] ??= descriptionOf(made.app, endpoints, lang);
    return described[lang];
  }, options.version);
  const proxied = options.https;
  const app = await createServer({ ...services, ...options, proxied, endpoints });
  made.app = app;
  return app;
}

/** Opens the store and listens; throws `StoreError` where the store cannot be opened. */
export async function serve(request: ServeRequest): Promise<Served> {
  // Taking in the example takes seconds: a port that is taken is said before.
  await requireFree(request);
  const store = await openStore(request.target);
  const { limits } = request;
  const desk = deskOfThreads(limits, READING_THREADS);
  try {
    return await listen(request, store, desk);
  } catch (error) {
    await desk.close();
    await store.close();
    throw error;
  }
}

/** Rejects as listening would. */
function requireFree({ host, port }: Pick<ServeRequest, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function listen(request: ServeRequest, store: Store, desk: Desk): Promise<Served> {
  const { host, port, origin, version, limits, log, target } = request;
  const clock = () => new Date().toISOString();
  const isNew = (await store.read(users.count)) === 0;
  const single = isNew && 'data' in target && LOOPBACK.has(host) && origin === null;
  const setup = isNew && !single ? await newSetupLink(store, clock) : null;
  if (single) await seed(store, desk, clock, request.onExample);
  const site = siteReader(store);
  const services: Services = { store, clock, desk, site, mode: { single } };
  const https = origin?.startsWith('https:') ?? false;
  const app = await serverOf(services, { version, https, fileBytes: limits.fileBytes, log });
  const address = origin ?? (await app.listen({ host, port }));
  if (origin !== null) await app.listen({ host, port });
  const runner = runnerOver(store, desk, log);
  return {
    ...{ address, single },
    setupLink: setup === null ? null : `${address}${pagePath('set-up', { link: setup })}`,
    close: async () => {
      await app.close();
      await runner.stop();
      await desk.close();
      await store.close();
    },
  };
}
