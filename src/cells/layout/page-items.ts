import { ALIGNED_WORDS } from '../limits.js';
import type { PageContent } from '../page-content.js';
import { type AlignedRegion, alignedRegions } from './aligned-region.js';
import type { PageTable } from './page-table.js';
import { ruledTable } from './ruled-table.js';
import { rulingGroups } from './rulings.js';
import { linesOf, type VisualLine } from './visual-lines.js';
import { heightMiddleOf, type Word } from './words.js';

/**
 * What stands on a page: a line of text, or a table (divided by lines, or a region of columns) with
 * its continuations on later pages.
 */
export type PageItem =
  | { readonly kind: 'line'; readonly line: VisualLine }
  | { readonly kind: 'table'; readonly tables: readonly PageTable[] }
  | { readonly kind: 'region'; readonly regions: readonly AlignedRegion[] };

/** The tables and lines of a page in reading order. */
export function pageItems(content: PageContent, words: readonly Word[]): PageItem[] {
  const tables: PageTable[] = [];
  let free: readonly Word[] = words;
  for (const group of rulingGroups(content.rulings.filter(({ filled }) => filled !== true))) {
    const found = ruledTable(group, free, content);
    if (found === null) continue;
    tables.push(found.table);
    free = free.filter((word) => !found.taken.has(word));
  }
  const lines = linesOf(free);
  const { regions, rest } =
    free.length > ALIGNED_WORDS ? { regions: [], rest: lines } : alignedRegions(lines);
  const items: PageItem[] = [
    ...tables.map((table): PageItem => ({ kind: 'table', tables: [table] })),
    ...regions.map((region): PageItem => ({ kind: 'region', regions: [region] })),
    ...rest.map((line): PageItem => ({ kind: 'line', line })),
  ];
  return items.sort((a, b) => topOf(a) - topOf(b));
}

function topOf(item: PageItem): number {
  if (item.kind === 'line') return heightMiddleOf(item.line);
  if (item.kind === 'table') return item.tables[0]!.top;
  const { heading, index, body } = item.regions[0]!;
  return [...heading, ...(index === null ? [] : [index]), ...body][0]!.line.top;
}
