import { constants, inflateRawSync } from 'node:zlib';
import { inflateSync, zipSync } from 'fflate';
import type { Limits } from '../cells/limits.js';
import { ReadError } from './reader.js';

/** One file inside an archive; nothing of it is unpacked yet. */
export interface Member {
  /** As stored, with forward slashes; never used as a path on this machine. */
  readonly name: string;
  /** Unpacked size in bytes, as the directory declares it. Unpacking never exceeds it. */
  readonly size: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: Uint8Array;
}

/** A file that is there unpacked, as archives have some. */
export function storedMember(name: string, bytes: Uint8Array): Member {
  return { name, size: bytes.length, encrypted: false, method: STORED, packed: bytes };
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record is the last 22 bytes, before a comment of at most 64 KiB. */
const END_SIZE = 22;
const MOST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Deflate makes at most about a thousandth of its input; more is a lie. */
const MOST_RATIO = 1100;

/** The directory of an archive (zip, docx, xlsx, ofd) within the limits; nothing is unpacked. */
export function archiveMembers(bytes: Uint8Array, limits: Limits): readonly Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new ReadError('too-large', 'archive');
  if (count > limits.archiveMembers) {
    throw new ReadError('too-large', `members:${limits.archiveMembers}`);
  }
  const members: Member[] = [];
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const member = memberAt(bytes, view, at);
    unpacked += member.size;
    if (unpacked > limits.unpackedBytes) {
      throw new ReadError('too-large', `unpacked:${limits.unpackedBytes}`);
    }
    if (!member.name.endsWith('/')) members.push(member);
    at += 46 + lengthsAfter(view, at);
  }
  return members;
}

/** Name, extra field and comment follow the fixed part of an entry. */
function lengthsAfter(view: DataView, at: number): number {
  const length = (offset: number) => view.getUint16(at + offset, true);
  return length(28) + length(30) + length(32);
}

function endRecord(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function memberAt(bytes: Uint8Array, view: DataView, at: number): Member {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  if (nameEnd > bytes.length || local + 30 > bytes.length) throw damaged();
  if (view.getUint32(local, true) !== LOCAL) throw damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw damaged();
  if (size > (packedSize + 64) * MOST_RATIO) throw damaged();
  return {
    name: nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
    size,
    encrypted: (flags & 1) !== 0,
    method,
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** Chinese archives without the mark of UTF-8 name their files in GBK. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  const name = utf8 ? new TextDecoder().decode(bytes) : legacyName(bytes);
  return name.replaceAll('\\', '/');
}

function legacyName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Unpacks one member, never to more than its declared size. */
export function unpack(member: Member): Uint8Array {
  const { name, size, encrypted, method, packed } = member;
  if (encrypted) throw new ReadError('encrypted', name);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ReadError('damaged', name);
  try {
    // One byte more than promised shows a directory that lies.
    const bytes = inflateSync(packed, { out: new Uint8Array(size + 1) });
    if (bytes.length === size) return bytes;
  } catch {
    // Falls through: whatever the reason, this member is not what the directory says.
  }
  throw new ReadError('damaged', name);
}

/** Packs files in their order. Every member is dated alike: the same files give the same bytes. */
export function packArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

/** Packed bytes that are looked at for the first bytes of a member. */
const PACKED_HEAD = 512;

/** The first bytes of a member, enough to tell its format; none where they cannot be had. */
export function headOf({ encrypted, method, packed }: Member): Uint8Array {
  const start = packed.subarray(0, PACKED_HEAD);
  if (encrypted) return new Uint8Array();
  if (method !== DEFLATED) return start;
  try {
    // What the beginning alone comes to; the rest of the member is not looked at.
    return inflateRawSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // Unpacking it whole will say what is wrong with it.
    return new Uint8Array();
  }
}

function damaged(): ReadError {
  return new ReadError('damaged', 'archive');
}
