import type { Address, Place } from '../base/place.js';
import type { Wording } from '../base/wording.js';

/** A cell of a grid: its text as printed (may be empty) and its place. */
export interface GridCell {
  readonly text: string;
  readonly place: Place;
  /** Covered by the merged cell that goes on from the row above. */
  readonly continued?: boolean;
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

/** How a document came to us. Its reader is chosen by content, never by the file's name. */
export type DocumentFormat =
  | 'text'
  | 'docx'
  | 'doc'
  | 'rtf'
  | 'odt'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'csv'
  | 'html'
  | 'pdf'
  | 'ofd'
  | 'image';

/**
 * How a text came to be known: printed in the file, computed by a formula, seen by OCR, or printed
 * in a table without lines, so that its cell is inferred from where it stands.
 */
export type TextOrigin = 'printed' | 'formula' | 'recognised' | 'inferred';

/** A part of a rendered line and where it stands in the file. Half-open UTF-16 offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly address: Address;
  readonly origin: TextOrigin;
  /** 0 to 1; null unless recognised. */
  readonly confidence: number | null;
}

/** What reading a file lost or could not do, for whoever reads the result. */
export interface Loss {
  readonly what: string;
  readonly why: Wording;
  /** Line of the rendition where it would stand, 1-based. */
  readonly line: number;
  /**
   * Content is missing (a page could not be read): what is not found may stand there, so nothing
   * may be called absent.
   */
  readonly missing: boolean;
  /** Name of a document that the file only links to: it may be this very one. */
  readonly attachment?: string;
}

/** Any document as paragraphs and grids of text with their places, in reading order. */
export interface CellsDocument {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly encoding: string | null;
  readonly blocks: readonly CellsBlock[];
  /** The document as text, one entry a line: what places point into. */
  readonly lines: readonly string[];
  /** Of every line, ascending; null for plain text. */
  readonly spans: readonly (readonly Span[])[] | null;
  readonly losses: readonly Loss[];
  /** The facts that the file was written from and carries, as JSON text; none in most files. */
  readonly embedded?: string | null;
}

/** What may keep a file from being read; stable, and the message is made at the doors. */
export const FAILURE_CODES = [
  'empty',
  'binary',
  'encoding',
  'too-large',
  'line-too-long',
  'not-found',
  'no-permission',
  'no-documents',
  'unsupported',
  /** Not what its first bytes promise, or cut off; the detail says where. */
  'damaged',
  /** Protected by a password. */
  'encrypted',
  /** Took longer than its budget. */
  'time-out',
  /** Took more memory than its budget. */
  'out-of-memory',
  /** Needs a component that is not installed: ocr, libreoffice. */
  'needs',
  'fault',
] as const;

/** Why a file could not be read. */
export interface ReadFailure {
  readonly code: (typeof FAILURE_CODES)[number];
  readonly detail: string | null;
  readonly page: number | null;
  readonly line: number | null;
}
