/** A stream or storage at the root of a compound file of the nineties (MS-CFB). */
interface CompoundEntry {
  readonly name: string;
  /** First sector of its content. */
  readonly sector: number;
  /** Bytes. */
  readonly size: number;
}

const ENTRY_SIZE = 128;
/** Sector numbers from here on are marks: end of chain, free, part of a table. */
const NO_SECTOR = 0xfffffff9;
const MINI_SECTOR = 64;
/** Smaller streams lie in the stream of the root entry, in sectors of 64 bytes. */
const LEAST_SIZE = 4096;
const HEADER_TABLES = 109;

/** A compound file as the streams of its root; what is cut off or leads in a ring is left out. */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly table: readonly number[];
  private readonly entries = new Map<string, CompoundEntry>();
  private readonly root: CompoundEntry | null = null;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = bytes.length < 512 ? 0 : this.view.getUint16(30, true);
    this.sectorSize = shift === 9 || shift === 12 ? 2 ** shift : 0;
    this.table = this.sectorSize === 0 ? [] : this.tableSectors();
    if (this.sectorSize === 0) return;
    const directory = this.chain(this.view.getUint32(48, true), bytes.length);
    if (directory.length < ENTRY_SIZE) return;
    this.root = entryAt(directory, 0);
    this.addEntries(directory);
  }

  /** Names of the streams and storages at the root. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The content of a stream, or null when there is none; as much of it as is there. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    if (entry.size >= LEAST_SIZE || this.root === null) return this.chain(entry.sector, entry.size);
    return this.miniChain(entry, this.chain(this.root.sector, this.root.size));
  }

  /** The entries of a storage form a tree; those of the root hang below its first child. */
  private addEntries(directory: Uint8Array): void {
    const view = viewOf(directory);
    const seen = new Set<number>();
    const open = [view.getUint32(76, true)];
    while (open.length > 0) {
      const index = open.pop()!;
      const at = index * ENTRY_SIZE;
      if (seen.has(index) || at + ENTRY_SIZE > directory.length) continue;
      seen.add(index);
      const entry = entryAt(directory, at);
      if (entry !== null) this.entries.set(entry.name, entry);
      open.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
    }
  }

  /** Sectors of the allocation table: the first in the header, more in a chain of their own. */
  private tableSectors(): readonly number[] {
    const sectors: number[] = [];
    for (let index = 0; index < HEADER_TABLES; index += 1) {
      sectors.push(this.view.getUint32(76 + index * 4, true));
    }
    const perSector = this.sectorSize / 4 - 1;
    let more = this.view.getUint32(68, true);
    let left = Math.min(this.view.getUint32(72, true), this.bytes.length / this.sectorSize);
    for (; more < NO_SECTOR && left > 0; left -= 1) {
      const start = this.offsetOf(more);
      if (start + this.sectorSize > this.bytes.length) break;
      for (let index = 0; index < perSector; index += 1) {
        sectors.push(this.view.getUint32(start + index * 4, true));
      }
      more = this.view.getUint32(start + perSector * 4, true);
    }
    return sectors;
  }

  private offsetOf(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  private next(sector: number): number {
    const perSector = this.sectorSize / 4;
    const table = this.table[Math.floor(sector / perSector)] ?? NO_SECTOR;
    const at = this.offsetOf(table) + (sector % perSector) * 4;
    return table >= NO_SECTOR || at + 4 > this.bytes.length
      ? NO_SECTOR
      : this.view.getUint32(at, true);
  }

  /** The bytes of a chain of sectors, at most as many as are asked for. */
  private chain(first: number, size: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const most = Math.min(size, this.bytes.length);
    for (let sector = first; sector < NO_SECTOR && length < most; sector = this.next(sector)) {
      const start = this.offsetOf(sector);
      if (start >= this.bytes.length) break;
      const piece = this.bytes.subarray(start, start + Math.min(this.sectorSize, most - length));
      pieces.push(piece);
      length += piece.length;
    }
    return joined(pieces, length);
  }

  private miniChain(entry: CompoundEntry, mini: Uint8Array): Uint8Array {
    const table = viewOf(this.chain(this.view.getUint32(60, true), this.bytes.length));
    const pieces: Uint8Array[] = [];
    let length = 0;
    let sector = entry.sector;
    while (length < entry.size && sector < NO_SECTOR) {
      const start = sector * MINI_SECTOR;
      if (start >= mini.length) break;
      const piece = mini.subarray(start, start + Math.min(MINI_SECTOR, entry.size - length));
      pieces.push(piece);
      length += piece.length;
      sector = sector * 4 + 4 <= table.byteLength ? table.getUint32(sector * 4, true) : NO_SECTOR;
    }
    return joined(pieces, length);
  }
}

function entryAt(directory: Uint8Array, at: number): CompoundEntry | null {
  const view = viewOf(directory);
  const length = Math.min(view.getUint16(at + 64, true), 64) / 2 - 1;
  if (length < 1) return null;
  let name = '';
  for (let index = 0; index < length; index += 1) {
    name += String.fromCharCode(view.getUint16(at + index * 2, true));
  }
  return { name, sector: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
