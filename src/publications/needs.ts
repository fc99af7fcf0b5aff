/**
 * Something that the document of an edition says and no table tells: an input, a reason, an amount
 * of last year or of the budget.
 */
export interface Need {
  /** Under which it stands among the inputs of the account. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The heading below which it is printed first. */
  readonly where: string;
  /** Without it the document is a draft. */
  readonly required: boolean;
  /** to-review: taken over from last year's document, nobody has looked at it again. */
  readonly state: 'given' | 'to-review' | 'missing';
  /** What it may be answered with; anything where absent. */
  readonly choices?: readonly string[];
}

/** Needs in the order of the document, each once; required where it is required anywhere. */
export class NeedList {
  private readonly byId = new Map<string, Need>();

  add(need: Need): void {
    const known = this.byId.get(need.id);
    if (known === undefined) this.byId.set(need.id, need);
    else if (need.required && !known.required) this.byId.set(need.id, { ...known, required: true });
  }

  get all(): readonly Need[] {
    return [...this.byId.values()];
  }
}
