import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { createLedger } from '../kit/bookkeeping.js';
import { Books } from '../kit/books.js';
import { composeText, type KitDocument } from '../kit/document.js';
import type { Sheet, SheetCell } from '../kit/sheet.js';
import { type KitEdition, STYLES } from '../kit/styles.js';
import { sheetsOf } from '../kit/tables.js';

/** An invented account as tabbed text and as a Word file with merged cells. */
export interface KitWord extends KitDocument {
  readonly docx: Uint8Array;
}

/** Paragraphs are those of the text; its rows are tables with the merged cells of the sheets. */
export async function composeWord(seed: number, edition: KitEdition): Promise<KitWord> {
  const document = composeText({ seed, edition, dialect: 'tab' });
  const style = STYLES[edition];
  const sheets = sheetsOf(new Books(createLedger(seed, style.year)), style);
  const children: (Paragraph | Table)[] = [];
  const lines = document.text.split('\n');
  const starts = new Map(document.truth.forms.map((form) => [form.first, form]));
  let sheet: Sheet | undefined;
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) children.push(tableOf(rows, sheet));
    rows = [];
  };
  lines.forEach((line, index) => {
    const form = starts.get(index + 1);
    if (form !== undefined) sheet = sheets.find((one) => one.form === form.form);
    if (line.includes('\t')) rows.push(line.split('\t'));
    else if (line !== '' || !(lines[index + 1] ?? '').includes('\t')) {
      close();
      if (line !== '') children.push(new Paragraph(line));
    }
  });
  close();
  const file = new Document({ sections: [{ children }] });
  return { ...document, docx: new Uint8Array(await Packer.toBuffer(file)) };
}

function tableOf(rows: readonly (readonly string[])[], sheet: Sheet | undefined): Table {
  const cells = sheet === undefined ? [] : [...sheet.headings, ...sheet.rows];
  const headings = sheet?.headings.length ?? 0;
  const known = cells.length === rows.length;
  return new Table({
    rows: rows.map((texts, row) => {
      const kinds = known ? cells[row]! : [];
      return new TableRow({
        children: cellsOf(texts, kinds, row < headings, known ? cells : [], row),
      });
    }),
  });
}

function cellsOf(
  texts: readonly string[],
  kinds: readonly SheetCell[],
  heading: boolean,
  all: readonly (readonly SheetCell[])[],
  row: number,
): TableCell[] {
  const made: TableCell[] = [];
  for (let column = 0; column < texts.length; column += 1) {
    const above = heading && row > 0 && kinds[column]?.covered === true;
    if (above && !isSpread(all[row - 1]!, column)) {
      made.push(cell('', 1, VerticalMergeType.CONTINUE));
      continue;
    }
    let span = 1;
    while (
      kinds[column + span]?.covered === true &&
      !coveredFromAbove(all, heading, row, column + span)
    ) {
      span += 1;
    }
    const below = all[row + 1];
    const down =
      heading && span === 1 && below?.[column]?.covered === true && !isSpread(kinds, column);
    made.push(cell(texts[column]!, span, down ? VerticalMergeType.RESTART : undefined));
    column += span - 1;
  }
  return made;
}

function coveredFromAbove(
  all: readonly (readonly SheetCell[])[],
  heading: boolean,
  row: number,
  column: number,
): boolean {
  return heading && row > 0 && !isSpread(all[row - 1]!, column);
}

/** Part of a cell that spreads over several columns. */
function isSpread(row: readonly SheetCell[], column: number): boolean {
  return row[column]?.covered === true || row[column + 1]?.covered === true;
}

function cell(
  text: string,
  columnSpan: number,
  verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType],
): TableCell {
  return new TableCell({
    children: [new Paragraph(text)],
    columnSpan,
    ...(verticalMerge === undefined ? {} : { verticalMerge }),
  });
}
