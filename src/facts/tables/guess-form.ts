import type { GridCell } from '../../cells/model.js';
import type { FormId } from '../../forms/model.js';
import { statutoryForms } from '../../forms/statutory.js';
import { columnKey, columnNames } from './match-columns.js';
import { LineMatcher } from './match-lines.js';

/** How much of a form's own words must stand in a grid without a title to call it that form. */
const ENOUGH = 0.6;

/**
 * Recognises an untitled grid by the set of its labels; null when no form, or several, would fit.
 */
export function guessForm(rows: readonly (readonly GridCell[])[]): FormId | null {
  const texts = rows
    .slice(0, 45)
    .flatMap((row) => row.map(({ text }) => text.trim()).filter((text) => text !== ''));
  const keys = new Set(texts.map(columnKey));
  const scored = statutoryForms().map((form) => {
    let known = 0;
    let expected = 0;
    for (const block of form.blocks) {
      if (block.kind === 'fixed') {
        const matcher = new LineMatcher(block.lines);
        const required = block.lines.filter((line) => !line.optional);
        expected += required.length;
        known += Math.min(
          required.length,
          new Set(texts.filter((text) => matcher.knows(text))).size,
        );
      } else {
        const columns = block.columns.filter((column) => !column.optional);
        expected += columns.length + 1;
        known += columns.filter((column) =>
          [...columnNames(column)].some((name) => keys.has(name)),
        ).length;
        known += hasCodes(texts, block.kind) ? 1 : 0;
      }
    }
    return { form: form.id, share: known / expected };
  });
  scored.sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  if (!best || best.share < ENOUGH || (second && best.share - second.share < 0.1)) return null;
  return best.form;
}

function hasCodes(texts: readonly string[], kind: 'open' | 'coded' | 'matrix'): boolean {
  if (kind === 'matrix') return texts.some((text) => /预算数|决算数/.test(text));
  const pattern = kind === 'open' ? /^2\d{2}(?:\d{2}){0,2}$/ : /^3\d{2}(?:\d{2})?$/;
  return texts.filter((text) => pattern.test(text)).length >= 2;
}
