import type { Address, Place } from '../base/place.js';
import type { Filing } from './model.js';

/**
 * A filing as those see it that are held against it: every place says in which file it stands, and
 * where in it, so that no line of another document is taken for it.
 */
export function seenFromElsewhere(filing: Filing, addressOf: (place: Place) => Address): Filing {
  const made = new Map<object, unknown>();
  const seen = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    // A figure is the same object in its statement and in the list of figures, and stays so.
    const copy = copied(value);
    made.set(value, copy);
    return copy;
  };
  const copied = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(seen);
    const entries = Object.entries(value).map(([key, inner]) => [key, seen(inner)]);
    const copy: unknown = Object.fromEntries(entries);
    if (!isPlace(value)) return copy;
    return { ...value, elsewhere: { file: filing.file, address: addressOf(value) } };
  };
  return copied(filing) as Filing;
}

function isPlace(value: object): value is Place {
  return ['page', 'line', 'from', 'to', 'text'].every((key) => key in value);
}
