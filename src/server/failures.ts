import { failurePage } from '../portal/failure-page.js';
import { PORTAL_POLICY } from '../portal/layout.js';
import { localPath } from '../portal/routes.js';
import type { FailureView } from '../portal/view-models.js';
import { PAGES } from '../workbench/actions.js';
import { problemPage } from '../workbench/door-pages.js';
import { WORKBENCH_POLICY } from '../workbench/layout.js';
import type { Caller } from './caller.js';
import { setCookie } from './cookies.js';
import type { Services } from './endpoint.js';
import { sealed } from './flash.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from './framework.js';
import { languageOf } from './language.js';
import { deskOf } from './office-desk.js';
import { Problem, problemJson, problemOf, problemWords } from './problem.js';
import { visitOf } from './visit.js';

/** What is needed to say what went wrong. */
interface Around extends Services {
  readonly https: boolean;
}

/** What went wrong with which request, for whom. */
interface Failure {
  readonly problem: Problem;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly lang: 'zh' | 'en';
  readonly caller: Caller;
}

/** Says what went wrong: as JSON to programs, as a page to people, to the log what was ours. */
export function addFailures(
  app: FastifyInstance,
  around: Around,
  callerOf: (request: FastifyRequest) => Caller,
): void {
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error);
    if (problem.code === 'fault') {
      request.log.error({ err: problem.cause ?? error, request: request.id }, 'fault');
    }
    const lang = languageOf(request.cookies?.lang, request.headers['accept-language']);
    const failure = { problem, request, reply, lang, caller: callerOf(request) };
    reply.header('cache-control', 'no-store').header('x-request-id', request.id);
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage || request.url.startsWith('/api/')) return programs(failure);
    return isOffice(request.url) ? offices(around, failure) : everybody(around, failure);
  };
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply));
  app.setNotFoundHandler((request, reply) => refuse(new Problem('not-found'), request, reply));
}

function isOffice(url: string): boolean {
  return /^\/workbench([/?]|$)/.test(url);
}

function programs({ problem, request, reply, lang }: Failure): FastifyReply {
  if (problem.code === 'bad-token') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemJson(problem, lang, request.id));
}

/** Refusals that the page from which a form came can show in its own place. */
const SAID_THERE: ReadonlySet<number> = new Set([400, 409, 410, 413, 415, 422, 429]);

/**
 * To people of the offices: whoever is not signed in is led there, a form's refusal is said on the
 * page from which it came, everything else is a page of its own.
 */
async function offices(around: Around, failure: Failure): Promise<FastifyReply> {
  const { problem, request, reply, lang, caller } = failure;
  const isForm = request.method === 'POST';
  const from = pageBefore(request);
  if (problem.code === 'not-signed-in') {
    const next = isForm ? (from ?? PAGES.work) : request.url;
    const query = new URLSearchParams(isForm ? { next, expired: 'yes' } : { next });
    return reply.redirect(`${PAGES['sign-in']}?${query}`, 303);
  }
  const [title, why] = problemWords(problem);
  if (isForm && from !== null && SAID_THERE.has(problem.status)) {
    const text = { zh: `${title.zh}${why === null ? '' : `：${why.zh}`}。`, en: `${title.en}.` };
    if (why !== null) text.en = `${title.en}: ${why.en}.`;
    setCookie(reply, sealed({ tone: 'error', text }, caller.session), around.https);
    return reply.redirect(from, 303);
  }
  const site = await around.site.read();
  const { cookies = {} } = request;
  const here = isForm ? (from ?? PAGES.work) : request.url;
  const at = { store: around.store, caller, site, lang, cookies, here, flash: null };
  const view = {
    ...{ status: problem.status, title, why: why ?? { zh: '', en: '' }, request: request.id },
    ...{ contact: site.contact, back: from },
  };
  return reply
    .code(problem.status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', WORKBENCH_POLICY)
    .send(problemPage(view, await deskOf(at)));
}

/** The page of the offices on which a form or a link was, as the browser tells. */
function pageBefore({ headers, host, url }: FastifyRequest): string | null {
  try {
    const from = new URL(headers.referer ?? '');
    const path = localPath(`${from.pathname}${from.search}`);
    return from.host === host && isOffice(path) && path !== url ? path : null;
  } catch {
    return null;
  }
}

async function everybody(around: Around, failure: Failure): Promise<FastifyReply> {
  const { problem, request, reply, lang } = failure;
  const wait = Number(reply.getHeader('retry-after') ?? 0);
  const view: FailureView = {
    ...{ status: shownStatus(problem.status), request: request.id, instead: null },
    wait: wait > 0 ? wait : null,
  };
  const visit = visitOf(
    { site: await around.site.read() },
    request.cookies ?? {},
    lang,
    request.url,
  );
  return reply
    .code(problem.status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', PORTAL_POLICY)
    .send(failurePage(view, visit));
}

/** The status whose words tell a reader what went wrong. */
export function shownStatus(status: number): FailureView['status'] {
  const known = ([400, 403, 404, 408, 410, 414, 429, 431, 500, 503] as const).find(
    (each) => each === status,
  );
  return known ?? (status >= 500 ? 500 : status === 401 ? 403 : 400);
}
