import type { CellsDocument } from './model.js';

const NUMBER = /\d(?:[\d,.]*\d)?/g;
/** The page at the end of a line of contents: whoever lays the pages out counts them anew. */
const CONTENTS_PAGE = /(?:\t|[.…·]{3,})\s*\d{1,4}\s*$/;

/**
 * Whether every number of a document stands as often in another rendering of it. The other may have
 * more: automatic numbers, notes.
 */
export function keepsNumbers(document: CellsDocument, rendering: CellsDocument): boolean {
  const counts = new Map<string, number>();
  for (const number of numbersOf(rendering)) counts.set(number, (counts.get(number) ?? 0) + 1);
  for (const number of numbersOf(document)) {
    const left = counts.get(number) ?? 0;
    if (left === 0) return false;
    counts.set(number, left - 1);
  }
  return true;
}

function numbersOf({ blocks }: CellsDocument): readonly string[] {
  return blocks.flatMap((block) => {
    const texts =
      block.kind === 'line'
        ? [block.text.replace(CONTENTS_PAGE, '')]
        : block.rows.flatMap((row) => row.map(({ text }) => text));
    return texts.flatMap((text) => text.match(NUMBER) ?? []);
  });
}
