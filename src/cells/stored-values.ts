/** Something in a stored document that no writer of ours wrote; says where: spans[12][3]. */
export class NotStored extends Error {
  constructor(readonly at: string) {
    super(at);
  }
}

/** An object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object, or throws `NotStored`. */
export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotStored('');
  return value as Fields;
}

/** A string, or throws `NotStored`. */
export function stringOf(value: unknown): string {
  if (typeof value !== 'string') throw new NotStored('');
  return value;
}

/** A whole number within bounds, both included, or throws `NotStored`. */
export function wholeOf(
  value: unknown,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw new NotStored('');
  }
  return value as number;
}

/** A number that JSON can hold, or throws `NotStored`: 1e999 is infinite. */
export function finiteOf(value: unknown): number {
  if (!Number.isFinite(value)) throw new NotStored('');
  return value as number;
}

/** One of the words, or throws `NotStored`. */
export function wordOf<T extends string>(value: unknown, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new NotStored('');
  return found;
}

/** An array read item by item, or throws `NotStored` with the index of the item at fault. */
export function listOf<T>(value: unknown, read: (item: unknown, index: number) => T): readonly T[] {
  if (!Array.isArray(value)) throw new NotStored('');
  return value.map((item: unknown, index) => within(`[${index}]`, () => read(item, index)));
}

/** What a step reads; the name of the step goes before the place of what is at fault in it. */
export function within<T>(step: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
    const dot = error.at === '' || error.at.startsWith('[') ? '' : '.';
    throw new NotStored(`${step}${dot}${error.at}`);
  }
}
