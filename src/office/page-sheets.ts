import type { PublicationBlock } from '../publications/model.js';

/** A block and whether a new page begins with it. */
export interface SheetBlock {
  readonly block: PublicationBlock;
  readonly fresh: boolean;
}

/** Pages of one shape that follow each other. */
export interface Sheet {
  readonly shape: 'cover' | 'text' | 'tables' | 'wide';
  readonly blocks: readonly SheetBlock[];
}

type Shape = Sheet['shape'];

/**
 * Blocks in their order, on the paper they want: the cover and wide tables on their own, headings
 * and notices on that of what they stand above, notes on that of the table before them.
 */
export function sheetsOf(blocks: readonly PublicationBlock[]): readonly Sheet[] {
  const sheets: { shape: Shape; blocks: SheetBlock[] }[] = [];
  let opening = true;
  blocks.forEach((block, at) => {
    const last = sheets.at(-1);
    const shape = shapeAt(blocks, at, last?.shape ?? null);
    const own = beginsPage(block);
    if (last === undefined || shape !== last.shape || block.kind === 'cover') {
      sheets.push({ shape, blocks: [{ block, fresh: false }] });
      opening = true;
    } else {
      // A heading already began the page that the table below it would begin.
      const fresh = own && !opening;
      last.blocks.push({ block, fresh });
      opening ||= fresh;
    }
    opening &&= leadsIn(block);
  });
  return sheets;
}

function beginsPage(block: PublicationBlock): boolean {
  if (block.kind === 'heading') return block.level === 1;
  return block.kind === 'contents' || (block.kind === 'table' && block.ownPage);
}

/** Stands above something and says what it is. */
function leadsIn({ kind }: PublicationBlock): boolean {
  return kind === 'heading' || kind === 'notice';
}

/** Never null where a block decides by itself; null goes with what follows or with what was. */
function ownShape(block: PublicationBlock, before: Shape | null): Shape | null {
  switch (block.kind) {
    case 'cover':
      return 'cover';
    case 'table':
      if (block.orientation === 'landscape') return 'wide';
      return block.ownPage || before === 'tables' ? 'tables' : 'text';
    case 'paragraph':
      return block.style === 'note' && before !== 'cover' ? before : 'text';
    case 'heading':
    case 'notice':
      return null;
    default:
      return 'text';
  }
}

function shapeAt(blocks: readonly PublicationBlock[], at: number, before: Shape | null): Shape {
  const own = ownShape(blocks[at]!, before);
  if (own !== null) return own;
  const next = blocks.slice(at + 1).find((block) => !leadsIn(block));
  // A notice may stand above the cover.
  return (next === undefined ? null : ownShape(next, null)) ?? 'text';
}
