import type { Place } from '../../base/place.js';
import type { CellsBlock, GridCell } from '../../cells/model.js';

/** A row of a performance form, whether it came in a grid or as a line of text. */
export interface FormRow {
  readonly cells: readonly GridCell[];
  readonly texts: readonly string[];
  readonly place: Place;
  /** Came as a line between grids: a label that fell out of its cell, or running text. */
  readonly loose: boolean;
}

/** The blocks of a form as rows, in order; rows without any text are left out. */
export function formRows(blocks: readonly CellsBlock[]): readonly FormRow[] {
  const rows: FormRow[] = [];
  for (const block of blocks) {
    const lists = block.kind === 'grid' ? block.rows : [[{ text: block.text, place: block.place }]];
    for (const cells of lists) {
      const texts = cells.map(({ text }) => text.trim());
      const first = texts.findIndex((text) => text !== '');
      if (first < 0) continue;
      rows.push({ cells, texts, place: cells[first]!.place, loose: block.kind === 'line' });
    }
  }
  return rows;
}

/** A text without the blanks that narrow cells put into it. */
export function bare(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}

/** Where a number should be and none can be read: ###### of a narrow column, question marks. */
export function isUnreadable(text: string): boolean {
  return /^[?？#＃*]+$/.test(bare(text));
}
