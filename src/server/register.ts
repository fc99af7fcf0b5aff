import { byId } from '../store/filings.js';
import { answer } from './answer.js';
import { type Caller, may, mayEverywhere, PUBLIC } from './caller.js';
import type { Ask, Endpoint, Services, Uploads } from './endpoint.js';
import { addFailures } from './failures.js';
import type { FastifyInstance, FastifyRequest } from './framework.js';
import { languageOf } from './language.js';
import { Problem } from './problem.js';
import { type Allowance, counted } from './rate-limits.js';
import {
  isUnsafe,
  refuseOtherNames,
  refuseOtherOrigins,
  refuseWithoutCsrf,
} from './same-origin.js';
import { judgeOf, type TSchema } from './schema.js';
import { callerOf, SESSION_COOKIE } from './sign-in.js';
import { uploadsOf } from './uploads.js';

/** What routes are added with. */
interface Surroundings extends Services {
  readonly endpoints: readonly Endpoint[];
  readonly https: boolean;
  readonly fileBytes: number;
  readonly allowance: Allowance;
}

/** Who asked, by request: nothing hangs on the request itself. */
type Callers = WeakMap<FastifyRequest, Caller>;

/** Adds every route with its guard; one without a right keeps the server from starting. */
export function addEndpoints(app: FastifyInstance, around: Surroundings): void {
  const callers: Callers = new WeakMap();
  const guarded = new WeakSet<FastifyRequest>();
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const judge = judgeOf(schema as TSchema, httpPart !== 'body');
    return (given: unknown) => {
      const judged = judge(given);
      return 'value' in judged ? judged : { error: refusal(judged.complaints) };
    };
  });
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  // Forms without scripts send their few fields like this.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  addFailures(app, around, (request) => callers.get(request) ?? PUBLIC);
  app.addHook('onRequest', async (request) => {
    if (around.mode.single) refuseOtherNames(request);
    const { authorization } = request.headers;
    const session = request.cookies[SESSION_COOKIE];
    const caller = await callerOf(around, { authorization, session });
    callers.set(request, caller);
    refuseOtherOrigins(request, caller);
  });
  // Fails closed: what no guard has seen is not handled.
  app.addHook('preValidation', async (request) => {
    if (request.is404) return;
    const declared = endpointOf(request);
    if (declared === undefined) throw new Problem('forbidden');
    const caller = callers.get(request) ?? PUBLIC;
    if (isUnsafe(request) && !request.isMultipart()) {
      refuseWithoutCsrf(caller, csrfIn(request));
    }
    await refuseWithoutRight(around, caller, declared, request);
    guarded.add(request);
  });
  app.addHook('onRoute', ({ url, config }) => {
    const declared = (config as { readonly endpoint?: Partial<Endpoint> } | undefined)?.endpoint;
    if (declared?.right === undefined) throw new Error(`${url} declares no right`);
  });
  for (const each of around.endpoints) {
    app.route({
      method: each.method,
      url: each.path,
      schema: schemaOf(each),
      config: { endpoint: each, rateLimit: counted(around.allowance, each.weight ?? 'ordinary') },
      ...(each.most === undefined ? {} : { bodyLimit: each.most }),
      handler: async (request, reply) => {
        if (!guarded.has(request)) throw new Problem('forbidden');
        const ask = await askOf(around, callers.get(request) ?? PUBLIC, request);
        return answer(reply, request, await each.handle(ask), around.https);
      },
    });
  }
}

function refusal(complaints: readonly object[]): Error {
  return new Problem('bad-request', { more: { complaints } });
}

function csrfIn({ headers, body }: FastifyRequest): string | undefined {
  const header = headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const field = (body as { readonly csrf?: unknown } | null | undefined)?.csrf;
  return typeof field === 'string' ? field : undefined;
}

function schemaOf(each: Endpoint): object {
  const { params, query, body, answer: given, multipart = false } = each;
  return {
    ...{ operationId: each.id, tags: [each.tag], summary: each.summary.zh },
    // Pages for people are no part of the interface for programs.
    hide: each.tag === '',
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined || multipart ? {} : { body }),
    ...(multipart ? { consumes: ['multipart/form-data'] } : {}),
    ...(given === null ? {} : { response: { 200: given } }),
    security: each.right?.action === 'public.read' ? [] : [{ token: [] }, { session: [] }],
  };
}

/** Refuses whoever has no right to what the request is about. */
async function refuseWithoutRight(
  { store }: Services,
  caller: Caller,
  { right, method }: Endpoint,
  request: FastifyRequest,
): Promise<void> {
  const { action, on } = right;
  const { scopes } = caller;
  if (scopes !== null && !scopes.includes(method === 'GET' ? 'read' : 'write')) {
    throw new Problem('forbidden');
  }
  const isAllowed = await store.read(async (view) => {
    if (on === 'anything') return may(view, caller, action, null);
    if (on === 'everything') return mayEverywhere(caller, action);
    const { filing, organisation } = request.params as Readonly<Record<string, string>>;
    if (on === 'filing') {
      // Whether it exists is told only to those who might see some.
      if (!(await may(view, caller, action, null))) return false;
      const found = await byId(view, filing!);
      if (found === undefined) throw new Problem('not-found');
      return may(view, caller, action, found.organisation);
    }
    const named = (request.body as { readonly organisation?: unknown } | null)?.organisation;
    const target = on === 'organisation' ? organisation : named;
    if (typeof target !== 'string') return false;
    return may(view, caller, action, target);
  });
  if (isAllowed) return;
  throw new Problem(caller.kind === 'public' ? 'not-signed-in' : 'forbidden');
}

function endpointOf({ routeOptions }: FastifyRequest): Endpoint | undefined {
  return (routeOptions.config as { readonly endpoint?: Endpoint }).endpoint;
}

async function askOf(around: Surroundings, caller: Caller, request: FastifyRequest): Promise<Ask> {
  const { store, clock, desk, mode } = around;
  const site = await around.site.read();
  const { lang } = request.cookies;
  const uploads = (): Promise<Uploads> =>
    uploadsOf(request, {
      guard: (csrf) => {
        const header = request.headers['x-csrf-token'];
        refuseWithoutCsrf(caller, typeof header === 'string' ? header : csrf);
      },
      fileBytes: around.fileBytes,
      many: endpointOf(request)?.many === true,
    });
  return {
    ...{ store, clock, desk, site, mode, caller, uploads },
    ...{ fileBytes: around.fileBytes, siteChanged: () => around.site.forget() },
    ...{ params: request.params, query: request.query, body: request.body },
    lang: languageOf(lang, request.headers['accept-language']),
    request: {
      ...{ id: request.id, url: request.url, cookies: request.cookies },
      origin: `${around.https ? 'https' : request.protocol}://${request.host}`,
      agent: (request.headers['user-agent'] ?? '').slice(0, 300),
      wantsPage: String(request.headers.accept ?? '').includes('text/html'),
      takesGzip: /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')),
    },
  };
}
