const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is the last 22 bytes, before a comment of at most 64 KiB. */
const END_SIZE = 22;
const MOST_COMMENT = 0xffff;
/** A file of an office program has a few hundred parts; more need not be looked at. */
const MOST_NAMES = 4096;

/** Names in the directory of a zip, one character a byte; null where it has none. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  while (names.length < MOST_NAMES && at + 46 <= end && view.getUint32(at, true) === ENTRY) {
    const length = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + length);
    names.push(Array.from(name, (byte) => String.fromCharCode(byte)).join(''));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}
