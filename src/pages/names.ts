import { type Address, comparePlaces, type Locate, type Place } from '../base/place.js';
import type { Filing, FormFact, Section } from '../facts/model.js';
import { type Lang, type Mark, plain, type SourceLine, type Tone } from './model.js';
import { word } from './words.js';

/** What stands at a place, in the document's own words: table, line and column, or the section. */
export type PlaceName = (place: Place) => string | null;

/** The names of a filing's places. Built once for each page. */
export function placeNames(filing: Filing): PlaceName {
  const cells = new Map<string, string>();
  for (const form of filing.forms) {
    for (const cell of form.cells) {
      const item = [cell.code, cell.item].filter((part) => part !== null && part !== '').join(' ');
      cells.set(keyOf(cell.place), `${form.title}“${item}”${cell.column}`);
    }
  }
  const titles = [...filing.sections, ...filing.forms]
    .filter(({ place }) => place.line !== null)
    .sort((a, b) => comparePlaces(a.place, b.place));
  return (place) => cells.get(keyOf(place)) ?? titleAbove(titles, place.line)?.title ?? null;
}

/** A section or a form: whatever stands last above a line names it. */
type Titled = Pick<Section | FormFact, 'title' | 'place'>;

function keyOf(place: Place): string {
  return `${place.page}:${place.line}:${place.from}:${place.to}`;
}

function titleAbove(titles: readonly Titled[], line: number | null): Titled | undefined {
  if (line === null) return undefined;
  let found: Titled | undefined;
  let low = 0;
  let high = titles.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const titled = titles[middle]!;
    if ((titled.place.line ?? 0) <= line) {
      found = titled;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** 第 134 行, 第 3 页, 表 2 第 4 行第 3 列, or nothing for a place without a position. */
export function positionWord(lang: Lang, place: Place, locate: Locate): string | null {
  const { elsewhere } = place;
  const { file, address } = elsewhere ?? { file: null, address: locate(place) };
  const position = addressWord(lang, address ?? {}, elsewhere === undefined ? place : null);
  return file === null ? position : [file, position].filter((part) => part !== null).join(' ');
}

/** Where an address is; the line of the place where there is no other. */
export function addressWord(
  lang: Lang,
  address: Address,
  place: Place | null = null,
): string | null {
  const { page, sheet, cell, table, row, column, paragraph } = address;
  const line = address.line ?? place?.line ?? null;
  if (page !== undefined) return word(lang, 'page', page);
  if (sheet !== undefined) return word(lang, 'sheetCell', sheet, cell ?? '');
  if (table !== undefined) return word(lang, 'tableCell', table, row ?? 1, column ?? 1);
  if (paragraph !== undefined) return word(lang, 'paragraph', paragraph);
  if (line !== null) return word(lang, 'line', line);
  return place === null || place.page === null ? null : word(lang, 'page', place.page);
}

/**
 * The mark of a place inside its line; null when the line is not that long. An empty place is a
 * mark only where it is a blank cell: between tabs or at an end of a line that has some.
 */
export function markOf(place: Place, line: string, tone: Tone, primary: boolean): Mark | null {
  const from = Math.min(Math.max(0, place.from ?? 0), line.length);
  const to = Math.min(Math.max(from, place.to ?? line.length), line.length);
  if (from === to && !isBlankCell(line, from)) return null;
  return { from, to, tone, primary, id: `p${place.line ?? 0}-${from}-${to}`, refs: [] };
}

function isBlankCell(line: string, at: number): boolean {
  const edge = (char: string | undefined) => char === undefined || char === '\t';
  return line.includes('\t') && edge(line[at - 1]) && edge(line[at]);
}

/** The line that a place stands on, marked; its own text where the line is not at hand. */
export function markedLine(
  lines: readonly string[],
  place: Place,
  tone: Tone,
  primary: boolean,
): SourceLine {
  const text = place.line === null ? undefined : lines[place.line - 1];
  if (text === undefined) {
    const own = place.text ?? '';
    const whole = { from: 0, to: own.length, tone, primary, id: '', refs: [] };
    return { number: place.line, text: own, marks: own === '' ? [] : [whole] };
  }
  const mark = markOf(place, text, tone, primary);
  // Blank cells at the end say nothing, unless one of them is meant.
  const quoted = text.slice(0, Math.max(text.trimEnd().length, mark?.to ?? 0));
  return { number: place.line, text: quoted, marks: mark ? [mark] : [] };
}

/** `第 3 行、第 8 行 等 12 项`: the first few of many. */
export function firstFew(lang: Lang, texts: readonly string[], most: number): string {
  const shown = texts.slice(0, most).join(word(lang, 'comma'));
  return texts.length > most ? word(lang, 'andMore', shown, texts.length) : shown;
}

/** A paragraph of plain text. */
export function paragraph(text: string) {
  return { kind: 'paragraph', content: plain(text) } as const;
}
