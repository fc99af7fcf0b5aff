import { CompoundFile } from '../cells/compound.js';
import { cellsFromSheets } from '../cells/from-sheets.js';
import type { CellsDocument } from '../cells/model.js';
import type { Sheet } from '../cells/sheet.js';
import { type ReadContext, ReadError } from './reader.js';
import { CellCount, isOnSheet, SheetDraft, ShownNumbers } from './workbook-cells.js';
import { RecordReader, type WorkbookRecord, workbookRecords } from './workbook-records.js';

/** Names of the records that are read, as in [MS-XLS] 2.3. */
const RECORD = {
  formula: 0x06,
  end: 0x0a,
  date: 0x22,
  password: 0x2f,
  column: 0x7d,
  boundSheet: 0x85,
  severalRk: 0xbd,
  richText: 0xd6,
  style: 0xe0,
  merges: 0xe5,
  strings: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  flag: 0x205,
  result: 0x207,
  row: 0x208,
  rk: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

/** Excel 97 and all later versions write this one. */
const VERSION = 0x600;

/** Reads an Excel 97-2003 workbook (.xls, .et): values as saved. Formulas and macros never run. */
export function readXls(file: string, bytes: Uint8Array, { limits }: ReadContext): CellsDocument {
  const container = new CompoundFile(bytes);
  const stream = container.stream('Workbook') ?? container.stream('Book');
  if (stream === null) throw new ReadError('damaged', 'workbook');
  const records = workbookRecords(stream);
  if (records.some(({ id }) => id === RECORD.password)) throw new ReadError('encrypted');
  checkVersion(records[0]);
  const globals = globalsOf(records);
  const byOffset = new Map(records.map(({ offset }, index) => [offset, index]));
  const count = new CellCount(limits);
  const sheets = globals.sheets.flatMap(({ name, hidden, offset, isTable }): Sheet[] => {
    if (!isTable) return [];
    const start = byOffset.get(offset);
    if (start === undefined) throw new ReadError('damaged', name);
    const reader = new SheetReader(new SheetDraft(name, hidden, count), globals);
    return [reader.read(records, start + 1)];
  });
  const document = cellsFromSheets(file, 'xls', sheets);
  if (document.blocks.length === 0 && document.losses.length === 0) throw new ReadError('empty');
  return document;
}

function checkVersion(first: WorkbookRecord | undefined): void {
  if (first === undefined || first.id !== RECORD.begin) throw new ReadError('damaged', 'workbook');
  const version = new RecordReader(first.blocks).short();
  if (version !== VERSION) throw new ReadError('unsupported', 'xls-old');
}

interface Globals {
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly offset: number;
    readonly isTable: boolean;
  }[];
  readonly strings: readonly string[];
  readonly numbers: ShownNumbers;
}

function globalsOf(records: readonly WorkbookRecord[]): Globals {
  const sheets: Globals['sheets'][number][] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const strings: string[] = [];
  let laterEpoch = false;
  for (const { id, blocks } of records) {
    if (id === RECORD.end) {
      return { sheets, strings, numbers: new ShownNumbers(styles, codes, laterEpoch) };
    }
    const reader = new RecordReader(blocks);
    if (id === RECORD.boundSheet) sheets.push(boundSheet(reader));
    else if (id === RECORD.format) codes.set(reader.short(), reader.text(reader.short()));
    else if (id === RECORD.style) {
      reader.skip(2);
      styles.push(reader.short());
    } else if (id === RECORD.date) laterEpoch = reader.short() === 1;
    else if (id === RECORD.strings) {
      reader.skip(4);
      for (let left = reader.long(); left > 0 && !reader.ended; left -= 1) {
        strings.push(reader.text(reader.short()));
      }
    }
  }
  throw new ReadError('damaged', 'workbook');
}

