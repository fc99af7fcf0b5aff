import { linePlace, type Place } from '../base/place.js';
import { spansAt } from '../cells/locate.js';
import type { CellsDocument, Loss, Span } from '../cells/model.js';
import type { CellFact, Figure, Filing, FormFact, Unread } from './model.js';

/** Below it a recognised figure is not relied on: what depends on it stays undecided. */
export const LEAST_CONFIDENCE = 0.9;

/** How the text at a place came to be known: the least certain of its parts. */
export interface Reliability {
  readonly origin: 'formula' | 'recognised' | 'inferred';
  readonly confidence: number | null;
}

/** Tells of a place how its text came to be known; null where it is simply printed. */
export type ReliabilityOf = (place: Place) => Reliability | null;

export function reliabilityIn(document: CellsDocument): ReliabilityOf {
  const printed = document.spans?.every((line) => line.every(({ origin }) => origin === 'printed'));
  if (printed !== false) return () => null;
  return (place) => {
    let worst: Reliability | null = null;
    for (const { origin, confidence } of spansAt(document, place)) {
      if (origin === 'printed') continue;
      if (worst === null || (confidence ?? 1) < (worst.confidence ?? 1)) {
        worst = { origin, confidence };
      }
    }
    return worst;
  };
}

/** Cells with how they came to be known; an amount that is too doubtful becomes unknown. */
export function reliableForm(form: FormFact, reliabilityOf: ReliabilityOf): FormFact {
  const cells = form.cells.map((cell) => reliableCell(cell, reliabilityOf(cell.place)));
  return cells.every((cell, at) => cell === form.cells[at]) ? form : { ...form, cells };
}

function reliableCell(cell: CellFact, found: Reliability | null): CellFact {
  if (found === null) return cell;
  return { ...cell, ...found, amount: isDoubtful(found) ? null : cell.amount };
}

/** The same for a figure of the narrative. */
export function reliableFigure(figure: Figure, found: Reliability | null): Figure {
  if (found === null || found.origin !== 'recognised') return figure;
  const { confidence } = found;
  return isDoubtful(found)
    ? { ...figure, confidence, numeral: null, amount: null }
    : { ...figure, confidence };
}

function isDoubtful({ confidence }: Reliability): boolean {
  return (confidence ?? 1) < LEAST_CONFIDENCE;
}

/** What the reader of the file lost, as something unread. */
export function lossAsUnread({ what, why, line }: Loss): Unread {
  return { what, why, place: linePlace(line, 0, 0, '') };
}

/** Which lines were recognised in an image, and which stand in tables without lines. */
export function doubtfulLinesIn({
  spans,
}: CellsDocument): Pick<Filing, 'recognisedLines' | 'inferredLines'> {
  const recognised = linesOf(spans ?? [], 'recognised');
  const inferred = linesOf(spans ?? [], 'inferred');
  return {
    ...(recognised.size === 0 ? {} : { recognisedLines: recognised }),
    ...(inferred.size === 0 ? {} : { inferredLines: inferred }),
  };
}

function linesOf(spans: readonly (readonly Span[])[], wanted: Span['origin']): ReadonlySet<number> {
  const lines = new Set<number>();
  spans.forEach((line, index) => {
    if (line.some(({ origin }) => origin === wanted)) lines.add(index + 1);
  });
  return lines;
}
