import { Readable } from 'node:stream';
import { setCookie } from './cookies.js';
import type { Answer } from './endpoint.js';
import type { FastifyReply, FastifyRequest } from './framework.js';

/** Sends what a handler answers. */
export function answer(
  reply: FastifyReply,
  request: FastifyRequest,
  given: Answer,
  https: boolean,
): FastifyReply {
  for (const cookie of given.cookies ?? []) setCookie(reply, cookie, https);
  reply.header('cache-control', given.cache ?? 'no-store');
  reply.header('x-request-id', request.id);
  reply.header('vary', 'Cookie, Accept-Language, Accept-Encoding');
  if (given.etag !== undefined) {
    const tag = `"${given.etag}"`;
    reply.header('etag', tag);
    if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send();
  }
  if (given.refresh !== undefined) reply.header('refresh', String(given.refresh));
  if (given.status !== undefined) reply.code(given.status);
  if ('nothing' in given) return reply.send();
  if ('to' in given) return reply.redirect(given.to, given.status ?? 303);
  if ('json' in given) return reply.type('application/json; charset=utf-8').send(given.json);
  const { bytes, mediaType, name, policy, encoding } = given;
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  if (name !== undefined) reply.header('content-disposition', savedAs(name));
  if (policy !== undefined) reply.header('content-security-policy', policy);
  reply.type(mediaType);
  if (typeof bytes === 'string') return reply.send(bytes);
  return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes));
}

function isKnown(given: string | undefined, tag: string): boolean {
  const tags = (given ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || given === '*';
}

/** A name of any characters, as RFC 6266 writes it. */
function savedAs(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
  const full = encoded.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
