/** A stream or storage in a compound file of the nineties (MS-CFB). */
export interface CompoundEntry {
  readonly name: string;
  /** First sector of its content. */
  readonly sector: number;
  /** Bytes. */
  readonly size: number;
}

const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffff9;
/** Word, Excel and their encrypted forms have some dozens. */
const MOST_SECTORS = 4096;

/** What stands in a compound file; as much of its directory as can be found. */
export function compoundEntries(bytes: Uint8Array): readonly CompoundEntry[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sectorSize(view);
  if (size === null) return [];
  const entries: CompoundEntry[] = [];
  let sector = view.getUint32(48, true);
  for (let count = 0; sector < LAST_SECTOR && count < MOST_SECTORS; count += 1) {
    const start = (sector + 1) * size;
    if (start + size > bytes.length) break;
    for (let at = start; at < start + size; at += ENTRY_SIZE) {
      const entry = entryAt(view, at);
      if (entry !== null) entries.push(entry);
    }
    sector = nextSector(view, sector, size);
  }
  return entries;
}

/** The content of a stream that lies in one piece from its first sector: as far as it is needed. */
export function compoundHead(bytes: Uint8Array, entry: CompoundEntry, length: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = (entry.sector + 1) * (sectorSize(view) ?? 512);
  return bytes.subarray(start, start + length);
}

function sectorSize(view: DataView): number | null {
  const shift = view.getUint16(30, true);
  return shift === 9 || shift === 12 ? 2 ** shift : null;
}

function entryAt(view: DataView, at: number): CompoundEntry | null {
  const length = Math.min(view.getUint16(at + 64, true), 64) / 2 - 1;
  if (length < 1) return null;
  let name = '';
  for (let index = 0; index < length; index += 1) {
    name += String.fromCharCode(view.getUint16(at + index * 2, true));
  }
  return { name, sector: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
}

/** By the allocation table, whose first 109 sectors the header names. */
function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return LAST_SECTOR;
  const at = (view.getUint32(76 + table * 4, true) + 1) * size + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : LAST_SECTOR;
}
