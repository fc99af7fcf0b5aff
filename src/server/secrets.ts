import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret that nobody can guess: 256 bits, fit for an address. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a secret; the secret itself never is. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * What forms and scripts of a session's pages send along. It is made of the session's secret, so
 * another site can neither read nor set it.
 */
export function csrfOf(session: string): string {
  return createHash('sha256').update(`csrf ${session}`).digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}
