import { isCount } from '../accounts/count-lines.js';
import { isLineCode } from '../entry/code-lines.js';
import type { EntryEdit, TableEdit } from '../entry/entry-edits.js';
import { digitsAt, type EntryState } from '../entry/entry-state.js';
import { typedAmount } from '../entry/range-text.js';
import { cellPath } from '../publications/cell-path.js';
import type { PublishedCell, PublishedTable } from '../publications/model.js';
import { gridOf } from '../publications/table-cells.js';

/** A position in the body of a table: row and column from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The cells between two corners, both included. */
export interface Range {
  readonly from: Spot;
  readonly to: Spot;
}

export function rangeOf(one: Spot, other: Spot): Range {
  return {
    from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  };
}

/** What a pasted range comes to. */
export interface Pasted {
  readonly edits: readonly EntryEdit[];
  /** Sums and words that were not overwritten, and what was no number. */
  readonly kept: number;
  readonly bad: number;
  /** Lines that were found by their codes. */
  readonly lines: number;
}

/** The body of a table as positions: which cell is where, which of them are amounts. */
export class GridCells {
  /** Positions of all amounts, row by row. */
  readonly amounts: readonly Spot[];
  private readonly spots: ReadonlyMap<string, Spot>;
  private readonly grid: readonly (readonly (PublishedCell | null)[])[];

  constructor(
    readonly table: PublishedTable,
    private readonly state: EntryState,
  ) {
    this.grid = gridOf(table.body, table.widths.length);
    this.amounts = this.grid.flatMap((line, row) =>
      line.map((_, column) => ({ row, column })).filter((spot) => this.pathAt(spot) !== null),
    );
    this.spots = new Map(this.amounts.map((spot) => [this.pathAt(spot)!, spot]));
  }

  get size(): Spot {
    return { row: this.grid.length, column: this.table.widths.length };
  }

  at({ row, column }: Spot): PublishedCell | null {
    return this.grid[row]?.[column] ?? null;
  }

  /** The path of an amount; null for words, dashes and what is not there. */
  pathAt(spot: Spot): string | null {
    const cell = this.at(spot);
    if (cell?.about === undefined || /^[-—]+$/.test(cell.text)) return null;
    return cellPath(cell.about);
  }

  isComputed(path: string): boolean {
    return this.state.structure.sums.has(path);
  }

  spotOf(path: string): Spot | null {
    return this.spots.get(path) ?? null;
  }

  /** The next amount in a direction; the same where there is none. */
  beside(spot: Spot, down: number, right: number): Spot {
    let { row, column } = spot;
    for (;;) {
      row += down;
      column += right;
      if (row < 0 || column < 0 || row >= this.size.row || column >= this.size.column) return spot;
      if (this.pathAt({ row, column }) !== null) return { row, column };
    }
  }

  /** The first or last amount of a row, or of the table. */
  end(spot: Spot, last: boolean, whole: boolean): Spot {
    const all = this.amounts.filter(({ row }) => whole || row === spot.row);
    return (last ? all.at(-1) : all[0]) ?? spot;
  }

  /** The next amount that is typed, row by row; null behind the last one. */
  nextTyped(spot: Spot, back: boolean): Spot | null {
    const all = this.amounts;
    const order = back ? [...all].reverse() : all;
    const at = order.findIndex(({ row, column }) => row === spot.row && column === spot.column);
    const rest = order.slice(at + 1);
    return rest.find((each) => !this.isComputed(this.pathAt(each)!)) ?? null;
  }

  /** The text of a range, as it goes to a spreadsheet: exact digits, words as they are. */
  textOf({ from, to }: Range): readonly (readonly string[])[] {
    const rows: string[][] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      const cells: string[] = [];
      for (let column = from.column; column <= to.column; column += 1) {
        const cell = this.at({ row, column });
        const about = this.pathAt({ row, column }) === null ? undefined : cell?.about;
        const digits = about === undefined ? null : digitsAt(this.state.account, about);
        cells.push(about === undefined ? (cell?.text ?? '') : (digits ?? ''));
      }
      rows.push(cells);
    }
    return rows;
  }

  /** The edit that gives a cell a typed text; null where it is no number. */
  typed(spot: Spot, text: string): (TableEdit & { readonly kind: 'amount' }) | null {
    const about = this.at(spot)?.about;
    if (about === undefined) return null;
    const { form, side, key, column } = about;
    const unit = isCount(form, key) ? null : this.state.account.unit;
    const amount = typedAmount(text, unit);
    if (amount.kind === 'unreadable') return null;
    const value = amount.kind === 'digits' ? amount.digits : null;
    return { kind: 'amount', cell: { form, side, key, column }, value };
  }

  /** Blanks what is typed in a range. */
  cleared(range: Range): readonly EntryEdit[] {
    return this.pasted([['']], range).edits;
  }

  /**
   * A range of texts set down with its first cell on the first of a range; one text fills all of
   * it. Sums and words stay.
   */
  pasted(rows: readonly (readonly string[])[], { from, to }: Range): Pasted {
    const single = rows.length === 1 && rows[0]!.length === 1;
    const height = single ? to.row - from.row + 1 : rows.length;
    const edits: EntryEdit[] = [];
    let kept = 0;
    let bad = 0;
    for (let down = 0; down < height; down += 1) {
      const line = single ? undefined : rows[down]!;
      const width = line === undefined ? to.column - from.column + 1 : line.length;
      for (let right = 0; right < width; right += 1) {
        const text = line === undefined ? rows[0]![0]! : line[right]!;
        const spot = { row: from.row + down, column: from.column + right };
        const path = this.pathAt(spot);
        if (path === null || this.isComputed(path)) kept += text.trim() === '' ? 0 : 1;
        else {
          const edit = this.typed(spot, text);
          if (edit === null) bad += 1;
          else edits.push(edit);
        }
      }
    }
    return { edits, kept, bad, lines: 0 };
  }

  /**
   * Lines of which each begins with a code, as they are copied from the same form elsewhere: the
   * amounts go to the lines of these codes, wherever they stand. Null where it is no such text.
   */
  pastedLines(rows: readonly (readonly string[])[]): Pasted | null {
    const filled = rows.filter((row) => row.some((text) => text.trim() !== ''));
    const coded = filled.length > 0 && filled.every((row) => isLineCode(row[0]!.trim()));
    if (!coded || filled.some((row) => row.length < 2)) return null;
    const edits: EntryEdit[] = [];
    let kept = 0;
    let bad = 0;
    for (const [code = '', ...rest] of filled) {
      const isName = rest.length > 0 && typedAmount(rest[0]!, '元').kind === 'unreadable';
      const texts = isName ? rest.slice(1) : rest;
      const row = this.grid.findIndex((line) =>
        line.some((cell) => cell?.about?.key === code.trim()),
      );
      const spots = this.amounts.filter((spot) => spot.row === row);
      texts.forEach((text, at) => {
        const spot = spots[at];
        const path = spot === undefined ? null : this.pathAt(spot);
        if (path === null || this.isComputed(path)) kept += text.trim() === '' ? 0 : 1;
        else {
          const edit = this.typed(spot!, text);
          if (edit === null) bad += 1;
          else edits.push(edit);
        }
      });
    }
    return { edits, kept, bad, lines: filled.length };
  }
}
