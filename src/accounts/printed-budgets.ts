import type { CellFact, Filing } from '../facts/model.js';

/** What a table prints beside 决算数 of the same column: `initial-budget/amount`. */
const BUDGET = 'initial-budget/';

/** What was received and spent: budgets that stand beside it are no cells of the form. */
export function withoutBudgets(cells: readonly CellFact[]): readonly CellFact[] {
  return cells.filter(({ columnId }) => !columnId?.includes('-budget/'));
}

/** The tables as they would be of the budget of January: only lines and columns that print one. */
export function printedBudgets({ forms, ...filing }: Filing): Filing {
  const own = forms.flatMap((form) => {
    const cells = form.cells.flatMap((cell): CellFact[] =>
      cell.columnId?.startsWith(BUDGET)
        ? [{ ...cell, columnId: cell.columnId.slice(BUDGET.length) }]
        : [],
    );
    return cells.length === 0 ? [] : [{ ...form, cells }];
  });
  return { ...filing, forms: own, inputs: [], figures: [] };
}
