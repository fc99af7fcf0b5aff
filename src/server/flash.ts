import { createHmac, randomBytes } from 'node:crypto';
import type { Flash } from '../workbench/view-models.js';
import type { Cookie } from './endpoint.js';
import { isSame } from './secrets.js';

/** Name of the cookie that carries what was just done to the page that shows it. */
export const FLASH_COOKIE = 'said';

/** Long enough for the next page to be asked for. */
const SECONDS = 60;

/** Characters of each language; a cookie holds some four thousand. */
const MOST = 300;

/** For whoever has no session: the words are lost with the process, which harms nobody. */
const OWN_KEY = randomBytes(32).toString('base64url');

/** What was done, for the next page alone; sealed, so that nobody else can put words there. */
export function sealed({ tone, text }: Flash, session: string | null): Cookie {
  const { zh, en } = text;
  const value = seal({ tone, text: { zh: shortened(zh), en: shortened(en) } }, session, 'said');
  return { name: FLASH_COOKIE, value, seconds: SECONDS, secret: true };
}

/** Ends what was said once it is shown. */
export const SAID: Cookie = { name: FLASH_COOKIE, value: null, seconds: 0, secret: true };

/** What a cookie says; null where we did not write it for this session. */
export function opened(cookie: string | undefined, session: string | null): Flash | null {
  return unseal(cookie ?? '', session, 'said') as Flash | null;
}

/** What is sealed: words for the next page, or a document that waits for an answer. */
type Use = 'said' | 'held';

/** JSON that only we can have written for a session, to go through somebody's browser and back. */
export function seal(value: unknown, session: string | null, use: Use): string {
  const content = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${content}.${sealOf(content, session, use)}`;
}

/** What was sealed for this session; null for everything else. */
export function unseal(text: string, session: string | null, use: Use): unknown {
  const [content = '', given = ''] = text.split('.');
  if (content === '' || !isSame(given, sealOf(content, session, use))) return null;
  return JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as unknown;
}

function sealOf(content: string, session: string | null, use: Use): string {
  const key = `${use} ${session ?? OWN_KEY}`;
  return createHmac('sha256', key).update(content).digest('base64url');
}

function shortened(text: string): string {
  const all = [...text];
  return all.length <= MOST ? text : `${all.slice(0, MOST - 1).join('')}…`;
}
