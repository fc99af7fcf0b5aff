import type { Address, Locate, Place, SourceText } from '../base/place.js';
import type { CellsDocument, Span } from './model.js';

/** The parts of a rendered line that a place touches; none in plain text. */
export function spansAt({ spans }: CellsDocument, place: Place): readonly Span[] {
  const onLine = place.line === null ? undefined : spans?.[place.line - 1];
  if (onLine === undefined) return [];
  const from = place.from ?? 0;
  const to = place.to ?? Number.MAX_SAFE_INTEGER;
  const touched = onLine.filter((span) => span.from < to && span.to > from);
  if (touched.length > 0) return touched;
  // An empty cell has an empty span at its place.
  return onLine.filter((span) => span.from <= from && from <= span.to).slice(-1);
}

/** A document as text, and how its places are found in its file. */
export function sourceText(document: CellsDocument): SourceText {
  return { lines: document.lines, locate: locator(document) };
}

/** How places of a document are found in its file. */
export function locator(document: CellsDocument): Locate {
  if (document.spans === null) return () => null;
  return (place) => {
    const touched = spansAt(document, place);
    const [first] = touched;
    if (first === undefined) return null;
    return { ...first.address, ...boxOf(touched, place) };
  };
}

type Box = NonNullable<Address['box']>;

/** The box of a place: its share of the runs on the page where it begins. */
function boxOf(spans: readonly Span[], place: Place): Pick<Address, 'box'> {
  const page = spans[0]!.address.page;
  const boxes = spans.flatMap((span): Box[] => {
    const { box } = span.address;
    if (box === undefined || span.address.page !== page) return [];
    const length = span.to - span.from;
    if (length === 0) return [box];
    const [left, top, right, bottom] = box;
    const start = Math.max(span.from, place.from ?? span.from);
    const end = Math.min(span.to, place.to ?? span.to);
    const width = (right - left) / length;
    return [[left + (start - span.from) * width, top, left + (end - span.from) * width, bottom]];
  });
  if (boxes.length === 0) return {};
  const edge = (at: number, pick: (...values: number[]) => number): number =>
    tenth(pick(...boxes.map((box) => box[at]!)));
  return {
    box: [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)],
  };
}

/** Points with one decimal: finer than a printed line, the same on every machine. */
function tenth(points: number): number {
  return Math.floor(points * 10 + 0.5) / 10;
}
