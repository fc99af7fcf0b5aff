import type { Side } from '../forms/model.js';
import type { BudgetKind, Concept, ItemName } from './lexicon-model.js';
import type { Scope } from './model.js';
import type { NumeralInText } from './numerals-in-text.js';
import type { PathLevel, Token } from './sentence-tokens.js';
import { read } from './sentence-words.js';

/** What a clause names: a concept, an item of the tables, or 收入/支出 of some money. */
export type Named = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'concept'; readonly concept: Concept; readonly item: ItemName | null }
  | { readonly kind: 'item'; readonly item: ItemName }
  | { readonly kind: 'path'; readonly path: readonly PathLevel[] }
  | { readonly kind: 'weak'; readonly side: Side }
);

export type Against = 'prior' | 'budget';

/** The words before one number, or before a mark without any, understood one by one. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly number: NumeralInText | null;
  /** The mark that ends it; null when a number does. */
  readonly stop: string | null;
  /** In an aside of brackets. */
  readonly aside: boolean;
  readonly enumerated: boolean;
  readonly ordinal: boolean;
  readonly subjects: readonly Named[];
  readonly scope: Scope | null;
  /** 收入 or 支出 alone: the subject before, or the section's. */
  readonly self: Side | 'any' | null;
  /** Words that are not understood: before the subject, after it, after the last cue. */
  readonly lead: string;
  readonly tail: string;
  readonly afterCue: boolean;
  readonly role: 'budget' | 'reported' | 'becomes' | null;
  /** The budget was named before the subject: 年初预算收入合计. */
  readonly planned: boolean;
  readonly direction: -1 | 0 | 1 | null;
  /** 增加人员经费5万元: the direction stands before what changed. */
  readonly inverted: boolean;
  readonly completion: boolean;
  /** Which budget it speaks of. */
  readonly budgetOf: BudgetKind | null;
  readonly share: boolean;
  readonly bareShare: boolean;
  readonly base: readonly Named[];
  readonly baseScope: Scope | null;
  readonly baseUnknown: boolean;
  /** 与上年相比: what it is compared with. */
  readonly against: Against | null;
  readonly againstYear: number | null;
  /** 与…相比，: holds for the whole sentence. */
  readonly framed: boolean;
  /** 相比 was said: the number that follows is not last year's. */
  readonly compared: boolean;
  /** A year that says when, not what it is compared with. */
  readonly year: number | 'prior' | 'current' | null;
  readonly comparison: { readonly sign: -1 | 0 | 1; readonly with: Against | null } | null;
  readonly reasonAt: number | null;
  readonly purpose: boolean;
  readonly part: boolean;
  readonly list: boolean;
  readonly within: boolean;
  readonly distribute: boolean;
}

/** A clause while its words are read; nobody changes it after it is closed. */
export class Draft implements Clause {
  end: number;
  number: NumeralInText | null = null;
  stop: string | null = null;
  enumerated = false;
  ordinal = false;
  subjects: Named[] = [];
  scope: Scope | null = null;
  self: Side | 'any' | null = null;
  lead = '';
  tail = '';
  afterCue = false;
  role: Clause['role'] = null;
  planned = false;
  direction: Clause['direction'] = null;
  inverted = false;
  completion = false;
  budgetOf: BudgetKind | null = null;
  share = false;
  bareShare = false;
  base: Named[] = [];
  baseScope: Scope | null = null;
  baseUnknown = false;
  against: Against | null = null;
  againstYear: number | null = null;
  framed = false;
  compared = false;
  year: Clause['year'] = null;
  comparison: Clause['comparison'] = null;
  reasonAt: number | null = null;
  purpose = false;
  part = false;
  list = false;
  within = false;
  distribute = false;
  /** Where 与, 比, 大于 waits for what is compared with; -1 when nothing waits. */
  pending = -1;
  /** A conjunction stands since the last name. */
  joined = true;
  scopeStart = -1;
  selfEnd = -1;
  /** 收入、支出: both, in this order. */
  sides: Side[] = [];

  constructor(
    readonly start: number,
    readonly aside: boolean,
  ) {
    this.end = start;
  }
}

/** Tokens cut into clauses: each ends with a number, a mark or a bracket. */
export function clauses(found: readonly Token[], text: string): readonly Clause[] {
  const list: Clause[] = [];
  let draft = new Draft(found[0]?.start ?? 0, false);
  let outer: Draft | null = null;
  let depth = 0;
  const flush = (end: number, number: NumeralInText | null, stop: string | null) => {
    list.push(close(draft, end, number, stop, text));
    draft = new Draft(end, depth > 0);
  };
  for (const token of found) {
    if (token.kind === 'open') {
      depth += 1;
      if (depth === 1) {
        outer = draft;
        draft = new Draft(token.end, true);
      }
    } else if (token.kind === 'close') {
      if (depth === 1 && outer) {
        if (draft.end > draft.start) flush(token.start, null, ')');
        draft = outer;
        outer = null;
      }
      depth = Math.max(0, depth - 1);
    } else if (token.kind === 'number') {
      read(draft, token, text);
      takeBack(draft, list.at(-1), text.slice(draft.start, token.start));
      flush(token.end, token.number, null);
    } else if (token.kind === 'stop') {
      flush(token.end, null, token.char);
    } else {
      read(draft, token, text);
    }
  }
  if (outer) {
    if (draft.end > draft.start) flush(draft.end, null, ')');
    draft = outer;
  }
  if (draft.end > draft.start) flush(draft.end, null, null);
  return list;
}

function close(
  draft: Draft,
  end: number,
  number: NumeralInText | null,
  stop: string | null,
  text: string,
): Clause {
  nameSides(draft);
  draft.framed = number === null && stop !== null && draft.against !== null && draft.compared;
  draft.within = draft.within && number === null && text[draft.end - 1] === '中';
  draft.end = end;
  draft.number = number;
  draft.stop = stop;
  return draft;
}

/** 完成年初预算12万元的87.5%: what the percentage is stands before the amount. */
function takeBack(draft: Draft, before: Clause | undefined, words: string): void {
  if (words !== '的' || !before?.number || before.end !== draft.start) return;
  draft.completion = before.completion;
  draft.budgetOf = before.budgetOf;
  draft.share = before.share;
  draft.base = [...before.base];
  draft.baseScope = before.baseScope;
  draft.baseUnknown = before.baseUnknown;
}

/** 财政拨款支出: a scope and a side together are a subject when nothing stronger is named. */
function nameSides(draft: Draft): void {
  const { subjects, scope, self: own, scopeStart: start, selfEnd: end } = draft;
  if (subjects.length > 0 || scope === null || own === null || own === 'any') return;
  const sides = draft.sides.length > 0 ? draft.sides : [own];
  draft.subjects = sides.map((side) => ({ kind: 'weak', side, start, end }));
  draft.self = null;
}
