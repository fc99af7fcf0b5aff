import { charWidth, displayWidth } from './display-width.js';

/** These never begin a line of Chinese text. */
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕”’％%‰,.;:?!)\]}…—–·]/u;
/** These never end one. */
const NOT_LAST = /[（《〈「『【〔“‘([{–]$/u;

/**
 * Text cut into pieces that must not be broken: a word or number of Latin script, one ideograph
 * with the punctuation that clings to it, a blank.
 */
function atoms(text: string): string[] {
  const raw = text.match(/ +|[!-~]+|[^ -~]/gu) ?? [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined.at(-1);
    const clings = last !== undefined && last.trim() !== '' && piece.trim() !== '';
    if (clings && (NOT_FIRST.test(piece) || NOT_LAST.test(last))) {
      joined[joined.length - 1] = last + piece;
    } else joined.push(piece);
  }
  return joined;
}

/** A piece wider than a whole line, cut by force. */
function cut(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const char of piece) {
    const next = charWidth(char);
    if (used + next > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += char;
    used += next;
  }
  parts.push(part);
  return parts;
}

/**
 * Lines of at most `width` terminal columns: breaks between ideographs and at blanks, never
 * inside a
 * number or a Latin word that fits, never before closing or after opening punctuation.
 */
export function wrapText(text: string, width: number): string[] {
  const room = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const atom of atoms(text)) {
    const size = displayWidth(atom);
    if (used + size > room && line !== '') end();
    if (line === '' && lines.length > 0 && atom.trim() === '') continue;
    const parts = size > room ? cut(atom, room) : [atom];
    for (const [index, part] of parts.entries()) {
      if (index > 0) end();
      line += part;
      used += displayWidth(part);
    }
  }
  if (line.trim() !== '' || lines.length === 0) end();
  return lines;
}
