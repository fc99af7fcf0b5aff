import type { Address } from '../base/place.js';
import { linePlace } from '../base/place.js';
import type {
  CellsBlock,
  CellsDocument,
  DocumentFormat,
  GridCell,
  Loss,
  Span,
  TextOrigin,
} from './model.js';
import { type SourceLine, textLine } from './source-line.js';
import type { TabbedRow } from './tabbed-rows.js';
import { blocksOfTable } from './text-grids.js';

/** A text of a file with its address there: a run of a paragraph, or a cell of a table. */
export interface Piece {
  readonly text: string;
  readonly address: Address;
  /** Printed where it is not said. */
  readonly origin?: TextOrigin;
  readonly confidence?: number;
  /** A cell that the merged one above covers. */
  readonly continued?: boolean;
}

/**
 * Renders a file to lines of text while it is read, and keeps the way back. Readers say paragraphs
 * and tables in reading order; what a table is (a grid, headings above it, prose in a frame) is
 * decided here as it is for plain text.
 */
export class Rendition {
  private readonly lines: string[] = [];
  private readonly spans: Span[][] = [];
  private readonly blocks: CellsBlock[] = [];
  private readonly losses: Loss[] = [];

  /** One paragraph; its pieces follow each other without a gap. Line breaks inside make lines. */
  paragraph(pieces: readonly Piece[]): void {
    let text = '';
    let spans: Span[] = [];
    const end = (): void => {
      if (text.trim() !== '') this.blocks.push(textLine(this.push(text, spans)));
      text = '';
      spans = [];
    };
    for (const piece of pieces) {
      const parts = piece.text.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
      parts.forEach((part, index) => {
        if (index > 0) end();
        const from = text.length;
        text += part;
        if (part !== '') spans.push(spanOf(piece, from, text.length));
      });
    }
    end();
  }

  /**
   * One table as its rows; a cell that a merged one covers is empty, rows need not be equally long.
   * Line breaks and tabs inside a cell become blanks.
   */
  table(rows: readonly (readonly Piece[])[]): void {
    const made: TabbedRow[] = [];
    let blanksBefore = 0;
    for (const row of rows) {
      const texts = row.map(({ text }) => text.replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ').trim());
      if (texts.every((text) => text === '')) {
        blanksBefore += 1;
        continue;
      }
      made.push({ ...this.row(row, texts), blanksBefore });
      blanksBefore = 0;
    }
    for (const block of blocksOfTable(made)) this.blocks.push(block);
  }

  /** Says what was lost here; `missing` is content that nobody read, see `Loss`. */
  lose(loss: Omit<Loss, 'line'>): void {
    this.losses.push({ ...loss, line: this.lines.length + 1 });
  }

  /** Nothing but blanks was read so far. */
  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  finish(file: string, format: DocumentFormat, encoding: string | null = null): CellsDocument {
    const { blocks, lines, spans, losses } = this;
    return { file, format, encoding, blocks, lines, spans, losses };
  }

  private row(
    pieces: readonly Piece[],
    texts: readonly string[],
  ): Pick<TabbedRow, 'lines' | 'cells'> {
    const spans: Span[] = [];
    const cells: GridCell[] = [];
    const number = this.lines.length + 1;
    let from = 0;
    texts.forEach((text, index) => {
      const to = from + text.length;
      const piece = pieces[index]!;
      spans.push(spanOf(piece, from, to));
      const place = linePlace(number, from, to, text);
      cells.push(piece.continued ? { text, place, continued: true } : { text, place });
      from = to + 1;
    });
    return { lines: [this.push(texts.join('\t'), spans)], cells };
  }

  private push(text: string, spans: Span[]): SourceLine {
    this.lines.push(text);
    this.spans.push(spans);
    const tabs = text.split('\t').length - 1;
    return { number: this.lines.length, text, tabs, blank: false, separator: '\t' };
  }
}

function spanOf(
  { address, origin = 'printed', confidence }: Piece,
  from: number,
  to: number,
): Span {
  return { from, to, address, origin, confidence: confidence ?? null };
}
