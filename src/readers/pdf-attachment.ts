import { inflateSync } from 'node:zlib';
import { EMBEDDED_BYTES } from '../cells/limits.js';

/** What our PDFs call the facts they carry. */
const NAME = '(mingzhang-account.json)';
/** Places in a file where the name is looked for, from its end; ours has three. */
const MOST_PLACES = 16;
/** Bytes of a dictionary that are looked at. */
const DICTIONARY = 4096;

/**
 * The facts that a PDF of ours has attached, as JSON text; null in any other. Found as the file was
 * written, also behind signatures that were added to it: whoever packs it anew loses the facts,
 * never its text. Nothing else that is attached is unpacked.
 */
export function attachedFacts(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = file.length;
  for (let place = 0; place < MOST_PLACES && at > 0; place += 1) {
    at = file.lastIndexOf(NAME, at - 1, 'latin1');
    if (at < 0) return null;
    const facts = factsNamedAt(file, at);
    if (facts !== null) return facts;
  }
  return null;
}

/** The name stands in the list of attachments, before the number of what describes it. */
function factsNamedAt(file: Buffer, at: number): string | null {
  const after = latin(file, at + NAME.length, 32);
  const described = /^\s+(\d{1,9})\s+0\s+R/.exec(after)?.[1];
  if (described === undefined) return null;
  const description = objectAt(file, described);
  const stream = /\/EF\s*<<[^>]*\/(?:UF|F)\s+(\d{1,9})\s+0\s+R/.exec(description?.text ?? '')?.[1];
  return stream === undefined ? null : streamText(file, stream);
}

interface FoundObject {
  readonly text: string;
  readonly at: number;
}

/** The beginning of an object: the last of that number counts. */
function objectAt(file: Buffer, number: string): FoundObject | null {
  const mark = `${number} 0 obj`;
  let at = file.lastIndexOf(mark, undefined, 'latin1');
  while (at > 0 && !/\s/.test(latin(file, at - 1, 1))) {
    at = file.lastIndexOf(mark, at - 1, 'latin1');
  }
  return at < 0 ? null : { text: latin(file, at, DICTIONARY), at };
}

function streamText(file: Buffer, number: string): string | null {
  const object = objectAt(file, number);
  const begin = /\bstream\r?\n/.exec(object?.text ?? '');
  if (object === null || begin === null) return null;
  const dictionary = object.text.slice(0, begin.index);
  const length = lengthIn(file, dictionary);
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1] ?? null;
  if (length === null || length > EMBEDDED_BYTES) return null;
  const from = object.at + begin.index + begin[0].length;
  return textOf(file.subarray(from, from + length), filter);
}

/** A number, or the number of an object that is one. */
function lengthIn(file: Buffer, dictionary: string): number | null {
  const [, number, reference] = /\/Length\s+(\d{1,9})(\s+0\s+R)?/.exec(dictionary) ?? [];
  if (number === undefined || reference === undefined) return number === undefined ? null : +number;
  const told = /obj\s+(\d{1,9})\b/.exec(objectAt(file, number)?.text ?? '')?.[1];
  return told === undefined ? null : +told;
}

function textOf(packed: Buffer, filter: string | null): string | null {
  if (filter !== null && filter !== 'FlateDecode') return null;
  try {
    const bytes =
      filter === null ? packed : inflateSync(packed, { maxOutputLength: EMBEDDED_BYTES });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Cut off, too large, no UTF-8: not what we wrote.
    return null;
  }
}

function latin(file: Buffer, from: number, length: number): string {
  return file.toString('latin1', from, from + length);
}
