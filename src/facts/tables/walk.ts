import type { CellsBlock, TextLine } from '../../cells/model.js';
import { matchTitle, type TitleMatch } from './headings.js';

export const PART = /^第[一二三四五六七八九十]+部分/;

/** The blocks of a document and which of them have been taken by a table or a performance form. */
export class Walk {
  /** Lines that could be the title of a statutory table. */
  readonly titles: readonly (TitleMatch | null)[];
  private readonly taken: boolean[];

  constructor(readonly blocks: readonly CellsBlock[]) {
    this.taken = blocks.map(() => false);
    this.titles = blocks.map((block) => (block.kind === 'line' ? matchTitle(block.text) : null));
  }

  /** The line at an index; null for a grid, and past either end. */
  line(at: number): TextLine | null {
    const block = this.blocks[at];
    return block?.kind === 'line' ? block : null;
  }

  isTaken(at: number): boolean {
    return this.taken[at] ?? true;
  }

  take(from: number, to = from): void {
    for (let at = from; at <= to; at += 1) this.taken[at] = true;
  }

  /** Lines that nothing has taken, in reading order. */
  rest(): TextLine[] {
    return this.blocks.filter(
      (block, at): block is TextLine => block.kind === 'line' && !this.taken[at],
    );
  }
}
