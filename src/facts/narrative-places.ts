import { linePlace, type Place } from '../base/place.js';
import type { Passage } from './model.js';

/**
 * The place of text[start..end) of a passage. It begins on one line; a number that a printer broke
 * over two lines is marked to the end of the first, with the whole text.
 */
export function placeIn(passage: Passage, start: number, end: number): Place {
  const { pieces, text } = passage;
  let at = pieces.length - 1;
  while (at > 0 && pieces[at]!.start > start) at -= 1;
  const piece = pieces[at]!;
  const next = pieces[at + 1];
  const last = Math.min(end, next?.start ?? text.length);
  const from = piece.from + start - piece.start;
  return linePlace(piece.line, from, from + Math.max(0, last - start), text.slice(start, end));
}

/** Offsets of the sentence that an offset lies in. */
export function sentenceAround(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf('。', Math.max(0, at - 1)) + 1;
  const stop = text.indexOf('。', at);
  return { start, end: stop < 0 ? text.length : stop + 1 };
}
