import type { PublicationBlock, PublishedTable } from './model.js';

/** The table that follows at once below headings, from the block at a place on; null for none. */
export function tableBelow(blocks: readonly PublicationBlock[], at: number): PublishedTable | null {
  let next = at;
  while (blocks[next]?.kind === 'heading') next += 1;
  const block = blocks[next];
  return block?.kind === 'table' ? block : null;
}
