import type { TextLine } from '../cells/model.js';
import type { EditionFeatures } from '../editions/model.js';
import type { FormFact } from './model.js';

/** What the document prints that tells editions apart. */
export function editionFeatures(
  forms: readonly FormFact[],
  lines: readonly TextLine[],
): EditionFeatures {
  const cells = forms.flatMap((form) => form.cells);
  const columns = new Set<string>();
  const labels = new Set<string>();
  for (const cell of cells) {
    if (cell.columnId !== null) columns.add(`${cell.form}/${cell.columnId}`);
    labels.add(cell.column);
    labels.add(cell.item);
  }
  return {
    titles: forms.map(({ title }) => title),
    numbers: forms.flatMap(({ number }) => number ?? []),
    columns: [...columns],
    labels: [...labels],
    lines: [
      ...lines.map(({ text }) => text),
      ...forms.flatMap(({ notes }) => notes.map(({ text }) => text)),
    ],
    unit: forms[0]?.unit ?? null,
    lineNumbers: cells.some(({ line }) => line !== null),
  };
}
