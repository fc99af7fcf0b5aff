import type { Edition } from '../editions/model.js';

/** Labels of the reasons that the sentences of an edition may ask for, each once, in order. */
export function requiredReasons({ text }: Edition): readonly string[] {
  const labels = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if (isReason(value) && !value.ofItem) labels.add(value.label);
      Object.values(value).forEach(visit);
    }
  };
  visit(text);
  return [...labels];
}

interface ReasonSlot {
  readonly label: string;
  readonly ofItem: boolean;
}

function isReason(value: object): value is ReasonSlot {
  return 'slot' in value && value.slot === 'reason';
}
