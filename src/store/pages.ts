import { StoreError } from './errors.js';
import type { Json } from './values.js';

/** Some rows in order, and where the next ones begin; `next` is null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque, fit for an address. */
  readonly next: string | null;
}

/** Most rows that one page holds. */
const MOST = 1000;

/** A limit that was asked for, within bounds. */
export function limitOf(asked: number | undefined): number {
  return Math.max(1, Math.min(MOST, Math.trunc(asked ?? 50)));
}

/** A page from one row more than its limit. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly Json[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null;
  return { items, next };
}

function cursorOf(key: readonly Json[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key that a cursor stands for; throws `StoreError` invalid for what no page gave. */
export function keyOfCursor(cursor: string, length: number): readonly (string | number)[] {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    const plain = (part: unknown) => typeof part === 'string' || Number.isInteger(part);
    if (Array.isArray(key) && key.length === length && key.every(plain)) return key;
  } catch {
    // Falls through: somebody wrote this address by hand.
  }
  throw new StoreError('invalid', `cursor ${cursor.slice(0, 80)}`);
}
