import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  type ITableBordersOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { across, type Look } from './looks.js';
import {
  columnWidths,
  type RichCell,
  type RichDocument,
  type RichParagraph,
  type RichTable,
} from './rich-document.js';

/** Twentieths of a point between the margins of an upright and a lying A4 page. */
const TEXT_WIDTH = { upright: 9900, lying: 14800 };

/** A Word file; tables that lie across have a section of their own. */
export async function toDocx(document: RichDocument, look: Look): Promise<Uint8Array> {
  const sections: { wide: boolean; children: (Paragraph | Table)[] }[] = [];
  const { blocks } = document;
  let frames: string[] = [];
  blocks.forEach((block, i) => {
    const table = blocks.slice(i).find((other): other is RichTable => other.kind === 'table');
    const framed = block.kind === 'table' || block.role === 'title' || block.role === 'frame';
    const last = sections.at(-1);
    const note = block.kind === 'paragraph' && block.role === 'note';
    // What stands below a table lies as the table does.
    const wide = note ? last?.wide === true : framed && table !== undefined && across(look, table);
    const section = last?.wide === wide ? last : { wide, children: [] };
    if (section !== last) sections.push(section);
    if (block.kind === 'table') {
      if (frames.length > 0) section.children.push(frameLine(frames, look, wide));
      frames = [];
      section.children.push(tableOf(block, look, wide));
    } else if (block.role === 'frame' && look.frameOnOneLine) frames.push(block.text);
    else section.children.push(paragraphOf(block, look));
  });
  const file = new Document({
    creator: 'kit',
    styles: { default: { document: { run: { font: look.font, size: look.size * 2 } } } },
    sections: sections.map(({ wide, children }) => sectionOf(document, look, wide, children)),
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function sectionOf(
  { entity }: RichDocument,
  look: Look,
  wide: boolean,
  children: (Paragraph | Table)[],
): ISectionOptions {
  const centred = (child: TextRun) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [child] });
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 18 });
  const orientation = wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const header = new Header({ children: [centred(new TextRun({ text: entity, size: 18 }))] });
  const footer = new Footer({ children: [centred(number)] });
  const margin = { left: 1000, right: 1000, top: 1100, bottom: 1100 };
  return {
    properties: { page: { size: { orientation, width: 11906, height: 16838 }, margin } },
    ...(look.header ? { headers: { default: header } } : {}),
    ...(look.pageNumbers ? { footers: { default: footer } } : {}),
    children,
  };
}

function paragraphOf({ role, text }: RichParagraph, look: Look): Paragraph {
  const run = (size: number, bold = false) => [new TextRun({ text, size: size * 2, bold })];
  switch (role) {
    case 'cover':
    case 'part':
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        alignment: AlignmentType.CENTER,
        children: run(look.size + 4, true),
      });
    case 'title':
      return new Paragraph({
        heading: HeadingLevel.HEADING_2,
        alignment: AlignmentType.CENTER,
        pageBreakBefore: look.pageEach,
        children: run(look.size + 2, true),
      });
    case 'heading':
      return new Paragraph({ heading: HeadingLevel.HEADING_3, children: run(look.size, true) });
    case 'frame':
    case 'note':
      return new Paragraph({ children: run(look.tableSize) });
    default:
      return new Paragraph({ indent: { firstLine: look.size * 40 }, children: run(look.size) });
  }
}

/** 部门 on the left, year in the middle, unit on the right: apart by tabs. */
function frameLine(texts: readonly string[], look: Look, wide: boolean): Paragraph {
  const width = wide ? TEXT_WIDTH.lying : TEXT_WIDTH.upright;
  const last = texts.length - 1;
  return new Paragraph({
    tabStops: texts.slice(1).map((_, i) => ({
      type: i + 1 === last ? TabStopType.RIGHT : TabStopType.CENTER,
      position: Math.floor((width * (i + 1)) / last),
    })),
    children: [new TextRun({ text: texts.join('\t'), size: look.tableSize * 2 })],
  });
}

function tableOf(table: RichTable, look: Look, wide: boolean): Table {
  const shares = columnWidths(table, look.labelWidth);
  const sum = shares.reduce((a, b) => a + b, 0);
  const width = wide ? TEXT_WIDTH.lying : TEXT_WIDTH.upright;
  const widths = shares.map((share) => Math.floor((width * share) / sum));
  const owners = table.rows.map((row) => row.cells);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: bordersOf(look),
    rows: table.rows.map(({ cells }, r) => {
      const head = r < table.headingRows;
      return new TableRow({
        tableHeader: head && look.repeatHeadings,
        cantSplit: true,
        children: cells.flatMap((cell, c) => {
          const shown = cell.covered ? continued(owners, r, c) : cell;
          return shown === null ? [] : [cellOf(shown, cell.covered, widths, c, look, head)];
        }),
      });
    }),
  });
}

/** The cell above that reaches down to here, where this is its left edge. */
function continued(rows: readonly (readonly RichCell[])[], r: number, c: number): RichCell | null {
  for (let up = r - 1; up >= 0; up -= 1) {
    const cell = rows[up]![c]!;
    if (!cell.covered) return cell.rowspan > r - up ? cell : null;
  }
  return null;
}

function cellOf(
  { text, kind, colspan, rowspan }: RichCell,
  covered: boolean,
  widths: readonly number[],
  column: number,
  look: Look,
  head: boolean,
): TableCell {
  const number = kind === 'value' || kind === 'number';
  const alignment = head ? AlignmentType.CENTER : number ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const size = widths.slice(column, column + colspan).reduce((a, b) => a + b, 0);
  const merge = covered ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
  const run = new TextRun({ text: covered ? '' : text, size: look.tableSize * 2 });
  return new TableCell({
    width: { size, type: WidthType.DXA },
    columnSpan: colspan,
    ...(rowspan > 1 ? { verticalMerge: merge } : {}),
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 40, right: 40 },
    children: [new Paragraph({ alignment, children: [run] })],
  });
}

function bordersOf({ borders }: Look): ITableBordersOptions {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const thick = { ...line, size: 8 };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const [outer, side, inner] = {
    full: [line, line, line] as const,
    'three-line': [thick, none, none] as const,
    none: [none, none, none] as const,
  }[borders];
  return {
    ...{ top: outer, bottom: outer, left: side, right: side },
    ...{ insideHorizontal: inner, insideVertical: inner },
  };
}
