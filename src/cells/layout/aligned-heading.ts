import { type Band, bandsOf, columnOf, matchedBands, overlap } from './aligned-columns.js';
import type { TokenLine } from './aligned-region.js';
import type { Token } from './tokens.js';
import { boxAround, heightMiddleOf, middleOf, type Word } from './words.js';

/** A heading over one column or several; `end` is exclusive. */
interface HeadingCell {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** The columns of a table and the words of its heading by row, then column. */
export interface AlignedHeading {
  readonly bands: readonly Band[];
  readonly rows: readonly (readonly (readonly Word[])[])[];
}

/** How bad a column is that stands below a group and is given to none. */
const LEFT_OUT = 4;

/** Reads a heading over columns: which of its words span several, which are wrapped. */
export function alignedHeading(
  lines: readonly TokenLine[],
  index: TokenLine | null,
  rows: readonly TokenLine[],
): AlignedHeading {
  const bands = matchedBands(bandsOf(rows), leavesOf(lines, index), rows);
  const cells = lines.flatMap((line, at) => cellsOf(line, at, lines, bands));
  const groups = cells.filter(({ start, end }) => end - start > 1);
  const depth = bands.map((_, column) => levelsOver(groups, column).length);
  const height = lines.length === 0 ? 0 : Math.max(...depth) + 1;
  const heading: Word[][][] = Array.from({ length: height }, () => bands.map(() => []));
  for (const { start, end, words } of cells) {
    const levels = levelsOver(groups, start);
    const level = end - start > 1 ? levels.indexOf(keyOf(start, end)) : depth[start]!;
    heading[level]![start]!.push(...words);
  }
  return { bands, rows: heading };
}

/** The groups above a column from the outermost; a wrapped group is one. */
function levelsOver(groups: readonly HeadingCell[], column: number): string[] {
  const over = groups.filter(({ start, end }) => start <= column && column < end);
  return [...new Set(over.map(({ start, end }) => keyOf(start, end)))];
}

function keyOf(start: number, end: number): string {
  return `${start}-${end}`;
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

/** The headings of one line with the columns they span. */
function cellsOf(
  { tokens }: TokenLine,
  line: number,
  lines: readonly TokenLine[],
  bands: readonly Band[],
): HeadingCell[] {
  const orphans = bands.map((_, column) => isOrphan(column, line, lines, bands));
  const bases = tokens.map((token) => baseOf(token, bands));
  const { spans } = spansOf(tokens, bases, orphans, bands, 0, 0);
  return spans.map((span, at) => ({ line, ...span, words: tokens[at]!.words }));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of columns that the headings of a line stand over best: each in the middle of its
 * own, no orphan left out. `free` is the first column that the heading at `at` may take.
 */
function spansOf(
  tokens: readonly Token[],
  bases: readonly Span[],
  orphans: readonly boolean[],
  bands: readonly Band[],
  at: number,
  free: number,
): { readonly spans: readonly Span[]; readonly cost: number } {
  const leftOut = (from: number, to: number): number => {
    return LEFT_OUT * orphans.slice(from, to).filter(Boolean).length;
  };
  const token = tokens[at];
  if (token === undefined) return { spans: [], cost: leftOut(free, bands.length) };
  const base = bases[at]!;
  const limit = Math.max(base.end, bases[at + 1]?.start ?? bands.length);
  let best: { readonly spans: readonly Span[]; readonly cost: number } | null = null;
  for (let start = Math.max(base.start, free); start >= free; start -= 1) {
    if (start < base.start && !orphans[start]) break;
    for (let end = Math.max(base.end, start + 1); end <= limit; end += 1) {
      if (end > base.end && !orphans[end - 1]) break;
      const rest = spansOf(tokens, bases, orphans, bands, at + 1, end);
      const away = Math.abs(middleOver(bands, start, end) - middleOf(token)) / token.words[0]!.size;
      const cost = away + leftOut(free, start) + rest.cost;
      if (best === null || cost < best.cost)
        best = { spans: [{ start, end }, ...rest.spans], cost };
    }
  }
  return (
    best ?? {
      spans: [base, ...spansOf(tokens, bases, orphans, bands, at + 1, base.end).spans],
      cost: 0,
    }
  );
}

/** The middle of columns as if each reached half way to its neighbours. */
function middleOver(bands: readonly Band[], start: number, end: number): number {
  const before = bands[start - 1];
  const after = bands[end];
  const left = before === undefined ? bands[start]!.left : (before.right + bands[start]!.left) / 2;
  const right =
    after === undefined ? bands[end - 1]!.right : (after.left + bands[end - 1]!.right) / 2;
  return (left + right) / 2;
}

/** The columns that a heading overlaps; where it is between two, both. */
function baseOf(token: Token, bands: readonly Band[]): Span {
  const over = bands.flatMap((band, at) => (overlap(token, band) > 0 ? [at] : []));
  if (over.length > 0) return { start: over[0]!, end: over.at(-1)! + 1 };
  const after = bands.findIndex(({ left }) => left >= token.right);
  if (after < 0) return { start: bands.length - 1, end: bands.length };
  return after === 0 ? { start: 0, end: 1 } : { start: after - 1, end: after + 1 };
}

/**
 * A column whose own heading stands lower and not in the middle of the heading's height: something
 * above it is its group.
 */
function isOrphan(
  column: number,
  line: number,
  lines: readonly TokenLine[],
  bands: readonly Band[],
): boolean {
  const own = lines.flatMap(({ tokens }, at) => {
    const token = tokens.find((other) => {
      return overlap(other, bands[column]!) > 0 && columnOf(other, bands) === column;
    });
    return token === undefined ? [] : [{ at, token }];
  });
  const [first] = own;
  if (first === undefined || first.at <= line) return false;
  const middle = heightMiddleOf(boxAround(own.map(({ token }) => token)));
  // A cell over all levels from some line on stands in the middle of them, a lower one below it.
  const bottom = Math.max(...lines.map((each) => each.line.bottom));
  const away = (top: number): number => Math.abs(middle - (top + bottom) / 2);
  const lower = away(lines[line]!.line.bottom);
  return lines.slice(0, line + 1).every((each) => lower < away(each.line.top));
}
