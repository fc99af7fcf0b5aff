import { compareAmounts } from '../base/verdict.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import { type Narrative, narrativeOf } from './narrative-index.js';

/** A sentence about another year with this year's amount: the year was not brought up to date. */
export interface SlippedYear {
  readonly figure: Figure;
  readonly year: number;
  /** This year's cell with the same amount. */
  readonly cell: Operand;
}

/** The statements of a filing whose year slipped. */
export function slippedYears(facts: Lookup): ReadonlyMap<Statement, SlippedYear> {
  return facts.once(slipsIn);
}

function slipsIn(facts: Lookup): ReadonlyMap<Statement, SlippedYear> {
  const narrative = narrativeOf(facts);
  const slips = new Map<Statement, SlippedYear>();
  for (const statement of narrative.statements) {
    const slip = slippedYear(facts, narrative, statement);
    if (slip) slips.set(statement, slip);
  }
  return slips;
}

/** The slip of a statement, or null when its year is the document's or its amount another's. */
function slippedYear(
  facts: Lookup,
  narrative: Narrative,
  statement: Statement,
): SlippedYear | null {
  const figure = statement.reported ?? statement.prior;
  const { fiscalYear } = facts.filing;
  if (!figure || figure.value === null || figure.year === null || fiscalYear === null) return null;
  if (figure.year === fiscalYear || !namesYear(statement, figure.year)) return null;
  const cell = narrative.cells(statement).find((each) => isSame(each, figure));
  return cell ? { figure, year: figure.year, cell } : null;
}

/** Whether the sentence prints the year; 上年 is no slip. */
export function namesYear({ place }: Statement, year: number): boolean {
  return (place.text ?? '').replace(/\s/g, '').includes(`${year}年`);
}

function isSame({ amount }: Operand, figure: Figure): boolean {
  if (amount === null || figure.amount === null || amount.value === 0n) return false;
  return compareAmounts(amount, figure.amount) === 'exact';
}
