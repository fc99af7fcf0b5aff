import type { Publication, PublicationBlock, PublishedChart } from '../publications/model.js';
import type { ChartImage } from './chart-image.js';
import { pageNumbers } from './word-contents.js';
import { Drawing } from './word-drawing.js';
import { footers, noFooters } from './word-footers.js';
import { Document, type ISectionOptions, Packer, SectionType } from './word-library.js';
import { OWN_LOOK } from './word-look.js';
import { marksOf } from './word-marks.js';
import { finished } from './word-package.js';
import { pagesOfListed } from './word-pages.js';
import { PAPERS, pageOf, roomOf } from './word-paper.js';
import { type PublicationSection, sectionsOf } from './word-sections.js';
import { documentStyles } from './word-styles.js';

export interface WordOptions {
  /** Makes the picture of a chart; without it charts are left out. */
  readonly picture?: (chart: PublishedChart) => ChartImage | null;
}

/** A publication as a Word file: the same bytes for the same publication. */
export async function publicationWord(
  publication: Publication,
  { picture = () => null }: WordOptions = {},
): Promise<Uint8Array> {
  const pictures = new Map<PublicationBlock, ChartImage | null>();
  for (const block of publication.blocks) {
    if (block.kind === 'chart') pictures.set(block, picture(block));
  }
  const pictureOf = (block: PublicationBlock) => pictures.get(block) ?? null;
  const marks = marksOf(publication);
  const sections = sectionsOf(publication.blocks);
  const drawing = new Drawing(marks, pictureOf);
  const document = new Document({
    title: publication.title,
    styles: documentStyles(),
    evenAndOddHeaderAndFooters: true,
    pageNumbers: pageNumbers(pagesOfListed(sections, pictureOf)),
    sections: sections.map((section, at) => sectionOf(section, drawing, sections[at - 1])),
  });
  const bytes = await Packer.pack(document, 'uint8array');
  return finished(bytes, publication);
}

function sectionOf(
  section: PublicationSection,
  drawing: Drawing,
  before: PublicationSection | undefined,
): ISectionOptions {
  const paper = PAPERS[section.paper];
  // Sections take the footers of those before them.
  const begins = !section.isCover && (before === undefined || before.isCover);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { ...pageOf(paper), ...(begins ? { pageNumbers: { start: 1 } } : {}) },
    },
    ...(section.isCover ? { footers: noFooters() } : {}),
    ...(begins ? { footers: footers() } : {}),
    children: section.blocks.flatMap((block) => drawing.blocks(block, roomOf(paper), OWN_LOOK)),
  };
}
