import { type Band, overlap } from '../column-bands.js';
import { bandsOf, isNumeric, matchedBands, splitBands } from './aligned-columns.js';
import type { TokenLine } from './aligned-region.js';
import { columnEdges } from './column-edges.js';
import { type HeadingRows, headingRows } from './heading-tree.js';
import { type Token, tokensApart } from './tokens.js';

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
  const body = bandsOf(rows);
  const parted = partedHeadings(lines, [...body, ...(index?.tokens ?? [])]);
  // Numbers of columns that are set to the left stand over none of the amounts of their column.
  const atLeft = startsAtLeft(body, leavesOf(parted, null), rows);
  const single = leavesOf(parted, atLeft ? null : index);
  const leaves = single.filter((leaf) => !single.some((other) => isLower(other, leaf, body)));
  const bands = matchedBands(splitBands(body, leaves, rows), leaves, rows);
  const headings = parted.flatMap(({ tokens }) => tokens);
  const places = atLeft ? 'left' : columnEdges(bands, leaves, headings);
  const heading = headingRows(parted, bands, places);
  return { bands, ...heading };
}

/** How far from the left end of its column a heading may begin that is set to the left; points. */
const AT_LEFT = 1;

/** Headings begin where the names of rows below them begin, though those reach much further. */
function startsAtLeft(
  body: readonly Band[],
  leaves: readonly Token[],
  rows: readonly TokenLine[],
): boolean {
  const wide = leaves.flatMap((leaf) => {
    const over = body.filter((band) => overlap(band, leaf) > 0);
    const [band] = over;
    const free = leaf.right - leaf.left + 2 * leaf.words[0]!.size;
    if (band === undefined || over.length > 1 || isNumeric(band, rows)) return [];
    return band.right - band.left > free ? [Math.abs(band.left - leaf.left)] : [];
  });
  return wide.length > 0 && wide.every((away) => away < AT_LEFT);
}

/** Names the same column further down, so that the upper one is the name of several. */
function isLower(other: Token, leaf: Token, columns: readonly Band[]): boolean {
  if (other.top <= leaf.top + 1) return false;
  return columns.some((column) => overlap(column, leaf) > 0 && overlap(column, other) > 0);
}

/** Headings that all but touch, each over its own columns: a narrow gap between them. */
const NARROW = 0.2;

function partedHeadings(lines: readonly TokenLine[], columns: readonly Band[]): TokenLine[] {
  return lines.map(({ line, tokens }) => {
    return { line, tokens: tokens.flatMap((token) => parted(token, columns)) };
  });
}

function parted(token: Token, columns: readonly Band[]): readonly Token[] {
  const parts = tokensApart(token.words, NARROW);
  const over = parts.map((part) => columns.filter((column) => overlap(part, column) > 0));
  const own = over.every((some, at) => {
    return some.length > 0 && !some.some((column) => over[at + 1]?.includes(column));
  });
  return own && parts.every(({ text }) => text.length > 2) ? parts : [token];
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
