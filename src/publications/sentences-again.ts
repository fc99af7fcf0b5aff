import type { Account, InputValue } from '../accounts/model.js';
import { EDITIONS } from '../editions/catalogue.js';
import type { Edition } from '../editions/model.js';
import type { Filing } from '../facts/model.js';
import { glossaryId, inputOf, reasonId } from '../forms/inputs.js';
import { publicationFrom } from './from-account.js';
import type { Publication } from './model.js';
import type { PrintedLine } from './printed-lines.js';
import { asPhrase } from './sentence-runs.js';
import { publishedTables } from './tables.js';

/** An answer or a number in a sentence. */
export interface Slot {
  /** The answer that it prints; null for a number that the tables tell. */
  readonly input: string | null;
  /** A number as it is printed; null for words. */
  readonly number: string | null;
}

/** A paragraph or heading as an edition writes it from an account. */
export interface Sentence {
  readonly slots: readonly Slot[];
  /** It is one answer and nothing else. */
  readonly isHole: boolean;
  /** What it prints, without blanks: several where an answer has several lines. */
  readonly texts: readonly string[];
  /** It with any answers and numbers, each of them a group; without blanks. */
  readonly pattern: RegExp;
  /** A heading or the words of a chart: not every format prints it as text. */
  readonly optional: boolean;
}

/** Sentences and the edition that they are in. */
export interface SentencesInEdition {
  readonly edition: Edition;
  readonly sentences: readonly Sentence[];
  /** What each answer is called where it is asked for, by id. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * The sentences of an account in the edition that a document is in: the one it was recognised by,
 * else whichever has most of its lines.
 */
export function sentencesOf(
  account: Account,
  filing: Filing,
  printed: readonly PrintedLine[],
): SentencesInEdition | null {
  const lines = new Set(printed.map(({ bare }) => bare));
  const order = [...EDITIONS].sort(
    (a, b) => Number(b.id === filing.edition) - Number(a.id === filing.edition),
  );
  let best: SentencesInEdition | null = null;
  let most = 0;
  for (const edition of order) {
    const own = sentencesIn(account, edition);
    const { sentences } = own;
    const texts = sentences.flatMap((one) => (one.optional ? [] : one.texts));
    const found = texts.filter((text) => lines.has(text)).length;
    if (found > most) [best, most] = [own, found];
    // Most of it stands there: no other edition says the same.
    if (found * 2 > texts.length) break;
  }
  return best;
}

const OPEN = '\ue000';
const CLOSE = '\ue001';
/** An answer's place, or what a draft prints where one is missing. */
const HOLE = /(\ue000\d+\ue001|【待填：[^】]*】)/;

function written(account: Account, edition: Edition) {
  const tables = publishedTables(account, edition);
  return publicationFrom(account, edition, { tables, annex: [], embedded: '' });
}

/** The sentences of an account in an edition. */
export function sentencesIn(account: Account, edition: Edition): SentencesInEdition {
  const ids = [...account.inputs.keys()].filter(isText);
  const holes = new Map<string, string>(ids.map((id, at) => [`${OPEN}${at}${CLOSE}`, id]));
  const inputs = new Map<string, InputValue>(account.inputs);
  for (const [text, id] of holes) inputs.set(id, { ...inputs.get(id)!, text });
  const { publication, needs } = written({ ...account, inputs }, edition);
  for (const { id, label, state } of needs) {
    // An amount is printed in a unit of its own.
    const isPlain = isText(id) || inputOf(id)?.kind === 'count';
    if (state === 'missing' && isPlain) holes.set(`【待填：${label}】`, id);
  }
  const sentences = blocksOf(publication).map(([text, optional]) => {
    const own = text.split(HOLE).filter((part) => part !== '');
    return sentenceFrom(own, holes, account, optional);
  });
  return { edition, sentences, labels: new Map(needs.map(({ id, label }) => [id, label])) };
}

function isText(id: string): boolean {
  const kind = inputOf(id)?.kind;
  if (kind !== undefined) return kind === 'text' || kind === 'choice';
  return [glossaryId(''), reasonId('')].some((head) => id.startsWith(head));
}

function blocksOf({ blocks }: Publication): readonly (readonly [string, boolean])[] {
  return blocks.flatMap((block): readonly (readonly [string, boolean])[] => {
    if (block.kind === 'heading') return [[block.text, true]];
    if (block.kind === 'chart') return [[block.description, true]];
    if (block.kind !== 'paragraph') return [];
    return [[block.runs.map(({ text }) => text).join(''), false]];
  });
}

function sentenceFrom(
  parts: readonly string[],
  holes: ReadonlyMap<string, string>,
  { inputs }: Account,
  optional: boolean,
): Sentence {
  const isHole = parts.length === 1 && holes.has(parts[0]!);
  const printed = (part: string) => {
    const id = holes.get(part);
    return id === undefined ? part : (inputs.get(id)?.text ?? part);
  };
  const texts = isHole
    ? printed(parts[0]!).split('\n').map(bare)
    : [bare(parts.map((part) => (holes.has(part) ? asPhrase(printed(part)) : part)).join(''))];
  const slots = parts.flatMap((part): Slot[] => {
    const input = holes.get(part);
    if (input !== undefined) return [{ input, number: null }];
    return [...bare(part).matchAll(NUMBER)].map(([number]) => ({ input: null, number }));
  });
  const pattern = parts.map((part) => {
    if (holes.has(part)) return '(.+?)';
    return bare(part).split(NUMBER).map(escaped).join(`(${NUMBER.source})`);
  });
  return {
    ...{ slots, isHole, texts: texts.filter((text) => text !== ''), optional },
    pattern: new RegExp(`^${pattern.join('')}$`),
  };
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
