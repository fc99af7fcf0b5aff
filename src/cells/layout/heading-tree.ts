import { around, type Band, overlap } from '../column-bands.js';
import type { TokenLine } from './aligned-region.js';
import { awayFrom, type ColumnEdges } from './column-edges.js';
import type { Token } from './tokens.js';
import { type Boxed, boxAround, heightMiddleOf, middleOf, type Word } from './words.js';

/** Columns under one heading, and the headings below it. */
interface Unit {
  /** Columns; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The stretch that its columns and headings take. */
  readonly band: Band;
  /** The words of its uppermost heading, from the top; null where it has none. */
  readonly words: readonly Word[] | null;
  readonly children: readonly Unit[];
}

/** The words of a heading by row and column, and the columns that have none of their own. */
export interface HeadingRows {
  readonly rows: readonly (readonly (readonly Word[])[])[];
  readonly unnamed: readonly number[];
}

/** Where headings stand: between known edges, at the left of what they span, or in its middle. */
type Places = ColumnEdges | 'left' | null;

/** A stretch of units that a heading stands over; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a column costs that no heading of a line takes, though it stands below one. */
const LEFT_OUT = 0.4;
const LEFT_OUT_ABOVE = 3;
/** What it costs to take in a column that does not look as if it stood below a heading. */
const TAKEN_IN = 0.05;
/** As above where the edges of the columns are known, so that places say more than heights. */
const LEFT_OUT_EXACT = 0;
/** Lines of one heading are closer than this, in parts of the type size. */
const WRAPPED = 0.8;

/**
 * The words of a heading by row, then column: a group stands in the first of its columns, above
 * the headings below it.
 */
export function headingRows(
  lines: readonly TokenLine[],
  bands: readonly Band[],
  edges: Places,
): HeadingRows {
  if (lines.length === 0) return { rows: [], unnamed: bands.map((_, column) => column) };
  const bottom = Math.max(...lines.map(({ line }) => line.bottom));
  let units: readonly Unit[] = bands.map((band, at) => {
    return { start: at, end: at + 1, band, words: null, children: [] };
  });
  // From the lowest line upwards: what a heading spans is what already stands below it.
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const { tokens } = lines[at]!;
    const least = isExact(edges) ? LEFT_OUT_EXACT : LEFT_OUT;
    const leftOut = at === 0 ? LEFT_OUT_ABOVE : least;
    const spans = spansOf({ tokens, units, edges, bottom, leftOut });
    units = withHeadings(units, tokens, spans);
  }
  const rows: Word[][][] = [];
  for (const unit of units) place(unit, 0, rows, bands.length);
  return { rows, unnamed: units.flatMap(unnamedIn) };
}

function unnamedIn({ start, words, children }: Unit): number[] {
  return words === null ? [start] : children.flatMap(unnamedIn);
}

function place(unit: Unit, level: number, rows: Word[][][], width: number): void {
  while (rows.length <= level) rows.push(Array.from({ length: width }, () => []));
  rows[level]![unit.start]!.push(...(unit.words ?? []));
  for (const child of unit.children) place(child, level + 1, rows, width);
}

interface LineOfHeadings {
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly edges: Places;
  /** Where the whole heading ends. */
  readonly bottom: number;
  readonly leftOut: number;
}

/** The units that each heading of a line stands over: in the middle of them, orphans taken in. */
function spansOf(line: LineOfHeadings): readonly Span[] {
  const { tokens, units, edges } = line;
  const bases = tokens.map((token) => baseOf(token, units));
  const orphans = tokens.map((token) => units.map((unit) => isOrphan(unit, token, line.bottom)));
  const memo = new Map<string, { readonly spans: readonly Span[]; readonly cost: number }>();
  const best = (at: number, free: number): { spans: readonly Span[]; cost: number } => {
    const key = `${at} ${free}`;
    const known = memo.get(key);
    if (known !== undefined) return { ...known };
    const found = at === tokens.length ? rest(free) : choose(at, free);
    memo.set(key, found);
    return found;
  };
  const left = (at: number, from: number, to: number): number => {
    const own = orphans[Math.min(at, tokens.length - 1)] ?? [];
    return line.leftOut * own.slice(from, to).filter(Boolean).length;
  };
  const rest = (free: number) => ({ spans: [], cost: left(tokens.length, free, units.length) });
  const choose = (at: number, free: number): { spans: readonly Span[]; cost: number } => {
    const base = bases[at]!;
    const limit = Math.max(base.end, bases[at + 1]?.start ?? units.length);
    const token = tokens[at]!;
    let found: { spans: readonly Span[]; cost: number } | null = null;
    const own = orphans[at]!;
    let before = 0;
    for (let start = Math.max(base.start, free); start >= free; start -= 1) {
      if (start < base.start && !own[start]) before += TAKEN_IN;
      if (!isExact(edges) && before > 0) break;
      let behind = 0;
      for (let end = Math.max(base.end, start + 1); end <= limit; end += 1) {
        if (end > base.end && !own[end - 1]) behind += TAKEN_IN;
        if (!isExact(edges) && behind > 0) break;
        const after = best(at + 1, end);
        const off = isExact(edges)
          ? awayFrom(edges, token, units[start]!.start, units[end - 1]!.end) / token.words[0]!.size
          : away(token, units, start, end, edges === 'left');
        const cost = off + before + behind + left(at, free, start) + after.cost;
        if (found === null || cost < found.cost) {
          found = { spans: [{ start, end }, ...after.spans], cost };
        }
      }
    }
    return found ?? { spans: [base, ...best(at + 1, base.end).spans], cost: line.leftOut };
  };
  return best(0, 0).spans;
}

