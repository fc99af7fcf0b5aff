import type { Amount } from '../base/amount.js';
import { ZERO } from '../base/amount.js';
import { editionOf } from '../editions/catalogue.js';
import type { Lookup } from '../facts/lookup.js';
import type { Statement } from '../facts/model.js';

/** What 预算数 means: the budget at the start of the year, or the one adjusted in the year. */
export type BudgetMeaning = 'initial' | 'full-year' | null;

const FORM = 'three-public-expenses';

/** Reads the meaning of 预算数 from words; null when they do not say, or say both. */
export function budgetMeaning(words: string): BudgetMeaning {
  const initial = /年初(?:部门|支出)?预算|预算数[为是指][^。]{0,12}年初/.test(words);
  const full = /全年预算|调整(?:后的?)?预算|预算数[为是指][^。]{0,12}全年/.test(words);
  return initial === full ? null : initial ? 'initial' : 'full-year';
}

/** What the three-public form means by it: as it prints, else as its edition does. */
export function formMeaning(facts: Lookup): BudgetMeaning {
  return facts.once(meaningIn);
}

function meaningIn(facts: Lookup): BudgetMeaning {
  const form = facts.form(FORM);
  const heads = form?.cells.flatMap((cell) => (cell.lineId === 'budget' ? [cell.item] : [])) ?? [];
  const notes = form?.notes.map(({ text }) => text) ?? [];
  const printed = budgetMeaning([...new Set(heads), ...notes].join('\n'));
  const { edition } = facts.filing;
  const own = edition === null || edition === 'general' ? null : editionOf(edition).budgetMeans;
  return printed ?? own;
}

/** The 预算数 cell that a statement on three-public expenses may mean. */
export interface BudgetCell {
  readonly amount: Amount;
  /** False where the form may mean another budget than the sentence. */
  readonly certain: boolean;
}

/** Null where there is none, or it certainly means another budget; zero where the form is empty. */
export function budgetCell(facts: Lookup, statement: Statement): BudgetCell | null {
  const { about } = statement;
  if (about?.form !== FORM || about.columnId === null) return null;
  if (facts.form(FORM)?.empty) return { amount: ZERO, certain: true };
  const said = budgetMeaning(statement.place.text ?? '');
  const meant = formMeaning(facts);
  if (said !== null && meant !== null && said !== meant) return null;
  const amount = facts.operand(FORM, 'budget', about.columnId)?.amount;
  return amount ? { amount, certain: said === null || said === meant } : null;
}
