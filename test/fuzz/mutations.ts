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

/** Ways to spoil JSON that stays JSON. */
export const IN_JSON: Readonly<Record<string, Mutation>> = {
  'value-exchanged': (bytes, rng) => inJson(bytes, rng, () => oddValue(rng)),
  'value-repeated': (bytes, rng) =>
    inJson(bytes, rng, (value) => Array<unknown>(rng.pick([2, 9, 5000])).fill(value)),
  'value-removed': (bytes, rng) => inJson(bytes, rng, () => undefined),
  'value-wrapped': (bytes, rng) => inJson(bytes, rng, (value) => ({ length: 1, 0: value })),
  'values-moved': (bytes, rng) =>
    inJson(bytes, rng, (value) => (Array.isArray(value) ? value.toReversed() : [value])),
};

function oddValue(rng: Random): unknown {
  const deep = '['.repeat(200) + ']'.repeat(200);
  return rng.pick([
    ...[null, true, 0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e300, '', '\0', '\ud800', '\n'],
    ...['__proto__', '\t'.repeat(3000), [], {}, [[]], JSON.parse(deep), { toString: null }],
  ]);
}

/** Changes a few values anywhere below the top, as likely high up as far down. */
function inJson(bytes: Uint8Array, rng: Random, change: (value: unknown) => unknown): Uint8Array {
  const top = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  for (let i = rng.int(1, 5); i > 0; i -= 1) {
    let holder = top.source as Record<string, unknown>;
    while (typeof holder === 'object' && holder !== null) {
      const names = Object.keys(holder);
      if (names.length === 0) break;
      const name = rng.pick(names);
      const below = holder[name];
      if (typeof below === 'object' && below !== null && rng.chance(75)) {
        holder = below as Record<string, unknown>;
      } else {
        holder[name] = change(below);
        break;
      }
    }
  }
  return new TextEncoder().encode(JSON.stringify(top));
}

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
