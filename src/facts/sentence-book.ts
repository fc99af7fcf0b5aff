import { isEmpty, type Slot, type StatementDraft, type Subject } from './sentence-statement.js';

/** The statements of one section as they grow, beside those of the sections before. */
export class StatementBook {
  /** The passage being read. */
  passage = 0;

  constructor(
    private readonly section: string,
    private readonly all: StatementDraft[],
  ) {}

  /** The latest statement on a subject in this section. */
  latest(subject: Subject): StatementDraft | undefined {
    for (let at = this.all.length - 1; at >= 0; at -= 1) {
      const draft = this.all[at]!;
      if (draft.section !== this.section) return undefined;
      if (draft.subject.key === subject.key) return draft;
    }
    return undefined;
  }

  /** The latest statement of the document that says what a subject amounts to. */
  latestReported(subject: Subject): StatementDraft | undefined {
    return this.all.findLast(
      (draft) => draft.subject.key === subject.key && draft.slots.reported !== undefined,
    );
  }

  /** The section's statement on a subject with room for a slot, else a new one. */
  open(subject: Subject, slot: Slot | null, start: number): StatementDraft {
    const known = this.latest(subject);
    if (!known || (slot !== null && known.slots[slot] !== undefined)) {
      return this.begin(subject, start);
    }
    if (isEmpty(known)) {
      known.passage = this.passage;
      known.start = start;
    }
    return known;
  }

  begin(subject: Subject, start: number): StatementDraft {
    const { section, passage } = this;
    const draft: StatementDraft = {
      ...{
        subject,
        section,
        slots: {},
        budgets: {},
        comparison: null,
        reason: null,
        passage,
        start,
      },
    };
    this.all.push(draft);
    return draft;
  }

  /** 年初预算数A，决算数B of what was told before: said again beside its budget. */
  beside(draft: StatementDraft, start: number): StatementDraft {
    const twin = this.begin(draft.subject, start);
    if (draft.slots.budget) twin.slots.budget = draft.slots.budget;
    Object.assign(twin.budgets, draft.budgets);
    return twin;
  }

  /** The same subject once more: it was compared with the budget, now with last year. */
  again(draft: StatementDraft, start: number): StatementDraft {
    const twin = this.begin(draft.subject, start);
    if (draft.slots.reported) twin.slots.reported = draft.slots.reported;
    return twin;
  }
}
