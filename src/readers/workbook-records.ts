import { ReadError } from './reader.js';

/** A record of a binary workbook ([MS-XLS]), with the pieces that continue it. */
export interface WorkbookRecord {
  readonly id: number;
  /** Where it begins in the stream. */
  readonly offset: number;
  readonly blocks: readonly Uint8Array[];
}

const CONTINUE = 0x3c;

/** The records of a workbook stream; one that is cut off ends the file as damaged. */
export function workbookRecords(stream: Uint8Array): readonly WorkbookRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: WorkbookRecord[] = [];
  let open: Uint8Array[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // Zeros fill the last sector.
    if (id === 0 && length === 0) break;
    if (at + 4 + length > stream.length) throw cutOff();
    const block = stream.subarray(at + 4, at + 4 + length);
    if (id === CONTINUE) open.push(block);
    else {
      open = [block];
      records.push({ id, offset: at, blocks: open });
    }
    at += 4 + length;
  }
  return records;
}

function cutOff(): ReadError {
  return new ReadError('damaged', 'workbook');
}

/** Reads numbers and texts out of a record; past its end the file is damaged. */
export class RecordReader {
  private block = 0;
  private at = 0;
  private view: DataView;

  constructor(private readonly blocks: readonly Uint8Array[]) {
    this.view = viewOf(blocks[0] ?? new Uint8Array());
  }

  get ended(): boolean {
    return this.at >= this.view.byteLength && this.block + 1 >= this.blocks.length;
  }

  byte(): number {
    const from = this.take(1);
    return this.view.getUint8(from);
  }

  short(): number {
    const from = this.take(2);
    return this.view.getUint16(from, true);
  }

  long(): number {
    const from = this.take(4);
    return this.view.getUint32(from, true);
  }

  double(): number {
    const from = this.take(8);
    return this.view.getFloat64(from, true);
  }

  bytes(count: number): Uint8Array {
    const from = this.take(count);
    return this.blocks[this.block]!.subarray(from, from + count);
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      this.settle();
      const step = Math.min(left, this.view.byteLength - this.at);
      if (step <= 0) throw cutOff();
      this.at += step;
      left -= step;
    }
  }

  /** A text of so many UTF-16 units, its flags before it; formats and readings are passed over. */
  text(units: number): string {
    const flags = this.byte();
    const runs = (flags & 8) !== 0 ? this.short() : 0;
    const readings = (flags & 4) !== 0 ? this.long() : 0;
    const text = this.units(units, (flags & 1) !== 0);
    this.skip(4 * runs + readings);
    return text;
  }

  /** The units may go on in the next block, which begins with flags of its own. */
  private units(count: number, startsWide: boolean): string {
    let text = '';
    let wide = startsWide;
    for (let left = count; left > 0; ) {
      if (this.at >= this.view.byteLength) {
        this.settle();
        wide = (this.byte() & 1) !== 0;
      }
      const width = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((this.view.byteLength - this.at) / width));
      if (step === 0) throw cutOff();
      const piece = this.bytes(step * width);
      text += wide ? new TextDecoder('utf-16le').decode(piece) : latin(piece);
      left -= step;
    }
    return text;
  }

  /** Where the next bytes begin, in the block that is then in view. */
  private take(count: number): number {
    this.settle();
    const from = this.at;
    if (from + count > this.view.byteLength) throw cutOff();
    this.at += count;
    return from;
  }

  /** On to the next block where one has ended. */
  private settle(): void {
    while (this.at >= this.view.byteLength && this.block + 1 < this.blocks.length) {
      this.block += 1;
      this.at = 0;
      this.view = viewOf(this.blocks[this.block]!);
    }
  }
}

function viewOf(block: Uint8Array): DataView {
  return new DataView(block.buffer, block.byteOffset, block.byteLength);
}

/** One byte a character: the first 256 of Unicode. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
