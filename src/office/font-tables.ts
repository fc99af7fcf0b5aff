/** A face of a font file: what it is called, in every language, and which glyphs it has. */
export interface FontFace {
  readonly families: readonly string[];
  /** Number of the glyph of a character; 0 where the face has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** Where each of its tables begins. */
  readonly tables: ReadonlyMap<string, number>;
}

/** The faces of a TrueType or OpenType file or collection; none where it is something else. */
export function facesOf(bytes: Uint8Array): readonly FontFace[] {
  const view = viewOf(bytes);
  try {
    return starts(view).map((start) => face(view, tablesAt(view, start)));
  } catch (error) {
    // Cut off or no font at all: whoever gave the folder sees that it was not used.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** The same bytes, to be read as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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

function tablesAt(view: DataView, start: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const count = view.getUint16(start + 4);
  for (let index = 0; index < count; index += 1) {
    const at = start + 12 + 16 * index;
    const tag = [0, 1, 2, 3].map((offset) => String.fromCharCode(view.getUint8(at + offset)));
    found.set(tag.join(''), view.getUint32(at + 8));
  }
  return found;
}

function face(view: DataView, tables: ReadonlyMap<string, number>): FontFace {
  const names = tables.get('name');
  const characters = tables.get('cmap');
  const maps = characters === undefined ? [] : mapsOf(view, characters);
  return {
    families: names === undefined ? [] : familiesOf(view, names),
    glyphOf: (codePoint) => {
      for (const map of maps) {
        const glyph = map(codePoint);
        if (glyph !== 0) return glyph;
      }
      return 0;
    },
    tables,
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

type GlyphMap = (codePoint: number) => number;

/** Segments of the characters below U+10000, and groups of all of them. */
const SEGMENTS = 4;
const GROUPS = 12;

function mapsOf(view: DataView, table: number): readonly GlyphMap[] {
  const count = view.getUint16(table + 2);
  return Array.from({ length: count }, (_, index) => {
    const at = table + view.getUint32(table + 8 + 8 * index);
    const format = view.getUint16(at);
    if (format === GROUPS) return groups(view, at);
    return format === SEGMENTS ? segments(view, at) : null;
  }).filter((map) => map !== null);
}

function groups(view: DataView, at: number): GlyphMap {
  const count = view.getUint32(at + 12);
  return (code) => {
    const index = firstReaching(count, (tried) => view.getUint32(at + 20 + 12 * tried) >= code);
    if (index === count) return 0;
    const first = view.getUint32(at + 16 + 12 * index);
    return code < first ? 0 : view.getUint32(at + 24 + 12 * index) + code - first;
  };
}

function segments(view: DataView, at: number): GlyphMap {
  const doubled = view.getUint16(at + 6);
  const [ends, begins] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [begins + doubled, begins + 2 * doubled];
  return (code) => {
    const count = doubled / 2;
    const index = 2 * firstReaching(count, (tried) => view.getUint16(ends + 2 * tried) >= code);
    if (index === doubled || code >= 0xffff || view.getUint16(begins + index) > code) return 0;
    const offset = view.getUint16(offsets + index);
    const delta = view.getUint16(deltas + index);
    if (offset === 0) return (code + delta) & 0xffff;
    const place = offsets + index + offset + 2 * (code - view.getUint16(begins + index));
    const glyph = view.getUint16(place);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** Where in an ascending table something becomes true; `count` where it never does. */
function firstReaching(count: number, reaches: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
