import type { CompoundFile } from './compound.js';

/** A paragraph, cell or row as its end mark closes it. */
export interface ClosedText {
  /** Without the mark; deleted and hidden characters are left out. */
  readonly text: string;
  /** The mark: a paragraph, the end of a cell or row, a page or section break. */
  readonly mark: string;
  /** The mark was deleted by a tracked change: of a row, the row was. */
  readonly isDeleted: boolean;
  readonly properties: ParagraphProperties;
}

/** What the end mark says of its paragraph. */
export interface ParagraphProperties {
  /** 0 outside tables, 1 in a table, 2 in a table inside a cell … */
  readonly depth: number;
  readonly endsRow: boolean;
  readonly endsInnerCell: boolean;
  /** Of the row that ends here. */
  readonly row: RowDefinition | null;
}

/** The cells of a row: their borders in twentieths of a point, and how they are merged. */
export interface RowDefinition {
  readonly borders: readonly number[];
  readonly cells: readonly {
    readonly mergedLeft: boolean;
    readonly mergedUp: boolean;
  }[];
}

/** Characters that stand together in the file, one or two bytes each. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly width: 1 | 2;
}

/** A property modifier: its code, and where its operand begins. */
interface Modifier {
  readonly code: number;
  readonly at: number;
  readonly view: DataView;
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** Single property modifiers, as stored. */
  readonly modifiers: DataView;
}

const PAGE = 512;
/** The number that Word 97 wrote; later ones are larger. */
const FIRST_VERSION = 0xc1;
const WIDE_TABLE = 0xd608;
const VERTICAL_MERGE = 0xd62b;
const HUGE = [0x6645, 0x6646];
const PLAIN: ParagraphProperties = { depth: 0, endsRow: false, endsInnerCell: false, row: null };

/** A Word 97-2003 file (MS-DOC) as its characters and what their paragraphs are. */
export class WordBinary {
  readonly isEncrypted: boolean;
  /** Of Word 6 or 95, whose files are built otherwise. */
  readonly isOlder: boolean;
  private readonly main: DataView;
  private readonly tables: DataView;
  private readonly data: DataView;
  /** Where the lengths of the parts of the text stand, and where the pointers to its tables. */
  private readonly lengths: number;
  private readonly pointers: number;

  /** Throws a RangeError when the file is cut off or inconsistent. */
  constructor(file: CompoundFile) {
    this.main = viewOf(file.stream('WordDocument'));
    const flags = this.main.getUint16(10, true);
    this.isEncrypted = (flags & 0x0100) !== 0;
    this.isOlder = this.main.getUint16(2, true) < FIRST_VERSION;
    this.tables = viewOf(file.stream((flags & 0x0200) === 0 ? '0Table' : '1Table'));
    this.data = viewOf(file.stream('Data'));
    const words = 34 + 2 * this.main.getUint16(32, true);
    this.lengths = words + 2;
    this.pointers = words + 4 + 4 * this.main.getUint16(words, true);
  }

  /** What is closed in the text proper, then in its text boxes. */
  read(): readonly ClosedText[] {
    const length = (index: number) => this.main.getUint32(this.lengths + 4 * index, true);
    // Notes, headers, macros and remarks stand between the text and its boxes.
    const boxes = [3, 4, 5, 6, 7, 8].reduce((sum, index) => sum + length(index), 0);
    const paragraphs = this.runs(13, 13);
    const unseen = this.runs(12, 1).filter(isUnseen);
    return [
      ...this.range(0, length(3), paragraphs, unseen),
      ...this.range(boxes, boxes + length(9), paragraphs, unseen),
    ];
  }

