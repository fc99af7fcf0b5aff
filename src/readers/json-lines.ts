import { markedUtf16 } from '../cells/decode.js';
import { recogniseFormat } from '../cells/magic.js';
import { type Member, storedMember } from './archive.js';

/** A document of JSON Lines, as archives hold unpacked ones. */
export interface JsonLine extends Member {
  /** 1-based line of the file. */
  readonly line: number;
}

const NEWLINE = 0x0a;
/** A line of our JSON begins with its schema; an object over several lines does not end there. */
const WHOLE_LINE = /^\s*\{\s*"schema"\s*:\s*"mingzhang\/.*\}\s*$/s;
/** Where the name of a document is looked for in its line. */
const HEAD = 8 * 1024;
const FILE = /"file"\s*:\s*("(?:[^"\\\n]|\\.)*")/;

/** Whether bytes begin as JSON of ours. */
export function isOwnJson(bytes: Uint8Array): boolean {
  return recogniseFormat(bytes) === 'mingzhang-json';
}

/** Whether bytes are several documents of ours, each on a line. */
export function isJsonLines(bytes: Uint8Array): boolean {
  return jsonLines(bytes, 2) !== null;
}

/**
 * The documents of JSON Lines, by the names that they had; null where the bytes are one document or
 * something else. Nothing is copied, and no more than `most` are looked for.
 */
export function jsonLines(bytes: Uint8Array, most: number): readonly JsonLine[] | null {
  if (!isOwnJson(bytes)) return null;
  const text = inUtf8(bytes);
  const lines: JsonLine[] = [];
  let number = 0;
  for (let from = 0; from < text.length && lines.length < most; number += 1) {
    const found = text.indexOf(NEWLINE, from);
    const end = found < 0 ? text.length : found;
    const line = text.subarray(from, end);
    from = end + 1;
    if (line.every((byte) => byte <= 0x20)) continue;
    if (lines.length === 0 && !isWhole(line)) return null;
    lines.push({ ...storedMember(nameIn(line), line), line: number + 1 });
  }
  return lines.length > 1 ? lines : null;
}

/** A copy of one document after as many empty lines, so that its reader knows where it stands. */
export function placedLine({ packed, line }: Pick<JsonLine, 'packed' | 'line'>): Uint8Array {
  const placed = new Uint8Array(line - 1 + packed.length).fill(NEWLINE, 0, line - 1);
  placed.set(packed, line - 1);
  return placed;
}

/** Shells of Windows write UTF-16. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = markedUtf16(bytes);
  if (encoding === null) return bytes;
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function isWhole(line: Uint8Array): boolean {
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part);
  return WHOLE_LINE.test(decode(line.subarray(0, 256)) + decode(line.subarray(-16)));
}

/** Empty where none can be read: its reader will say why. */
function nameIn(line: Uint8Array): string {
  const written = FILE.exec(new TextDecoder().decode(line.subarray(0, HEAD)))?.[1];
  try {
    return written === undefined ? '' : String(JSON.parse(written));
  } catch {
    return '';
  }
}
