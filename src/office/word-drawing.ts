import { type BlockSetting, blockParagraphs } from './word-blocks.js';
import { contentsBlocks } from './word-contents.js';
import type { FileChild } from './word-library.js';
import type { WordLook } from './word-look.js';
import type { Marks } from './word-marks.js';
import type { SeatedBlock } from './word-sections.js';
import { tableBlocks } from './word-table.js';

/** Draws the blocks of a document in order, with the pictures counted. */
export class Drawing {
  private pictures = 0;

  constructor(
    private readonly marks: Marks,
    private readonly picture: BlockSetting['picture'],
  ) {}

  /** `room`: twips between the margins. */
  blocks(
    { block, breaksPage, headingsAbove }: SeatedBlock,
    room: { readonly width: number; readonly height: number },
    look: WordLook,
  ): readonly FileChild[] {
    const { marks, picture } = this;
    if (block.kind === 'contents') return contentsBlocks(block, look);
    if (block.kind === 'table') {
      const headings = headingsAbove.length;
      return tableBlocks(block, { look, marks, room, breaksPage, headings });
    }
    const { pictures } = this;
    if (block.kind === 'chart') this.pictures += 1;
    return blockParagraphs(block, { look, marks, room, picture, breaksPage, pictures });
  }
}
