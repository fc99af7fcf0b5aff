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
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || parts(last, word)) groups.push([word]);
    else group.push(word);
  }
  return groups.map((group) => {
    const text = textOf(group);
    return { ...boxAround(group), words: group, text, value: isValue(text) };
  });
}

function parts(a: Word, b: Word): boolean {
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  // Two amounts that nearly touch: numbers as wide as their columns.
  if (gap > -APART && /\.\d\d$/.test(a.text) && /^-?\d/.test(b.text)) return true;
  // A label as wide as its column, and the amount beside it.
  if (gap > -APART && AMOUNT.test(b.text) && /[\u4e00-\u9fff）)]$/.test(a.text)) return true;
  return gap >= APART || (gap >= BESIDE_VALUE && (isValue(a.text) || isValue(b.text)));
}
