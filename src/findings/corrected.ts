import { amountOf } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { Lookup } from '../facts/lookup.js';
import type { CellFact, Figure, Filing, Statement } from '../facts/model.js';
import { moneyUnit } from './wording.js';

/** A value that a cell or figure would have, by operand key: decimal digits in its own unit. */
export type Corrections = ReadonlyMap<string, string>;

/** The filing as it would read with some cells corrected. The filing itself is left alone. */
export function withCells(facts: Lookup, corrections: Corrections): Lookup {
  const replaced = new Map<CellFact, CellFact>();
  for (const form of facts.filing.forms) {
    const decimals = Math.max(0, ...form.cells.map((cell) => cell.decimals));
    for (const row of facts.rows(form.form)) {
      for (const cell of row.cells.values()) {
        const value = corrections.get(facts.operandOf(row, cell).key);
        if (value !== undefined) replaced.set(cell, correctedCell(cell, value, decimals));
      }
    }
  }
  const forms = facts.filing.forms.map((form) => {
    if (!form.cells.some((cell) => replaced.has(cell))) return form;
    return { ...form, empty: false, cells: form.cells.map((cell) => replaced.get(cell) ?? cell) };
  });
  return new Lookup({ ...facts.filing, forms });
}

function correctedCell(cell: CellFact, value: string, decimals: number): CellFact {
  const numeral = parseNumeral(value);
  if (!numeral) return cell;
  const amount = amountOf(numeral, moneyUnit(cell.unit), decimals);
  return { ...cell, value, amount };
}

/** The filing as it would read with one figure of the narrative corrected. */
export function withFigure(facts: Lookup, id: string, value: string): Lookup {
  const { filing } = facts;
  const correct = (figure: Figure): Figure => {
    const numeral = figure.id === id ? parseNumeral(value) : null;
    if (!numeral || figure.amount === null) return figure;
    return { ...figure, value, numeral, amount: amountOf(numeral, moneyUnit(figure.unit)) };
  };
  const next: Filing = {
    ...filing,
    figures: filing.figures.map(correct),
    statements: filing.statements.map((statement) => correctStatement(statement, correct)),
  };
  return new Lookup(next);
}

function correctStatement(statement: Statement, correct: (figure: Figure) => Figure): Statement {
  const { reported, budget, prior, change, rate, share, completion } = statement;
  const { budgetChange, budgetRate } = statement;
  const each = (figure: Figure | null) => figure && correct(figure);
  return {
    ...statement,
    reported: each(reported),
    budget: each(budget),
    prior: each(prior),
    change: each(change),
    rate: each(rate),
    share: each(share),
    completion: each(completion),
    ...(budgetChange ? { budgetChange: correct(budgetChange) } : {}),
    ...(budgetRate ? { budgetRate: correct(budgetRate) } : {}),
  };
}
