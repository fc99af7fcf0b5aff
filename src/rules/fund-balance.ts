import type { Lookup } from '../facts/lookup.js';
import type { CellFact } from '../facts/model.js';
import { Identity, termIn, termsIn } from './equation.js';
import { isZero, viewOf } from './form-view.js';
import type { Equation, Term } from './model.js';

export const APPROPRIATION = 'appropriation-summary';
export const FUNDS = [
  'general-public-budget',
  'government-managed-funds',
  'state-capital-operations',
] as const;

export type Fund = (typeof FUNDS)[number];

/** The lines that split the opening balance of appropriation, where the edition prints them. */
export function openingLines(): readonly string[] {
  return FUNDS.map((fund) => `opening-${fund}`);
}

/** 合计 = the three budgets on each expenditure line. */
export function fundRowSum(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, APPROPRIATION);
  if (!view || view.form.empty || !view.knowsColumns) return [];
  const printed = FUNDS.filter((fund) => view.columns.has(fund));
  if (printed.length === 0) return [];
  const found: Equation[] = [];
  for (const row of view.rows) {
    if (row.side !== '支出' || isSplitBelow(facts, row.key)) continue;
    const left = termIn(facts, row, 'total');
    const right = left && termsIn(facts, row, printed);
    if (right) found.push(new Identity([left], right, '=', [left.operand]));
  }
  return found;
}

/** Some editions split the closing balance on lines of its own, with nothing in the columns. */
function isSplitBelow(facts: Lookup, key: string): boolean {
  if (key.startsWith('closing-') && key !== 'closing-balance') return true;
  return key === 'closing-balance' && !closingColumnsPrinted(facts) && closingLinesPrinted(facts);
}

function closingColumnsPrinted(facts: Lookup): boolean {
  return FUNDS.some((fund) =>
    isPrinted(facts.cell(APPROPRIATION, 'closing-balance', fund, '支出')),
  );
}

function closingLinesPrinted(facts: Lookup): boolean {
  return FUNDS.some((fund) =>
    isPrinted(facts.cell(APPROPRIATION, `closing-${fund}`, 'total', '支出')),
  );
}

function isPrinted(cell: CellFact | undefined): boolean {
  return cell !== undefined && cell.value !== null;
}

/** Opening + income = expenditure + closing, for each budget. */
export function fundBalance(facts: Lookup): readonly Equation[] {
  const view = viewOf(facts, APPROPRIATION);
  if (!view || view.form.empty) return [];
  const found: Equation[] = [];
  for (const fund of FUNDS) {
    const income = facts.operand(APPROPRIATION, fund, 'amount', '收入');
    const spent = facts.operand(APPROPRIATION, 'current-expenditure', fund, '支出');
    const opening = openingOf(facts, fund);
    const closing = closingOf(facts, fund);
    if (!income || !spent || !opening || !closing) continue;
    found.push(
      new Identity(
        [{ sign: 1, operand: income }, ...opening],
        [{ sign: 1, operand: spent }, ...closing],
        '=',
        [income, spent],
      ),
    );
  }
  return found;
}

/** The opening balance of a budget: no term where there is none, null where it cannot be told. */
export function openingOf(facts: Lookup, fund: Fund): readonly Term[] | null {
  const split = facts.operand(APPROPRIATION, `opening-${fund}`, 'amount', '收入');
  if (split) return [{ sign: 1, operand: split }];
  return isNothing(facts.cell(APPROPRIATION, 'opening-balance', 'amount', '收入')) ? [] : null;
}

/** The closing balance of a budget, in its column or on its line, whichever the edition fills. */
export function closingOf(facts: Lookup, fund: Fund): readonly Term[] | null {
  const inColumn = facts.operand(APPROPRIATION, 'closing-balance', fund, '支出');
  const onLine = facts.operand(APPROPRIATION, `closing-${fund}`, 'total', '支出');
  if (inColumn && (closingColumnsPrinted(facts) || !closingLinesPrinted(facts))) {
    return [{ sign: 1, operand: inColumn }];
  }
  if (onLine && closingLinesPrinted(facts)) return [{ sign: 1, operand: onLine }];
  return isNothing(facts.cell(APPROPRIATION, 'closing-balance', 'total', '支出')) ? [] : null;
}

/** Absent or known to be zero. */
export function isNothing(cell: CellFact | undefined): boolean {
  return cell === undefined || isZero(cell.amount);
}

/** Whether appropriation was neither brought forward nor carried over. */
export function hasNoAppropriationBalances(facts: Lookup): boolean {
  if (!viewOf(facts, APPROPRIATION)) return false;
  const opening = facts.cell(APPROPRIATION, 'opening-balance', 'amount', '收入');
  const closing = facts.cell(APPROPRIATION, 'closing-balance', 'total', '支出');
  const parts = FUNDS.flatMap((fund) => [
    facts.cell(APPROPRIATION, `opening-${fund}`, 'amount', '收入'),
    facts.cell(APPROPRIATION, 'closing-balance', fund, '支出'),
  ]);
  return [opening, closing, ...parts].every(isNothing);
}
