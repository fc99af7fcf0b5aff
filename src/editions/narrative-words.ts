import type { FormId, Side } from '../forms/model.js';
import type {
  Condition,
  Items,
  NarrativeMeasure,
  NarrativeScope,
  Slot,
  TextBlock,
  Topic,
  Words,
} from './narrative-model.js';

/**
 * Template tag: fixed text and slots in order. Sentences may stand in sentences; the ends of lines
 * and what they are indented by are no part of them.
 */
export function say(
  strings: TemplateStringsArray,
  ...slots: readonly (Slot | Words | string)[]
): Words {
  const words: (string | Slot)[] = [];
  strings.forEach((written, at) => {
    const text = written.replace(/\n\s*/g, '');
    if (text !== '') words.push(text);
    const slot = slots[at];
    if (typeof slot === 'string') words.push(...(slot === '' ? [] : [slot]));
    else if (slot !== undefined) words.push(...('slot' in slot ? [slot] : slot));
  });
  return words;
}

export const YEAR: Slot = { slot: 'year', offset: 0 };
export const LAST_YEAR: Slot = { slot: 'year', offset: -1 };
export const ENTITY: Slot = { slot: 'entity' };
/** 2023年12月31日. */
export const YEAR_END: Slot = { slot: 'year-end' };
export const BODY: Slot = { slot: 'body' };
export const NAME: Slot = { slot: 'item-name' };
export const PATH: Slot = { slot: 'item-path' };
export const NUMBER: Slot = { slot: 'item-number' };
export const END: Slot = { slot: 'item-end' };
export const ITEM: Topic = { of: 'item' };

/** An entry of the lexicon, of all money where no scope is said. */
export function concept(id: string, scope: NarrativeScope = 'all-funds'): Topic {
  return { of: 'concept', concept: id, scope };
}

export function cell(form: FormId, key: string, column: string, side: Side | null = null): Topic {
  return { of: 'cell', form, key, column, side };
}

export function sum(label: string, ...topics: readonly Topic[]): Topic {
  return { of: 'sum', label, topics, lenient: false, shownBy: null, input: null };
}

/** A sum that the tables print too, in one cell or in the only part that is not zero. */
export function shownSum(
  label: string,
  shownBy: Topic | 'only-part',
  input: string | null,
  ...topics: readonly Topic[]
): Topic {
  return { of: 'sum', label, topics, lenient: false, shownBy, input };
}

/** A sum in which what nobody gave counts as nothing. */
export function sumOfGiven(label: string, ...topics: readonly Topic[]): Topic {
  return { of: 'sum', label, topics, lenient: true, shownBy: null, input: null };
}

export function amount(topic: Topic, measure: NarrativeMeasure = 'reported'): Slot {
  return { slot: 'amount', topic, measure };
}

/** 增加…，增长…% against last year. */
export function change(topic: Topic, unchanged?: string): Slot {
  const own = unchanged === undefined ? {} : { unchanged };
  return { slot: 'change', topic, against: 'prior', rate: true, ...own };
}

export function share(topic: Topic, whole: Topic): Slot {
  return { slot: 'share', topic, whole };
}

export function completion(topic: Topic): Slot {
  return { slot: 'completion', topic };
}

export function count(topic: Topic, unit: string): Slot {
  return { slot: 'count', topic, unit };
}

export function input(id: string): Slot {
  return { slot: 'input', input: id, optional: false };
}

/** Leaves out the `maybe` around it where nobody typed it. */
export function inputIfGiven(id: string): Slot {
  return { slot: 'input', input: id, optional: true };
}

/** Why; `label` is how a list of what is to be typed names it. */
export function reason(id: string, label: string): Slot {
  return { slot: 'reason', id, label, ofItem: false, optional: false };
}

/** Why of the repeated item, by its code. */
export function itemReason(id: string, label: string): Slot {
  return { slot: 'reason', id, label, ofItem: true, optional: false };
}

/** What the money of the repeated item went into, where somebody said it. */
export function itemPurpose(id: string, label: string): Slot {
  return { slot: 'reason', id, label, ofItem: true, optional: true };
}

/** What the money went into, where somebody said it. */
export function purpose(id: string, label: string): Slot {
  return { slot: 'reason', id, label, ofItem: false, optional: true };
}

export function names(group: 'personnel' | 'public'): Slot {
  return { slot: 'economic-names', group };
}

export function maybe(
  strings: TemplateStringsArray,
  ...slots: readonly (Slot | Words | string)[]
): Slot {
  return { slot: 'maybe', words: say(strings, ...slots), otherwise: [] };
}

/** The first wording, or the other where it leans on something without a value. */
export function orElse(words: Words, otherwise: Words): Slot {
  return { slot: 'maybe', words, otherwise };
}

export function either(condition: Condition, then: Words, otherwise: Words = []): Slot {
  return { slot: 'if', condition, then, otherwise };
}

export function repeat(items: Items, words: Words, between = '；'): Slot {
  return { slot: 'repeat', items, words, between };
}

export function heading(level: 2 | 3 | 4, title: Words | string): TextBlock {
  return { block: 'heading', level, title: typeof title === 'string' ? [title] : title };
}

export function body(
  strings: TemplateStringsArray,
  ...slots: readonly (Slot | Words | string)[]
): TextBlock {
  return { block: 'body', words: say(strings, ...slots) };
}

export function texts(id: string): TextBlock {
  return { block: 'texts', input: id };
}

export function each(items: Items, ...blocks: readonly TextBlock[]): TextBlock {
  return { block: 'each', items, blocks };
}

export function when(
  condition: Condition,
  then: readonly TextBlock[],
  otherwise: readonly TextBlock[] = [],
): TextBlock {
  return { block: 'when', condition, then, otherwise };
}

export function not(condition: Condition): Condition {
  return { when: 'not', condition };
}

export function all(...conditions: readonly Condition[]): Condition {
  return { when: 'all', conditions };
}

export function positive(topic: Topic, measure: NarrativeMeasure = 'reported'): Condition {
  return { when: 'positive', topic, measure, counting: false };
}

export function anyCounted(topic: Topic): Condition {
  return { when: 'positive', topic, measure: 'reported', counting: true };
}

export function empty(form: FormId): Condition {
  return { when: 'empty', form };
}

export function given(id: string): Condition {
  return { when: 'given', input: id };
}

export function same(topic: Topic, against: 'prior' | 'budget'): Condition {
  return { when: 'direction', topic, against, sign: 0 };
}

/** One wording where it rose, one where it fell, one where it is the same. */
export function byDirection(
  topic: Topic,
  against: 'prior' | 'budget',
  wordings: { readonly more: Words; readonly less: Words; readonly equal: Words },
): Slot {
  const rises: Condition = { when: 'direction', topic, against, sign: 1 };
  const changed = either(rises, wordings.more, wordings.less);
  return either(same(topic, against), wordings.equal, [changed]);
}
