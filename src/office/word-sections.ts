import type { PublicationBlock } from '../publications/model.js';
import type { PaperName } from './word-paper.js';

/** A block with where it stands: whether it begins a page of its own. */
export interface SeatedBlock {
  readonly block: PublicationBlock;
  readonly breaksPage: boolean;
  /** The headings that stand above it on its page. */
  readonly headingsAbove: readonly PublicationBlock[];
}

/** Blocks that share a kind of page. A cover is a section without a number. */
export interface PublicationSection {
  readonly paper: PaperName;
  readonly isCover: boolean;
  readonly blocks: readonly SeatedBlock[];
}

/** Puts the blocks on their pages: what stands upright, what lies, and where a page begins. */
export function sectionsOf(blocks: readonly PublicationBlock[]): readonly PublicationSection[] {
  const sections: (PublicationSection & { readonly blocks: SeatedBlock[] })[] = [];
  let afterContents = false;
  let headingsAbove: PublicationBlock[] = [];
  blocks.forEach((block, at) => {
    const isCover = block.kind === 'cover';
    const last = sections.at(-1);
    const paper = paperOf(blocks, at, last?.paper ?? 'text');
    const fits = last !== undefined && last.paper === paper && last.isCover === isCover;
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

/** The table that follows at once below headings and begins a page: they stand on its page. */
function tableBelow(blocks: readonly PublicationBlock[], at: number) {
  let next = at;
  while (blocks[next]?.kind === 'heading') next += 1;
  const block = blocks[next];
  return block?.kind === 'table' && block.ownPage ? block : null;
}

function paperOf(blocks: readonly PublicationBlock[], at: number, before: PaperName): PaperName {
  const block = blocks[at]!;
  const table = block.kind === 'heading' ? tableBelow(blocks, at) : block;
  if (table?.kind === 'table') {
    if (table.orientation === 'landscape') return 'lying';
    return table.ownPage || before === 'lying' ? 'upright' : before;
  }
  // A remark below a table stays on its page.
  return block.kind === 'paragraph' || block.kind === 'notice' ? before : 'text';
}

function wantsPage(blocks: readonly PublicationBlock[], at: number): boolean {
  const block = blocks[at]!;
  if (block.kind === 'contents') return true;
  if (block.kind === 'table') return block.ownPage;
  return block.kind === 'heading' && (block.level === 1 || tableBelow(blocks, at) !== null);
}
