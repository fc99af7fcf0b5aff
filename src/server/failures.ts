import { failurePage } from '../portal/failure-page.js';
import { PORTAL_POLICY } from '../portal/layout.js';
import type { FailureView } from '../portal/view-models.js';
import type { Services } from './endpoint.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from './framework.js';
import { languageOf } from './language.js';
import { Problem, problemJson, problemOf } from './problem.js';
import { visitOf } from './visit.js';

/** Says what went wrong: as JSON to programs, as a page to people, to the log what was ours. */
export function addFailures(app: FastifyInstance, services: Services): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'fault') {
      request.log.error({ err: problem.cause ?? error, request: request.id }, 'fault');
    }
    return refuse(services, problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(services, new Problem('not-found'), request, reply),
  );
}

function refuse(
  services: Services,
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const lang = languageOf(request.cookies?.lang, request.headers['accept-language']);
  reply.code(problem.status).header('cache-control', 'no-store').header('x-request-id', request.id);
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (!wantsPage || request.url.startsWith('/api/')) {
    if (problem.code === 'bad-token') reply.header('www-authenticate', 'Bearer');
    return reply
      .type('application/problem+json; charset=utf-8')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problemJson(problem, lang, request.id));
  }
  const wait = Number(reply.getHeader('retry-after') ?? 0);
  const view: FailureView = {
    ...{ status: shownStatus(problem.status), request: request.id, instead: null },
    wait: wait > 0 ? wait : null,
  };
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', PORTAL_POLICY)
    .send(failurePage(view, visitOf(services, request.cookies ?? {}, lang, request.url)));
}

function shownStatus(status: number): FailureView['status'] {
  const known = ([400, 403, 404, 410, 429, 500, 503] as const).find((each) => each === status);
  return known ?? (status >= 500 ? 500 : status === 401 ? 403 : 400);
}
