import type { PublicationBlock } from '../publications/model.js';
import { isListed } from './word-contents.js';
import {
  type FileChild,
  InternalHyperlink,
  LeaderType,
  PageReference,
  TableOfContents,
  TabStopType,
  TextRun,
} from './word-library.js';
import { styled, type WordLook } from './word-look.js';
import type { Marks } from './word-marks.js';
import type { TemplateHeading } from './word-template-scan.js';

/** A line of the contents of a filled template. */
export interface ContentsEntry {
  readonly level: number;
  readonly text: string;
  /** The mark of the heading. */
  readonly mark: string;
}

/** The mark that a heading of the template itself is given. */
export function markOfHeading({ paragraphsBefore }: TemplateHeading): string {
  return `mz_own_${paragraphsBefore}`;
}

/** What the contents list of blocks that are put into the template. */
export function entriesOf(
  blocks: readonly PublicationBlock[],
  marks: Marks,
): readonly ContentsEntry[] {
  return blocks.filter(isListed).flatMap((block) => {
    const mark = marks.ofBlock(block);
    if (mark === null) return [];
    if (block.kind === 'heading') return [{ level: block.level, text: block.text, mark }];
    return block.kind === 'table' ? [{ level: block.level ?? 2, text: block.title, mark }] : [];
  });
}

/** The contents as a field with its entries in it; the pages are filled in when all is in place. */
export function filledContents(
  entries: readonly ContentsEntry[],
  look: WordLook,
  room: { readonly width: number },
): readonly FileChild[] {
  const end = { type: TabStopType.RIGHT, position: room.width, leader: LeaderType.DOT };
  const lines = entries.map(({ level, text, mark }) => {
    const style = `TOC${level}`;
    const { run } = look(style);
    const children = [
      new TextRun({ ...run, text: `${text}\t` }),
      new TextRun({ ...run, children: [new PageReference(mark, { hyperlink: true })] }),
    ];
    return styled(look, style, [new InternalHyperlink({ anchor: mark, children })], {
      tabStops: [end],
    });
  });
  const contents = { hyperlink: true, headingStyleRange: '1-3', beginDirty: false };
  return [new TableOfContents('目录', { ...contents, contentChildren: lines })];
}
