import { bareLabel, normaliseLabel } from '../../base/label.js';
import type { Line } from '../../forms/model.js';

/** Finds the concept of a printed line label, keeping track of lines that open a group. */
export class LineMatcher {
  private readonly byName: ReadonlyMap<string, readonly Line[]>;
  private readonly seen = new Set<string>();

  constructor(lines: readonly Line[]) {
    this.byName = namesOf(lines);
  }

  /**
   * The line a label means here, or null. A label that occurs twice (一般公共预算财政拨款) means
   * the
   * grouped line once its group (年初…) was seen and the plain one is taken.
   */
  match(printed: string): Line | null {
    const line = this.choose(this.candidates(printed));
    if (line) this.seen.add(line.id);
    return line;
  }

  /** Whether a label means some line that is not taken yet. */
  free(printed: string): boolean {
    return this.choose(this.candidates(printed)) !== null;
  }

  /** Whether a label could be some line, without using it up. */
  knows(printed: string): boolean {
    return this.candidates(printed).length > 0;
  }

  /** Whether a known label begins with this text: a wrapped label in the making. */
  begins(printed: string): boolean {
    const start = bareLabel(printed);
    if (start.length < 2) return start.length > 0;
    for (const name of this.byName.keys()) if (name.startsWith(start)) return true;
    return false;
  }

  /** Whether a longer known label begins with this one: 外交 … 支出. */
  longer(printed: string): boolean {
    const start = bareLabel(printed);
    for (const name of this.byName.keys()) {
      if (name.length > start.length && name.startsWith(start)) return true;
    }
    return false;
  }

  private candidates(printed: string): readonly Line[] {
    return this.byName.get(bareLabel(printed)) ?? this.byName.get(normaliseLabel(printed)) ?? [];
  }

  private choose(candidates: readonly Line[]): Line | null {
    const grouped = candidates.find(
      (line) => line.under !== undefined && this.seen.has(line.under) && !this.seen.has(line.id),
    );
    const plain = candidates.find((line) => line.under === undefined && !this.seen.has(line.id));
    return grouped ?? plain ?? null;
  }
}

const INDEXES = new WeakMap<readonly Line[], ReadonlyMap<string, readonly Line[]>>();

/** Lines by all their names, made once for each list of lines. */
function namesOf(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const known = INDEXES.get(lines);
  if (known) return known;
  const byName = new Map<string, Line[]>();
  for (const line of lines) {
    for (const name of [line.label, ...(line.aliases ?? [])].map(bareLabel)) {
      const same = byName.get(name);
      if (!same) byName.set(name, [line]);
      else if (!same.includes(line)) same.push(line);
    }
  }
  INDEXES.set(lines, byName);
  return byName;
}
