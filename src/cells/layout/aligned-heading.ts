import { type Band, columnOf, overlap, withBand } from './aligned-columns.js';
import type { TokenLine } from './aligned-region.js';
import type { Token } from './tokens.js';
import { heightMiddleOf, middleOf, type Word } from './words.js';

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

/** A column that only its heading shows stands this far from all others, in points. */
const OWN_COLUMN = 0;
/** How bad a column is that stands below a group and is given to none. */
const LEFT_OUT = 4;

/** Reads a heading over columns: which of its words span several, which are wrapped. */
export function alignedHeading(lines: readonly TokenLine[], body: readonly Band[]): AlignedHeading {
  const bands = withHeadingBands(lines, body);
  const cells = lines.flatMap((line, at) => cellsOf(line, at, lines, bands));
  const groups = cells.filter(({ start, end }) => end - start > 1);
  const depth = bands.map((_, column) => levelsOver(groups, column).length);
  const height = lines.length === 0 ? 0 : Math.max(...depth) + 1;
  const rows: Word[][][] = Array.from({ length: height }, () => bands.map(() => []));
  for (const { start, end, words } of cells) {
    const levels = levelsOver(groups, start);
    const level = end - start > 1 ? levels.indexOf(keyOf(start, end)) : depth[start]!;
    rows[level]![start]!.push(...words);
  }
  return { bands, rows };
}

/** The groups above a column from the outermost; a wrapped group is one. */
function levelsOver(groups: readonly HeadingCell[], column: number): string[] {
  const over = groups.filter(({ start, end }) => start <= column && column < end);
  return [...new Set(over.map(({ start, end }) => keyOf(start, end)))];
}

function keyOf(start: number, end: number): string {
  return `${start}-${end}`;
}

/** Headings of the last line, and single ones above, stand over a column even where it is blank. */
function withHeadingBands(lines: readonly TokenLine[], body: readonly Band[]): readonly Band[] {
  let bands = body;
  const last = lines.length - 1;
  for (let at = last; at >= 0; at -= 1) {
    for (const token of lines[at]!.tokens) {
      if (bands.some((band) => overlap(token, band) > OWN_COLUMN)) continue;
      if (at === last || isLone(token, at, lines, bands)) bands = withBand(bands, token);
    }
  }
  return bands;
}

/** A heading in the middle of the heading's height, not over others: of a column of its own. */
function isLone(
  token: Token,
  at: number,
  lines: readonly TokenLine[],
  bands: readonly Band[],
): boolean {
  const lower = lines.slice(at + 1).flatMap(({ tokens }) => tokens);
  const before = bands.filter(({ right }) => right <= token.left).at(-1);
  const after = bands.find(({ left }) => left >= token.right);
  // Both neighbours have headings of their own on this line or above: nothing to be a group of.
  const own = (band: Band | undefined): boolean => {
    if (band === undefined) return true;
    const upper = lines.slice(0, at + 1).flatMap(({ tokens }) => tokens);
    return upper.some((other) => other !== token && overlap(other, band) > 0);
  };
  return (
    (own(before) && own(after)) ||
    !lower.some((other) => overlap(other, token) > -token.words[0]!.size * 4)
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
  const cells: HeadingCell[] = [];
  let free = 0;
  tokens.forEach((token, at) => {
    const limit = bases[at + 1]?.start ?? bands.length;
    const { start, end } = spanOf(token, bases[at]!, { free, limit }, orphans, bands);
    free = end;
    cells.push({ line, start, end, words: token.words });
  });
  return cells;
}

/** The columns that a heading overlaps; where it is between two, both. */
function baseOf(token: Token, bands: readonly Band[]): { start: number; end: number } {
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
  const top = lines[0]!.line.top;
  const bottom = lines.at(-1)!.line.bottom;
  const middle = heightMiddleOf({ top: first.token.top, bottom: own.at(-1)!.token.bottom });
  return middle - (top + bottom) / 2 > 0.35 * lines[0]!.line.size;
}

/** The stretch of columns whose middle the heading stands over best, leaving no orphan out. */
function spanOf(
  token: Token,
  base: { readonly start: number; readonly end: number },
  { free, limit }: { readonly free: number; readonly limit: number },
  orphans: readonly boolean[],
  bands: readonly Band[],
): { start: number; end: number } {
  const size = token.words[0]!.size;
  let best = { start: base.start, end: base.end, cost: Number.MAX_SAFE_INTEGER };
  for (let start = base.start; start >= free; start -= 1) {
    if (start < base.start && !orphans[start]) break;
    for (let end = base.end; end <= limit; end += 1) {
      if (end > base.end && !orphans[end - 1]) break;
      const middle = (bands[start]!.left + bands[end - 1]!.right) / 2;
      const away = Math.abs(middle - middleOf(token)) / size;
      const before = orphans.slice(free, start).filter(Boolean).length;
      const after = limit === bands.length ? orphans.slice(end).filter(Boolean).length : 0;
      const cost = away + LEFT_OUT * (before + after);
      if (cost < best.cost) best = { start, end, cost };
    }
  }
  return best;
}
