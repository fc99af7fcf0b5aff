import { type Amount, amountOf } from '../base/amount.js';
import type { Place } from '../base/place.js';
import type { Operand } from '../facts/lookup.js';
import type { Figure, Section } from '../facts/model.js';
import { shortTitle, subjectKey } from './narrative-keys.js';

/** Figures as operands. Keys and labels are made for those that someone asks about. */
export class FigureOperands {
  private readonly made = new Map<string, FigureOperand>();
  private keys: ReadonlyMap<string, string> | null = null;

  constructor(
    private readonly figures: readonly Figure[],
    private readonly sections: ReadonlyMap<string, Section>,
  ) {}

  of(figure: Figure): FigureOperand {
    const known = this.made.get(figure.id);
    if (known) return known;
    const operand = new FigureOperand(figure, this, figure.amount ?? countOf(figure));
    this.made.set(figure.id, operand);
    return operand;
  }

  /** Canonical: what it is about, whose money, which role, and the how-manieth such figure. */
  keyOf(figure: Figure): string {
    this.keys ??= keysOf(this.figures);
    return this.keys.get(figure.id) ?? `figure/${figure.id}`;
  }

  labelOf({ section, label }: Figure): string {
    const title = this.sections.get(section)?.title ?? null;
    const words = label === '' ? '' : `“${label}”`;
    return title === null ? `情况说明${words}` : `情况说明“${shortTitle(title)}”中${words}`;
  }
}

/** One figure as an operand. */
export class FigureOperand implements Operand {
  readonly kind = 'figure';
  readonly settledBy: readonly string[] = [];

  constructor(
    private readonly figure: Figure,
    private readonly all: FigureOperands,
    readonly amount: Amount | null,
  ) {}

  get key(): string {
    return this.all.keyOf(this.figure);
  }

  get label(): string {
    return this.all.labelOf(this.figure);
  }

  get printed(): string | null {
    return this.figure.value;
  }

  get unit(): string {
    return this.figure.unit;
  }

  get place(): Place {
    return this.figure.place;
  }

  /** The same figure standing for another interval. */
  withAmount(amount: Amount): FigureOperand {
    return new FigureOperand(this.figure, this.all, amount);
  }
}

function keysOf(figures: readonly Figure[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const { id, about, concept, label, scope, role } of figures) {
    const subject = subjectKey(about, concept, label);
    const path = `figure/${subject}/${scope ?? 'any'}/${role ?? 'plain'}`;
    const n = (counts.get(path) ?? 0) + 1;
    counts.set(path, n);
    keys.set(id, `${path}/${n}`);
  }
  return keys;
}

/** Counts are held like cells of counts, in units of one; nobody rounds them. */
function countOf({ kind, numeral }: Figure): Amount | null {
  if (kind !== 'count' || numeral === null) return null;
  return { value: amountOf(numeral, '元').value, half: 0n };
}
