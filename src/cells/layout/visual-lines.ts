import { isNoteMark } from '../note-mark.js';
import { isWide } from './characters.js';
import { type Boxed, boxAround, heightMiddleOf, type Word } from './words.js';

/** Words on one baseline from left to right. */
export interface VisualLine extends Boxed {
  readonly page: number;
  /** Type size of most of its characters. */
  readonly size: number;
  readonly words: readonly Word[];
}

/**
 * Same sizes stand on one line when their middles differ by less than this part of the size. What
 * was recognised is placed less exactly.
 */
const SAME_LINE = 0.22;
const SAME_RECOGNISED_LINE = 0.4;

/** Puts words into lines by their height on the page, whatever order they were drawn in. */
export function linesOf(words: readonly Word[]): VisualLine[] {
  const lines: Word[][] = [];
  // Large ones first: superscripts and notes join the line of the text that they stand beside.
  const sorted = [...words].sort((a, b) => b.size - a.size || a.top - b.top || a.left - b.left);
  const middles: number[] = [];
  for (const word of sorted) {
    const middle = heightMiddleOf(word);
    let best = -1;
    for (let at = 0; at < lines.length; at += 1) {
      const apart = Math.abs(middles[at]! - middle);
      if (apart > reach(lines[at]![0]!, word)) continue;
      if (best < 0 || apart < Math.abs(middles[best]! - middle)) best = at;
    }
    if (best < 0) {
      lines.push([word]);
      middles.push(middle);
    } else {
      lines[best]!.push(word);
    }
  }
  return lines.map(lineOf).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** How far apart the middles of two words of one line may be. */
function reach(anchor: Word, word: Word): number {
  if (word.size <= 0.85 * anchor.size) return 0.45 * anchor.size;
  return (word.origin === 'recognised' ? SAME_RECOGNISED_LINE : SAME_LINE) * word.size;
}

export function lineOf(unsorted: readonly Word[]): VisualLine {
  const sorted = [...unsorted].sort((a, b) => a.left - b.left);
  const words = sorted.filter((word, at) => !isNote(word, sorted[at - 1]));
  return { ...boxAround(words), page: words[0]!.page, size: commonSize(words), words };
}

/** Raised type is this much smaller than what it stands behind, and ends this much above it. */
const RAISED_SIZE = 0.8;
const RAISED_BY = 0.2;

/** Whether a word is the raised mark of a note behind another. */
function isNote(word: Word, before: Word | undefined): boolean {
  // What was recognised stands loosely.
  if (before === undefined || word.origin === 'recognised') return false;
  const { size, right, bottom } = before;
  const isRaised = word.size <= RAISED_SIZE * size && bottom - word.bottom >= RAISED_BY * size;
  const isNear = word.left - right <= LETTER_SPACING * size;
  return isRaised && isNear && isNoteMark(word.text, before.text);
}

/** The type size of most characters, to a tenth of a point. */
export function commonSize(words: readonly Word[]): number {
  const counts = new Map<number, number>();
  let best = words[0]!.size;
  for (const { size, text } of words) {
    const key = Math.floor(size * 10 + 0.5) / 10;
    const count = (counts.get(key) ?? 0) + text.length;
    counts.set(key, count);
    if (count > (counts.get(best) ?? 0)) best = key;
  }
  return best;
}

/** The text of words on one line, blanks where gaps are. */
export function textOf(words: readonly Word[]): string {
  let text = '';
  words.forEach((word, at) => {
    text += (at === 0 ? '' : blanksBetween(words[at - 1]!, word)) + word.text;
  });
  return text;
}

/** A gap between neighbours that makes them two words, in parts of the type size. */
const LETTER_SPACING = 0.45;
const LATIN_SPACING = 0.16;
const PRINTED_BLANK = 0.1;
const INSIDE_NUMBER = 0.6;

/** What stands between two neighbours of a line: nothing, a blank, more in a wide gap. */
export function blanksBetween(a: Word, b: Word): string {
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  if (gap < (b.afterBlank ? PRINTED_BLANK : leastGap(a.text, b.text))) return '';
  if (gap < 1.5) return ' ';
  return gap < 4 ? '  ' : '    ';
}

function leastGap(before: string, after: string): number {
  const end = before.at(-1)!;
  const start = after[0]!;
  if (/[\d.,%-]/.test(end) && /[\d.,%]/.test(start)) return INSIDE_NUMBER;
  return isWide(end) || isWide(start) ? LETTER_SPACING : LATIN_SPACING;
}

/** What stands between two lines of one text. */
export function lineJoint(before: string, after: string): '' | ' ' {
  const end = before.at(-1);
  const start = after[0];
  if (end === undefined || start === undefined) return '';
  if (/[\d,.]/.test(end) && /[\d,.]/.test(start)) return isBroken(before, after) ? '' : ' ';
  if (/[A-Za-z\d,.;:)]/.test(end) && /[A-Za-z\d(]/.test(start)) return ' ';
  // An amount below its label is a text of its own.
  return isWide(end) && /^-?[\d,]+\.\d/.test(after) ? ' ' : '';
}

/** One number over two lines: neither part is whole, together they are. */
function isBroken(before: string, after: string): boolean {
  const head = /[-\d,.]+$/.exec(before)![0];
  const tail = /^[\d,.]+/.exec(after)![0];
  const whole = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
  if (!whole.test(head + tail)) return false;
  return /[,.]$/.test(head) || /^[,.]/.test(tail) || (/[,]/.test(head) && !/\./.test(head));
}
