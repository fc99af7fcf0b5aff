import { DEFAULT_LIMITS, type Limits } from '../cells/limits.js';
import { archiveMembers, unpack } from '../readers/archive.js';

/** The parts of a Word or Excel file by their paths, in order. */
export type WordParts = Map<string, Uint8Array>;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Opens such a file; throws a `ReadError` where it is none or larger than the limits. */
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

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Says of which type a part is, unless that was said. */
export function declareType(parts: WordParts, path: string, type: string): void {
  const said = partText(parts, TYPES).includes(`PartName="/${path}"`);
  if (!said) append(parts, TYPES, 'Types', `Override PartName="/${path}" ContentType="${type}"`);
}

/** Says of which type parts of an ending are, unless that was said. */
export function declareEnding(parts: WordParts, ending: string, type: string): void {
  const said = partText(parts, TYPES).includes(`Extension="${ending}"`);
  if (!said) append(parts, TYPES, 'Types', `Default Extension="${ending}" ContentType="${type}"`);
}

const TYPES = '[Content_Types].xml';

/** Relates a part to another, unless it is; `relations` is the path of its relations. */
export function relate(parts: WordParts, relations: string, type: string, target: string): void {
  if (!parts.has(relations)) {
    putPart(parts, relations, `<Relationships xmlns="${RELATIONS}"></Relationships>`);
  }
  const text = partText(parts, relations);
  if (text.includes(`Target="${target}"`)) return;
  let number = 1;
  while (text.includes(`"rIdOwn${number}"`)) number += 1;
  const relation = `Relationship Id="rIdOwn${number}" Type="${type}" Target="${target}"`;
  append(parts, relations, 'Relationships', relation);
}

/** Adds an empty element at the end of the root. */
function append(parts: WordParts, path: string, root: string, element: string): void {
  const text = partText(parts, path);
  const end = new RegExp(`(?:</((?:\\w+:)?)${root}>|<((?:\\w+:)?)${root}\\b([^>]*)/>)\\s*$`).exec(
    text,
  );
  if (end === null) throw new Error(`${path}: no end of ${root}`);
  const prefix = end[1] ?? end[2] ?? '';
  const open = end[1] === undefined ? `<${prefix}${root}${end[3] ?? ''}>` : '';
  const before = text.slice(0, end.index);
  putPart(parts, path, `${before}${open}<${prefix}${element}/></${prefix}${root}>`);
}
