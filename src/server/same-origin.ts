import type { Caller } from './caller.js';
import type { FastifyRequest } from './framework.js';
import { Problem } from './problem.js';
import { csrfOf, isSame } from './secrets.js';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request may change anything. */
export function isUnsafe(request: FastifyRequest): boolean {
  return !SAFE.has(request.method);
}

/**
 * Refuses what another site makes a browser send. A token in a header is sent by no browser of
 * itself; what names neither origin nor fetch metadata comes from no browser at all.
 */
export function refuseOtherOrigins(request: FastifyRequest, caller: Caller): void {
  if (!isUnsafe(request) || caller.kind === 'token') return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Problem('other-origin');
  }
  if (origin !== undefined && !isOwn(origin, request.host)) throw new Problem('other-origin');
}

function isOwn(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Refuses an unsafe request of a session without what its own pages send along. */
export function refuseWithoutCsrf(caller: Caller, given: string | undefined): void {
  if (caller.session === null) return;
  if (given === undefined || !isSame(given, csrfOf(caller.session))) throw new Problem('no-csrf');
}

/** Names under which a browser reaches its own machine. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Refuses other names of this machine while it needs no password: a name of somebody's own that
 * points here would make their pages ours.
 */
export function refuseOtherNames(request: FastifyRequest): void {
  if (!LOOPBACK.test(request.host)) throw new Problem('other-origin');
}
