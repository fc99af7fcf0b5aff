import type { TextLine } from '../cells/model.js';
import type { Filing } from './model.js';
import { type NarrativeContext, readNarrative } from './narrative.js';
import { outline } from './outline.js';

type Said = Pick<Filing, 'sections' | 'passages' | 'figures' | 'statements' | 'lists'>;

/** What the narrative of a page says; read by the same code that reads a document's. */
export function narrativeOfPage(lines: readonly TextLine[], context: NarrativeContext): Said {
  const { sections, passages } = outline(lines, context.fiscalYear);
  return { sections, passages, ...readNarrative(sections, passages, context) };
}
