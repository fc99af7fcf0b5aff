import type { Contents, PublicationBlock } from '../publications/model.js';
import {
  type FileChild,
  type PageNumberEstimator,
  StyleLevel,
  TableOfContents,
} from './word-library.js';
import { styled, type WordLook } from './word-look.js';
import { LISTED_TITLES, STYLE } from './word-styles.js';

/**
 * The contents as a field: its entries are there before any program updates it, and it lists parts,
 * their sections and the tables.
 */
export function contentsBlocks({ title }: Contents, look: WordLook): readonly FileChild[] {
  return [
    styled(look, STYLE.contentsTitle, title),
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: '1-3',
      stylesWithLevels: LISTED_TITLES.map((name, at) => new StyleLevel(name, at + 2)),
    }),
  ];
}

/** Headings of three levels, and tables whose title is one. */
export function isListed(block: PublicationBlock): boolean {
  if (block.kind === 'table') return block.level !== null;
  return block.kind === 'heading' && block.level <= 3;
}

/** Pages for the entries of the contents, in the order of what they list. */
export function pageNumbers(pages: readonly number[]): PageNumberEstimator {
  return (body) => ({
    bookmarks: new Map(
      listedMarks(body).map((name, at) => [name, String(pages[at] ?? '')] as const),
    ),
  });
}

/** The marks that the library sets around what the contents list, in order. */
function listedMarks(node: unknown): readonly string[] {
  const names: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) {
      for (const item of part) walk(item);
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part)) {
        const name = key === 'w:name' && typeof value === 'string' ? value : '';
        if (/^_Toc\d+$/.test(name)) names.push(name);
        walk(value);
      }
    }
  };
  walk(node);
  return names;
}
