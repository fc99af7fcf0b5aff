import { SaxesParser } from 'saxes';
import type { Limits } from '../cells/limits.js';
import { ReadError } from './reader.js';

/** An element without its namespace prefix; text stands among the children. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  /** By name without prefix; where two share it, the one without a prefix wins. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

/** What is told of XML that is too large to keep as a tree; names come without prefix. */
export interface XmlListener {
  readonly open: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    prefix: string,
  ) => void;
  readonly text: (words: string) => void;
  readonly close: (name: string) => void;
}

/**
 * Walks over XML. Entities of a document type are not expanded, nothing external is ever fetched:
 * a document that uses them is damaged. `part` names it in errors. Attributes keep their prefixes.
 */
export function walkXml(
  bytes: Uint8Array,
  part: string,
  limits: Limits,
  listener: XmlListener,
): void {
  let depth = 0;
  let count = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new ReadError('damaged', part);
  });
  parser.on('opentag', (tag) => {
    if (depth >= limits.elementDepth) {
      throw new ReadError('too-large', `depth:${limits.elementDepth}`);
    }
    count += 1;
    if (count > limits.elements) throw new ReadError('too-large', `elements:${limits.elements}`);
    depth += 1;
    const { name, prefix } = split(tag.name);
    listener.open(name, tag.attributes, prefix);
  });
  const text = (words: string): void => {
    if (words !== '' && depth > 0) listener.text(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close(split(tag.name).name);
  });
  parser.write(decode(bytes, part)).close();
}

/** Parses XML into a tree, see `walkXml`. */
export function parseXml(bytes: Uint8Array, part: string, limits: Limits): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  walkXml(bytes, part, limits, {
    open: (name, attributes, prefix) => {
      // Spelt out: a copy by spreading takes twice the memory.
      const element = { name, prefix, attributes: localNames(attributes), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (words) => open.at(-1)?.children.push(words),
    close: () => {
      const element = open.pop()!;
      if (open.length === 0) root = element;
    },
  });
  if (root === null) throw new ReadError('damaged', part);
  return root;
}

function decode(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const declared = /encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  const encoding = wide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : declared;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    throw new ReadError('damaged', part);
  }
}

interface SplitName {
  readonly name: string;
  readonly prefix: string;
}

/** The same few hundred names come again and again: each is kept once. */
const names = new Map<string, SplitName>();
const MOST_NAMES = 4096;

function split(name: string): SplitName {
  const known = names.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(':');
  const made = { name: name.slice(colon + 1), prefix: name.slice(0, Math.max(colon, 0)) };
  if (names.size >= MOST_NAMES) names.clear();
  names.set(name, made);
  return made;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function localNames(
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let local: Record<string, string> | null = null;
  for (const name in attributes) {
    local ??= {};
    const own = split(name);
    if (own.prefix === '' || local[own.name] === undefined) local[own.name] = attributes[name]!;
  }
  return local ?? NO_ATTRIBUTES;
}

/** Elements among the children, of one name or of any. */
export function elements(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child element of a name. */
export function child(parent: XmlElement, name: string): XmlElement | undefined {
  return elements(parent, name)[0];
}

/** All text below an element, in order. */
export function textIn(parent: XmlElement): string {
  return parent.children.map((node) => (typeof node === 'string' ? node : textIn(node))).join('');
}
