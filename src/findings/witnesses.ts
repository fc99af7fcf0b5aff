import type { Amount } from '../base/amount.js';
import { compareAmounts, type Verdict } from '../base/verdict.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
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

/** Figures of the text that agree with the cells as printed, and with nothing once edited. */
export function contradictedBy(edits: readonly Edit[], facts: Lookup): readonly Figure[] {
  const deltas = new Map(edits.map(({ operand, delta }) => [operand.key, delta]));
  const agrees = (one: Amount, cell: Operand, delta: bigint) => {
    if (cell.amount === null) return false;
    const { value, half } = cell.amount;
    return compareAmounts(one, { value: value + delta, half }) !== 'wrong';
  };
  const figures = narrativeOf(facts).copies.flatMap(({ figure, operand, cells }) => {
    const { amount } = operand;
    if (amount === null || !cells.some(({ key }) => deltas.has(key))) return [];
    const before = cells.some((cell) => agrees(amount, cell, 0n));
    const after = cells.some((cell) => agrees(amount, cell, deltas.get(cell.key) ?? 0n));
    return before && !after ? [figure] : [];
  });
  return [...new Set(figures)];
}

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
