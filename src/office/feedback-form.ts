import { feedbackOf } from '../pages/feedback.js';
import type { Lang } from '../pages/model.js';
import type { Review } from '../pages/review.js';
import { pinned } from './pinned-zip.js';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from './word-library.js';

const HEADLINE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const FANG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };

/** A4 on its side and its margins, in twentieths of a point. */
const LONG = 16838;
const SHORT = 11906;
const MARGIN = 1134;
/** Widths of 序号, 位置, 原文, 问题, 依据, 整改要求: shares of what is between the margins. */
const SHARES = [5, 17, 22, 26, 14, 16] as const;
const WIDTH = LONG - 2 * MARGIN;
const HEAD_FILL = 'E7EDF5';
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** The 反馈意见表 of one document as a Word file: the same bytes for the same findings. */
export async function feedbackForm(review: Review, lang: Lang): Promise<Uint8Array> {
  const { title, about, head, rows, nothing, signatures } = feedbackOf(review, lang);
  const lines = rows.length > 0 ? rows.map(rowOf) : [emptyRow(nothing)];
  const document = new Document({
    creator: 'Mingzhang',
    title,
    styles: { default: { document: { run: { font: SONG, size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: SHORT, height: LONG, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: { default: pageNumber() },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 160 },
            children: [new TextRun({ text: title, font: HEADLINE, size: 36 })],
          }),
          ...about.map((text) => line(text, { after: 60 })),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: WIDTH, type: WidthType.DXA },
            columnWidths: SHARES.map(widthOf),
            rows: [headRow(head), ...lines],
          }),
          ...signatures.map((text, index) => line(text, { before: index === 0 ? 300 : 160 })),
        ],
      },
    ],
  });
  return pinned(await Packer.pack(document, 'uint8array', undefined, [CORE]));
}

/** The properties of the file without a time of day. */
const CORE = {
  path: 'docProps/core.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    '<dc:creator>Mingzhang</dc:creator>',
    '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>',
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>',
    '</cp:coreProperties>',
  ].join(''),
};

function widthOf(share: number): number {
  return Math.floor((WIDTH * share) / 100);
}

function line(text: string, spacing: { readonly before?: number; readonly after?: number }) {
  const children = [new TextRun({ text, font: FANG, size: 24 })];
  return new Paragraph({ spacing, children });
}

function pageNumber(): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: SONG })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

function headRow(head: readonly string[]): TableRow {
  const children = head.map((text, column) => cell(text, column, { head: true }));
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

function rowOf(row: readonly string[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: row.map((text, column) => cell(text, column, { head: false })),
  });
}

/** Says over the whole width that there is nothing to say. */
function emptyRow(text: string): TableRow {
  const paragraph = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 240 },
    children: [new TextRun({ text, font: FANG, size: 24 })],
  });
  const spread = { columnSpan: SHARES.length, borders: BORDERS, children: [paragraph] };
  return new TableRow({ children: [new TableCell(spread)] });
}

const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN };

function cell(text: string, column: number, { head }: { readonly head: boolean }): TableCell {
  const run = head ? { text, font: HEADLINE, size: 21 } : { text, font: SONG, size: 21 };
  const centred = head || column === 0;
  return new TableCell({
    width: { size: widthOf(SHARES[column] ?? 0), type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(head ? { shading: { fill: HEAD_FILL } } : {}),
    children: text.split('\n').map((part, index) => {
      const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
      const own = index === 0 ? run : { ...run, color: '555555' };
      return new Paragraph({ alignment, children: [new TextRun({ ...own, text: part })] });
    }),
  });
}