function isExact(edges: Places): edges is ColumnEdges {
  return edges !== null && edges !== 'left';
}

/** The units that a heading overlaps; where it is between two, both. */
function baseOf(token: Token, units: readonly Unit[]): Span {
  const same = units.findIndex(({ words }) => words !== null && isOver(token, boxAround(words)));
  if (same >= 0) return { start: same, end: same + 1 };
  const over = units.flatMap(({ band }, at) => (overlap(token, band) > 0 ? [at] : []));
  if (over.length > 0) return { start: over[0]!, end: over.at(-1)! + 1 };
  const after = units.findIndex(({ band }) => band.left >= token.right);
  if (after < 0) return { start: units.length - 1, end: units.length };
  return after === 0 ? { start: 0, end: 1 } : { start: after - 1, end: after + 1 };
}

/** Right above a heading and on the same middle: the line before it, or its group. */
function isOver(token: Token, below: Boxed): boolean {
  const { size } = token.words[0]!;
  return isWrapped(token, below) && Math.abs(middleOf(token) - middleOf(below)) < 0.35 * size;
}

/** How far a heading stands from the middle of units, or their left, in parts of its type size. */
function away(
  token: Token,
  units: readonly Unit[],
  start: number,
  end: number,
  fromLeft: boolean,
): number {
  const [first, last] = [units[start]!.band, units[end - 1]!.band];
  if (fromLeft) {
    const { words } = units[start]!;
    const own = words === null ? first.left : boxAround(words).left;
    return Math.abs(own - token.left) / token.words[0]!.size;
  }
  const before = units[start - 1]?.band;
  const after = units[end]?.band;
  // A column reaches half way to its neighbour.
  const left = before === undefined ? first.left : (before.right + first.left) / 2;
  const right = after === undefined ? last.right : (after.left + last.right) / 2;
  const words = end - start === 1 ? units[start]!.words : null;
  const middles = [(left + right) / 2, ...(words === null ? [] : [middleOf(boxAround(words))])];
  const distances = middles.map((middle) => Math.abs(middle - middleOf(token)));
  return Math.min(...distances) / token.words[0]!.size;
}

/**
 * A unit whose uppermost heading stands in the middle between a heading above and what is below it,
 * not in the middle of both together: something above it is its group.
 */
function isOrphan({ words, children }: Unit, above: Token, bottom: number): boolean {
  if (words === null) return false;
  const box = boxAround(words);
  if (box.top <= above.top + 1) return false;
  const lower = children.flatMap((child) => child.words ?? []);
  const end = lower.length === 0 ? bottom : boxAround(lower).top;
  const middle = heightMiddleOf(box);
  const distance = (top: number): number => Math.abs(middle - (top + end) / 2);
  return distance(above.bottom) < distance(above.top);
}

/** Units with the headings of a line over them. */
function withHeadings(
  units: readonly Unit[],
  tokens: readonly Token[],
  spans: readonly Span[],
): readonly Unit[] {
  const made: Unit[] = [];
  let at = 0;
  tokens.forEach((token, i) => {
    const { start, end } = spans[i]!;
    made.push(...units.slice(at, start));
    made.push(headed(units.slice(Math.max(start, at), end), token, made));
    at = Math.max(at, end);
  });
  return [...made, ...units.slice(at)];
}

/** Units under one heading: its own first heading, more lines of it, or a group of several. */
function headed(units: readonly Unit[], token: Token, before: Unit[]): Unit {
  const [only] = units.length > 0 ? units : [before.pop()!];
  if (units.length > 1) return groupOf(units, token);
  const unit = only!;
  const band = unit.words === null ? around(unit.band, token) : unit.band;
  if (unit.words === null) return { ...unit, band, words: token.words };
  if (isWrapped(token, boxAround(unit.words))) {
    return { ...unit, band, words: [...token.words, ...unit.words] };
  }
  return unit.children.length > 0
    ? groupOf([unit], token)
    : { ...unit, words: [...token.words, ...unit.words] };
}

function isWrapped(token: Token, below: Boxed): boolean {
  return below.top - token.bottom < WRAPPED * token.words[0]!.size;
}

function groupOf(units: readonly Unit[], token: Token): Unit {
  const [first, last] = [units[0]!, units.at(-1)!];
  const band = { left: first.band.left, right: last.band.right };
  return { start: first.start, end: last.end, band, words: token.words, children: units };
}
