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
  /** Why it is not to be relied on: it runs over the page's edge, or its columns are not clear. */
  readonly fault: 'cut' | 'columns' | null;
}

/** The text of a cell: its lines joined as one would read them. */
export function cellText(words: readonly Word[]): string {
  if (words.length === 0) return '';
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

/** The text of a cell; `full` where its last line leaves no room for another character. */
export interface CellPiece extends Piece {
  readonly full: boolean;
}

/** The cells of a row as pieces: their text and the box that it takes, or that of the cell. */
export function piecesOf(row: readonly TableCell[], page: number, ruled: boolean): CellPiece[] {
  return row.map((cell) => {
    const { words, right } = cell;
    const box = words.length === 0 ? cell : boxAround(words);
    const last = linesOf(words).at(-1);
    const full = last !== undefined && last.right + ROOM * last.size > right;
    const piece = pieceOf(cellText(words), words[0]?.page ?? page, box, words);
    const inferred = !ruled && piece.origin === undefined;
    return { ...piece, ...(inferred ? { origin: 'inferred' as const } : {}), full };
  });
}

/** Room for a character and the padding of a cell, in parts of the type size. */
const ROOM = 1.6;
