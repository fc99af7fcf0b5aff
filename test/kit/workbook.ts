import { type Cell, type MergeRange, type WriteSheet, writeXlsx } from 'hucre';
import type { KitDocument } from './document.js';

export type WorkbookLayout = 'sheet-a-table' | 'one-sheet';
export type WorkbookNumbers = 'text' | 'double';

/** Writes an invented final account as a workbook: merged headings, titles above their tables. */
export async function kitWorkbook(
  { text, truth }: KitDocument,
  layout: WorkbookLayout,
  numbers: WorkbookNumbers,
): Promise<Uint8Array> {
  const lines = text.split('\n');
  const sheets: SheetWriter[] = [];
  const sheet = (name: string): SheetWriter => {
    if (layout === 'one-sheet' && sheets.length > 0) return sheets[0]!;
    const made = new SheetWriter(layout === 'one-sheet' ? 'Sheet1' : name, numbers);
    sheets.push(made);
    return made;
  };
  let from = 0;
  for (const { title, first, last } of truth.forms) {
    const before = lines.slice(from, first - 1).filter((line) => line.trim() !== '');
    if (before.length > 0) prose(sheet(`说明${sheets.length + 1}`), before);
    table(sheet(title.replace(/[“”]/g, '').slice(0, 31)), lines.slice(first - 1, last));
    from = last;
  }
  const rest = lines.slice(from).filter((line) => line.trim() !== '');
  if (rest.length > 0) prose(sheet(`说明${sheets.length + 1}`), rest);
  return writeXlsx({ sheets: sheets.map((one) => one.made()) });
}

class SheetWriter {
  private readonly rows: string[][] = [];
  private readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: MergeRange[] = [];

  constructor(
    private readonly name: string,
    private readonly numbers: WorkbookNumbers,
  ) {}

  /** Number of the next row, from 0. */
  get next(): number {
    return this.rows.length;
  }

  row(texts: readonly string[]): void {
    this.rows.push([...texts]);
  }

  merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    if (startRow !== endRow || startCol !== endCol) {
      this.merges.push({ startRow, startCol, endRow, endCol });
    }
  }

  made(): WriteSheet {
    const rows = this.rows.map((texts, row) =>
      texts.map((text, column) => {
        const plain = text.replace(/,/g, '');
        if (this.numbers === 'text' || !/^-?\d+(?:\.\d+)?$/.test(plain)) return text || null;
        const decimals = plain.split('.')[1]?.length ?? 0;
        const value = Number(plain);
        const numFmt = decimals === 0 ? 'General' : FORMATS[(row + column) % FORMATS.length]!;
        if (decimals === 2 || decimals === 0) {
          this.cells.set(`${row},${column}`, { value, type: 'number', style: { numFmt } });
        }
        return decimals === 2 || decimals === 0 ? value : text;
      }),
    );
    return { name: this.name, rows, cells: this.cells, merges: this.merges };
  }
}

/** Formats of two decimals, as finance workbooks have them. */
const FORMATS = [
  '#,##0.00',
  '0.00',
  '#,##0.00_ ',
  '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * 0.00_ ;_ @_ ',
  '#,##0.00;[Red]\\-#,##0.00',
  '#,##0.00_);[Red]\\(#,##0.00\\)',
];

function prose(sheet: SheetWriter, lines: readonly string[]): void {
  for (const line of lines) {
    const row = sheet.next;
    sheet.row(line.split('\t'));
    if (!line.includes('\t')) sheet.merge(row, 0, row, 7);
  }
}

/** Title, number, who and unit above; then the rows with the cells of the heading merged. */
function table(sheet: SheetWriter, lines: readonly string[]): void {
  const start = lines.findIndex((line) => line.includes('\t'));
  const end = lines.findLastIndex((line) => line.includes('\t'));
  const [title = '', ...frame] = lines
    .slice(0, start < 0 ? lines.length : start)
    .filter((line) => line !== '');
  const body = start < 0 ? [] : lines.slice(start, end + 1).map((line) => line.split('\t'));
  const width = Math.max(3, ...body.map((row) => row.length));
  sheet.row(['']);
  sheet.merge(sheet.next, 0, sheet.next, width - 1);
  sheet.row([title]);
  const number = frame.find((line) => /^公开/.test(line));
  if (number !== undefined) sheet.row([...Array<string>(width - 1).fill(''), number]);
  const others = frame.filter((line) => line !== number);
  const row = Array<string>(width).fill('');
  row[0] = others[0] ?? '';
  if (others.length > 2) row[Math.floor(width / 2)] = others[1]!;
  row[width - 1] = others.length > 1 ? others.at(-1)! : '';
  sheet.row(row);
  mergeHeading(sheet, body);
  for (const texts of body) sheet.row(texts);
  for (const line of lines.slice(end + 1)) {
    if (start < 0 || line === '') continue;
    sheet.merge(sheet.next, 0, sheet.next, width - 1);
    sheet.row([line]);
  }
}

/** An empty cell of the first row belongs to its left neighbour, below that to the one above. */
function mergeHeading(sheet: SheetWriter, body: readonly (readonly string[])[]): void {
  const top = sheet.next;
  const height = body.findIndex((row) => row.some((text) => /^\d/.test(text)));
  const rows = body.slice(0, Math.max(height, 1));
  const [first = []] = rows;
  first.forEach((text, column) => {
    if (text === '') return;
    let right = column;
    while (right + 1 < first.length && first[right + 1] === '') right += 1;
    let bottom = 0;
    while (bottom + 1 < rows.length && right === column && rows[bottom + 1]![column] === '') {
      bottom += 1;
    }
    sheet.merge(top, column, top + bottom, right);
  });
}
