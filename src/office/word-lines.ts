import { charWidth } from '../pages/display-width.js';

/** Marks that never begin a line: the last one of a line hangs over its end. */
const CLOSING = new Set('，。、；：？！）】》」』”’,.;:?!)%％');
/** Marks that never end a line. */
const OPENING = new Set('（【《「『“‘(');
/** Programs set a quarter of a character between Chinese and figures. */
const BETWEEN_SCRIPTS = 0.25;

/**
 * Lines that a paragraph takes, set in characters of one width: a line holds so many Chinese
 * characters, the first one fewer by its indent.
 */
export function lineCount(text: string, perLine: number, indent = 0): number {
  return text.split('\n').reduce((lines, part) => lines + linesOf(part, perLine, indent), 0);
}

function linesOf(text: string, perLine: number, indent: number): number {
  let lines = 1;
  let at = indent;
  let before: 'wide' | 'narrow' | null = null;
  for (const word of wordsOf(text)) {
    const script = charWidth([...word][0] ?? '') === 2 ? 'wide' : 'narrow';
    const gap = before !== null && before !== script && word !== ' ' ? BETWEEN_SCRIPTS : 0;
    const width = emsOf(word);
    const hangs = CLOSING.has(word);
    if (at + gap + width > perLine + 0.01 && !hangs && at > 0) {
      lines += 1;
      at = width;
    } else {
      at += gap + width;
    }
    before = word === ' ' ? null : script;
  }
  return lines;
}

/** What stays together: a Chinese character with the marks that open before it, a figure. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let open = '';
  for (const char of text) {
    const last = words.at(-1);
    const wide = charWidth(char) === 2;
    if (OPENING.has(char)) {
      open += char;
    } else if (!wide && char !== ' ' && open === '' && last !== undefined && isLatin(last)) {
      words[words.length - 1] = last + char;
    } else {
      words.push(open + char);
      open = '';
    }
  }
  return open === '' ? words : [...words, open];
}

function isLatin(word: string): boolean {
  return word !== ' ' && [...word].every((char) => charWidth(char) < 2);
}

/** Widths in Chinese characters; points, commas and blanks of Times are a quarter. */
function emsOf(word: string): number {
  let ems = 0;
  for (const char of word) ems += /[.,:; ]/.test(char) ? 0.25 : charWidth(char) / 2;
  return ems;
}
