import type { Amount } from '../base/amount.js';
import { compareAmounts, type Verdict } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import { narrativeOf } from '../rules/narrative-index.js';
import type { Constraints } from './constraints.js';
import type { Edit } from './repair.js';

/** What speaks for the corrected amount of a cell, and what for the printed one. */
export interface Testimony {
  readonly forCorrected: number;
  readonly forPrinted: number;
}

/** How many failures beside the firm identities would vanish with an edit. */
export type Relief = (edit: Edit) => number;

/** The narrative copies tables by hand: it bears witness, but proves nothing. */
export class Witnesses {
  private readonly said = new Map<string, Amount[]>();

  constructor(
    facts: Lookup,
    private readonly all: Constraints,
    private readonly relief: Relief,
  ) {
    for (const { operand, cells } of narrativeOf(facts).copies) {
      if (operand.amount === null) continue;
      for (const { key } of cells) {
        const known = this.said.get(key);
        if (known) known.push(operand.amount);
        else this.said.set(key, [operand.amount]);
      }
    }
  }

  /** What the narrative says of a cell. */
  amountsOf(key: string): readonly Amount[] {
    return this.said.get(key) ?? [];
  }

  of(edit: Edit): Testimony {
    const { operand, delta } = edit;
    const printed = operand.amount!;
    const corrected = { value: printed.value + delta, half: this.all.half(operand) };
    const agrees = (one: Amount, other: Amount) =>
      compareAmounts(one, other) !== ('wrong' satisfies Verdict);
    let forCorrected = this.relief(edit);
    let forPrinted = 0;
    for (const amount of this.amountsOf(operand.key)) {
      if (agrees(amount, corrected)) forCorrected += 1;
      else if (agrees(amount, printed)) forPrinted += 1;
    }
    return { forCorrected, forPrinted };
  }
}
