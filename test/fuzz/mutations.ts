import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../kit/random.js';

/** One way to spoil a file. The same chance spoils it in the same way. */
export type Mutation = (bytes: Uint8Array, rng: Random) => Uint8Array;

/** Ways that need to know nothing of the file. */
export const BLIND: Readonly<Record<string, Mutation>> = {
  'bytes-flipped': (bytes, rng) => {
    const copy = bytes.slice();
    for (let i = rng.int(1, 40); i > 0; i -= 1) copy[at(copy, rng)] = rng.int(0, 255);
    return copy;
  },
  'cut-off': (bytes, rng) => bytes.slice(0, at(bytes, rng)),
  'begun-late': (bytes, rng) => concat(bytes.slice(0, 64), bytes.slice(at(bytes, rng))),
  'piece-removed': (bytes, rng) => {
    const [from, to] = piece(bytes, rng);
    return concat(bytes.slice(0, from), bytes.slice(to));
  },
  'piece-doubled': (bytes, rng) => {
    const [from, to] = piece(bytes, rng);
    return concat(bytes.slice(0, to), bytes.slice(from));
  },
  'piece-blanked': (bytes, rng) => {
    const [from, to] = piece(bytes, rng);
    return bytes.slice().fill(0, from, to);
  },
  // Lengths and offsets stand in two or four bytes; most spots hit none, some hit badly.
  'lengths-changed': (bytes, rng) => {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
    for (let i = rng.int(1, 12); i > 0; i -= 1) {
      const spot = Math.min(at(copy, rng), copy.length - 4);
      if (spot < 0) break;
      view.setUint32(spot, rng.pick([0, 1, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]), true);
    }
    return copy;
  },
  // Headers are short and matter most.
  'head-changed': (bytes, rng) => {
    const copy = bytes.slice();
    for (let i = rng.int(1, 8); i > 0; i -= 1) {
      copy[rng.int(8, Math.min(600, copy.length - 1))] = rng.int(0, 255);
    }
    return copy;
  },
  'tail-changed': (bytes, rng) => {
    const copy = bytes.slice();
    for (let i = rng.int(1, 8); i > 0; i -= 1) {
      copy[copy.length - rng.int(1, Math.min(600, copy.length))] = rng.int(0, 255);
    }
    return copy;
  },
};

/** Ways to spoil text that stays text: markup, page contents, values. */
const WORDS: Readonly<Record<string, (text: string, rng: Random) => string>> = {
  'number-enlarged': (text, rng) =>
    substitute(text, /\d+/g, rng, () =>
      rng.pick(['0', '-1', '65536', '2147483648', '99999999999999999999', '1e309', '']),
    ),
  'tag-removed': (text, rng) => substitute(text, /<[^>]{1,200}>/g, rng, () => ''),
  'tag-doubled': (text, rng) => substitute(text, /<[^>]{1,200}>/g, rng, (tag) => tag + tag),
  'attribute-emptied': (text, rng) => substitute(text, /"[^"]{0,200}"/g, rng, () => '""'),
  'names-exchanged': (text, rng) => {
    const names = [...new Set(text.match(/<[\w:]+/g) ?? [])];
    if (names.length < 2) return text;
    const [a, b] = [rng.pick(names), rng.pick(names)];
    return text
      .replaceAll(`${a} `, '<__ ')
      .replaceAll(`${b} `, `${a} `)
      .replaceAll('<__ ', `${b} `);
  },
  'odd-characters': (text, rng) => {
    const spot = rng.int(0, text.length);
    const odd = ['\0', '\ud800', '\u202e', '&#0;', '&nosuch;', '<', ']]>', '<![CDATA[', '\ufeff'];
    return text.slice(0, spot) + rng.pick(odd) + text.slice(spot);
  },
};

/** Ways to spoil the parts of a zip container, put together again whole. */
export const INSIDE: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(
    Object.entries(WORDS).map(([name, spoil]) => [
      `part-${name}`,
      (bytes: Uint8Array, rng: Random) => inPart(bytes, rng, (part) => inText(part, rng, spoil)),
    ]),
  ),
  'part-bytes-flipped': (bytes, rng) =>
    inPart(bytes, rng, (part) => BLIND['bytes-flipped']!(part, rng)),
  'part-cut-off': (bytes, rng) => inPart(bytes, rng, (part) => BLIND['cut-off']!(part, rng)),
  'part-removed': (bytes, rng) => {
    const parts = unzipSync(bytes);
    delete parts[rng.pick(Object.keys(parts))];
    return zipSync(parts, { level: 1 });
  },
  'parts-exchanged': (bytes, rng) => {
    const parts = unzipSync(bytes);
    const [a, b] = [rng.pick(Object.keys(parts)), rng.pick(Object.keys(parts))];
    return zipSync({ ...parts, [a]: parts[b]!, [b]: parts[a]! }, { level: 1 });
  },
};

/** Ways to spoil text that is the whole file, HTML and the like. */
export const IN_TEXT: Readonly<Record<string, Mutation>> = Object.fromEntries(
  Object.entries(WORDS).map(([name, spoil]) => [
    name,
    (bytes: Uint8Array, rng: Random) => inText(bytes, rng, spoil),
  ]),
);

function inPart(
  bytes: Uint8Array,
  rng: Random,
  spoil: (part: Uint8Array) => Uint8Array,
): Uint8Array {
  const parts = unzipSync(bytes);
  // Parts by their weight: the document itself is where most of what can go wrong stands.
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const heavy = names.sort((a, b) => parts[b]!.length - parts[a]!.length).slice(0, 3);
  const name = rng.pick(rng.chance(60) ? heavy : names);
  return zipSync({ ...parts, [name]: spoil(parts[name]!) }, { level: 1 });
}

function inText(
  bytes: Uint8Array,
  rng: Random,
  spoil: (text: string, rng: Random) => string,
): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (let i = rng.int(1, 5); i > 0; i -= 1) text = spoil(text, rng);
  return new TextEncoder().encode(text);
}

function substitute(
  text: string,
  pattern: RegExp,
  rng: Random,
  by: (found: string) => string,
): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const chosen = rng.pick(found);
  const end = chosen.index + chosen[0].length;
  return text.slice(0, chosen.index) + by(chosen[0]) + text.slice(end);
}

function at(bytes: Uint8Array, rng: Random): number {
  return rng.int(0, Math.max(0, bytes.length - 1));
}

function piece(bytes: Uint8Array, rng: Random): readonly [from: number, to: number] {
  const from = at(bytes, rng);
  return [from, Math.min(bytes.length, from + rng.int(1, Math.max(1, bytes.length >> 3)))];
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
