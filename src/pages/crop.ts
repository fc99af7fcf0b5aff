import { charWidth } from './display-width.js';
import type { Mark } from './model.js';

/** A stretch of a line that fits, with the marks that lie in it. Offsets are those of the line. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
}

/** How wide a character is drawn; a tab is drawn as a separator between cells. */
export type WidthOf = (char: string) => number;

export const TAB_DRAWN = ' | ';

/** Widths of a terminal. */
export const terminalWidth: WidthOf = (char) =>
  char === '\t' ? TAB_DRAWN.length : charWidth(char);

/**
 * Windows of at most `room` columns over a line, the first around its primary mark, each taking in
 * the other marks that fit; a mark that fits in none gets one of its own. Without marks: the start.
 */
export function windowsOf(
  text: string,
  marks: readonly Mark[],
  room: number,
  widthOf: WidthOf = terminalWidth,
): Window[] {
  const waiting = [...marks].sort((a, b) => (a.primary === b.primary ? 0 : a.primary ? -1 : 1));
  const windows: Window[] = [];
  for (let first = waiting.shift(); first; first = waiting.shift()) {
    const taken = [first];
    let from = first.from;
    let to = first.to;
    for (const mark of [...waiting]) {
      const start = Math.min(from, mark.from);
      const end = Math.max(to, mark.to);
      if (!fits(text, start, end, room, widthOf)) continue;
      [from, to] = [start, end];
      taken.push(mark);
      waiting.splice(waiting.indexOf(mark), 1);
    }
    windows.push({ ...grow(text, from, to, room, widthOf), marks: taken });
  }
  if (windows.length === 0) windows.push({ ...grow(text, 0, 0, room, widthOf), marks: [] });
  return windows;
}

function fits(text: string, from: number, to: number, room: number, widthOf: WidthOf): boolean {
  if (to - from > room) return false;
  let width = 0;
  for (const char of text.slice(from, to)) width += widthOf(char);
  return width <= room;
}

/** Widens a stretch on both sides in turn while it fits; cuts it at the end when it never did. */
function grow(text: string, from: number, to: number, room: number, widthOf: WidthOf) {
  let used = 0;
  let end = from;
  while (end < to) {
    const char = charAt(text, end);
    if (used + widthOf(char) > room) return { from, to: end };
    used += widthOf(char);
    end += char.length;
  }
  let start = from;
  for (let open = true; open; ) {
    open = false;
    if (start > 0) {
      const char = charBefore(text, start);
      if (used + widthOf(char) <= room) {
        used += widthOf(char);
        start -= char.length;
        open = true;
      }
    }
    if (end < text.length) {
      const char = charAt(text, end);
      if (used + widthOf(char) <= room) {
        used += widthOf(char);
        end += char.length;
        open = true;
      }
    }
  }
  return { from: start, to: end };
}

function charAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0xfffd);
}

function charBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff && index > 1
    ? text.slice(index - 2, index)
    : text.slice(index - 1, index);
}
