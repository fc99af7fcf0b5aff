/** A face of a font file: what it is called, in every language, and which characters it draws. */
export interface FontFace {
  readonly families: readonly string[];
  readonly covers: (codePoint: number) => boolean;
}

/** The faces of a TrueType or OpenType file or collection; none where it is something else. */
export function facesOf(bytes: Uint8Array): readonly FontFace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return starts(view).map((start) => face(view, tables(view, start)));
  } catch (error) {
    // Cut off or no font at all: whoever gave the folder sees that it was not used.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const COLLECTION = 0x74746366;
const TRUE_TYPE = [0x00010000, 0x74727565, 0x4f54544f];
/** Faces of one collection; system collections have up to ten. */
const MOST_FACES = 64;

function starts(view: DataView): readonly number[] {
  const signature = view.getUint32(0);
  if (TRUE_TYPE.includes(signature)) return [0];
  if (signature !== COLLECTION) return [];
  const count = Math.min(view.getUint32(8), MOST_FACES);
  return Array.from({ length: count }, (_, index) => view.getUint32(12 + 4 * index));
}

function tables(view: DataView, start: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const count = view.getUint16(start + 4);
  for (let index = 0; index < count; index += 1) {
    const at = start + 12 + 16 * index;
    const tag = [0, 1, 2, 3].map((offset) => String.fromCharCode(view.getUint8(at + offset)));
    found.set(tag.join(''), view.getUint32(at + 8));
  }
  return found;
}

function face(view: DataView, found: ReadonlyMap<string, number>): FontFace {
  const names = found.get('name');
  const characters = found.get('cmap');
  const covered = new Uint8Array(COVERAGE_BYTES);
  if (characters !== undefined) readCharacters(view, characters, covered);
  return {
    families: names === undefined ? [] : familiesOf(view, names),
    covers: (codePoint) => (covered[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0,
  };
}

const FAMILY = [1, 16];
const MACINTOSH = 1;

function familiesOf(view: DataView, table: number): readonly string[] {
  const families = new Set<string>();
  const count = view.getUint16(table + 2);
  const texts = table + view.getUint16(table + 4);
  for (let index = 0; index < count; index += 1) {
    const at = table + 6 + 12 * index;
    if (!FAMILY.includes(view.getUint16(at + 6))) continue;
    // The same names stand there in Unicode too, except in files of the last century.
    const wide = view.getUint16(at) !== MACINTOSH;
    families.add(textAt(view, texts + view.getUint16(at + 10), view.getUint16(at + 8), wide));
  }
  return [...families];
}

function textAt(view: DataView, from: number, length: number, wide: boolean): string {
  let text = '';
  for (let at = from; at < from + length; at += wide ? 2 : 1) {
    text += String.fromCharCode(wide ? view.getUint16(at) : view.getUint8(at));
  }
  return text;
}

const LAST_CHARACTER = 0x10ffff;
const COVERAGE_BYTES = (LAST_CHARACTER + 1) / 8;
/** Segments of the characters below U+10000, and groups of all of them. */
const SEGMENTS = 4;
const GROUPS = 12;

function readCharacters(view: DataView, table: number, covered: Uint8Array): void {
  const count = view.getUint16(table + 2);
  for (let index = 0; index < count; index += 1) {
    const at = table + view.getUint32(table + 8 + 8 * index);
    const format = view.getUint16(at);
    if (format === SEGMENTS) readSegments(view, at, covered);
    if (format === GROUPS) readGroups(view, at, covered);
  }
}

function readGroups(view: DataView, at: number, covered: Uint8Array): void {
  const count = view.getUint32(at + 12);
  for (let index = 0; index < count; index += 1) {
    const group = at + 16 + 12 * index;
    const first = view.getUint32(group);
    const last = Math.min(view.getUint32(group + 4), LAST_CHARACTER);
    const glyph = view.getUint32(group + 8);
    for (let code = first; code <= last; code += 1) {
      if (glyph + code - first !== 0) cover(covered, code);
    }
  }
}

function readSegments(view: DataView, at: number, covered: Uint8Array): void {
  const doubled = view.getUint16(at + 6);
  const [ends, begins] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [begins + doubled, begins + 2 * doubled];
  for (let index = 0; index < doubled; index += 2) {
    const first = view.getUint16(begins + index);
    const last = view.getUint16(ends + index);
    const offset = view.getUint16(offsets + index);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + view.getUint16(deltas + index)) & 0xffff
          : view.getUint16(offsets + index + offset + 2 * (code - first));
      if (glyph !== 0) cover(covered, code);
    }
  }
}

function cover(covered: Uint8Array, code: number): void {
  covered[code >> 3]! |= 1 << (code & 7);
}
