import type { PublicationBlock } from '../publications/model.js';
import { tableBelow } from '../publications/table-below.js';
import type { PaperName } from './word-paper.js';

/** A block with where it stands: whether it begins a page of its own. */
export interface SeatedBlock {
  readonly block: PublicationBlock;
  readonly breaksPage: boolean;
  /** The headings that stand above it on its page. */
  readonly headingsAbove: readonly PublicationBlock[];
}

/** Blocks that share a kind of page. A cover has no number, nor has what stands before it. */
export interface PublicationSection {
  readonly paper: PaperName;
  readonly isCover: boolean;
  readonly blocks: readonly SeatedBlock[];
}

/** Puts the blocks on their pages: what stands upright, what lies, and where a page begins. */
export function sectionsOf(blocks: readonly PublicationBlock[]): readonly PublicationSection[] {
  const sections: (PublicationSection & { readonly blocks: SeatedBlock[] })[] = [];
  // What stands before the cover, such as the mark of a draft, has no number either.
  const cover = blocks.findIndex(({ kind }) => kind === 'cover');
  let afterContents = false;
  let headingsAbove: PublicationBlock[] = [];
  blocks.forEach((block, at) => {
    const last = sections.at(-1);
    const isCover = block.kind === 'cover' || at < cover;
    const paper = paperOf(blocks, at, last?.paper ?? 'text');
    const fits =
      last !== undefined &&
      last.paper === paper &&
      last.isCover === isCover &&
      block.kind !== 'cover';
    const wants = afterContents || wantsPage(blocks, at);
    const section = fits ? last : { paper, isCover, blocks: [] };
    if (!fits) sections.push(section);
    const begins = block.kind === 'heading' && block.level === 1;
    const breaksPage = fits && (begins || (wants && headingsAbove.length === 0));
    if (!fits || breaksPage) headingsAbove = [];
    section.blocks.push({ block, breaksPage, headingsAbove: [...headingsAbove] });
    headingsAbove = block.kind === 'heading' ? [...headingsAbove, block] : [];
    afterContents = block.kind === 'contents';
  });
  return sections;
}

function paperOf(blocks: readonly PublicationBlock[], at: number, before: PaperName): PaperName {
  const block = blocks[at]!;
  if (block.kind === 'heading') {
    // Headings stand on the page of the table that they head, wherever it needs paper of its own.
    const below = tableBelow(blocks, at);
    if (below?.orientation === 'landscape') return 'lying';
    return below?.ownPage ? 'upright' : 'text';
  }
  if (block.kind === 'table') {
    if (block.orientation === 'landscape') return 'lying';
    return block.ownPage || before === 'lying' ? 'upright' : before;
  }
  // A remark below a table stays on its page.
  return block.kind === 'paragraph' || block.kind === 'notice' ? before : 'text';
}

function wantsPage(blocks: readonly PublicationBlock[], at: number): boolean {
  const block = blocks[at]!;
  if (block.kind === 'contents') return true;
  if (block.kind === 'table') return block.ownPage;
  return (
    block.kind === 'heading' && (block.level === 1 || tableBelow(blocks, at)?.ownPage === true)
  );
}
