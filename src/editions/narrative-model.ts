import type { FormId, Side } from '../forms/model.js';

/** Whose money a sentence speaks of, in the terms of the lexicon of narrative sentences. */
export type NarrativeScope =
  | 'all-funds'
  | 'appropriation'
  | 'general-public-budget'
  | 'government-managed-funds'
  | 'state-capital-operations';

/** Which amount of a cell: this year's, last year's, the budget it is held against. */
export type NarrativeMeasure = 'reported' | 'prior' | 'budget';

/**
 * What a slot speaks of. concept: an entry of the lexicon, which knows its cell in each scope, or
 * an input of that id where no table tells; cell: a cell that no concept names; sum: several added
 * up; item: what is being repeated.
 */
export type Topic =
  | { readonly of: 'concept'; readonly concept: string; readonly scope: NarrativeScope }
  | {
      readonly of: 'cell';
      readonly form: FormId;
      readonly key: string;
      readonly column: string;
      readonly side: Side | null;
    }
  | {
      readonly of: 'sum';
      readonly topics: readonly Topic[];
      /** Counts what nobody gave as nothing, except where nobody gave any. */
      readonly lenient: boolean;
      /** What the sum is called in a list of what is missing. */
      readonly label: string;
      /** The cell that prints it: one of its own, or the only one that is not zero. */
      readonly shownBy: Topic | 'only-part' | null;
      /** The input that tells the sum where a part of it is not known. */
      readonly input: string | null;
    }
  | { readonly of: 'item' };

/** What is repeated, in order. */
export type Items =
  /** Named parts of a whole, all or those with an amount. */
  | {
      readonly each: 'parts';
      readonly parts: readonly (readonly [name: string, topic: Topic])[];
      readonly nonZero: boolean;
      readonly counting: boolean;
      /** Of which they are all the parts: when some make it up, the others are nothing. */
      readonly whole: Topic | null;
    }
  /** Codes of a form with an amount or a budget; those below the item where one is repeated. */
  | {
      readonly each: 'codes';
      readonly form: FormId;
      readonly column: string;
      readonly digits: 3 | 5 | 7;
      /** Not those that have a budget only. */
      readonly spent: boolean;
    }
  | { readonly each: 'units' };

/** What decides between two wordings. What nobody knows counts as something. */
export type Condition =
  /** Not nothing as it is printed. */
  | {
      readonly when: 'positive';
      readonly topic: Topic;
      readonly measure: NarrativeMeasure;
      /** Vehicles, persons: no money. */
      readonly counting: boolean;
    }
  /** 1: more than the other amount, -1: less, 0: the same when the difference is printed. */
  | {
      readonly when: 'direction';
      readonly topic: Topic;
      readonly against: 'prior' | 'budget';
      readonly sign: -1 | 0 | 1;
    }
  /** Differs from the other amount by at least so many per cent of it, or from nothing. */
  | {
      readonly when: 'beyond';
      readonly topic: Topic;
      readonly against: 'prior' | 'budget';
      readonly percent: bigint;
    }
  /** No amounts in the whole form. */
  | { readonly when: 'empty'; readonly form: FormId }
  /** There is something to repeat. */
  | { readonly when: 'any-item'; readonly items: Items }
  /** Somebody said something of it. */
  | { readonly when: 'given'; readonly input: string }
  | { readonly when: 'unit-of-money'; readonly unit: string }
  | { readonly when: 'has-units' }
  | { readonly when: 'has-evaluations' }
  | { readonly when: 'department' }
  | { readonly when: 'not'; readonly condition: Condition }
  | { readonly when: 'all'; readonly conditions: readonly Condition[] };

/**
 * A place in a sentence that is filled from the account. A number is followed by its unit. What
 * has no value by nature (a share of nothing) takes the `maybe` around it with it; what nobody
 * gave is printed as a mark and listed as to do.
 */