  private range(
    from: number,
    to: number,
    paragraphs: readonly Run[],
    unseen: readonly Run[],
  ): readonly ClosedText[] {
    const closed: ClosedText[] = [];
    let text = '';
    for (const piece of this.pieces()) {
      const end = Math.min(piece.to, to);
      for (let at = Math.max(piece.from, from); at < end; at += 1) {
        const offset = piece.offset + (at - piece.from) * piece.width;
        const code =
          piece.width === 1 ? this.main.getUint8(offset) : this.main.getUint16(offset, true);
        if (code !== 7 && code !== 13 && code !== 12) {
          if (find(unseen, offset) === undefined) text += character(code, piece.width);
          continue;
        }
        const run = find(paragraphs, offset);
        const properties = run === undefined ? PLAIN : this.propertiesOf(run.modifiers);
        const isDeleted = find(unseen, offset) !== undefined;
        const { endsRow, endsInnerCell } = properties;
        // A paragraph whose mark was deleted goes on in the next.
        if (isDeleted && code === 13 && !endsRow && !endsInnerCell) continue;
        closed.push({ text, mark: String.fromCharCode(code), isDeleted, properties });
        text = '';
      }
    }
    if (text !== '') closed.push({ text, mark: '\r', isDeleted: false, properties: PLAIN });
    return closed;
  }

  /** The table of pieces: which characters stand where in the file, one or two bytes each. */
  private *pieces(): Generator<Piece> {
    let at = this.pointer(33);
    while (this.tables.getUint8(at) === 1) at += 3 + this.tables.getUint16(at + 1, true);
    const size = this.tables.getUint32(at + 1, true);
    const count = (size - 4) / 12;
    const start = at + 5;
    let bytes = 0;
    for (let index = 0; index < count; index += 1) {
      const from = this.tables.getUint32(start + 4 * index, true);
      const to = this.tables.getUint32(start + 4 * index + 4, true);
      const stored = this.tables.getUint32(start + 4 * (count + 1) + 8 * index + 2, true);
      const narrow = (stored & 0x40000000) !== 0;
      const offset = narrow ? (stored & 0x3fffffff) >>> 1 : stored & 0x3fffffff;
      // No two characters share a byte: a table that says so is a lie.
      bytes += to - from;
      if (to < from || bytes > this.main.byteLength) throw new RangeError('pieces');
      yield { from, to, offset, width: narrow ? 1 : 2 };
    }
  }

  private pointer(index: number): number {
    return this.main.getUint32(this.pointers + 8 * index, true);
  }

  /** Runs of the pages of formatting that a table of the file lists; `entry` bytes for each. */
  private runs(index: number, entry: 1 | 13): readonly Run[] {
    const start = this.pointer(index);
    const count = (this.main.getUint32(this.pointers + 8 * index + 4, true) - 4) / 8;
    if (count * PAGE > this.main.byteLength) throw new RangeError('pages');
    const runs: Run[] = [];
    for (let page = 0; page < count; page += 1) {
      const number = this.tables.getUint32(start + 4 * (count + 1) + 4 * page, true) & 0x3fffff;
      this.addPage(number * PAGE, entry, runs);
    }
    return runs.sort((a, b) => a.from - b.from);
  }

  private addPage(page: number, entry: 1 | 13, runs: Run[]): void {
    const count = this.main.getUint8(page + PAGE - 1);
    for (let index = 0; index < count; index += 1) {
      const from = this.main.getUint32(page + 4 * index, true);
      const to = this.main.getUint32(page + 4 * index + 4, true);
      const at = page + 2 * this.main.getUint8(page + 4 * (count + 1) + entry * index);
      runs.push({ from, to, modifiers: at === page ? NOTHING : this.modifiersAt(at, entry) });
    }
  }

  /** Of characters a length and the modifiers; of paragraphs also their style before these. */
  private modifiersAt(at: number, entry: 1 | 13): DataView {
    const size = this.main.getUint8(at);
    if (entry === 1) return part(this.main, at + 1, size);
    const [start, length] =
      size === 0 ? [at + 2, 2 * this.main.getUint8(at + 1)] : [at + 1, 2 * size - 1];
    return part(this.main, start + 2, length - 2);
  }

