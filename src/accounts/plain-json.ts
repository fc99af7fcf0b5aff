import { NotAccount } from './json-values.js';

/** Stands for a whole number that JSON has none for. */
const MARK = '$bigint';

/** Any plain value as JSON keeps it: whole numbers of any length are marked. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return { [MARK]: value.toString() };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, toPlain(each)]],
    ),
  );
}

/** The value that was kept. */
export function fromPlain(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((each, at) => fromPlain(each, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]![0] === MARK) {
    const digits = entries[0]![1];
    if (typeof digits !== 'string' || !/^-?\d{1,40}$/.test(digits)) throw new NotAccount(path);
    return BigInt(digits);
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, fromPlain(each, `${path}.${key}`)]));
}
