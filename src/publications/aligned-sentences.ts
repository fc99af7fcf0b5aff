import type { PrintedLine } from './printed-lines.js';
import type { Sentence } from './sentences-again.js';

/** A sentence that a document does not print as it was written. */
export interface ChangedSentence {
  readonly sentence: Sentence;
  /** What stands where it stood. */
  readonly free: readonly PrintedLine[];
  /** Nothing else was changed there: all of that is it. */
  readonly whole: boolean;
}

/** Where the sentences of an account and the lines of a document part. */
export interface Aligned {
  readonly changed: readonly ChangedSentence[];
  /** Where the document begins. */
  readonly first: PrintedLine;
  /** Lines between sentences of which nobody knows. */
  readonly added: readonly PrintedLine[];
}

/** Null where the document prints every sentence and nothing between them. */
export function aligned(
  sentences: readonly Sentence[],
  printed: readonly PrintedLine[],
): Aligned | null {
  const texts = sentences.flatMap((sentence) => sentence.texts.map((text) => ({ sentence, text })));
  const pairs = longestCommon(
    texts.map(({ text }) => text),
    printed.map(({ bare }) => bare),
  );
  const lineOf = new Map(pairs);
  const taken = new Set(pairs.map(([, line]) => line));
  const starts: number[] = [];
  let start = 0;
  for (const { texts: own } of sentences) {
    starts.push(start);
    start += own.length;
  }
  const isFound = (at: number) =>
    sentences[at] === undefined ||
    sentences[at].texts.every((_, own) => lineOf.has(starts[at]! + own));
  const changed: ChangedSentence[] = [];
  const explained = new Set<number>();
  for (const [at, sentence] of sentences.entries()) {
    if (isFound(at)) continue;
    const [from, to] = [starts[at]!, starts[at]! + sentence.texts.length];
    const first = Math.max(-1, ...pairs.flatMap(([text, line]) => (text < from ? [line] : [])));
    const after = pairs.find(([text]) => text >= to)?.[1] ?? printed.length;
    const own = new Set(pairs.flatMap(([text, line]) => (text >= from && text < to ? [line] : [])));
    const lines = printed.flatMap((line, number) => {
      if (number <= first || number >= after) return [];
      if (!taken.has(number)) explained.add(number);
      return !taken.has(number) || (sentence.isHole && own.has(number)) ? [line] : [];
    });
    if (sentence.optional) continue;
    changed.push({ sentence, free: lines, whole: isFound(at - 1) && isFound(at + 1) });
  }
  const [first, last] = [pairs[0]?.[1] ?? 0, pairs.at(-1)?.[1] ?? 0];
  const added = printed.filter(
    ({ part }, line) =>
      line > first && line < last && !taken.has(line) && !explained.has(line) && OF_TEXT.has(part),
  );
  return changed.length + added.length === 0 ? null : { changed, first: printed[0]!, added };
}

/** Parts in which somebody's own sentence is told apart from tables and lists of contents. */
const OF_TEXT: ReadonlySet<PrintedLine['part']> = new Set(['overview', 'narrative']);

/** Beyond that the rest of a document is not compared. */
const MOST_COMPARED = 4_000_000;

/** Pairs of equal texts, ascending in both, as many as there can be. */
function longestCommon(
  one: readonly string[],
  whole: readonly string[],
): readonly (readonly [number, number])[] {
  const other = whole.slice(0, Math.floor(MOST_COMPARED / Math.max(1, one.length)));
  const width = other.length + 1;
  const length = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const down = length[(i + 1) * width + j]!;
      const right = length[i * width + j + 1]!;
      length[i * width + j] =
        one[i] === other[j] ? length[(i + 1) * width + j + 1]! + 1 : Math.max(down, right);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      pairs.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
