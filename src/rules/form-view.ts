import type { Amount } from '../base/amount.js';
import type { Lookup, Row } from '../facts/lookup.js';
import type { FormFact } from '../facts/model.js';
import type { FormId, Side } from '../forms/model.js';

/** What a rule must know of a printed form before it may take an absent cell for zero. */
export interface FormView {
  readonly form: FormFact;
  readonly rows: readonly Row[];
  /** Column concepts that the form prints. */
  readonly columns: ReadonlySet<string>;
  /** False when some printed column is unknown: rows need not add up then. */
  readonly knowsColumns: boolean;
  /** Sides with an amount on a line that the form does not know: lines need not add up there. */
  readonly unknownLines: ReadonlySet<Side | null>;
}

/** The view of a form, made once for each filing; undefined when the form is absent. */
export function viewOf(facts: Lookup, id: FormId): FormView | undefined {
  const views = facts.once(noViews);
  if (views.has(id)) return views.get(id);
  const form = facts.form(id);
  const view = form && makeView(facts, form);
  views.set(id, view);
  return view;
}

function noViews(): Map<FormId, FormView | undefined> {
  return new Map();
}

function makeView(facts: Lookup, form: FormFact): FormView {
  const columns = new Set<string>();
  const unknownLines = new Set<Side | null>();
  for (const cell of form.cells) {
    if (cell.columnId !== null) columns.add(cell.columnId);
    const unknown = cell.lineId === null && cell.code === null;
    if (unknown && !isZero(cell.amount)) unknownLines.add(cell.side);
  }
  return {
    form,
    rows: facts.rows(form.form),
    columns,
    knowsColumns: form.unknownColumns.length === 0,
    unknownLines,
  };
}

/** Known to be nothing. An unread amount is not. */
export function isZero(amount: Amount | null): boolean {
  return amount !== null && amount.value === 0n;
}

/** Whether the form has no line that a sum could have missed on this side. */
export function knowsLines(view: FormView, side: Side | null = null): boolean {
  return !view.unknownLines.has(side);
}

/**
 * The column of the economic form that holds basic expenditure, and the one that holds all
 * expenditure. With one column only, the title says which of the two it is.
 */
export function economicColumns(view: FormView): {
  readonly basic: string | null;
  readonly all: string | null;
} {
  const amount = view.columns.has('amount') ? 'amount' : null;
  const basic = view.columns.has('basic') ? 'basic' : null;
  if (amount !== null && basic !== null) return { basic, all: amount };
  const only = amount ?? basic;
  return view.form.title.includes('基本支出')
    ? { basic: only, all: null }
    : { basic: null, all: only };
}
