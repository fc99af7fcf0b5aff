import type { Basis } from '../rules/model.js';
import { regulationOf } from '../terms/regulations.js';
import type { Inline, Lang } from './model.js';
import { word } from './words.js';

/** The regulation with its number and clause; what was never seen printed says so. */
export function basisText({ regulation, clause }: Basis, lang: Lang): Inline {
  const entry = regulationOf(regulation);
  if (!entry) return [{ text: [regulation, clause].filter((part) => part !== null).join(' ') }];
  const number = entry.number === null ? '' : word(lang, 'brackets', entry.number);
  const named = entry.clauses.find(({ id }) => id === clause)?.title ?? clause;
  const text = `${entry.title[lang]}${number}${named === null ? '' : ` · ${named}`}`;
  return entry.mark === 'known'
    ? [{ text }, { text: word(lang, 'noText'), tone: 'muted' }]
    : [{ text }];
}
