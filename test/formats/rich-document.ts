import type { DocumentTruth } from '../kit/document.js';
import type { SheetCell } from '../kit/sheet.js';

/** What a paragraph is on the page; the writers of formats set it accordingly. */
export type Role =
  | 'cover'
  | 'contents'
  | 'part'
  | 'heading'
  | 'body'
  /** Title of a table, and what stands between it and the table: number, unit, year. */
  | 'title'
  | 'frame'
  | 'note';

export interface RichParagraph {
  readonly kind: 'paragraph';
  readonly role: Role;
  readonly text: string;
  /** 1-based line in the plain text of the same document. */
  readonly line: number;
}

/** A cell with its true spans; a covered one belongs to a neighbour and is not written. */
export interface RichCell {
  readonly kind: SheetCell['kind'];
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly covered: boolean;
}

export interface RichTable {
  readonly kind: 'table';
  /** Short name, for sheets. */
  readonly name: string;
  readonly columns: number;
  readonly headingRows: number;
  readonly rows: readonly { readonly line: number; readonly cells: readonly RichCell[] }[];
}

export type RichBlock = RichParagraph | RichTable;

/** An invented account as paragraphs and tables, and what it truly says. */
export interface RichDocument {
  readonly id: string;
  readonly entity: string;
  readonly blocks: readonly RichBlock[];
  /** The same document as plain text with tabs. */
  readonly text: string;
  readonly truth: DocumentTruth;
}

/** Spans of a table from the cells that are covered by their left or upper neighbours. */
export function withSpans(rows: readonly (readonly SheetCell[])[], headingRows: number) {
  const owners = ownersOf(rows, headingRows);
  return rows.map((row, r) =>
    row.map((cell, c): RichCell => {
      const owner = owners[r]![c]!;
      const own = owner[0] === r && owner[1] === c;
      const { kind, text } = cell;
      if (!own) return { kind, text, colspan: 1, rowspan: 1, covered: true };
      const owns = (y: number, x: number): boolean => {
        const other = owners[y]?.[x];
        return other !== undefined && other[0] === r && other[1] === c;
      };
      let colspan = 1;
      while (owns(r, c + colspan)) colspan += 1;
      let rowspan = 1;
      while (owns(r + rowspan, c)) rowspan += 1;
      return { kind, text, colspan, rowspan, covered: false };
    }),
  );
}

type Owner = readonly [row: number, column: number];

function ownersOf(rows: readonly (readonly SheetCell[])[], headingRows: number): Owner[][] {
  const owners: Owner[][] = [];
  rows.forEach((row, r) => {
    const line: Owner[] = [];
    owners.push(line);
    // 栏次 and the numbers beside it: a row of its own, nothing above reaches into it.
    const numbered = row.some(({ kind }) => kind === 'number');
    row.forEach((cell, c) => {
      const above =
        !numbered && r < headingRows && rows.slice(0, r).some((upper) => upper[c]?.text);
      if (!cell.covered) line.push([r, c]);
      else if (above) line.push(owners[r - 1]![c]!);
      else line.push(line[c - 1] ?? [r, c]);
    });
  });
  return owners;
}

/** The same document after its plain text was changed inside lines: a planted fault. */
export function withLines(document: RichDocument, lines: readonly string[]): RichDocument {
  const blocks = document.blocks.map((block): RichBlock => {
    if (block.kind === 'paragraph') return { ...block, text: lines[block.line - 1]! };
    const rows = block.rows.map(({ line, cells }) => {
      const texts = lines[line - 1]!.split('\t');
      return { line, cells: cells.map((cell, i) => ({ ...cell, text: texts[i] ?? '' })) };
    });
    return { ...block, rows };
  });
  return { ...document, blocks, text: lines.join('\n') };
}

/** Relative widths of the columns; labels get at most `cap` characters. */
export function columnWidths(table: RichTable, cap: number): readonly number[] {
  const widths = Array.from({ length: table.columns }, () => 3);
  for (const { cells } of table.rows) {
    cells.forEach((cell, c) => {
      if (cell.covered || cell.colspan > 1) return;
      const size = cell.text.length * (cell.kind === 'label' ? 1 : 0.56) + 1;
      widths[c] = Math.max(widths[c]!, Math.min(size, cell.kind === 'label' ? cap : 12));
    });
  }
  return widths;
}
