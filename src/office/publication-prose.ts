import type { PublicationBlock } from '../publications/model.js';
import { besideStyle, FONT, paper, rowHeight, TITLE } from './sheet-look.js';
import type { CellStyle, WriteSheet } from './workbook-library.js';

/** A row of running text: what it says and how it looks. */
interface ProseRow {
  readonly text: string;
  readonly style: CellStyle;
}

/** Characters of a line on upright paper. */
const WIDTH = 80;

/** Everything that is no table, one paragraph a row. */
export function proseSheet(blocks: readonly PublicationBlock[], name: string): WriteSheet {
  const rows = blocks.flatMap(rowsOf).filter(({ text }) => text.trim() !== '');
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  rows.forEach(({ text, style }, row) => {
    cells.set(`${row},0`, { value: text, type: 'string', style });
  });
  return {
    name,
    rows: rows.map(({ text }) => [text]),
    cells,
    columns: [{ width: WIDTH }],
    rowDefs: new Map(
      rows.map(({ text }, row) => [row, { height: rowHeight([[text, WIDTH]]) + 6 }]),
    ),
    ...paper('portrait', null),
  };
}

const BODY = besideStyle('left', true);
const HEADINGS: readonly CellStyle[] = [16, 14, 12, 10.5].map((size) => ({
  ...BODY,
  font: { ...FONT, name: '黑体', size },
}));
const NOTICE: CellStyle = { ...BODY, font: { ...FONT, bold: true, color: { rgb: 'B42318' } } };

function rowsOf(block: PublicationBlock): readonly ProseRow[] {
  switch (block.kind) {
    case 'cover':
      return [
        ...block.titles.map((text) => ({ text, style: TITLE })),
        ...block.lines.map((text) => ({ text, style: BODY })),
      ];
    case 'heading':
      return [{ text: block.text, style: HEADINGS[block.level - 1]! }];
    case 'paragraph':
      return [{ text: block.runs.map(({ text }) => text).join(''), style: BODY }];
    case 'notice':
      return [block.title, ...block.lines].map((text) => ({ text, style: NOTICE }));
    case 'chart':
      return [{ text: block.description, style: BODY }];
    // A workbook shows its sheets by name; tables have sheets of their own.
    case 'contents':
    case 'table':
      return [];
  }
}
