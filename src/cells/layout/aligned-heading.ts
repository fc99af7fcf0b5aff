import { type Band, bandsOf, matchedBands, overlap } from './aligned-columns.js';
import type { TokenLine } from './aligned-region.js';
import { type HeadingRows, headingRows } from './heading-tree.js';
import type { Token } from './tokens.js';

/** The columns of a table, the words of its heading by row, and the columns without a name. */
export interface AlignedHeading extends HeadingRows {
  readonly bands: readonly Band[];
}

/** Reads a heading over columns: which of its words span several, which are wrapped. */
export function alignedHeading(
  lines: readonly TokenLine[],
  index: TokenLine | null,
  rows: readonly TokenLine[],
): AlignedHeading {
  const bands = matchedBands(bandsOf(rows), leavesOf(lines, index), rows);
  const heading = headingRows(lines, bands);
  return { bands, ...heading };
}

/**
 * The headings that stand over one column each: those of the index, or those that nothing else of
 * the heading stands below.
 */
function leavesOf(lines: readonly TokenLine[], index: TokenLine | null): readonly Token[] {
  const tokens = lines.flatMap((line) => line.tokens);
  const numbers = index?.tokens.filter(({ value }) => value) ?? [];
  const lowest = tokens.filter((token) => !tokens.some((other) => isBelow(other, token)));
  const single = lowest.filter((token) => !isGroup(token, tokens));
  if (numbers.length === 0) return single;
  // Under an index a heading without a number is one of the columns of names.
  const first = numbers[0]!;
  return [...single.filter(({ right }) => right < first.left), ...numbers];
}

function isBelow(other: Token, token: Token): boolean {
  return other.top > token.top + 1 && overlap(other, token) > 0;
}

/** Nothing stands right below it, but on both sides of that place. */
function isGroup(token: Token, tokens: readonly Token[]): boolean {
  const lower = tokens.filter((other) => other.top > token.top + 1);
  const upper = (one: Token): boolean => {
    return tokens.some(
      (other) => other !== one && other.top < one.top - 1 && overlap(other, one) > 0,
    );
  };
  const reach = 6 * token.words[0]!.size;
  const beside = (side: readonly Token[]): boolean => side.some((one) => !upper(one));
  return (
    beside(lower.filter(({ right }) => right <= token.left && token.left - right < reach)) &&
    beside(lower.filter(({ left }) => left >= token.right && left - token.right < reach))
  );
}
