import { normaliseLabel } from '../base/label.js';
import { EDITIONS } from './catalogue.js';
import type { Edition, EditionFeatures, Mark } from './model.js';

export type { EditionFeatures } from './model.js';

/** Below this a document only happens to share words with an edition. */
const ENOUGH = 50;
/** The best must lead by this much, or the document is of neither. */
const LEAD = 15;

/** The edition a document was printed by, told from its own words; 'general' for any other. */
export function recogniseEdition(features: EditionFeatures): string {
  let best = 0;
  let second = 0;
  let id = 'general';
  for (const edition of EDITIONS) {
    const score = editionScore(edition, features);
    if (score > best) {
      second = best;
      best = score;
      id = edition.id;
    } else if (score > second) {
      second = score;
    }
  }
  return best >= ENOUGH && best - second >= LEAD ? id : 'general';
}

/** Σ weights of the marks found. */
export function editionScore(edition: Edition, features: EditionFeatures): number {
  let score = 0;
  for (const mark of edition.marks) if (isFound(mark, features)) score += mark.weight;
  return score;
}

function isFound({ on, pattern }: Mark, features: EditionFeatures): boolean {
  switch (on) {
    case 'number':
      return features.numbers.some((text) => pattern.test(text.trim()));
    case 'column':
      return features.columns.some((text) => pattern.test(text));
    case 'title':
      return features.titles.some((text) => pattern.test(normaliseLabel(text)));
    case 'label':
      return features.labels.some((text) => pattern.test(normaliseLabel(text)));
    case 'line-numbers':
      return pattern.test(String(features.lineNumbers));
    case 'text':
      return features.lines.some((text) => pattern.test(text.trim()));
  }
}
