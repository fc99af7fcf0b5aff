import { APPROPRIATION_RULES } from './appropriation.js';
import { BALANCE_RULES } from './balances.js';
import { ECONOMIC_EXPENDITURE_RULES } from './economic-expenditure.js';
import { ECONOMIC_FUNCTION_RULES } from './economic-function.js';
import { EXPENDITURE_RULES } from './expenditure.js';
import { GENERAL_PUBLIC_BUDGET_RULES } from './general-public-budget.js';
import { INCOME_RULES } from './income.js';
import type { Rule } from './model.js';
import {
  CLASSIFICATION_RULES,
  COMPLETENESS_RULES,
  NARRATIVE_RULES,
  TEXT_RULES,
} from './narrative-all.js';
import { OTHER_BUDGET_RULES } from './other-budgets.js';
import { PERFORMANCE_FORM_RULES } from './performance-forms.js';
import { PERFORMANCE_NARRATIVE_RULES } from './performance-narrative.js';
import { PERFORMANCE_RATE_RULES } from './performance-rate.js';
import { PERFORMANCE_REPORT_ACCOUNT_RULES } from './performance-report-accounts.js';
import { PERFORMANCE_REPORT_FUNDS_RULES } from './performance-report-funds.js';
import { PERFORMANCE_REPORT_RATE_RULES } from './performance-report-rates.js';
import { PERFORMANCE_REPORT_SUM_RULES } from './performance-report-sums.js';
import { PERFORMANCE_REVIEW_RULES } from './performance-reviews.js';
import { PERFORMANCE_ROW_RULES } from './performance-rows.js';
import { PERFORMANCE_SAID_RULES } from './performance-said.js';
import { PERFORMANCE_SUM_RULES } from './performance-sums.js';
import { PERFORMANCE_TABLE_RULES } from './performance-tables.js';
import { PRIVACY_RULES } from './privacy.js';
import { REFERENCE_RULES } from './reference.js';
import { APPROVED_RULES } from './reference-approved.js';
import { UNIT_RULES } from './reference-units.js';
import { RELATED_INFORMATION_RULES } from './related-information.js';
import { SCOPE_RULES } from './scopes.js';
import { SUMMARY_RULES } from './summary.js';
import { THREE_PUBLIC_RULES } from './three-public.js';

/** Everything that must hold in a final account, in the order of the forms. */
export const CATALOGUE: readonly Rule[] = [
  // Tables: within a form, and between forms.
  ...SUMMARY_RULES,
  ...INCOME_RULES,
  ...EXPENDITURE_RULES,
  ...APPROPRIATION_RULES,
  ...SCOPE_RULES,
  ...GENERAL_PUBLIC_BUDGET_RULES,
  ...ECONOMIC_EXPENDITURE_RULES,
  ...ECONOMIC_FUNCTION_RULES,
  ...THREE_PUBLIC_RULES,
  ...OTHER_BUDGET_RULES,
  ...RELATED_INFORMATION_RULES,
  ...BALANCE_RULES,
  // The narrative against the tables and against itself; the codes; what has to be there; the text.
  ...NARRATIVE_RULES,
  ...CLASSIFICATION_RULES,
  ...COMPLETENESS_RULES,
  ...TEXT_RULES,
  ...PRIVACY_RULES,
  // The performance forms.
  ...PERFORMANCE_SUM_RULES,
  ...PERFORMANCE_RATE_RULES,
  ...PERFORMANCE_ROW_RULES,
  ...PERFORMANCE_NARRATIVE_RULES,
  ...PERFORMANCE_REPORT_RATE_RULES,
  ...PERFORMANCE_REPORT_SUM_RULES,
  ...PERFORMANCE_REPORT_ACCOUNT_RULES,
  ...PERFORMANCE_REPORT_FUNDS_RULES,
  ...PERFORMANCE_SAID_RULES,
  ...PERFORMANCE_REVIEW_RULES,
  ...PERFORMANCE_FORM_RULES,
  ...PERFORMANCE_TABLE_RULES,
  // The budget and last year's account.
  ...REFERENCE_RULES,
  // What is published against what was approved.
  ...APPROVED_RULES,
  // A department against its units.
  ...UNIT_RULES,
];

const BY_ID = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/** The rule of an id, or undefined when there is none. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}
