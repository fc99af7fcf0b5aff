import type { Address } from '../base/place.js';
import type { FlowBlock, FlowCell, FlowRow, FlowTable } from './flow.js';
import type { ClosedText, RowDefinition } from './word-binary.js';

/** A table while it is read: the rows that are done and the cells of the row that is not. */
interface OpenTable {
  readonly number: number;
  readonly rows: { readonly cells: readonly OpenCell[]; readonly row: RowDefinition | null }[];
  cells: OpenCell[];
  content: FlowBlock[];
}

interface OpenCell {
  readonly content: readonly FlowBlock[];
}

/** Field marks: instruction from 19, result from 20, end at 21. */
const BEGIN = '\x13';
const SEPARATE = '\x14';
const END = '\x15';

/**
 * The paragraphs and tables of a Word 97-2003 text. Paragraphs outside tables and tables are
 * counted from 1; columns are those of the grid that the borders of all rows make.
 */
export class BinaryFlow {
  private readonly blocks: FlowBlock[] = [];
  private readonly open: OpenTable[] = [];
  private paragraphs = 0;
  private tables = 0;
  /** Fields that are being told what to compute: nothing is printed. */
  private readonly fields: boolean[] = [];

  read(texts: readonly ClosedText[]): readonly FlowBlock[] {
    for (const closed of texts) {
      const { depth, endsRow } = closed.properties;
      while (this.open.length > depth) this.closeTable();
      while (this.open.length < depth) this.openTable();
      if (endsRow) this.closeRow(closed.properties.row, closed.isDeleted);
      else this.text(closed);
    }
    while (this.open.length > 0) this.closeTable();
    return this.blocks;
  }

  private text({ text, mark, properties }: ClosedText): void {
    const table = this.open.at(-1);
    const words = this.printed(text);
    if (table === undefined) {
      this.paragraphs += 1;
      this.put({ kind: 'paragraph', text: words, address: { paragraph: this.paragraphs } });
      return;
    }
    const row = table.rows.length + 1;
    const address: Address = { table: table.number, row, column: table.cells.length + 1 };
    this.put({ kind: 'paragraph', text: words, address });
    if (mark === '\x07' || properties.endsInnerCell) {
      table.cells.push({ content: table.content });
      table.content = [];
    }
  }

  private put(block: FlowBlock): void {
    const table = this.open.at(-1);
    if (table === undefined) this.blocks.push(block);
    else table.content.push(block);
  }

  private openTable(): void {
    this.tables += 1;
    this.open.push({ number: this.tables, rows: [], cells: [], content: [] });
  }

  private closeRow(row: RowDefinition | null, isDeleted = false): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    if (!isDeleted) table.rows.push({ cells: table.cells, row });
    table.cells = [];
    table.content = [];
  }

  private closeTable(): void {
    const table = this.open.at(-1)!;
    if (table.cells.length > 0 || table.content.length > 0) {
      if (table.content.length > 0) table.cells.push({ content: table.content });
      this.closeRow(null);
    }
    this.open.pop();
    if (table.rows.length > 0) this.put(tableOf(table));
  }

  /** What is printed of a text: results of fields, line breaks, no marks of objects and notes. */
  private printed(text: string): string {
    let words = '';
    for (const c of text) {
      if (c === BEGIN) this.fields.push(true);
      else if (c === SEPARATE && this.fields.length > 0)
        this.fields[this.fields.length - 1] = false;
      else if (c === END) this.fields.pop();
      else if (!this.fields.includes(true)) words += CHARACTERS[c] ?? c;
    }
    // An instruction ends with its paragraph: a file that forgot its end loses nothing.
    this.fields.fill(false);
    return words;
  }
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ '\x01': '', '\x02': '', '\x03': '', '\x04': '', '\x05': '', '\x08': '', '\x1f': '' },
  ...{ '\x0b': '\n', '\x0e': '\n', '\x1e': '-' },
};

function tableOf({ number, rows }: OpenTable): FlowTable {
  const lines = [...new Set(rows.flatMap(({ row }) => row?.borders ?? []))].sort((a, b) => a - b);
  const columnOf = new Map(lines.map((line, index) => [line, index]));
  const widths = lines.slice(1).map((line, index) => line - lines[index]!);
  return {
    kind: 'table',
    number,
    rows: rows.map(({ cells, row }) => rowOf(cells, row, columnOf)),
    widths,
    adjoins: false,
  };
}

function rowOf(
  cells: readonly OpenCell[],
  row: RowDefinition | null,
  columnOf: ReadonlyMap<number, number>,
): FlowRow {
  const column = (index: number) => columnOf.get(row?.borders[index] ?? Number.NaN) ?? index;
  const made: FlowCell[] = [];
  cells.forEach(({ content }, index) => {
    const span = Math.max(column(index + 1) - column(index), 1);
    const left = made.at(-1);
    if (left !== undefined && row?.cells[index]?.mergedLeft === true) {
      made[made.length - 1] = { ...left, span: left.span + span };
    } else made.push({ span, continued: row?.cells[index]?.mergedUp === true, content });
  });
  return { before: row === null ? 0 : column(0), cells: made };
}
