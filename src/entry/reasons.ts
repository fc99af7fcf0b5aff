import type { Edition } from '../editions/model.js';
import type { FormId } from '../forms/model.js';
import { emptyReason } from '../publications/from-account.js';

/** Forms that are often empty, which a body then explains below them. */
const OFTEN_EMPTY: ReadonlySet<FormId> = new Set([
  ...(['three-public-expenses', 'government-managed-funds', 'state-capital-operations'] as const),
]);

/**
 * Labels of the reasons that the sentences of an edition may ask for, and those of empty tables,
 * each once, in order.
 */
export function requiredReasons({ text, forms }: Edition): readonly string[] {
  const labels = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if (isReason(value) && !value.ofItem) labels.add(value.label);
      Object.values(value).forEach(visit);
    }
  };
  visit(text);
  const empty = forms.filter(({ form }) => OFTEN_EMPTY.has(form));
  return [...labels, ...empty.map(({ title }) => emptyReason(title))];
}

interface ReasonSlot {
  readonly label: string;
  readonly ofItem: boolean;
}

function isReason(value: object): value is ReasonSlot {
  return 'slot' in value && value.slot === 'reason';
}
