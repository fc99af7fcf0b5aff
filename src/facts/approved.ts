import type { Filing } from './model.js';

/** 财决01表, 部决01-1表: the number of a table in a series of its own, not of what is published. */
const SERIES = /^(?!公开|附件|附表|表)[\u4e00-\u9fff]{1,4}\d/;

/**
 * Whether a document is the approved tables that a public final account is drawn from: tables of
 * such a series, or with the budgets of the year beside what was spent, and not a word of text.
 */
export function isApprovedTables({ kind, forms, figures, statements }: Filing): boolean {
  if (kind !== 'final-account' || figures.length + statements.length > 0) return false;
  return forms.some(
    ({ number, cells }) =>
      SERIES.test(number ?? '') || cells.some(({ columnId }) => columnId?.includes('-budget/')),
  );
}
