import type { PageContent, Ruling, TextRun } from '../page-content.js';
import type { ReadPart } from './agreement.js';
import { PIXELS_PER_POINT } from './page-plan.js';
import type { TextLineBox } from './text-lines.js';

/** A line of a page with what was read of it. */
export interface ReadLine {
  readonly line: TextLineBox;
  readonly parts: readonly ReadPart[];
}

/** Ink that the engine made nothing of: what stands there is not blank but unread. */
export const UNREADABLE = '〓';
/** A number with other decimals than its whole column may have lost its point. */
const OTHER_DECIMALS = 0.8;
/** On a page of which not everything is legible. */
const ON_POOR_PAGE = 0.85;
/** So many numbers make a column, and so many of ten must agree. */
const FEWEST_IN_COLUMN = 4;
const AGREEING_OF_TEN = 8;
/** Below it a line cannot be relied on to say what it says. */
const LEGIBLE = 0.8;
/** Shorter lines (a numeral apart from its heading) tell nothing of the page. */
const TELLING = 4;
/** Lines of a page that scanned well are surer than this on average; copies of copies are not. */
const WELL_LEGIBLE = 0.93;

/** How much of a page could be read. */
export type Legibility = 'whole' | 'partly' | 'not';

/** The lines of a page as runs of text with their boxes, each as sure as it is. */
export function contentOf(
  page: { readonly page: number; readonly width: number; readonly height: number },
  rulings: readonly Ruling[],
  lines: readonly ReadLine[],
): PageContent {
  const sure = legibilityOf(lines) === 'whole' ? lines : lines.map(doubted);
  return { ...page, rulings, runs: inOneGrain(sure).flatMap(runsOf) };
}

/** Where words beside it cannot be read, no number is relied on either. */
function doubted({ line, parts }: ReadLine): ReadLine {
  return {
    line,
    parts: parts.map((part) =>
      part.isNumber ? { ...part, confidence: Math.min(part.confidence, ON_POOR_PAGE) } : part,
    ),
  };
}

/**
 * A page is not legible when half of its lines are not, and only partly when some are not, or when
 * it is read with little certainty throughout.
 */
export function legibilityOf(lines: readonly ReadLine[]): Legibility {
  const certainties = lines
    .filter(({ parts }) => lengthOf(parts) >= TELLING)
    .map(({ parts }) => certaintyOf(parts));
  const count = certainties.length;
  if (count === 0) return 'whole';
  const doubtful = certainties.filter((certainty) => certainty < LEGIBLE).length;
  if (doubtful * 2 > count) return 'not';
  const mean = certainties.reduce((sum, certainty) => sum + certainty, 0) / count;
  return doubtful * 20 > count || mean < WELL_LEGIBLE ? 'partly' : 'whole';
}

function lengthOf(parts: readonly ReadPart[]): number {
  return parts.reduce((sum, { characters }) => sum + characters.length, 0);
}

/** Mean certainty of the characters of a line, 0 to 1. */
function certaintyOf(parts: readonly ReadPart[]): number {
  const all = parts.flatMap(({ characters }) => characters);
  if (all.length === 0) return 0;
  return all.reduce((sum, { certainty }) => sum + certainty, 0) / all.length;
}

/** Doubts a number whose decimals differ from what its column has throughout. */
function inOneGrain(lines: readonly ReadLine[]): readonly ReadLine[] {
  const columns = new Map<string, ReadLine[]>();
  for (const each of lines) {
    const key = columnOf(each);
    if (key !== null) columns.set(key, [...(columns.get(key) ?? []), each]);
  }
  const usual = new Map([...columns].map(([key, column]) => [key, usualDecimals(column)]));
  return lines.map((each) => {
    const decimals = usual.get(columnOf(each) ?? '') ?? null;
    const [part] = each.parts;
    if (decimals === null || part === undefined || decimalsOf(part) === decimals) return each;
    const confidence = Math.min(part.confidence, OTHER_DECIMALS);
    return { ...each, parts: [{ ...part, confidence }] };
  });
}

/** Lines that are numbers and stand in cells of the same width at the same place. */
function columnOf({ line, parts }: ReadLine): string | null {
  if (line.cell < 0 || parts.length !== 1 || !parts[0]!.isNumber) return null;
  const step = (edge: number): number => Math.floor(edge / 8);
  return `${step(line.room.left + 4)} ${step(line.room.right + 4)}`;
}

function usualDecimals(column: readonly ReadLine[]): number | null {
  if (column.length < FEWEST_IN_COLUMN) return null;
  const counts = new Map<number, number>();
  for (const { parts } of column) {
    const decimals = decimalsOf(parts[0]!);
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
  }
  const [[decimals, count]] = [...counts].sort((a, b) => b[1] - a[1]) as [[number, number]];
  return decimals > 0 && count * 10 >= column.length * AGREEING_OF_TEN ? decimals : null;
}

function decimalsOf({ text }: ReadPart): number {
  const point = text.lastIndexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function runsOf({ line, parts }: ReadLine): readonly TextRun[] {
  const text = parts.map((part) => part.text).join('');
  if (text.trim() === '') return line.cell < 0 ? [] : [unreadableRun(line)];
  const edges = edgesOf(line, parts);
  const size = heightOf(line, text);
  let from = 0;
  return parts.map((part) => {
    const own = edges.slice(from, from + part.text.length + 1);
    from += part.text.length;
    return {
      ...boxed(line, part.text, size),
      left: own[0]!,
      right: own.at(-1)!,
      edges: own,
      confidence: thousandths(part.confidence),
    };
  });
}

function unreadableRun(line: TextLineBox): TextRun {
  const size = (line.bottom - line.top) / PIXELS_PER_POINT;
  return { ...boxed(line, UNREADABLE, size), confidence: 0 };
}

function boxed(line: TextLineBox, text: string, size: number): TextRun {
  return {
    text,
    left: line.left / PIXELS_PER_POINT,
    right: line.right / PIXELS_PER_POINT,
    top: line.top / PIXELS_PER_POINT,
    bottom: line.bottom / PIXELS_PER_POINT,
    size,
    turned: false,
    edges: null,
    origin: 'recognised',
    confidence: null,
  };
}

/** Digits and Latin letters fill less of the height of their type than Chinese characters. */
function heightOf({ top, bottom }: TextLineBox, text: string): number {
  const full = /[\u3400-\u9fff]/.test(text) ? 0.95 : 0.72;
  return (bottom - top) / PIXELS_PER_POINT / full;
}

/** Left edges of the characters in points and the right edge of the last. */
function edgesOf(line: TextLineBox, parts: readonly ReadPart[]): readonly number[] {
  const xs = parts.flatMap(({ characters }) => characters.map(({ x }) => x));
  const edges = xs.map((x, index) => (index === 0 ? line.left : (xs[index - 1]! + x) / 2));
  let last = line.left;
  return [...edges, line.right].map((edge) => {
    last = Math.min(line.right, Math.max(last, edge));
    return last / PIXELS_PER_POINT;
  });
}

/** Cut off, so that nothing looks surer than it is. */
function thousandths(confidence: number): number {
  return Math.floor(confidence * 1000) / 1000;
}
