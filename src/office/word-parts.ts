import { DEFAULT_LIMITS, type Limits } from '../cells/limits.js';
import { archiveMembers, unpack } from '../readers/archive.js';

/** The parts of a Word file by their paths, in order. */
export type WordParts = Map<string, Uint8Array>;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Opens a Word file; throws a `ReadError` where it is none or larger than the limits. */
export function partsOf(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): WordParts {
  return new Map(archiveMembers(bytes, limits).map((member) => [member.name, unpack(member)]));
}

/** A part as text; empty without it. */
export function partText(parts: WordParts, path: string): string {
  return DECODER.decode(parts.get(path) ?? new Uint8Array());
}

/** Puts a text in the place of a part, or adds it. */
export function putPart(parts: WordParts, path: string, text: string): void {
  parts.set(path, ENCODER.encode(text.startsWith('<?xml') ? text : DECLARATION + text));
}

/** For the text of XML and for its attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
