/** Stands in print for a character that no font has, as typesetters have always done. */
export const NO_GLYPH = '〓';

/**
 * Makes texts that the fonts can print: what nobody sees is left out, what no font has is replaced
 * and remembered.
 */
export class PrintableText {
  readonly #covers: (codePoint: number) => boolean;
  readonly #replaced = new Set<string>();

  constructor(covers: (codePoint: number) => boolean) {
    this.#covers = covers;
  }

  /** Characters that were replaced so far, in their order. */
  get replaced(): readonly string[] {
    return [...this.#replaced].sort();
  }

  /** Line breaks stay, long words may break. */
  of(text: string): string {
    const clean = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(/\t/g, ' ');
    const printed = [...clean.replace(INVISIBLE, '')].map((sign) => this.#sign(sign)).join('');
    return printed.replace(LONG_WORD, (word) => word.replace(WORD_PARTS, '$&\u200b'));
  }

  #sign(sign: string): string {
    if (sign === '\n' || this.#covers(sign.codePointAt(0)!)) return sign;
    this.#replaced.add(sign);
    return NO_GLYPH;
  }
}

/** Controls, marks of direction, joiners, variants of glyphs. */
const INVISIBLE = new RegExp(
  '[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u200b-\\u200f\\u202a-\\u202e' +
    '\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\u{e0000}-\\u{e0fff}]',
  'gu',
);
/** Without a place to break, wider than a column. */
const LONG_WORD = /[!-~]{25,}/g;
/** Letters of a long word that stay together. */
export const WORD_PART = 10;
const WORD_PARTS = new RegExp(`.{${WORD_PART}}(?=.)`, 'gu');

/** Whether places to break are put into it. */
export function isLongWord(word: string): boolean {
  return word.length >= 25;
}