export type Slot =
  | { readonly slot: 'year'; readonly offset: -1 | 0 }
  /** The last day of the year. */
  | { readonly slot: 'year-end' }
  | { readonly slot: 'entity' }
  /** 部门 or 单位, as the account is one's. */
  | { readonly slot: 'body' }
  | { readonly slot: 'amount'; readonly topic: Topic; readonly measure: NarrativeMeasure }
  /** 增加1.00万元，增长2.00%; without the rate where there was nothing before; 持平. */
  | {
      readonly slot: 'change';
      readonly topic: Topic;
      readonly against: 'prior' | 'budget';
      readonly rate: boolean;
      /** Instead of the edition's word for no change. */
      readonly unchanged?: string;
    }
  | { readonly slot: 'share'; readonly topic: Topic; readonly whole: Topic }
  | { readonly slot: 'completion'; readonly topic: Topic }
  | { readonly slot: 'count'; readonly topic: Topic; readonly unit: string }
  | { readonly slot: 'number-of'; readonly items: Items; readonly unit: string }
  /** What somebody typed. An optional one that nobody did has no value. */
  | { readonly slot: 'input'; readonly input: string; readonly optional: boolean }
  /** Why, as somebody said it. `id` is the first part of its `reasonId`. */
  | {
      readonly slot: 'reason';
      readonly id: string;
      readonly label: string;
      /** Asked for each item by its code. */
      readonly ofItem: boolean;
      readonly optional: boolean;
    }
  /** The repeated one: its name, its 类款项, its number. */
  | { readonly slot: 'item-name' }
  | { readonly slot: 'item-path' }
  | { readonly slot: 'item-number' }
  /** ；after it, 。 after the last one. */
  | { readonly slot: 'item-end' }
  /** 基本工资、津贴补贴: the economic items with an amount. */
  | { readonly slot: 'economic-names'; readonly group: 'personnel' | 'public' }
  | { readonly slot: 'maybe'; readonly words: Words; readonly otherwise: Words }
  | {
      readonly slot: 'if';
      readonly condition: Condition;
      readonly then: Words;
      readonly otherwise: Words;
    }
  | {
      readonly slot: 'repeat';
      readonly items: Items;
      readonly words: Words;
      readonly between: string;
    };

/** A sentence: fixed text and slots. */
export type Words = readonly (string | Slot)[];

/** What a picture shows: amounts or counts, compared as bars or as shares of a whole. */
export interface ChartTemplate {
  readonly id: string;
  readonly title: Words;
  readonly shape: 'bars' | 'pie';
  /** Null: the unit of money of the document. */
  readonly unit: string | null;
  readonly series: readonly {
    readonly name: Words;
    readonly measure: NarrativeMeasure;
  }[];
  readonly categories: readonly (readonly [name: string, topic: Topic])[];
  /** Leaves out categories that are zero in all series. */
  readonly nonZero: boolean;
}

/** What a part of the document consists of. */
export type TextBlock =
  | { readonly block: 'heading'; readonly level: 2 | 3 | 4; readonly title: Words }
  | { readonly block: 'body'; readonly words: Words }
  /** What somebody typed, a paragraph for each line. */
  | { readonly block: 'texts'; readonly input: string }
  | { readonly block: 'each'; readonly items: Items; readonly blocks: readonly TextBlock[] }
  | {
      readonly block: 'when';
      readonly condition: Condition;
      readonly then: readonly TextBlock[];
      readonly otherwise: readonly TextBlock[];
    }
  | { readonly block: 'unit-table'; readonly head: readonly [string, string] }
  | { readonly block: 'chart'; readonly chart: ChartTemplate };

/** Everything that an edition prints besides its tables, in its own words. Pure data. */
export interface EditionText {
  readonly cover: { readonly titles: readonly Words[]; readonly lines: readonly Words[] };
  readonly contents: string;
  /** Titles without 第…部分, which is counted in the order of the edition. */
  readonly parts: Readonly<
    Record<'overview' | 'tables' | 'narrative' | 'glossary' | 'annex', Words>
  >;
  readonly overview: readonly TextBlock[];
  readonly narrative: readonly TextBlock[];
  readonly annex: readonly TextBlock[];
  readonly glossary: {
    readonly numbering: 'chinese' | 'digits';
    /** Names that differ from the Ministry's, by entry of the glossary. */
    readonly names: Readonly<Record<string, string>>;
  };
  /** Asked although no sentence prints it: what stops publication. */
  readonly required: readonly string[];
}
