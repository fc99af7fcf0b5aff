/** What a file holds beside what it shows. */
export type TraceKind =
  | 'author'
  | 'organisation'
  | 'comments'
  | 'tracked-changes'
  | 'hidden-text'
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'macros'
  | 'attachments';

/**
 * Something that a reader of the printed page does not see: whoever publishes the file publishes
 * it too. `detail` says who, which sheet, how many; empty where there is nothing to say.
 */
export interface Trace {
  readonly kind: TraceKind;
  readonly detail: string;
  /** How many of them there are. */
  readonly count: number;
}
