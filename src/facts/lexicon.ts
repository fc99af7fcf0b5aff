import { CONCEPTS } from './lexicon-concepts.js';
import { CUES, FILLERS, OTHERS, SCOPES, WEAK } from './lexicon-cues.js';
import type { Concept, ItemName, Word } from './lexicon-model.js';

/** A word found in a compact text. */
export interface Found {
  readonly word: Word;
  readonly end: number;
}

type Entry = readonly [name: string, word: Word];
type Index = ReadonlyMap<string, readonly Entry[]>;

const BY_ID = new Map<string, Concept>(CONCEPTS.map((concept) => [concept.id, concept]));

/** The concept of an id, which may be that of an input that no sentence speaks of. */
export function knownConcept(id: string): Concept | undefined {
  return BY_ID.get(id);
}

/** The concept of an id; ids are the program's own, so an unknown one is a fault. */
export function conceptOf(id: string): Concept {
  const concept = BY_ID.get(id);
  if (!concept) throw new Error(`no concept ${id}`);
  return concept;
}

const FIXED = new Map<string, Word>(fixedWords());
const FIXED_INDEX = indexOf(FIXED);

function* fixedWords(): Iterable<Entry> {
  for (const name of FILLERS) yield [name, { kind: 'filler' }];
  for (const name of OTHERS) yield [name, { kind: 'other' }];
  for (const [side, ...names] of WEAK) {
    for (const name of names) yield [name, { kind: 'weak', side }];
  }
  for (const [scope, ...names] of SCOPES) {
    for (const name of names) yield [name, { kind: 'scope', scope }];
  }
  for (const [cue, ...names] of CUES) {
    for (const name of names) yield [name, { kind: 'cue', cue }];
  }
  for (const concept of CONCEPTS) {
    for (const name of concept.names) yield [name, { kind: 'concept', concept }];
  }
}

function indexOf(words: ReadonlyMap<string, Word>): Index {
  const index = new Map<string, Entry[]>();
  for (const entry of words) {
    const list = index.get(entry[0][0]!);
    if (list) list.push(entry);
    else index.set(entry[0][0]!, [entry]);
  }
  for (const list of index.values()) list.sort((a, b) => b[0].length - a[0].length);
  return index;
}

/** The fixed words of the trade and the names that one document's tables use. */
export class Lexicon {
  private readonly own: Index;

  /** `items` by compact name; `entities` are the compact names of who is reporting. */
  constructor(items: ReadonlyMap<string, ItemName>, entities: readonly string[]) {
    const own = new Map<string, Word>();
    for (const [name, item] of items) own.set(name, withItem(FIXED.get(name), item));
    for (const name of entities) if (name !== '') own.set(name, { kind: 'filler' });
    this.own = indexOf(own);
  }

  /** The longest word at an offset, or null. */
  at(text: string, from: number): Found | null {
    const own = longest(this.own, text, from);
    const fixed = longest(FIXED_INDEX, text, from);
    const found = own && (!fixed || own[0].length >= fixed[0].length) ? own : fixed;
    return found && { word: found[1], end: from + found[0].length };
  }
}

function withItem(fixed: Word | undefined, item: ItemName): Word {
  return fixed?.kind === 'concept' ? { ...fixed, item } : (fixed ?? { kind: 'item', item });
}

function longest(index: Index, text: string, from: number): Entry | null {
  const list = index.get(text[from]!);
  if (!list) return null;
  for (const entry of list) if (text.startsWith(entry[0], from)) return entry;
  return null;
}
