import { CATALOGUE } from './catalogue.js';

/** What inspections of publication look at: 及时, 完整, 真实, 细化, 形式. */
export const INSPECTIONS = ['timely', 'complete', 'true', 'detailed', 'form'] as const;
export type Inspection = (typeof INSPECTIONS)[number];

/**
 * Which rules speak of which inspection: a rule by its whole name, or all whose names begin so. The
 * first line that fits holds. Timeliness is a matter of days and no rule's.
 */
const RULES: readonly (readonly [prefix: string, inspection: Exclude<Inspection, 'timely'>])[] = [
  // Everything that must be published is there.
  ['completeness.three-public-counts', 'detailed'],
  ['completeness.reasons', 'detailed'],
  ['completeness.', 'complete'],
  ['narrative.amount-missing', 'complete'],
  ['narrative.blank-number', 'complete'],
  ['performance.promised', 'complete'],
  ['performance.forms-missing', 'complete'],
  // Down to items, with counts and reasons.
  ['narrative.function-items', 'detailed'],
  ['narrative.economic-items', 'detailed'],
  ['narrative.three-public-counts', 'detailed'],
  ['narrative.reasons-total', 'detailed'],
  ['classification.digits', 'detailed'],
  ['classification.parent', 'detailed'],
  ['performance.loss-without-reason', 'detailed'],
  ['performance.reason-missing', 'detailed'],
  // How it is written, and what must not be in it.
  ['classification.', 'form'],
  ['text.', 'form'],
  ['privacy.', 'form'],
  // Whether the numbers are right is what all others ask.
  ['', 'true'],
];

/** The inspection that a rule speaks of. */
export function inspectionOf(rule: string): Exclude<Inspection, 'timely'> {
  return RULES.find(([prefix]) => rule === prefix || isWithin(rule, prefix))![1];
}

function isWithin(rule: string, prefix: string): boolean {
  return prefix === '' || (prefix.endsWith('.') && rule.startsWith(prefix));
}

/** How many rules speak of each inspection. */
export function rulesOf(inspection: Inspection): readonly string[] {
  return CATALOGUE.flatMap(({ id }) => (inspectionOf(id) === inspection ? [id] : []));
}
