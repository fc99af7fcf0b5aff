/**
 * What a statutory form is: blocks of lines and columns. One definition reads, checks, narrates,
 * renders and is typed into. Labels are the Ministry's; how a province prints them is an edition.
 */
export const STATUTORY_FORMS = [
  'income-expenditure-summary',
  'income',
  'expenditure',
  'appropriation-summary',
  'general-public-budget-expenditure',
  'basic-expenditure',
  'three-public-expenses',
  'government-managed-funds',
  'state-capital-operations',
  'related-information',
] as const;

export type FormId = (typeof STATUTORY_FORMS)[number];

export type Side = '收入' | '支出';

/** A column of values. `under` is the heading that groups it; aliases are other printed names. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly under?: string;
  readonly aliases?: readonly string[];
  /** Editions may leave the column out. */
  readonly optional?: boolean;
}

/**
 * A fixed line. `code` ties it to a classification; `under` names the line it stands below where
 * its label occurs twice.
 */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly code?: string;
  readonly under?: string;
  readonly aliases?: readonly string[];
  readonly optional?: boolean;
}

/**
 * fixed: known lines x columns, perhaps one of two sides.
 * open: one line for each code that occurs, below a total.
 * coded: known codes in columns of blocks side by side, with totals at the foot.
 * matrix: measures (预算数, 决算数) x items, laid out either way round.
 */
export type Block =
  | { kind: 'fixed'; side: Side | null; lines: readonly Line[]; columns: readonly Column[] }
  | { kind: 'open'; total: Line; columns: readonly Column[] }
  | { kind: 'coded'; totals: readonly Line[]; columns: readonly Column[] }
  | { kind: 'matrix'; lines: readonly Line[]; columns: readonly Column[] };

export interface Form {
  readonly id: FormId;
  readonly title: string;
  /** Words that a title of this form has in every edition, and words that exclude it. */
  readonly titlePattern: RegExp;
  readonly blocks: readonly Block[];
}
