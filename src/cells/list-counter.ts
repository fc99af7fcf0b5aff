import { numberText } from './numbering.js';

/** One level of a numbered list. */
export interface ListLevel {
  readonly start: number;
  /** Name of the number format, see `numberText`. */
  readonly format: string;
  /** What is printed: %1 to %9 stand for the numbers of the levels. */
  readonly text: string;
  /**
   * Starts anew after a level of this many or fewer (1-based); 0 never; null after any higher one.
   */
  readonly restart: number | null;
  /** All levels are printed in Arabic digits. */
  readonly legal: boolean;
  readonly suffix: 'tab' | 'space' | 'nothing';
}

/** A list as paragraphs refer to it; lists of one family count on from each other. */
export interface NumberedList {
  readonly id: string;
  readonly family: string;
  readonly levels: readonly ListLevel[];
  /** By level: the number with which this list starts anew when it is first used. */
  readonly starts: readonly (number | undefined)[];
}

interface Family {
  readonly counts: (number | null)[];
  readonly starts: (number | undefined)[];
}

/** What a bullet of any font is printed as. */
const BULLET = '●';

/** Counts the paragraphs of the numbered lists of a document, in its order. */
export class ListCounter {
  private readonly families = new Map<string, Family>();
  private readonly used = new Set<string>();

  /** The next label of a list at a level (0-based), with the blank after it; '' without level. */
  next(list: NumberedList, at: number): string {
    const level = list.levels[at];
    if (level === undefined) return '';
    const { counts, starts } = this.familyOf(list);
    const startOf = (index: number) => starts[index] ?? list.levels[index]?.start ?? 1;
    const before = counts[at] ?? null;
    counts[at] = before === null ? startOf(at) : before + 1;
    for (let deeper = at + 1; deeper < list.levels.length; deeper += 1) {
      const { restart } = list.levels[deeper]!;
      if (restart === null || at < restart) counts[deeper] = null;
    }
    if (level.format === 'bullet') return `${BULLET} `;
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number.parseInt(digit, 10) - 1;
      const format = level.legal ? 'decimal' : (list.levels[index]?.format ?? 'decimal');
      return numberText(format, counts[index] ?? startOf(index));
    });
    return label === '' ? '' : label + blankAfter(label, level.suffix);
  }

  private familyOf(list: NumberedList): Family {
    let family = this.families.get(list.family);
    if (family === undefined) {
      family = { counts: [], starts: [] };
      this.families.set(list.family, family);
    }
    if (!this.used.has(list.id)) {
      this.used.add(list.id);
      list.starts.forEach((start, at) => {
        if (start === undefined) return;
        family.counts[at] = null;
        family.starts[at] = start;
      });
    }
    return family;
  }
}

/** Chinese marks keep their own distance; a digit or a point must not touch what follows. */
function blankAfter(label: string, suffix: ListLevel['suffix']): string {
  return suffix === 'nothing' || /[、。，：；）】」①-⑳]$/.test(label) ? '' : ' ';
}
