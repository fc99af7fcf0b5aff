import { displayWidth } from '../pages/display-width.js';
import type {
  Publication,
  PublicationBlock,
  PublishedChart,
  PublishedParagraph,
  PublishedTable,
} from '../publications/model.js';
import { outlinedChart } from './chart-image.js';
import { type FontSet, fontSet } from './font-files.js';
import { type Sheet, sheetsOf } from './page-sheets.js';
import { PrintableText } from './printable-text.js';
import { fitTable, type PlacedCell, placedCells } from './table-fit.js';
import { type Typesetter, typesetter } from './typst-library.js';
import { PUBLICATION_TEMPLATE } from './typst-template.js';

/** How a PDF is made. */
export interface PdfOptions {
  /** A folder with fonts of one's own, such as 仿宋_GB2312 and 方正小标宋, used where it has them. */
  readonly fontFolder?: string | null;
  /** What the file promises to be; pdf/a-3b unless a test asks whether it could be more. */
  readonly standard?: 'a-3b' | 'a-3a' | 'ua-1';
}

/** A PDF, and which characters it could not print because no font has them. */
export interface PublishedPdf {
  readonly bytes: Uint8Array;
  readonly replaced: readonly string[];
}

/**
 * Sets a publication as a tagged PDF/A-3b with bookmarks and contents, the account attached as
 * `mingzhang-account.json`. The same publication and fonts give the same bytes. Throws a
 * `TypesettingError` when it cannot be set, which is a fault of ours.
 */
export function publicationPdf(publication: Publication, options: PdfOptions = {}): PublishedPdf {
  const press = pressOf(options.fontFolder ?? null);
  const text = new PrintableText(press.fonts.covers);
  const data = {
    title: text.of(publication.title),
    'about-account': ABOUT_ACCOUNT,
    fonts: press.fonts.families,
    sheets: sheetData(sheetsOf(publication.blocks), text),
  };
  const account = publication.embedded === '' ? {} : { account: publication.embedded };
  const bytes = press.typesetter.pdf({
    source: PUBLICATION_TEMPLATE,
    inputs: { data: JSON.stringify(data), ...account },
    standard: options.standard ?? 'a-3b',
  });
  return { bytes, replaced: text.replaced };
}

const ABOUT_ACCOUNT = '决算数据（mingzhang/account@1）';

/** Fonts and who sets with them; loading takes longer than a document. */
interface Press {
  readonly fonts: FontSet;
  readonly typesetter: Typesetter;
}

const presses = new Map<string | null, Press>();

function pressOf(folder: string | null): Press {
  const known = presses.get(folder);
  if (known !== undefined) return known;
  const fonts = fontSet(folder);
  const press = { fonts, typesetter: typesetter(fonts.files) };
  presses.set(folder, press);
  return press;
}

/** A4 within the margins of its sheet, in points. */
const PAGES: Readonly<Record<Sheet['shape'], { readonly width: number; readonly height: number }>> =
  {
    cover: { width: 442, height: 637 },
    text: { width: 442, height: 637 },
    tables: { width: 493, height: 728 },
    wide: { width: 740, height: 481 },
  };
/** Number and lines above a table, a line of its title; a heading above that. */
const TABLE_FRAME = 36;
const TITLE_LINE = 24;
const HEADING = 60;

function sheetData(sheets: readonly Sheet[], text: PrintableText): readonly unknown[] {
  const first = sheets.findIndex(({ shape }) => shape !== 'cover');
  return sheets.map(({ shape, blocks }, at) => ({
    cover: shape === 'cover',
    wide: shape === 'wide',
    tables: shape === 'wide' || shape === 'tables',
    // Pages count from the one after the cover.
    restart: at === first,
    pieces: blocks.map(({ block, fresh }, index) => ({
      ...pieceData(block, text, roomFor(shape, block, blocks[index - 1]?.block)),
      kind: block.kind,
      fresh,
    })),
  }));
}

type Room = (typeof PAGES)['text'];

/** Of a table on its page, below its own title and a heading that stands above it. */
function roomFor(
  shape: Sheet['shape'],
  block: PublicationBlock,
  before: PublicationBlock | undefined,
): Room {
  const { width, height } = PAGES[shape];
  const above = before?.kind === 'heading' || before?.kind === 'notice' ? HEADING : 0;
  const title = block.kind === 'table' ? titleLines(block.title, width) * TITLE_LINE : 0;
  return { width, height: height - TABLE_FRAME - title - above };
}

/** Lines of a title whose characters are 16 points wide. */
function titleLines(title: string, width: number): number {
  return Math.ceil((displayWidth(title) * 8) / width);
}

function pieceData(block: PublicationBlock, text: PrintableText, room: Room): object {
  switch (block.kind) {
    case 'cover':
      return { titles: texts(block.titles, text), lines: texts(block.lines, text) };
    case 'contents':
      return { title: text.of(block.title) };
    case 'heading':
      return { level: block.level, text: text.of(block.text) };
    case 'paragraph':
      return { style: block.style, runs: runData(block, text) };
    case 'table':
      return tableData(block, text, room);
    case 'chart':
      return {
        title: text.of(block.title),
        description: text.of(block.description),
        svg: outlinedChart(printableChart(block, text)),
      };
    case 'notice':
      return { title: text.of(block.title), lines: texts(block.lines, text) };
  }
}

function printableChart(chart: PublishedChart, text: PrintableText): PublishedChart {
  return {
    ...chart,
    unit: text.of(chart.unit),
    categories: texts(chart.categories, text),
    series: chart.series.map(({ name, values }) => ({
      name: text.of(name),
      values: texts(values, text),
    })),
  };
}

function texts(lines: readonly string[], text: PrintableText): readonly string[] {
  return lines.map((line) => text.of(line));
}

function runData({ runs }: PublishedParagraph, text: PrintableText): readonly object[] {
  return runs.map((run) => ({
    text: text.of(run.text),
    strong: run.strong === true,
    missing: run.missing === true,
  }));
}

/** The lines around a table are a little larger than a small text in it. */
const FRAME_SIZES = [9, 12] as const;
/** Rows of a head that a page has room to repeat. */
const REPEATED = 6;

function tableData(table: PublishedTable, text: PrintableText, room: Room): object {
  const { head, body } = placedCells(table);
  const { size, inset, columns } = fitTable(table, [...head, ...body], room);
  const line = (said: string | null): string | null => (said === null ? null : text.of(said));
  return {
    number: line(table.number),
    title: text.of(table.title),
    level: table.level,
    entityLine: line(table.entityLine),
    yearLine: line(table.yearLine),
    unitLine: line(table.unitLine),
    notes: texts(table.notes, text),
    frame: Math.min(Math.max(size + 1, FRAME_SIZES[0]), FRAME_SIZES[1]),
    repeat: table.head.length <= REPEATED,
    size,
    inset,
    columns,
    head: head.map((cell) => cellData(cell, text)),
    body: body.map((cell) => cellData(cell, text)),
  };
}

function cellData({ cell, x, y, colspan, rowspan }: PlacedCell, text: PrintableText): object {
  return {
    ...{ x, y, colspan, rowspan },
    text: text.of(cell.text),
    align: cell.align,
    indent: cell.indent ?? 0,
    strong: cell.strong === true,
  };
}
