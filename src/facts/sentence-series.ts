import type { Binder } from './sentence-binder.js';
import type { Clause } from './sentence-clause.js';
import type { Reading } from './sentence-role.js';
import type { StatementDraft } from './sentence-statement.js';

/** A number of the same kind right after a number: 50万元、40万元. */
const MORE = {
  amount: /^[、，,/和与及]-?\d[\d,]*(?:\.\d+)?[万亿千]?元/,
  percentage: /^[、，,/和与及]-?\d[\d,]*(?:\.\d+)?[%‰]/,
  count: /^(?!)/,
} as const;
/** The longest number with its unit that is looked for after a number. */
const REACH = 32;

/** Whether another number of its kind follows the number of a clause. */
export function opensSeries({ number, end }: Clause, text: string): boolean {
  return number !== null && MORE[number.kind].test(text.slice(end, end + REACH));
}

/** 分别为A、B: several numbers for several subjects, in their order. */
export class Series {
  /** The subjects that 分别 spoke of in this sentence. */
  private group: readonly StatementDraft[] = [];
  private queue: { drafts: StatementDraft[]; reading: Reading; kind: string } | null = null;

  constructor(private readonly binder: Binder) {}

  begin(): void {
    this.queue = null;
    this.group = [];
  }

  /** The first number, for the first subject; false where there are not several subjects. */
  open(clause: Clause, reading: Reading, targets: readonly StatementDraft[]): boolean {
    const several = [targets, this.group, clause.distribute ? this.binder.said : []];
    this.group = several.find((drafts) => drafts.length > 1) ?? [];
    const [first, ...others] = this.group;
    if (!first) return false;
    this.binder.bind(clause, reading, [first]);
    this.queue = { drafts: others, reading, kind: clause.number!.kind };
    return true;
  }

  /** The numbers after the first, as long as nothing else is said. */
  next(clause: Clause): boolean {
    const { queue } = this;
    if (!queue) return false;
    const bare = clause.subjects.length === 0 && clause.lead === '' && clause.role === null;
    const goesOn = bare && clause.direction === null && clause.number!.kind === queue.kind;
    const draft = goesOn ? queue.drafts.shift() : undefined;
    if (draft) this.binder.bind(clause, queue.reading, [draft]);
    else this.queue = null;
    return draft !== undefined;
  }
}
