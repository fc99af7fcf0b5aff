import type { StatementBook } from './sentence-book.js';
import type { Clause, Named } from './sentence-clause.js';
import type { Reasons } from './sentence-reasons.js';
import type { Reading } from './sentence-role.js';
import type { FigureDraft, StatementDraft, Subject } from './sentence-statement.js';
import type { Subjects } from './sentence-subject.js';

interface ShareBase {
  readonly figure: FigureDraft | null;
  readonly about: Subject['about'];
}

/** Makes figures of numbers and puts them into the slots of statements. */
export class Binder {
  /** Compact text of the passage being read. */
  text = '';
  /** What 其中 is part of. */
  parent: StatementDraft | null = null;
  /** Statements of this sentence that say what was received or spent. */
  said: StatementDraft[] = [];

  constructor(
    private readonly subjects: Subjects,
    private readonly figures: FigureDraft[],
    private readonly book: StatementBook,
    private readonly reasons: Reasons,
    /** What the items of a section on the structure of expenditure are parts of. */
    private readonly structure: Subject | null,
  ) {}

  /** Into the slot of every target; where one of them has it filled, the figure stays its own. */
  bind(clause: Clause, reading: Reading, targets: readonly StatementDraft[]): void {
    const { slot } = reading;
    const free = slot !== null && targets.every((draft) => draft.slots[slot] === undefined);
    const base = reading.role === 'share' ? this.shareOf(clause, targets) : null;
    const completes = slot !== 'completion' || targets.every((draft) => settle(clause, draft));
    const fits = free && completes && targets.length > 0 && (slot !== 'share' || base !== null);
    const figure = this.figure(clause, reading, fits ? targets.map((d) => d.subject) : []);
    if (base) {
      figure.base = base.figure;
      figure.baseAbout = base.about;
    }
    if (slot === 'budget') {
      for (const { budgets } of targets) budgets[clause.budgetOf ?? 'plain'] ??= figure;
    }
    if (!fits) return;
    if (slot === 'completion') completionOf(figure, targets[0]!);
    for (const draft of targets) {
      draft.slots[slot] = figure;
      if (slot === 'reported') this.said.push(draft);
      this.reasons.touch(draft);
    }
  }

  /** A number that binds to nothing keeps only what its own words say it is. */
  loose(clause: Clause, reading: Reading): void {
    const kept = /^(?:change|rate|share|completion)$/.test(reading.role ?? '');
    this.figure(clause, { ...reading, role: kept ? reading.role : null, slot: null }, []);
  }

  /** Whether the number of a clause was made a figure already. */
  has(clause: Clause): boolean {
    return this.figures.at(-1)?.number === clause.number;
  }

  printed(named: Named): string {
    return this.text.slice(named.start, named.end);
  }

  /** The words of a clause before its number, without marks and numbering. */
  label(clause: Clause): string {
    const end = clause.number?.start ?? clause.end;
    const reason = clause.reasonAt !== null && clause.reasonAt < end ? clause.reasonAt : null;
    return this.text
      .slice(reason ?? clause.start, end)
      .replace(/^(?:[、，,:：;；是]|\(?\d{1,2}[)、.]|其中[:：]?|和|及|以及)+/, '')
      .replace(/(?:年初|全年|调整)?预算数?(?:为|是)?$|(?:支出)?决算数?(?:为|是)?$|[为是共]$/, '')
      .slice(-40);
  }

  /** What a share is taken of: what the words name, else what the list is part of. */
  private shareOf(clause: Clause, targets: readonly StatementDraft[]): ShareBase | null {
    const [named] = clause.base;
    // 占总支出的: of the total that the list is part of, whichever total that is.
    const vague = named?.kind === 'weak' && clause.baseScope === null;
    if ((named && !vague) || clause.baseUnknown) {
      const base = this.subjects.ofBase(clause, (of) => this.printed(of));
      if (!base) return null;
      return { figure: this.book.latestReported(base)?.slots.reported ?? null, about: base.about };
    }
    const { parent, structure } = this;
    if (!parent) {
      const items = targets.every(({ subject: { concept } }) => concept === 'function-item');
      return structure && items ? this.whole(structure) : null;
    }
    if (targets.includes(parent)) return null;
    if (parent.slots.reported) {
      return { figure: parent.slots.reported, about: parent.subject.about };
    }
    return parent.subject.about ? this.whole(parent.subject) : null;
  }

  private whole(subject: Subject): ShareBase {
    const figure = this.book.latestReported(subject)?.slots.reported ?? null;
    return { figure, about: subject.about };
  }

  private figure(clause: Clause, reading: Reading, subjects: readonly Subject[]): FigureDraft {
    const number = clause.number!;
    const { role, direction, year } = reading;
    const figure: FigureDraft = {
      ...{ number, numeral: number.numeral, passage: this.book.passage, role, direction, year },
      label: subjects.length > 0 ? labelOf(subjects) : this.label(clause),
      scope: subjects[0]?.scope ?? clause.scope ?? this.subjects.scope,
      ...{ subjects, base: null, baseAbout: null },
    };
    this.figures.push(figure);
    return figure;
  }
}

/**
 * Whether it is clear which budget a completion is of; the statement then keeps that one
 * (年初预算55万元，调整预算50万元，…完成调整预算的100%).
 */
function settle({ budgetOf }: Clause, { budgets, slots }: StatementDraft): boolean {
  const given = Object.values(budgets);
  if (given.length === 0) return true;
  const { plain } = budgets;
  const named = budgetOf === null || budgetOf === 'plain' ? undefined : budgets[budgetOf];
  const budget =
    named ?? (given.length === 1 && (plain || !isNamed(budgetOf)) ? given[0] : undefined);
  if (budget) slots.budget = budget;
  return budget !== undefined;
}

function isNamed(of: Clause['budgetOf']): boolean {
  return of === 'initial' || of === 'adjusted';
}

/** A completion is of the budget that the sentence gave, or that the 三公 table prints. */
function completionOf(figure: FigureDraft, { slots, subject }: StatementDraft): void {
  figure.base = slots.budget ?? null;
  const { about } = subject;
  if (about?.form === 'three-public-expenses') figure.baseAbout = { ...about, lineId: 'budget' };
}

function labelOf(subjects: readonly Subject[]): string {
  return [...new Set(subjects.map(({ label }) => label))].join('、');
}
