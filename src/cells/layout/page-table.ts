import type { Piece } from '../rendition.js';
import { lineJoint, linesOf, textOf } from './visual-lines.js';
import { type Boxed, boxAround, pieceOf, type Word } from './words.js';

/** A cell of a table on a page; a cell that a merged one covers has no words. */
export interface TableCell extends Boxed {
  readonly words: readonly Word[];
}

/** A table of one page. */
export interface PageTable extends Boxed {
  readonly page: number;
  /** Edges of its columns from left to right: equal ones on the next page continue it. */
  readonly edges: readonly number[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Divided by lines: its edges are exact. */
  readonly ruled: boolean;
  /** It runs over the edge of the page: columns are missing. */
  readonly cut: boolean;
}

/** The text of a cell: its lines joined as one would read them. */
export function cellText(words: readonly Word[]): string {
  if (words.length === 0) return '';
  const pages = new Set(words.map(({ page }) => page));
  if (pages.size > 1) {
    // A cell that a page's end cut through goes on where the next page begins.
    const parts = [...pages].map((page) => cellText(words.filter((word) => word.page === page)));
    return parts.reduce((text, part) => text + lineJoint(text, part) + part);
  }
  const turned = words.filter((word) => word.turned);
  if (turned.length === words.length) {
    // Set sideways: columns of text instead of lines.
    return [...turned]
      .sort((a, b) => a.left - b.left || a.top - b.top)
      .map(plain)
      .join('');
  }
  let text = '';
  for (const line of linesOf(words)) {
    const next = textOf(line.words);
    text += lineJoint(text, next) + next;
  }
  return text;
}

function plain({ text }: Word): string {
  return text;
}

/** The cells of a row as pieces: their text and the box that it takes, or that of the cell. */
export function piecesOf(row: readonly TableCell[], page: number): Piece[] {
  return row.map((cell) => {
    const { words } = cell;
    const [first] = words;
    // The place of a cell that goes on over the page's end is where it begins.
    const box = first === undefined ? cell : boxAround(words.filter((w) => w.page === first.page));
    return pieceOf(cellText(words), first?.page ?? page, box, words);
  });
}
