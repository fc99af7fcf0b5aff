import rateLimit from '@fastify/rate-limit';
import type { Weight } from './endpoint.js';
import type { FastifyInstance } from './framework.js';

/** Requests of one address in a minute, by what they cost. */
export type Allowance = Readonly<Record<Weight, number>>;

/** Generous for people and programs, tight for guessing passwords. */
export const ALLOWANCE: Allowance = { ordinary: 1200, 'sign-in': 10, upload: 240, bulk: 30 };

/** Counts requests by address, in this process. */
export async function addRateLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, hook: 'onRequest', timeWindow: 60_000 });
}

/** What a route tells of itself to be counted. */
export function counted(allowance: Allowance, weight: Weight) {
  return { max: allowance[weight], timeWindow: 60_000, groupId: weight };
}
