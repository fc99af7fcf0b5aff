import type {
  Cover,
  PublicationBlock,
  PublishedChart,
  PublishedNotice,
  PublishedParagraph,
  PublishedRun,
} from '../publications/model.js';
import type { ChartImage } from './chart-image.js';
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HighlightColor,
  ImageRun,
  InternalHyperlink,
  LineRuleType,
  type ParagraphChild,
  TextRun,
} from './word-library.js';
import { marked, remarkRuns, styled, type WordLook } from './word-look.js';
import type { Marks } from './word-marks.js';
import { STYLE } from './word-styles.js';

/** What blocks that are no tables need to know. */
export interface BlockSetting {
  readonly look: WordLook;
  readonly marks: Marks;
  /** Twips. */
  readonly room: { readonly width: number };
  /** Null where no picture can be made: the chart is left out, its numbers stand in the text. */
  readonly picture: (block: PublicationBlock) => ChartImage | null;
  readonly breaksPage: boolean;
  /** How many pictures there were before. */
  readonly pictures: number;
}

/** The paragraphs of a block; tables and contents are made elsewhere. */
export function blockParagraphs(
  block: Exclude<PublicationBlock, { readonly kind: 'table' | 'contents' }>,
  setting: BlockSetting,
): readonly FileChild[] {
  switch (block.kind) {
    case 'cover':
      return coverParagraphs(block, setting);
    case 'heading': {
      const style = `Heading${block.level}`;
      const { run } = setting.look(style);
      const content = marked(setting.marks.ofBlock(block), [
        new TextRun({ ...run, text: block.text }),
      ]);
      const more = setting.breaksPage ? { pageBreakBefore: true } : {};
      return [styled(setting.look, style, content, more)];
    }
    case 'paragraph':
      return [paragraphOf(block, setting)];
    case 'chart':
      return chartParagraphs(block, setting);
    case 'notice':
      return noticeParagraphs(block, setting);
  }
}

/** The title stands a third down the page, the states at its foot. */
function coverParagraphs({ titles, lines }: Cover, { look }: BlockSetting): readonly FileChild[] {
  return [
    ...titles.map((text, at) =>
      styled(look, 'Title', text, at === 0 ? { spacing: COVER_TOP } : {}),
    ),
    ...lines.map((text, at) =>
      styled(look, STYLE.coverLine, text, at === 0 ? { spacing: COVER_FOOT } : {}),
    ),
  ];
}

/** Twips; the line is that of the style. */
const COVER_TOP = { before: 2600 } as const;
const COVER_FOOT = { before: 4800 } as const;

const PARAGRAPH_STYLE = { body: STYLE.body, note: STYLE.note, plain: STYLE.plain } as const;

function paragraphOf(block: PublishedParagraph, setting: BlockSetting): FileChild {
  const style = PARAGRAPH_STYLE[block.style];
  const content = block.runs.flatMap((run) => runsOf(run, style, setting));
  return styled(setting.look, style, content);
}

/** What is missing is marked so that nobody overlooks it; a figure leads to its cell. */
function runsOf(
  run: PublishedRun,
  style: string,
  { look, marks }: BlockSetting,
): readonly ParagraphChild[] {
  const own = { ...look(style).run, ...(run.strong === true ? { bold: true } : {}) };
  const lit = { highlight: HighlightColor.YELLOW };
  if (run.missing === true) {
    const text = run.text.startsWith('【') ? run.text : `【待填：${run.text}】`;
    return [new TextRun({ ...own, ...lit, text })];
  }
  const text = new TextRun({ ...own, ...(run.mark === undefined ? {} : lit), text: run.text });
  const target = run.about === undefined ? null : marks.ofFigure(run.about);
  const linked =
    target === null ? text : new InternalHyperlink({ anchor: target, children: [text] });
  return [linked, ...remarkRuns(run.mark, own)];
}

/** Of the width of the text: two charts fit on a page. */
export const CHART_SHARE = 0.85;
/** Pixels per inch as the library counts them, and twips per inch. */
const PIXELS = 96;
const TWIPS = 1440;

function chartParagraphs(chart: PublishedChart, setting: BlockSetting): readonly FileChild[] {
  const picture = setting.picture(chart);
  if (picture === null) return [];
  const width = Math.floor((setting.room.width * CHART_SHARE * PIXELS) / TWIPS);
  const height = Math.round((picture.height * width) / picture.width);
  const image = new ImageRun({
    type: 'png',
    data: picture.png,
    transformation: { width, height },
    altText: {
      id: String(setting.pictures + 1),
      name: chart.title,
      title: chart.title,
      description: chart.description,
    },
  });
  const centred = {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, line: 240, lineRule: LineRuleType.AUTO },
  };
  return [
    styled(setting.look, STYLE.table, [image], centred),
    styled(setting.look, STYLE.chartTitle, chart.title),
  ];
}

const FRAME_LINE = { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 6 } as const;
const FRAME = { top: FRAME_LINE, bottom: FRAME_LINE, left: FRAME_LINE, right: FRAME_LINE };

/** Paragraphs with the same border stand in one frame. */
function noticeParagraphs(
  { title, lines }: PublishedNotice,
  { look }: BlockSetting,
): readonly FileChild[] {
  const framed = { border: FRAME };
  return [
    styled(look, STYLE.noticeTitle, title, { ...framed, keepNext: true }),
    ...lines.map((text) => styled(look, STYLE.notice, text, { ...framed })),
    styled(look, STYLE.note, []),
  ];
}
