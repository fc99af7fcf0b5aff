import type { TypedScore } from '../entry/form-scores.js';
import { element } from './dom.js';
import { type Lang, say, type WordId } from './words.js';

/** What the form comes to: shown while one types, in `outputs` by path. */
export function totalPart(
  { profile }: TypedScore,
  outputs: Map<string, HTMLElement>,
  lang: Lang,
): HTMLElement {
  const value = (path: string, word: WordId) => {
    const output = element('output', { class: 'amount' });
    outputs.set(path, output);
    return element('div', {}, element('dt', {}, say(lang, word)), element('dd', {}, output));
  };
  const deducts = profile.caps.length > 0;
  return element(
    'dl',
    { class: 'form-total' },
    value('total-weight', 'totalWeight'),
    ...(deducts ? [value('subtotal', 'subtotal'), value('deduction', 'deduction')] : []),
    value('total', 'total'),
    value('grade', 'grade'),
  );
}
