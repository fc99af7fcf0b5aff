import { numeralText } from '../base/numeral.js';
import type { Filing } from '../facts/model.js';
import { cellPath } from '../publications/cell-path.js';
import type { Publication, PublishedCell } from '../publications/model.js';

/** A cell that was written and reads otherwise: a fault of the writer or of the reader. */
export interface Difference {
  readonly cell: string;
  readonly written: string;
  /** Null where no such cell was found. */
  readonly read: string | null;
}

/**
 * Cells of the statutory tables that do not read as they were written. `complete` is false where a
 * template of somebody's own may leave tables out.
 */
export function differences(
  publication: Publication,
  filing: Filing,
  complete: boolean,
): readonly Difference[] {
  const read = new Map<string, string>();
  for (const { cells } of filing.forms) {
    for (const { form, side, lineId, code, columnId, value } of cells) {
      const key = lineId ?? code;
      if (key !== null && columnId !== null) {
        read.set(cellPath({ form, side, key, column: columnId }), value ?? '');
      }
    }
  }
  const found: Difference[] = [];
  for (const block of publication.blocks) {
    if (block.kind !== 'table' || block.form === null) continue;
    const isThere = filing.forms.some(({ form }) => form === block.form);
    if (!isThere && !complete) continue;
    for (const cell of block.body.flat()) {
      const { about } = cell;
      // Such a document is a draft, and what is unread has no digits to compare.
      if (about === undefined || cell.unread === true) continue;
      const written = digitsOf(cell);
      const value = read.get(cellPath(about)) ?? null;
      // What is blank need not be there: nothing stands for zero.
      if ((value ?? '') !== written) found.push({ cell: cellPath(about), written, read: value });
    }
  }
  return found;
}

function digitsOf({ text, number }: PublishedCell): string {
  return number === undefined || text === '' ? text : numeralText(number);
}
