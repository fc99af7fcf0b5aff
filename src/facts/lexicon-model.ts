import type { FormId, Side } from '../forms/model.js';
import type { Scope } from './model.js';

/** The cell a concept is about, in one scope. */
export interface ConceptCell {
  readonly form: FormId;
  readonly line: string;
  readonly column: string;
  readonly side?: Side;
}

/**
 * A subject that narrative sentences speak of: what the provinces call it and which cell says the
 * same. Reading and, later, writing use the first name as the Ministry's own.
 */
export interface Concept {
  readonly id: string;
  /** Compact: no quotation marks, half-width brackets. */
  readonly names: readonly string[];
  readonly cells?: Partial<Readonly<Record<Scope, ConceptCell>>>;
  /** Two concepts in one word: 收入支出总计. */
  readonly parts?: readonly string[];
  /** Which counts (批次, 人次, 辆) go with it. */
  readonly family?: string;
  /** Its name is so particular that any words may stand before it in the clause. */
  readonly loose?: true;
  /** Whose money it is of, whatever the section (占本年支出合计的 is of all funds everywhere). */
  readonly scope?: Scope;
}

/** Of the start of the year, as adjusted by its end, or not said which. */
export type BudgetKind = 'initial' | 'adjusted' | 'plain';

/** What a word does in a sentence. */
export type Cue =
  | { readonly cue: 'direction'; readonly sign: -1 | 0 | 1 }
  | { readonly cue: 'becomes' }
  | { readonly cue: 'budget'; readonly of: BudgetKind }
  | { readonly cue: 'reported'; readonly side?: Side }
  | { readonly cue: 'complete' }
  | { readonly cue: 'completion-rate' }
  /** 预决算差异率: the difference from the budget in percent, with its own sign. */
  | { readonly cue: 'variance' }
  | { readonly cue: 'share' }
  | { readonly cue: 'bare-share' }
  | { readonly cue: 'against' }
  | { readonly cue: 'against-prior' }
  | { readonly cue: 'prior' }
  | { readonly cue: 'current' }
  | { readonly cue: 'equal' }
  | { readonly cue: 'more'; readonly sign: -1 | 1 }
  | { readonly cue: 'reason' }
  | { readonly cue: 'purpose' }
  | { readonly cue: 'ordinal' }
  | { readonly cue: 'part' }
  | { readonly cue: 'list' }
  | { readonly cue: 'within' }
  | { readonly cue: 'distribute' }
  | { readonly cue: 'conj' }
  | { readonly cue: 'level'; readonly level: 1 | 2 | 3 };

/** A functional or economic item as the document's own tables name it. */
export interface ItemName {
  readonly functional: readonly string[];
  readonly economic: readonly string[];
}

/** A word of the lexicon. */
export type Word =
  | { readonly kind: 'concept'; readonly concept: Concept; readonly item?: ItemName }
  | { readonly kind: 'item'; readonly item: ItemName; readonly concept?: Concept }
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'weak'; readonly side: Side | null }
  | { readonly kind: 'cue'; readonly cue: Cue }
  | { readonly kind: 'filler' }
  | { readonly kind: 'other' };
