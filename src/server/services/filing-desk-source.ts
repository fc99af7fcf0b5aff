import type { Severity } from '../../rules/model.js';
import type { SourceView } from '../../workbench/view-models.js';
import type { Beside, BesidePlace } from '../beside.js';
import { markedAt, markId } from './filing-desk-findings.js';

type Line = SourceView['lines'][number];

/** Beyond these a browser is no longer pleasant: only what surrounds a mark is shown. */
const MOST_LINES = 6000;
const AROUND = 12;
/** Pages with marks that are shown; a finding of a later page says where it is. */
const MOST_PAGES = 80;

/** A place with the finding that it is of; it has an id where the finding leads to it. */
interface Marked {
  readonly id: string;
  readonly finding: number;
  readonly tone: Severity;
  readonly place: BesidePlace;
}

/** The document beside its findings: pages with marks, or its lines. */
export function sourceIn(
  { lines, pages, causes }: Beside,
  file: string,
  imageOf: (page: number) => string,
): SourceView {
  const all = causes.flatMap((cause, index) => marksOf(cause, index + 1));
  if (pages.length === 0) return { file, pages: [], lines: linesOf(lines, all) };
  const shown = pages.slice(0, MOST_PAGES).map(({ page: number, width, height }) => ({
    ...{ number, image: imageOf(number), width, height },
    marks: all.flatMap(({ id, finding, tone, place: { page, box } }) =>
      page === number && box !== null ? [{ id, finding, tone, box }] : [],
    ),
  }));
  return { file, pages: shown, lines: [] };
}

/** Marks whose ids are in the source: what cannot be shown there has no link. */
export function idsIn({ pages, lines }: SourceView): ReadonlySet<string> {
  return new Set([...pages, ...lines].flatMap(({ marks }) => marks.map(({ id }) => id)));
}

/** The places of a finding and of what follows from it, each once. */
function marksOf(cause: Beside['causes'][number], number: number): readonly Marked[] {
  const { places, more, severity: tone } = cause;
  const seen = new Set<string>();
  return [...places, ...more].flatMap((place, index, both) => {
    const key = `${place.line}:${place.from}:${place.to}`;
    if (!markedAt(both, index)) return [];
    // Each place that the finding names leads somewhere, also where two are one.
    if (seen.has(key) && index >= places.length) return [];
    seen.add(key);
    return [{ id: markId(number, index), finding: number, tone, place }];
  });
}

function linesOf(lines: readonly string[], all: readonly Marked[]): readonly Line[] {
  const byLine = new Map<number, Line['marks'][number][]>();
  for (const { id, finding, tone, place } of all) {
    const { line, from, to } = place;
    if (line === null) continue;
    byLine.set(line, [...(byLine.get(line) ?? []), { id, finding, tone, from, to }]);
  }
  const near = lines.length > MOST_LINES ? aroundOf([...byLine.keys()]) : null;
  return lines.flatMap((text, index): readonly Line[] => {
    const number = index + 1;
    const marks = byLine.get(number) ?? [];
    const isBlank = text.trim() === '' && marks.length === 0;
    if (isBlank || (near !== null && !near.has(number))) return [];
    return [{ number, text, marks }];
  });
}

function aroundOf(numbers: readonly number[]): ReadonlySet<number> {
  const near = new Set<number>();
  for (const number of numbers) {
    for (let at = number - AROUND; at <= number + AROUND; at += 1) near.add(at);
  }
  return near;
}
