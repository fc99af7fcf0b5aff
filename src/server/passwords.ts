import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice of memory and passes: some 50 ms and 19 MiB a password. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified where there is no such login, so that it takes as long as where there is one. */
const NOBODY = hash('nobody has this password', COST);

/** Fewest characters of a password; nothing else is asked of it. */
export const SHORTEST_PASSWORD = 10;

/** The hash of a password with a salt of its own (argon2id). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Whether a password has a hash; null, the hash of nobody, takes as long and is never right. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const right = await verify(kept ?? (await NOBODY), password.normalize('NFKC'));
  return right && kept !== null;
}
