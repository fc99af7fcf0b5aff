import type { Limits } from '../cells/limits.js';
import { builtInFormat, type NumberFormat, parseNumberFormat } from '../cells/number-format.js';
import { numberText } from '../cells/number-text.js';
import { cellAddress, type Sheet, type SheetCell, type SheetRow } from '../cells/sheet.js';
import { ReadError } from './reader.js';

/** How a workbook shows its numbers: the formats of its styles and the calendar it counts in. */
export class ShownNumbers {
  private readonly formats = new Map<number, NumberFormat>();

  constructor(
    /** Number of the format, by style. */
    private readonly formatOfStyle: readonly number[],
    /** Formats that the file defines, by their numbers. */
    private readonly codes: ReadonlyMap<number, string>,
    private readonly laterEpoch: boolean,
  ) {}

  /** Stored decimal digits as a cell of a style shows them. */
  text(stored: string, style: number): string {
    const id = this.formatOfStyle[style] ?? 0;
    let format = this.formats.get(id);
    if (format === undefined) {
      format = parseNumberFormat(this.codes.get(id) ?? builtInFormat(id));
      this.formats.set(id, format);
    }
    return numberText(stored, format, this.laterEpoch ? DAYS_TO_LATER_EPOCH : 0);
  }
}

/** From the calendar of 1900 to that of old Macintosh workbooks. */
const DAYS_TO_LATER_EPOCH = 1462;

/** Counts the cells of a workbook, so that a small file cannot ask for endless memory. */
export class CellCount {
  private counted = 0;

  constructor(private readonly limits: Limits) {}

  add(cells = 1): void {
    this.counted += cells;
    if (this.counted > this.limits.cells) {
      throw new ReadError('too-large', `cells:${this.limits.cells}`);
    }
  }
}

/** Collects the cells of a sheet in whatever order the file has them. */
export class SheetDraft {
  private readonly cells = new Map<number, SheetCell[]>();
  private readonly uncomputed: string[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns: (readonly [first: number, last: number])[] = [];
  readonly merges: Sheet['merges'][number][] = [];

  constructor(
    private readonly name: string,
    private readonly hidden: boolean,
    private readonly count: CellCount,
  ) {}

  add(row: number, cell: SheetCell): void {
    if (cell.text.trim() === '') return;
    this.count.add();
    const cells = this.cells.get(row);
    if (cells === undefined) this.cells.set(row, [cell]);
    else cells.push(cell);
  }

  /** A formula without a result: what stands there is unknown, which is not nothing. */
  addUncomputed(row: number, column: number, formula: string): void {
    const text = `=${formula}`.slice(0, LONGEST_FORMULA);
    this.uncomputed.push(cellAddress(row, column));
    this.add(row, { column, text, origin: 'formula', isNumber: false });
  }

  addMerge(merge: Sheet['merges'][number]): void {
    this.count.add();
    this.merges.push(merge);
  }

  finish(): Sheet {
    const rows: SheetRow[] = [...this.cells]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({
        row,
        hidden: this.hiddenRows.has(row),
        cells: inOrder(cells),
      }));
    const { name, hidden, merges, hiddenColumns, uncomputed } = this;
    return { name, hidden, rows, merges, hiddenColumns, uncomputed };
  }
}

/** Enough to recognise a formula by. */
const LONGEST_FORMULA = 60;

/** Ascending; of two at the same place the later one stands. */
function inOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  const ascends = cells.every(({ column }, at) => at === 0 || cells[at - 1]!.column < column);
  if (ascends) return cells;
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}

/** Rows and columns of the largest sheet there is. */
export function isOnSheet(row: number, column: number): boolean {
  return row >= 0 && row < 1_048_576 && column >= 0 && column < 16_384;
}

/** Characters that XML cannot hold are written _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
