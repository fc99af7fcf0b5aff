import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { failurePage } from '../portal/failure-page.js';
import { PORTAL_POLICY } from '../portal/layout.js';
import { shownStatus } from './failures.js';
import type { FastifyReply, FastifyRequest } from './framework.js';
import { languageOf } from './language.js';
import { Problem, type ProblemCode, problemJson } from './problem.js';
import type { SiteReader } from './services/site.js';
import { visitOf } from './visit.js';

/** What is known of a request that came to no route and no hook of ours. */
interface Refused {
  readonly code: ProblemCode;
  readonly url: string;
  readonly accept: string;
  readonly language: string;
  readonly cookies: string;
  readonly id: string;
}

/** An answer, whole. */
interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ADDRESSES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'bad-address',
  FST_ERR_MAX_PARAM_LENGTH: 'long-address',
};

const REQUESTS: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
  HPE_HEADER_OVERFLOW: 'large-header',
};

/**
 * Answers what is refused before routing, addresses that cannot be decoded and requests that are
 * no HTTP, as every other refusal: a page to people, problem+json to programs, with an id.
 */
export function refusalsBeforeRouting(site: SiteReader) {
  return {
    frameworkErrors: async (
      error: { readonly code?: string },
      { id, url, headers }: FastifyRequest,
      reply: FastifyReply,
    ): Promise<void> => {
      const {
        status,
        headers: told,
        body,
      } = await refusalOf(site, {
        ...{ code: ADDRESSES[error.code ?? ''] ?? 'fault', url, id },
        ...{ accept: headers.accept ?? '', language: headers['accept-language'] ?? '' },
        cookies: headers.cookie ?? '',
      });
      reply.code(status).headers(told).send(body);
    },
    clientErrorHandler: async (error: Error, socket: Socket): Promise<void> => {
      const { code = '', rawPacket } = error as ClientError;
      if (code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
      }
      const head = headOf(rawPacket);
      const refused = { ...head, code: REQUESTS[code] ?? 'bad-header', id: randomUUID() };
      const { status, headers, body } = await refusalOf(site, refused);
      const lines = Object.entries({
        ...headers,
        'content-length': `${Buffer.byteLength(body)}`,
        connection: 'close',
      }).map(([name, value]) => `${name}: ${value}\r\n`);
      const first = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`;
      socket.end(`${first}${lines.join('')}\r\n${body}`);
    },
  };
}

/** What node tells of a request that it could not parse. */
interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: Uint8Array;
}

/** As much of a request as can be told from what came of it. */
function headOf(packet: Uint8Array | undefined): Omit<Refused, 'code' | 'id'> {
  const text = Buffer.from(packet ?? []).toString('latin1');
  const of = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(text)?.[1] ?? '';
  return {
    url: /^[A-Z]+ (\S+)/.exec(text)?.[1] ?? '/',
    ...{ accept: of('accept'), language: of('accept-language'), cookies: of('cookie') },
  };
}

async function refusalOf(site: SiteReader, refused: Refused): Promise<Refusal> {
  const { code, url, accept, language, id } = refused;
  const problem = new Problem(code);
  const { status } = problem;
  const cookies = Object.fromEntries(
    new URLSearchParams(refused.cookies.replace(/;\s*/g, '&')),
  ) as Readonly<Record<string, string | undefined>>;
  const lang = languageOf(cookies.lang, language);
  const headers = {
    ...{ 'cache-control': 'no-store', 'x-request-id': id, 'x-frame-options': 'DENY' },
    ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' },
    'content-security-policy': PORTAL_POLICY,
  };
  if (!accept.includes('text/html') || url.startsWith('/api/')) {
    const type = { 'content-type': 'application/problem+json; charset=utf-8' };
    const body = JSON.stringify(problemJson(problem, lang, id));
    return { status, headers: { ...headers, ...type }, body };
  }
  const visit = visitOf({ site: await site.read() }, cookies, lang, '/');
  const view = { status: shownStatus(status), request: id, wait: null, instead: null };
  const type = { 'content-type': 'text/html; charset=utf-8' };
  return { status, headers: { ...headers, ...type }, body: failurePage(view, visit) };
}
