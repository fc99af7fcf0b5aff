import { isCount } from '../../accounts/count-lines.js';
import { type Amount, amountText, type MoneyUnit } from '../../base/amount.js';
import type { Operand } from '../../facts/lookup.js';
import type { Status } from '../../findings/run.js';
import type { NamedNumber, NumberView, Outcome, SumOfNumber } from '../../portal/number-view.js';
import type { Equation, Term } from '../../rules/model.js';
import { cellOfOperand } from './cell-names.js';
import type { Touch } from './touching-rules.js';

/** What is known beside the rules: the unit to write in, what reviewers confirmed. */
export interface Around {
  /** Title of the table that the number stands in: names of its own cells go without. */
  readonly title: string;
  readonly unit: MoneyUnit;
  /** Ids of findings that a reviewer confirmed. */
  readonly confirmed: ReadonlySet<string>;
  /** The sentence or the line in which a figure of the text stands. */
  readonly quote: (operand: Operand) => string;
}

type Relations = Pick<NumberView, 'sums' | 'partOf' | 'repeated' | 'rules'>;

/** How a number hangs together with others, as the rules say it. */
export function relationsOf(own: string, touches: readonly Touch[], around: Around): Relations {
  const sums: SumOfNumber[] = [];
  const partOf = new Map<string, NamedNumber>();
  const repeated = new Map<string, NumberView['repeated'][number]>();
  for (const touch of touches) {
    const { instance } = touch;
    if (instance.kind !== 'equation' || instance.relation !== '=') continue;
    const sides = sidesOf(instance, own);
    if (sides === null) continue;
    const { mine, other } = sides;
    const [one] = other;
    if (mine.length > 1) {
      if (other.length === 1) partOf.set(one!.operand.key, named(one!.operand, around));
    } else if (other.length === 1 && !isWithin(own, one!)) {
      const { operand } = one!;
      const about = cellOfOperand(operand.key);
      const text = about === null ? around.quote(operand) : operand.label;
      repeated.set(operand.key, { text, about, year: null });
    } else if (other.length > 0) sums.push(sumOf(touch, other, around));
  }
  return {
    ...{ sums, partOf: [...partOf.values()], repeated: [...repeated.values()] },
    rules: rulesOf(touches, around),
  };
}

/** The side that a cell stands on with a plus, and the other one. */
function sidesOf({ left, right }: Equation, own: string) {
  const here = (terms: readonly Term[]) =>
    terms.some(({ sign, operand }) => sign === 1 && operand.key === own);
  if (here(left)) return { mine: left, other: right };
  return here(right) ? { mine: right, other: left } : null;
}

/** One part alone is a sum where it stands below in the same column of the same table. */
function isWithin(own: string, { operand }: Term): boolean {
  const [mine, part] = [cellOfOperand(own), cellOfOperand(operand.key)];
  if (mine === null || part === null) return false;
  return mine.form === part.form && mine.column === part.column && mine.side === part.side;
}

function sumOf({ rule, instance, status }: Touch, terms: readonly Term[], around: Around) {
  const parts = terms.map(({ sign, operand }) => ({
    ...named(operand, around),
    sign: sign === 1 ? ('+' as const) : ('-' as const),
  }));
  const shown = parts.filter(({ digits }) => digits === null || /[1-9]/.test(digits));
  return {
    ...{ rule: rule.id, title: rule.title, parts: shown, zeros: parts.length - shown.length },
    outcome: outcomeOf(status, around.confirmed.has(`${rule.id}:${instance.key}`)),
  };
}

function named(operand: Operand, { title, unit }: Around): NamedNumber {
  const { label, amount, key } = operand;
  const name = (label.startsWith(title) ? label.slice(title.length) : label).replace(
    /^“(.*)”(.+)$/,
    '$1 · $2',
  );
  const about = cellOfOperand(key);
  const digits = amount && textOf(amount, unit, about !== null && isCount(about.form, about.key));
  return { name, digits, about };
}

function textOf({ value }: Amount, unit: MoneyUnit, counted: boolean): string {
  return counted ? amountText(value, '元', 0) : amountText(value, unit);
}

function outcomeOf(status: Status, confirmed: boolean): Outcome {
  if (confirmed) return 'confirmed';
  return status === 'holds' || status === 'rounding' ? status : 'open';
}

/** What counts most stands for a rule that bears on a number in several ways. */
const WEIGHTS: readonly Outcome[] = ['confirmed', 'open', 'rounding', 'holds'];

function rulesOf(touches: readonly Touch[], { confirmed }: Around): NumberView['rules'] {
  const found = new Map<string, NumberView['rules'][number]>();
  for (const { rule, instance, status } of touches) {
    const id = `${rule.id}:${instance.key}`;
    const outcome = outcomeOf(status, confirmed.has(id));
    const known = found.get(rule.id);
    if (known && WEIGHTS.indexOf(known.outcome) <= WEIGHTS.indexOf(outcome)) continue;
    const finding = outcome === 'confirmed' ? id : null;
    found.set(rule.id, { id: rule.id, title: rule.title, outcome, finding });
  }
  return [...found.values()];
}
