import type {
  PartHeading,
  PublicationBlock,
  PublishedParagraph,
  PublishedTable,
} from '../publications/model.js';
import type { ChartImage } from './chart-image.js';
import { CHART_SHARE } from './word-blocks.js';
import { isListed } from './word-contents.js';
import { lineCount } from './word-lines.js';
import { PAPERS, roomOf } from './word-paper.js';
import type { PublicationSection, SeatedBlock } from './word-sections.js';
import { SIZES } from './word-styles.js';
import { heightsAround, measuresAround } from './word-table.js';

/** Twips: lines of running text, of headings, of the contents. */
const BODY = 560;
const PART = 720 + 200;
const NOTE = 320;
const CONTENTS_TITLE = 900;
const CONTENTS_ENTRY = 480;
const CHART_TITLE = 700;
const ABOVE_CHART = 120;
/** What programs add for the line between two rows. */
const ROW_LINE = 10;

/**
 * Counts the pages as a program will set them, and tells on which each listed heading stands, so
 * that the contents are right before anybody updates them.
 */
export function pagesOfListed(
  sections: readonly PublicationSection[],
  picture: (block: PublicationBlock) => ChartImage | null,
): readonly number[] {
  const counter = new PageCounter(picture);
  const listed = sections
    .flatMap(({ blocks }) => blocks.map(({ block }) => block))
    .filter(isListed);
  for (const section of sections) counter.section(section, listed.length);
  return listed.map((block) => counter.pages.get(block) ?? 1);
}

/** Lines of a paragraph that is never divided: two would have to stand on either page. */
const UNDIVIDED = 3;
/** Headings in a row that are looked at. */
const MOST_KEPT = 4;

function textOf({ runs }: PublishedParagraph): string {
  return runs.map(({ text }) => text).join('');
}

class PageCounter {
  readonly pages = new Map<PublicationBlock, number>();
  private page = 0;
  /** Twips used of the page. */
  private at = 0;
  private room = roomOf(PAPERS.text);

  constructor(private readonly picture: (block: PublicationBlock) => ChartImage | null) {}

  section({ paper, isCover, blocks }: PublicationSection, entries: number): void {
    if (isCover) {
      this.page = 0;
      return;
    }
    this.room = roomOf(PAPERS[paper]);
    this.turn();
    blocks.forEach((seated, index) => {
      const after = blocks.slice(index + 1, index + 1 + MOST_KEPT).map(({ block }) => block);
      this.block(seated, after, entries);
    });
  }

  private turn(): void {
    this.page += 1;
    this.at = 0;
  }

  /** Takes room on this page, or on the next one where it is too little. */
  private take(height: number, withNext = 0): void {
    if (this.at > 0 && this.at + height + withNext > this.room.height) this.turn();
    this.at += height;
  }

  private block(
    { block, breaksPage, headingsAbove }: SeatedBlock,
    after: readonly PublicationBlock[],
    entries: number,
  ): void {
    if (breaksPage) this.turn();
    switch (block.kind) {
      case 'heading': {
        this.take(this.heightOfHeading(block), this.kept(after));
        this.pages.set(block, this.page);
        return;
      }
      case 'paragraph':
        this.paragraph(textOf(block), block.style);
        return;
      case 'table':
        this.table(block, headingsAbove.length);
        return;
      case 'contents':
        this.take(CONTENTS_TITLE);
        for (let entry = 0; entry < entries; entry += 1) this.take(CONTENTS_ENTRY);
        return;
      case 'chart':
        this.take(this.heightOfChart(block));
        // Programs leave out the distance above what begins a page.
        if (this.at === this.heightOfChart(block)) this.at -= ABOVE_CHART;
        return;
      case 'notice':
        for (const line of [block.title, ...block.lines, '']) {
          this.take(440 * this.linesOf(line, SIZES.fourth, 0));
        }
        return;
      case 'cover':
        return;
    }
  }

  private heightOfHeading({ level, text }: PartHeading): number {
    if (level === 1) return PART * this.linesOf(text, SIZES.second, 0);
    return BODY * this.linesOf(text, SIZES.third, 2);
  }

  /** What a heading takes with it to the next page: the beginning of what follows. */
  private kept([next, ...rest]: readonly PublicationBlock[]): number {
    if (next?.kind === 'heading') return this.heightOfHeading(next) + this.kept(rest);
    if (next?.kind === 'chart') return this.heightOfChart(next);
    if (next?.kind !== 'paragraph') return BODY;
    const lines = this.linesOf(textOf(next), SIZES.third, 2);
    return BODY * (lines <= UNDIVIDED ? lines : 2);
  }

  private linesOf(text: string, size: number, indent: number): number {
    return lineCount(text, this.room.width / (size * 10), indent);
  }

  private heightOfChart(block: PublicationBlock): number {
    const picture = this.picture(block);
    if (picture === null) return 0;
    const width = this.room.width * CHART_SHARE;
    return (width * picture.height) / picture.width + ABOVE_CHART + CHART_TITLE;
  }

  /** No line of a paragraph stands alone on a page. */
  private paragraph(text: string, style: 'body' | 'note' | 'plain'): void {
    const note = style === 'note';
    const height = note ? NOTE : BODY;
    let left = this.linesOf(text, note ? SIZES.fifth : SIZES.third, style === 'body' ? 2 : 0);
    while (left > 0) {
      const fits = Math.floor((this.room.height - this.at) / height);
      if (fits >= left) {
        this.at += left * height;
        return;
      }
      const stay = left - fits === 1 ? fits - 1 : fits;
      if (stay >= 2) left -= stay;
      this.turn();
    }
  }

  private table(table: PublishedTable, headings: number): void {
    const { above, below } = heightsAround(table, this.room.width);
    const { heights } = measuresAround(table, this.room, headings);
    const head = heights.slice(0, table.head.length).reduce((sum, height) => sum + height, 0);
    this.take(above, head + (heights[table.head.length] ?? 0));
    this.pages.set(table, this.page);
    this.at += head;
    for (const height of heights.slice(table.head.length)) {
      if (this.at + height + ROW_LINE > this.room.height) {
        this.turn();
        this.at += head;
      }
      this.at += height + ROW_LINE;
    }
    this.take(below);
  }
}
