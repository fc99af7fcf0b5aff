import type { Place } from '../base/place.js';
import type { Filing } from '../facts/model.js';
import type { GroupedFinding } from './finding-group.js';
import type { Mark, Source, Tone } from './model.js';
import { markOf } from './names.js';

type Ref = Mark['refs'][number];

/**
 * The document beside its findings: every line, each place marked and tied to the items about it.
 */
export function sourceOf(
  filing: Filing,
  grouped: readonly GroupedFinding[],
  sourceLines: readonly string[],
): Source {
  const marks = new Map<number, Map<string, Mark>>();
  for (const { root, following, number, id, severity } of grouped) {
    const ref: Ref = { id, label: String(number), tone: severity };
    const places = [root, ...following].flatMap((finding) => finding.places);
    for (const [index, place] of places.entries()) {
      addMark(marks, sourceLines, place, ref, index === 0);
    }
  }
  const lines = sourceLines.map((text, index) => ({
    number: index + 1,
    text,
    marks: [...(marks.get(index + 1)?.values() ?? [])].sort(byStart),
  }));
  return { file: filing.file, lines };
}

/** Outer marks before those inside them. */
function byStart(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to;
}

function addMark(
  marks: Map<number, Map<string, Mark>>,
  lines: readonly string[],
  place: Place,
  ref: Ref,
  primary: boolean,
): void {
  const text = place.line === null ? undefined : lines[place.line - 1];
  if (place.line === null || text === undefined) return;
  const mark = markOf(place, text, ref.tone, primary);
  if (!mark) return;
  const onLine = marks.get(place.line) ?? new Map<string, Mark>();
  marks.set(place.line, onLine);
  const key = `${mark.from}:${mark.to}`;
  const known = onLine.get(key);
  if (!known) onLine.set(key, { ...mark, refs: [ref] });
  else if (!known.refs.some(({ id }) => id === ref.id)) {
    const refs = [...known.refs, ref];
    onLine.set(key, { ...known, primary: known.primary || primary, refs, tone: toneOf(refs) });
  }
}

function toneOf(refs: readonly Ref[]): Tone {
  const order: readonly Tone[] = ['error', 'warning', 'info'];
  return order.find((tone) => refs.some((ref) => ref.tone === tone)) ?? 'muted';
}
