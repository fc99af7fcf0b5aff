import cookie from '@fastify/cookie';
import type { Cookie } from './endpoint.js';
import type { FastifyInstance, FastifyReply } from './framework.js';

/** Reads cookies of requests and sets those of answers. */
export async function addCookies(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
}

/** Sets a cookie of this site alone; `secure` where the site is reached by https. */
export function setCookie(reply: FastifyReply, cookie: Cookie, secure: boolean): void {
  const { name, value, seconds, secret } = cookie;
  const shared = { path: '/', sameSite: 'lax', httpOnly: secret, secure } as const;
  if (value === null) reply.clearCookie(name, shared);
  else reply.setCookie(name, value, { ...shared, maxAge: seconds });
}
