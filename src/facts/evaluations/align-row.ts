/**
 * Puts the cells of a row under the columns of its heading. In forms copied out of office programs
 * merged cells get lost, so that the rest of a row slides; what a cell holds then tells where it
 * belongs. The cheapest placing wins: cells keep their order, a slide costs, and so does a cell
 * under a column that never holds such a thing.
 */

/** How badly a text suits a column: 0 fits, more is worse. Blank texts are not asked about. */
export type Misfit = (text: string) => number;

const MOST_LEFT = 4;
const MOST_RIGHT = 6;
/** What a text may cost where it stands without a slide being looked for. */
const MOST_IN_PLACE = 1;
/** A slide costs this once, wherever it begins. */
const SLIDE = 2.5;
/** Content that finds no column at all. */
const OUTSIDE = 12;

interface Step {
  readonly cost: number;
  readonly shift: number;
  readonly before: Step | null;
}

/** For each column the index of its cell in the row, or null. */
export function alignRow(
  texts: readonly string[],
  columns: readonly Misfit[],
): readonly (number | null)[] {
  const straight = inPlace(texts, columns);
  if (straight !== null) return straight;
  let steps: Step[] = [{ cost: 0, shift: 0, before: null }];
  texts.forEach((text, index) => {
    const next: Step[] = [];
    for (let shift = -MOST_LEFT; shift <= MOST_RIGHT; shift += 1) {
      const own = text === '' ? 0 : costOf(text, columns[index + shift]);
      let best: Step | null = null;
      for (const before of steps) {
        // Two cells cannot stand in one column: a shift to the left needs a blank that was dropped.
        if (before.shift > shift && !droppable(texts, index, before.shift - shift)) continue;
        const slide = before.shift === shift ? 0 : SLIDE;
        const cost = before.cost + slide + own;
        if (best === null || cost < best.cost) best = { cost, shift, before };
      }
      if (best !== null) next.push(best);
    }
    steps = next;
  });
  return placed(texts, columns.length, cheapest(steps));
}

/** Most rows lost nothing: each text suits the column that it stands under. */
function inPlace(
  texts: readonly string[],
  columns: readonly Misfit[],
): readonly (number | null)[] | null {
  for (let at = 0; at < texts.length; at += 1) {
    if (texts[at] !== '' && costOf(texts[at]!, columns[at]) > MOST_IN_PLACE) return null;
  }
  return columns.map((_, at) => (at < texts.length ? at : null));
}

function costOf(text: string, column: Misfit | undefined): number {
  return column === undefined ? OUTSIDE : column(text);
}

/** The cells just before are blank, so that nothing is pushed aside. */
function droppable(texts: readonly string[], index: number, by: number): boolean {
  for (let at = index - by; at < index; at += 1) if (texts[at] !== '') return false;
  return true;
}

function cheapest(steps: readonly Step[]): Step {
  return steps.reduce((best, step) => (step.cost < best.cost ? step : best));
}

function placed(texts: readonly string[], columns: number, last: Step): readonly (number | null)[] {
  const found = Array<number | null>(columns).fill(null);
  let step: Step | null = last;
  for (let index = texts.length - 1; index >= 0 && step !== null; index -= 1) {
    const column = index + step.shift;
    const blank = texts[index] === '';
    if (column >= 0 && column < columns && !(blank && found[column] !== null)) {
      found[column] = index;
    }
    step = step.before;
  }
  return found;
}
