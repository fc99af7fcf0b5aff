import { DEFAULT_LIMITS, type Limits } from '../cells/limits.js';
import type { Lang } from '../pages/model.js';
import { sentence } from './messages.js';
import { UsageError } from './usage.js';

/** Limits that can be set, by name. */
export const LIMIT_NAMES: readonly string[] = Object.keys(DEFAULT_LIMITS);

const MULTIPLES: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** The stated limits with those changed that `--limit name=value` names; 200M is 200 mebi. */
export function limitsFrom(given: readonly string[], lang: Lang): Limits {
  const changed: Record<string, number> = {};
  for (const text of given) {
    const [name = '', value = ''] = text.split(/=(.*)/s);
    if (!LIMIT_NAMES.includes(name)) {
      throw new UsageError(sentence(lang, 'unknownLimit', name, LIMIT_NAMES.join(', ')));
    }
    const [, digits, multiple = ''] = /^([1-9]\d{0,11})([KMG]?)$/.exec(value) ?? [];
    if (digits === undefined) throw new UsageError(sentence(lang, 'badLimit', name, value));
    changed[name] = Number.parseInt(digits, 10) * MULTIPLES[multiple]!;
  }
  return { ...DEFAULT_LIMITS, ...changed };
}