  private propertiesOf(modifiers: DataView): ParagraphProperties {
    const found = { depth: 0, inTable: false, endsRow: false, endsInnerCell: false };
    let row: RowDefinition | null = null;
    const vertical = new Map<number, number>();
    for (const { code, at, view } of this.modifiersOf(modifiers)) {
      if (code === 0x2416) found.inTable = view.getUint8(at) !== 0;
      else if (code === 0x2417 || code === 0x244c) found.endsRow ||= view.getUint8(at) !== 0;
      else if (code === 0x244b) found.endsInnerCell = view.getUint8(at) !== 0;
      else if (code === 0x6649) found.depth = Math.min(view.getUint32(at, true), 64);
      else if (code === WIDE_TABLE) row = rowDefinition(view, at + 2);
      else if (code === VERTICAL_MERGE) vertical.set(view.getUint8(at + 1), view.getUint8(at + 2));
    }
    const { endsRow, endsInnerCell } = found;
    const depth = found.inTable ? Math.max(found.depth, 1) : found.depth;
    return { depth, endsRow, endsInnerCell, row: row === null ? null : merged(row, vertical) };
  }

  /** Where they are too long for their page, all of them stand in a stream of their own. */
  private modifiersOf(view: DataView): readonly Modifier[] {
    const own = [...modifiersIn(view)];
    const huge = own.find(({ code }) => HUGE.includes(code));
    if (huge === undefined) return own;
    const start = huge.view.getUint32(huge.at, true);
    const more = part(this.data, start + 2, this.data.getUint16(start, true));
    return [...own, ...modifiersIn(more)];
  }
}

/** Single property modifiers, up to one that is cut off. */
function* modifiersIn(view: DataView): Generator<Modifier> {
  let at = 0;
  while (at + 3 <= view.byteLength) {
    const code = view.getUint16(at, true);
    at += 2;
    const size = operandSize(code, view, at);
    if (at + size > view.byteLength) return;
    yield { code, at, view };
    at += size;
  }
}

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

function operandSize(code: number, view: DataView, at: number): number {
  if (code === WIDE_TABLE) return 1 + (at + 2 > view.byteLength ? 0 : view.getUint16(at, true));
  const size = SIZES[code >>> 13]!;
  return size > 0 ? size : 1 + view.getUint8(at);
}

/** Deleted by a tracked change, or hidden. */
function isUnseen({ modifiers }: Run): boolean {
  for (const { code, at, view } of modifiersIn(modifiers)) {
    if ((code === 0x0800 || code === 0x083c) && view.getUint8(at) === 1) return true;
  }
  return false;
}

const CELL_SIZE = 20;

function rowDefinition(view: DataView, start: number): RowDefinition {
  const count = view.getUint8(start);
  const borders: number[] = [];
  for (let index = 0; index <= count; index += 1) {
    borders.push(view.getInt16(start + 1 + 2 * index, true));
  }
  const first = start + 1 + 2 * (count + 1);
  const cells = Array.from({ length: count }, (_, index) => {
    const at = first + CELL_SIZE * index;
    // Cells at the end may be left out when nothing is special about them.
    const flags = at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
    return { mergedLeft: (flags & 2) !== 0, mergedUp: (flags & 0x60) === 0x20 };
  });
  return { borders, cells };
}

function merged(row: RowDefinition, vertical: ReadonlyMap<number, number>): RowDefinition {
  if (vertical.size === 0) return row;
  const cells = row.cells.map((cell, index) => {
    const flags = vertical.get(index);
    return flags === undefined ? cell : { ...cell, mergedUp: flags === 1 };
  });
  return { ...row, cells };
}

const NOTHING = new DataView(new ArrayBuffer(0));

function viewOf(bytes: Uint8Array | null): DataView {
  return bytes === null ? NOTHING : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function part(view: DataView, start: number, length: number): DataView {
  const size = Math.max(0, Math.min(length, view.byteLength - start));
  return size === 0 ? NOTHING : new DataView(view.buffer, view.byteOffset + start, size);
}

/** The run that a byte of the file belongs to; runs are in order and do not overlap. */
function find(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle]!;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}

/** Characters of one byte are those of Windows-1252. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function character(code: number, width: 1 | 2): string {
  return width === 1 && code >= 0x80 && code < 0xa0
    ? WINDOWS[code - 0x80]!
    : String.fromCharCode(code);
}