function boundSheet(reader: RecordReader): Globals['sheets'][number] {
  const offset = reader.long();
  const hidden = (reader.byte() & 3) !== 0;
  // Charts and macro sheets have other kinds.
  const isTable = reader.byte() === 0;
  return { name: reader.text(reader.byte()), hidden, offset, isTable };
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Reads the records of one sheet. */
class SheetReader {
  /** A formula whose result is the text of a later record. */
  private awaited: { readonly row: number; readonly column: number } | null = null;

  constructor(
    private readonly draft: SheetDraft,
    private readonly globals: Globals,
  ) {}

  read(records: readonly WorkbookRecord[], start: number): Sheet {
    let depth = 0;
    for (let index = start; index < records.length; index += 1) {
      const record = records[index]!;
      if (record.id === RECORD.begin) depth += 1;
      else if (record.id === RECORD.end) {
        if (depth === 0) return this.draft.finish();
        depth -= 1;
      } else if (depth === 0) {
        // A chart on the sheet is a sheet of its own inside it.
        this.record(record.id, new RecordReader(record.blocks));
      }
    }
    throw new ReadError('damaged', 'workbook');
  }

  private record(id: number, reader: RecordReader): void {
    switch (id) {
      case RECORD.sharedText:
        this.cell(reader, () => this.shared(reader.long()), false);
        break;
      case RECORD.text:
      case RECORD.richText:
        this.cell(reader, () => reader.text(reader.short()), false);
        break;
      case RECORD.number:
        this.cell(reader, (style) => this.number(reader.double(), style));
        break;
      case RECORD.rk:
        this.cell(reader, (style) => this.number(rkNumber(reader.long()), style));
        break;
      case RECORD.severalRk:
        this.several(reader);
        break;
      case RECORD.flag:
        this.cell(reader, () => flagText(reader.byte(), reader.byte()), false);
        break;
      case RECORD.formula:
        this.formula(reader);
        break;
      case RECORD.result:
        this.result(reader);
        break;
      case RECORD.merges:
        this.merges(reader);
        break;
      case RECORD.row:
        this.row(reader);
        break;
      case RECORD.column:
        this.columns(reader);
        break;
    }
  }

  private cell(reader: RecordReader, text: (style: number) => string, isNumber = true): void {
    const row = reader.short();
    const column = reader.short();
    const style = reader.short();
    this.draft.add(row, { column, text: text(style), origin: 'printed', isNumber });
  }

  private several(reader: RecordReader): void {
    const row = reader.short();
    let column = reader.short();
    // The last two bytes repeat the last column.
    for (let first = true; ; first = false, column += 1) {
      const style = reader.short();
      if (reader.ended) {
        if (first) throw new ReadError('damaged', 'workbook');
        return;
      }
      const text = this.number(rkNumber(reader.long()), style);
      if (isOnSheet(row, column)) {
        this.draft.add(row, { column, text, origin: 'printed', isNumber: true });
      }
    }
  }

  private formula(reader: RecordReader): void {
    const row = reader.short();
    const column = reader.short();
    const style = reader.short();
    const result = reader.bytes(8);
    this.awaited = null;
    const add = (text: string, isNumber: boolean): void =>
      this.draft.add(row, { column, text, origin: 'formula', isNumber });
    if (result[6] !== 0xff || result[7] !== 0xff) {
      const view = new DataView(result.buffer, result.byteOffset, 8);
      add(this.number(view.getFloat64(0, true), style), true);
    } else if (result[0] === 0) this.awaited = { row, column };
    else if (result[0] === 1) add(flagText(result[2]!, 0), false);
    else if (result[0] === 2) add(flagText(result[2]!, 1), false);
  }

  private result(reader: RecordReader): void {
    if (this.awaited === null) return;
    const { row, column } = this.awaited;
    const text = reader.text(reader.short());
    this.draft.add(row, { column, text, origin: 'formula', isNumber: false });
    this.awaited = null;
  }

  private merges(reader: RecordReader): void {
    for (let left = reader.short(); left > 0; left -= 1) {
      const [top, bottom] = [reader.short(), reader.short()];
      const [first, last] = [reader.short(), reader.short()];
      this.draft.addMerge({ top, bottom, left: first, right: last });
    }
  }

  private row(reader: RecordReader): void {
    const row = reader.short();
    reader.skip(10);
    if ((reader.long() & HIDDEN_ROW) !== 0) this.draft.hiddenRows.add(row);
  }

  private columns(reader: RecordReader): void {
    const first = reader.short();
    const last = reader.short();
    reader.skip(4);
    if ((reader.short() & 1) !== 0) this.draft.hiddenColumns.push([first, last]);
  }

  private shared(index: number): string {
    const text = this.globals.strings[index];
    if (text === undefined) throw new ReadError('damaged', 'workbook');
    return text;
  }

  private number(value: number, style: number): string {
    return this.globals.numbers.text(String(value), style);
  }
}

const HIDDEN_ROW = 0x20;

function flagText(value: number, isError: number): string {
  if (isError !== 0) return ERRORS[value] ?? '#ERROR!';
  return value === 0 ? 'FALSE' : 'TRUE';
}

/** A number in 30 bits: a whole number or the front of a double, perhaps of cents. */
function rkNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, bits & 0xfffffffc, true);
  const value = (bits & 2) !== 0 ? bits >> 2 : view.getFloat64(0, true);
  return (bits & 1) !== 0 ? value / 100 : value;
}
