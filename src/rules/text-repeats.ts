/** A block of text that stands twice in a row: text[from, middle) = text[middle, to). */
export interface Repeat {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

const GRAM = 4;
const LONGEST = 48;
const SLOTS = 8192;

/** Where each hashed group of four characters was last seen, over all texts of one reader. */
export class RepeatFinder {
  private readonly seen = new Int32Array(SLOTS).fill(-1);
  private base = 0;

  /** Blocks that are said twice, of at least four Chinese characters; one pass over the text. */
  find(text: string): readonly Repeat[] {
    const found: Repeat[] = [];
    let from = 0;
    for (let i = 0; i + GRAM <= text.length; i += 1) {
      const slot = hash(text, i);
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

function hash(text: string, i: number): number {
  let code = text.charCodeAt(i);
  for (let k = 1; k < GRAM; k += 1) code = (code * 31 + text.charCodeAt(i + k)) | 0;
  return code & (SLOTS - 1);
}

/** Rows of equal amounts repeat without being said twice: with digits it takes more words. */
function isPhrase(block: string): boolean {
  const words = block.replace(/[^\u4e00-\u9fff]/g, '').length;
  return words >= (/\d/.test(block) ? 8 : GRAM);
}
