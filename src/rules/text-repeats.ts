/** A block of text that stands twice in a row: text[from, middle) = text[middle, to). */
export interface Repeat {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

const GRAM = 4;
const LONGEST = 48;
const SLOT_BITS = 13;
/** Odd, with its ones far apart: neighbouring characters differ in every bit. */
const SPREAD = 0x9e3779b1;

/** Where each hashed group of four characters was last seen, over all texts of one reader. */
export class RepeatFinder {
  private readonly seen = new Int32Array(2 ** SLOT_BITS).fill(-1);
  private base = 0;

  /** Blocks that are said twice, of at least four Chinese characters; one pass over the text. */
  find(text: string): readonly Repeat[] {
    const found: Repeat[] = [];
    let from = 0;
    let gram = 0;
    for (let i = 1 - GRAM; i + GRAM <= text.length; i += 1) {
      // Each character shifts the hash by 8 bits: the one before these four has left it.
      gram = (gram << 8) ^ Math.imul(text.charCodeAt(i + GRAM - 1), SPREAD);
      if (i < 0) continue;
      const slot = gram >>> (32 - SLOT_BITS);
      const last = this.seen[slot]! - this.base;
      this.seen[slot] = this.base + i;
      if (last < from || i - last < GRAM || i - last > LONGEST) continue;
      const length = i - last;
      if (!text.startsWith(text.slice(last, i), i) || !isPhrase(text.slice(last, i))) continue;
      found.push({ from: last, middle: i, to: i + length });
      from = i + length;
    }
    this.base += text.length + LONGEST;
    return found;
  }
}

/** Rows of equal amounts repeat without being said twice: with digits it takes more words. */
function isPhrase(block: string): boolean {
  const words = block.replace(/[^\u4e00-\u9fff]/g, '').length;
  return words >= (/\d/.test(block) ? 8 : GRAM);
}
