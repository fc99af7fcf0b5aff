import { displayWidth, padEnd, padStart } from './display-width.js';
import { type Table, type TableCell, textOf } from './model.js';
import type { Brush } from './text-ink.js';
import { wrapInline } from './wrap-inline.js';

const GAP = 2;
const LEAST = 4;

/** A table with a ruled head; columns that do not fit are wrapped, the widest first. */
export function tableLines(table: Table, brush: Brush): string[] {
  const { ink } = brush;
  const count = Math.max(table.align.length, ...[...table.head, ...table.body].map(rowSpan));
  const widths = fitted(
    columnWidths(table, count, displayWidth),
    columnWidths(table, count, longestWord),
    brush.width - GAP * (count - 1),
  );
  const draw = (rows: Table['body'], bold: boolean) =>
    rows.flatMap((row) => rowLines(row, widths, table.align, brush, bold));
  const rule = ink.paint(widths.map((width) => '-'.repeat(width)).join(' '.repeat(GAP)), 'muted');
  const caption = table.caption === null ? [] : [table.caption];
  return [...caption, ...draw(table.head, true), rule, ...draw(table.body, false)];
}

function rowSpan(row: readonly TableCell[]): number {
  return row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
}

function columnWidths(table: Table, count: number, of: (text: string) => number): number[] {
  const widths = new Array<number>(count).fill(LEAST);
  for (const row of [...table.head, ...table.body]) {
    let column = 0;
    for (const cell of row) {
      const span = cell.colspan ?? 1;
      const width = of(textOf(cell.content));
      if (span === 1) widths[column] = Math.max(widths[column] ?? LEAST, width);
      column += span;
    }
  }
  return widths;
}

/** A word or number of Latin script is not broken while anything else can give way. */
function longestWord(text: string): number {
  return Math.max(2, ...text.split(/[^!-~]+/).map((word) => word.length));
}

/** Narrows the column with most to spare until the row fits; then words have to break. */
function fitted(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  for (; over > 0; over -= 1) {
    const spare = widths.map((width, index) => width - (least[index] ?? LEAST));
    const most = Math.max(...spare);
    const index = most > 0 ? spare.indexOf(most) : widths.indexOf(Math.max(...widths));
    if ((widths[index] ?? 0) <= LEAST) break;
    widths[index] = (widths[index] ?? 0) - 1;
  }
  return widths;
}

function rowLines(
  row: readonly TableCell[],
  widths: readonly number[],
  align: Table['align'],
  { ink }: Brush,
  bold: boolean,
): string[] {
  let column = 0;
  const cells = row.map((cell) => {
    const span = cell.colspan ?? 1;
    const at = column;
    column += span;
    const own = widths.slice(at, at + span);
    const width = own.reduce((sum, each) => sum + each, GAP * (span - 1));
    const content = bold
      ? cell.content.map((each) => ({ ...each, style: 'strong' as const }))
      : cell.content;
    const plainLines = wrapInline(content, width, { ...ink, color: false });
    return { width, side: align[at], plainLines, lines: wrapInline(content, width, ink) };
  });
  const height = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map(({ width, side, lines, plainLines }) => {
        const text = lines[index] ?? '';
        const bare = plainLines[index] ?? '';
        const padded = side === 'end' ? padStart(bare, width) : padEnd(bare, width);
        return padded.replace(bare, () => text);
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
