import type { Place } from '../base/place.js';
import type { Filing, Section } from '../facts/model.js';

/** A paragraph or heading as a document prints it. */
export interface PrintedLine {
  readonly text: string;
  /** Without blanks: how sentences are compared. */
  readonly bare: string;
  readonly part: Section['part'];
  /** All lines (1-based) that it runs over. */
  readonly lines: readonly number[];
  readonly place: Place;
}

/** Running text and headings of a document in their order; wrapped lines are one. */
export function printedLines(filing: Filing, lines: readonly string[]): readonly PrintedLine[] {
  const parts = new Map(filing.sections.map(({ id, part }) => [id, part]));
  const found: PrintedLine[] = [];
  const add = (text: string, part: Section['part'], own: readonly number[]) => {
    const [line] = own;
    if (line === undefined || text.trim() === '') return;
    const place = { page: null, line, from: 0, to: lines[line - 1]?.length ?? 0, text: null };
    found.push({ text: text.trim(), bare: text.replace(/\s/g, ''), part, lines: own, place });
  };
  const seen = new Set<number>();
  for (const { section, text, pieces } of filing.passages) {
    const own = [...new Set(pieces.map(({ line }) => line))];
    for (const line of own) seen.add(line);
    add(text, parts.get(section) ?? 'other', own);
  }
  for (const { part, place } of filing.sections) {
    if (place.line === null || seen.has(place.line)) continue;
    seen.add(place.line);
    add(lines[place.line - 1] ?? '', part, [place.line]);
  }
  return found.sort((a, b) => a.lines[0]! - b.lines[0]!);
}
