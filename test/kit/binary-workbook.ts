/** Bytes of a part of a binary workbook. */
export type Binary = readonly number[];

export interface BinarySheet {
  readonly name: string;
  /** 1 hidden, 2 very hidden. */
  readonly state?: number;
  /** 2 is a chart. */
  readonly kind?: number;
  readonly records: readonly Binary[];
}

/** One record of [MS-XLS]. */
export function record(id: number, ...parts: readonly Binary[]): Binary {
  const data = parts.flat();
  return [...short(id), ...short(data.length), ...data];
}

/** A text with its length in two bytes. */
export function text(words: string): Binary {
  return [...short(words.length), 1, ...units(words)];
}

export function double(value: number): Binary {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [...new Uint8Array(view.buffer)];
}

function short(value: number): Binary {
  return [value & 255, (value >> 8) & 255];
}

function long(value: number): Binary {
  return [...short(value & 0xffff), ...short(value >>> 16)];
}

function units(words: string): Binary {
  return [...words].flatMap((letter) => short(letter.charCodeAt(0)));
}

const begin = (version: number, kind: number): Binary =>
  record(0x809, short(version), short(kind), Array<number>(12).fill(0));
const END = record(0x0a);

/** An xls of raw records; styles 0 General, 1 0.00, 2 0!.0, */
export function binaryWorkbook(
  sheets: readonly BinarySheet[],
  { password = false, version = 0x600, words = [] as readonly string[], cut = 8224 } = {},
): Uint8Array {
  const style = (format: number): Binary => record(0xe0, [0, 0], short(format), Array(16).fill(0));
  const head = [
    begin(version, 5),
    ...(password ? [record(0x2f, [0, 0, 0, 0, 0, 0])] : []),
    record(0x41e, short(164), text('0!.0,')),
    ...[0, 2, 164].map(style),
    ...(words.length === 0 ? [] : sharedTexts(words, cut)),
  ].flat();
  const listed = (offset: number, { name, state = 0, kind = 0 }: BinarySheet): Binary =>
    record(0x85, long(offset), [state, kind, name.length, 1], units(name));
  const bodies = sheets.map(({ records }) => [begin(0x600, 16), records.flat(), END].flat());
  const lengths = sheets.map((sheet) => listed(0, sheet).length);
  let offset = head.length + lengths.reduce((sum, length) => sum + length, 0) + END.length;
  const list = sheets.flatMap((sheet, index) => {
    const entry = listed(offset, sheet);
    offset += bodies[index]!.length;
    return entry;
  });
  return compound([...head, ...list, ...END, ...bodies.flat()]);
}

/** The list of texts, going on in a further record where a block would grow longer than `cut`. */
function sharedTexts(words: readonly string[], cut: number): Binary[] {
  const blocks: number[][] = [[...long(words.length), ...long(words.length)]];
  for (const word of words) {
    if (blocks.at(-1)!.length + 3 > cut) blocks.push([]);
    blocks.at(-1)!.push(...short(word.length), 1);
    for (const letter of word) {
      // A block that goes on inside a text begins with its flags.
      if (blocks.at(-1)!.length + 2 > cut) blocks.push([1]);
      blocks.at(-1)!.push(...units(letter));
    }
  }
  return blocks.map((block, index) => record(index === 0 ? 0xfc : 0x3c, block));
}

const SECTOR = 512;

/** A compound file with one stream: table, directory, then the stream. */
export function compound(stream: Binary, name = 'Workbook'): Uint8Array {
  const size = Math.max(4096, stream.length);
  const sectors = Math.ceil(size / SECTOR);
  const bytes = new Uint8Array(SECTOR * (3 + sectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let at = 76; at < SECTOR; at += 4) view.setUint32(at, 0xffffffff, true);
  view.setUint32(76, 0, true);
  for (let at = 0; at < SECTOR / 4; at += 1) {
    const last = at === 1 || at === 1 + sectors;
    const next = at === 0 ? 0xfffffffd : last ? 0xfffffffe : at + 1;
    view.setUint32(SECTOR + 4 * at, at > 1 + sectors ? 0xffffffff : next, true);
  }
  entry(bytes, view, 2 * SECTOR, 'Root Entry', 5, 0xfffffffe, 0);
  entry(bytes, view, 2 * SECTOR + 128, name, 2, 2, size);
  view.setUint32(2 * SECTOR + 76, 1, true);
  bytes.set(stream, 3 * SECTOR);
  return bytes;
}

function entry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  name: string,
  type: number,
  start: number,
  size: number,
): void {
  bytes.set(units(`${name}\0`), at);
  view.setUint16(at + 64, 2 * (name.length + 1), true);
  view.setUint8(at + 66, type);
  for (const link of [68, 72, 76]) view.setUint32(at + link, 0xffffffff, true);
  view.setUint32(at + 116, start, true);
  view.setUint32(at + 120, size, true);
}
