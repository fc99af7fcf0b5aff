import { randomUUID } from 'node:crypto';
import { addCookies } from './cookies.js';
import type { Endpoint, Services } from './endpoint.js';
import { type FastifyInstance, fastify, LogController } from './framework.js';
import { addHeaders } from './helmet.js';
import { type LogTarget, logOf } from './log.js';
import { addDescription } from './openapi.js';
import { ALLOWANCE, type Allowance, addRateLimits } from './rate-limits.js';
import { addEndpoints } from './register.js';
import { refusalsBeforeRouting } from './unrouted.js';
import { addUploads } from './uploads.js';

/** What a server is made of. */
export interface ServerOptions extends Services {
  readonly endpoints: readonly Endpoint[];
  readonly version: string;
  /** Whether people reach it by https, through whatever stands before it. */
  readonly https: boolean;
  /** Whether what stands before it tells the address of whoever asks. */
  readonly proxied: boolean;
  /** Bytes of one file. */
  readonly fileBytes: number;
  readonly allowance?: Allowance;
  /** Where lines of the log go; null: nowhere. */
  readonly log: LogTarget | null;
}

/** Bytes of a body that is no file. */
const BODY_BYTES = 1024 * 1024;

/** Seconds for a request to arrive whole: a large file over a slow line. */
const ARRIVAL_SECONDS = 300;

/** The server, ready to listen or to be asked by tests. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: logOf(options.log),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: options.proxied ? (_address, hop) => hop === 0 : false,
    bodyLimit: BODY_BYTES,
    requestTimeout: ARRIVAL_SECONDS * 1000,
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    ...refusalsBeforeRouting(options.site),
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: false },
  });
  await addCookies(app);
  await addHeaders(app, options.https);
  await addRateLimits(app);
  await addUploads(app);
  await addDescription(app, options.version);
  addEndpoints(app, { ...options, allowance: options.allowance ?? ALLOWANCE });
  return app;
}
