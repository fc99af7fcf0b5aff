import { matchesOf } from '../../base/matches.js';
import type { PageContent, TextRun } from '../page-content.js';
import type { Piece } from '../rendition.js';

/** Characters without a blank between them, with their box; the smallest thing that is placed. */
export interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly turned: boolean;
  /** A blank was printed before it in the same run. */
  readonly afterBlank: boolean;
  readonly origin: TextRun['origin'];
  readonly confidence: number | null;
}

/** Anything with a box on a page, in points. */
export type Boxed = Pick<Word, 'left' | 'right' | 'top' | 'bottom'>;

/** The words of a page in drawing order. */
export function wordsOf(content: PageContent): Word[] {
  const words: Word[] = [];
  for (const run of content.runs) addWords(words, run, content.page);
  return words;
}

const BLANK = /\s/;

function addWords(words: Word[], run: TextRun, page: number): void {
  const { size, turned, origin, confidence, left, right, top, bottom } = run;
  if (turned || !BLANK.test(run.text)) {
    const text = run.text.trim();
    if (text === '') return;
    const box = turned
      ? { left, right }
      : { left: edgeAt(run, 0), right: edgeAt(run, text.length) };
    words.push({
      page,
      text,
      ...box,
      top,
      bottom,
      size,
      turned,
      afterBlank: false,
      origin,
      confidence,
    });
    return;
  }
  const shared = { page, size, turned, origin, confidence };
  const before = words.length;
  for (const { 0: text, index } of matchesOf(WORD, run.text)) {
    const left = edgeAt(run, index);
    const right = edgeAt(run, index + text.length);
    words.push({ ...shared, text, left, right, top, bottom, afterBlank: words.length > before });
  }
}

const WORD = /\S+/g;

/** The edge before a character; where it is not known, characters are taken as equally wide. */
function edgeAt({ text, edges, left, right }: TextRun, at: number): number {
  return edges?.[at] ?? left + ((right - left) * at) / text.length;
}

export function middleOf({ left, right }: Pick<Boxed, 'left' | 'right'>): number {
  return (left + right) / 2;
}

export function heightMiddleOf({ top, bottom }: Pick<Boxed, 'top' | 'bottom'>): number {
  return (top + bottom) / 2;
}

/** The least box around boxes; there must be one at least. */
export function boxAround(boxes: readonly Boxed[]): Boxed {
  let { left, right, top, bottom } = boxes[0]!;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, right, top, bottom };
}

/** A text of a page with the box that it stands in and how it came to be known. */
export function pieceOf(text: string, page: number, box: Boxed, words: readonly Word[]): Piece {
  const address = {
    page,
    box: [tenth(box.left), tenth(box.top), tenth(box.right), tenth(box.bottom)] as const,
  };
  const recognised = words.filter(({ origin }) => origin === 'recognised');
  const [first] = recognised;
  if (first === undefined) return { text, address };
  const confidence = Math.min(...recognised.map((word) => word.confidence ?? 1));
  return { text, address, origin: first.origin, confidence };
}

/** Points with one decimal: finer than a printed line, the same on every machine. */
function tenth(points: number): number {
  return Math.floor(points * 10 + 0.5) / 10;
}
