import { textOf, type VisualLine } from './visual-lines.js';
import { type Boxed, boxAround, type Word } from './words.js';

/** Words of one line that stand together: a cell of a table without lines, or a part of one. */
export interface Token extends Boxed {
  readonly words: readonly Word[];
  readonly text: string;
  /** A number or a dash in place of one. */
  readonly value: boolean;
}

/** Gaps that part cells, in parts of the type size: anywhere, and beside a number. */
const APART = 0.7;
const BESIDE_VALUE = 0.2;

const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d$/;
const VALUE = /^(?:[-−(（]?[\d,，]+(?:[.．]\d+)?[%％)）]?|[—–-]{1,4}|\ufffd.*|.*\d\ufffd)$/;

/** A number as it stands in a table, or the dash of an empty cell. */
export function isValue(text: string): boolean {
  return VALUE.test(text);
}

export function tokensOf({ words }: VisualLine): Token[] {
  return tokensApart(words, APART);
}

/** Words as tokens: apart where the gap is so wide, in parts of the type size. */
export function tokensApart(words: readonly Word[], apart: number): Token[] {
  const groups: Word[][] = [];
  words.forEach((word, at) => {
    const last = words[at - 1];
    const inside = isInside(last, word, words[at + 1]) || isInside(words[at - 2], last, word);
    if (last === undefined || (!inside && parts(last, word, apart))) groups.push([word]);
    else groups.at(-1)!.push(word);
  });
  return groups.map((group) => {
    const text = textOf(group);
    return { ...boxAround(group), words: group, text, value: isValue(text) };
  });
}

function parts(a: Word, b: Word, apart: number): boolean {
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  // Two amounts that nearly touch: numbers as wide as their columns.
  if (gap > -APART && /(?:\.\d\d|——)$/.test(a.text) && /^-?\d/.test(b.text)) return true;
  // A label as wide as its column, and the amount beside it.
  if (gap > -APART && AMOUNT.test(b.text) && /[\u4e00-\u9fff）)]$/.test(a.text)) return true;
  // An amount at the right side of its column, and the label at the left side of the next.
  if (gap > -APART && AMOUNT.test(a.text) && /^[\u4e00-\u9fff]/.test(b.text)) {
    return !/^[元万亿]/.test(b.text);
  }
  return gap >= apart || (gap >= BESIDE_VALUE && (isValue(a.text) || isValue(b.text)));
}

/** Programs set numbers inside words off by this much, in parts of the type size. */
const SET_OFF = 0.4;

/** A whole number between words, as in 单价 100 万元以上设备: no cell of its own. */
function isInside(
  before: Word | undefined,
  word: Word | undefined,
  after: Word | undefined,
): boolean {
  if (before === undefined || word === undefined || after === undefined) return false;
  if (!/^\d+$/.test(word.text) || isValue(before.text) || isValue(after.text)) return false;
  const gap = SET_OFF * word.size;
  return word.left - before.right < gap && after.left - word.right < gap;
}
