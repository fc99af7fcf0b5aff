import type { Place } from '../base/place.js';

/** A cell of a grid: its text as printed (may be empty) and its place. */
export interface GridCell {
  readonly text: string;
  readonly place: Place;
}

/** A line of text outside any grid. Text is untrimmed: in raw PDF text blanks are blank cells. */
export interface TextLine {
  readonly kind: 'line';
  readonly text: string;
  readonly place: Place;
}

/** A rectangle of cells; a cell that a merged one covers has empty text. */
export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly GridCell[])[];
  readonly place: Place;
}

export type CellsBlock = TextLine | Grid;

/** Any document as paragraphs and grids of text with their places, in reading order. */
export interface CellsDocument {
  readonly file: string;
  readonly format: 'text';
  readonly encoding: string;
  readonly blocks: readonly CellsBlock[];
}

/** Why a file could not be read. `code` is stable; the message is made at the doors. */
export interface ReadFailure {
  readonly code:
    | 'empty'
    | 'binary'
    | 'encoding'
    | 'too-large'
    | 'line-too-long'
    | 'not-found'
    | 'no-permission'
    | 'no-documents'
    | 'unsupported'
    | 'fault';
  readonly detail: string | null;
  readonly page: number | null;
  readonly line: number | null;
}
