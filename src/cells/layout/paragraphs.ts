import type { Piece } from '../rendition.js';
import { isWide } from './characters.js';
import { blanksBetween, lineJoint, textOf, type VisualLine } from './visual-lines.js';
import { pieceOf, type Word } from './words.js';

/** Where the text of a page begins and ends, in points. */
export interface TextMargins {
  readonly left: number;
  readonly right: number;
  /** Where the last line of a full page ends. */
  readonly bottom: number;
  /** Type size of most text. */
  readonly size: number;
  /** From line to line within a paragraph. */
  readonly pitch: number;
  /** Paragraphs begin indented: a line at the margin goes on with one. */
  readonly indented: boolean;
}

/** Lines of this part of the widest line's width tell the margins. */
const WIDE_PART = 0.7;

/** The margins that the lines of a page, or of the whole document, show; null without lines. */
export function marginsOf(lines: readonly VisualLine[]): TextMargins | null {
  if (lines.length === 0) return null;
  const size = mostCharacters(lines);
  const own = lines.filter((line) => Math.abs(line.size - size) < 0.1 * size);
  const widest = Math.max(...own.map(({ left, right }) => right - left));
  const wide = own.filter(({ left, right }) => right - left >= WIDE_PART * widest);
  const lefts = wide.map(({ left }) => left).sort((a, b) => a - b);
  const rights = wide.map(({ right }) => right).sort((a, b) => a - b);
  const pitches = wide
    .slice(1)
    .map((line, at) => (line.page === wide[at]!.page ? line.bottom - wide[at]!.bottom : 0))
    .filter((pitch) => pitch > 0.9 * size && pitch < 4 * size)
    .sort((a, b) => a - b);
  const left = lefts[Math.floor(lefts.length * 0.1)]!;
  const starts = wide.filter((line) => line.left > left + AT_MARGIN * size).length;
  return {
    left,
    indented: starts >= 2 && starts < wide.length - 1,
    right: rights[Math.floor(rights.length * 0.9)]!,
    bottom: Math.max(...lines.map((line) => line.bottom)),
    size,
    pitch: pitches[pitches.length >> 2] ?? 1.6 * size,
  };
}

function mostCharacters(lines: readonly VisualLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, words } of lines) {
    const length = words.reduce((sum, { text }) => sum + text.length, 0);
    counts.set(size, (counts.get(size) ?? 0) + length);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** A line that the next one may continue. */
export interface FlowLine {
  readonly line: VisualLine;
  readonly margins: TextMargins;
  /** The line before it belongs to the same paragraph. */
  readonly continued: boolean;
}

/** Gaps that make the parts of a line stand alone, in parts of the type size. */
const APART = 3;
/** A page that ends earlier, in lines, was ended on purpose. */
const PAGE_END = 4;
/** Indented by this part of the type size, a line begins a paragraph. */
const INDENT = 0.8;
/** So near to the margin, in the same measure, a line stands at it. */
const AT_MARGIN = 0.35;
const ENUMERATOR =
  /^(?:第[一二三四五六七八九十百]+[部章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d))/;
const LEADER = /[.…·．‥]{4,}|(?:[.…·．] ){4,}/;

/** Whether a line goes on with the paragraph of the line before it. */
export function joinsOn(before: FlowLine, next: FlowLine): boolean {
  const [a, b] = [before.line, next.line];
  const { left, right, pitch } = next.margins;
  if (Math.abs(a.size - b.size) > 0.12 * a.size || standsAlone(a) || standsAlone(b)) return false;
  const size = a.size;
  const samePage = a.page === b.page;
  if (samePage && b.bottom - a.bottom > Math.max(1.7 * pitch, 2.4 * size)) return false;
  if (!samePage && a.bottom < before.margins.bottom - PAGE_END * pitch) return false;
  if (!isFull(before, b)) return false;
  if (isCentred(a, before.margins) || isCentred(b, next.margins)) {
    return (
      samePage &&
      isTitle(a, before.margins) &&
      isTitle(b, next.margins) &&
      isCentred(b, next.margins)
    );
  }
  if (isTitle(a, before.margins) && b.left > a.left + INDENT * size) return false;
  const hanging = ENUMERATOR.test(textOf(a.words)) || before.continued;
  const indented = b.left > left + INDENT * size;
  if (
    indented &&
    !(hanging && b.left > a.left - 1 && b.left < a.left + 5 * size && b.left < right)
  ) {
    return false;
  }
  if (indented && before.continued && b.left > a.left + INDENT * size) return false;
  if (indented && !before.continued && b.left < a.left + INDENT * size) return false;
  return !ENUMERATOR.test(textOf(b.words)) || /[，、（(“《]$/.test(textOf(a.words));
}

/** Parts far from each other, or the dots of a table of contents. */
function standsAlone(line: VisualLine): boolean {
  const { words } = line;
  const apart = words.some(
    (word, at) => at > 0 && word.left - words[at - 1]!.right > APART * word.size,
  );
  return apart || LEADER.test(textOf(words));
}

/** Larger than the text around. */
function isTitle(line: VisualLine, { size }: TextMargins): boolean {
  return line.size > 1.1 * size;
}

/** As far from one margin as from the other, and from both. */
function isCentred(line: VisualLine, { left, right }: TextMargins): boolean {
  const before = line.left - left;
  const after = right - line.right;
  return before > 2.5 * line.size && Math.abs(before - after) < 1.5 * line.size;
}

/** Nothing of the next line would have found room on this one, or nearly nothing. */
function isFull({ line, margins }: FlowLine, next: VisualLine): boolean {
  const room = margins.right - line.right;
  if (room < firstUnit(next) + 0.35 * line.size) return true;
  const atMargin = next.left < margins.left + AT_MARGIN * line.size;
  return margins.indented && atMargin && room < NEARLY_FULL * line.size;
}

/** Words and numbers are kept together by some programs: room that a full line may leave. */
const NEARLY_FULL = 4.5;

/** How wide the first part of a line is that could not be broken off, in points. */
function firstUnit({ words }: VisualLine): number {
  const [first] = words as readonly [Word];
  const perCharacter = (first.right - first.left) / first.text.length;
  if (isWide(first.text[0])) {
    const closing = /^.[，。、；：！？）》”’]*/.exec(first.text)![0];
    return Math.max(closing.length * perCharacter, first.size);
  }
  const latin = /^[\x21-\x7e]+[，。、；：！？）》”’]*/.exec(first.text)?.[0] ?? first.text[0]!;
  return latin.length * perCharacter;
}

/** The lines of a paragraph as pieces, one for each word, blanks where gaps are. */
export function paragraphPieces(lines: readonly VisualLine[]): Piece[] {
  const pieces: Piece[] = [];
  lines.forEach((line, index) => {
    const following = lines[index + 1];
    line.words.forEach((word, at) => {
      const next = line.words[at + 1];
      let after = '';
      if (next !== undefined) after = blanksBetween(word, next);
      else if (following !== undefined) after = lineJoint(word.text, following.words[0]!.text);
      const right = next !== undefined && after !== '' ? next.left : word.right;
      pieces.push(pieceOf(word.text + after, word.page, { ...word, right }, [word]));
    });
  });
  return pieces;
}
