import { CODE_NAME_RULES } from './classification-names.js';
import { CODE_STRUCTURE_RULES } from './classification-structure.js';
import { FORM_COMPLETENESS_RULES } from './completeness.js';
import { CONTENTS_RULES } from './completeness-contents.js';
import { TEXT_COMPLETENESS_RULES } from './completeness-text.js';
import type { Rule } from './model.js';
import { AMOUNT_RULES } from './narrative-amounts.js';
import { BUDGET_CHANGE_RULES } from './narrative-budget-changes.js';
import { BUDGET_RULES } from './narrative-budgets.js';
import { CHANGE_SUM_RULES } from './narrative-change-sums.js';
import { CHANGE_RULES } from './narrative-changes.js';
import { COUNT_RULES } from './narrative-counts.js';
import { ITEM_BUDGET_RULES } from './narrative-item-budgets.js';
import { LIST_RULES } from './narrative-lists.js';
import { PERFORMANCE_RULES } from './narrative-performance.js';
import { PRIOR_RULES } from './narrative-priors.js';
import { REPEAT_RULES } from './narrative-repeats.js';
import { SHARE_RULES } from './narrative-shares.js';
import { TOTAL_RULES } from './narrative-totals.js';
import { TABLE_UNIT_RULES } from './table-unit.js';
import { TEXT_DEFECT_RULES } from './text-defects.js';
import { NAME_RULES } from './text-names.js';
import { TITLE_YEAR_RULES } from './text-title-years.js';
import { YEAR_RULES } from './text-years.js';

/** The narrative, against the tables and against itself. */
export const NARRATIVE_RULES: readonly Rule[] = [
  ...AMOUNT_RULES,
  ...CHANGE_RULES,
  ...PRIOR_RULES,
  ...CHANGE_SUM_RULES,
  ...BUDGET_RULES,
  ...BUDGET_CHANGE_RULES,
  ...ITEM_BUDGET_RULES,
  ...SHARE_RULES,
  ...TOTAL_RULES,
  ...REPEAT_RULES,
  ...LIST_RULES,
  ...COUNT_RULES,
  ...PERFORMANCE_RULES,
];

/** The functional and the economic classification. */
export const CLASSIFICATION_RULES: readonly Rule[] = [...CODE_STRUCTURE_RULES, ...CODE_NAME_RULES];

/** What has to be there. */
export const COMPLETENESS_RULES: readonly Rule[] = [
  ...FORM_COMPLETENESS_RULES,
  ...TEXT_COMPLETENESS_RULES,
  ...CONTENTS_RULES,
];

/** One year, one name, and a text without defects. */
export const TEXT_RULES: readonly Rule[] = [
  ...YEAR_RULES,
  ...TITLE_YEAR_RULES,
  ...NAME_RULES,
  ...TABLE_UNIT_RULES,
  ...TEXT_DEFECT_RULES,
];
