import type { Ruling } from '../page-content.js';
import type { Boxed } from './words.js';

/** Lines that touch each other: the skeleton of one table, or a frame, or a lone line. */
export interface RulingGroup extends Boxed {
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
}

/** Pieces nearer than this lie on one line; points. */
const COLLINEAR = 0.8;
/** Lines nearer than this meet: drawn short, drawn past each other, or cells drawn apart. */
const TOUCH = 3.2;
/** Dashes: short pieces, many of them, in gaps up to this. */
const DASH = 7;
/** Fewer dots in a row than make this length are no line: bullets, dots of a line across. */
const DOTTED = 6;

/** Joins the pieces of broken, dashed and repeated lines. */
export function joinedRulings(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const direction of ['horizontal', 'vertical'] as const) {
    const sorted = rulings
      .filter((ruling) => ruling.direction === direction)
      .sort((a, b) => a.at - b.at || a.from - b.from);
    for (let start = 0; start < sorted.length; ) {
      let end = start + 1;
      while (end < sorted.length && sorted[end]!.at - sorted[start]!.at < COLLINEAR) end += 1;
      joined.push(...joinedTrack(sorted.slice(start, end)));
      start = end;
    }
  }
  return joined;
}

/** Pieces of one line, their gaps closed. */
function joinedTrack(track: readonly Ruling[]): Ruling[] {
  const pieces = [...track].sort((a, b) => a.from - b.from);
  const short = pieces.filter(({ from, to, dot }) => dot !== true && to - from < DASH).length;
  const bridge = short >= 6 && short * 2 > pieces.length ? DASH : TOUCH;
  const joined: Ruling[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && piece.from - last.to <= bridge) {
      const { dot: _, ...line } = last;
      const dots = last.dot === true && piece.dot === true ? { dot: true } : {};
      joined[joined.length - 1] = { ...line, ...dots, to: Math.max(last.to, piece.to) };
    } else {
      joined.push(piece);
    }
  }
  return joined.filter(({ from, to, dot }) => dot !== true || to - from >= DOTTED);
}

/** Groups of lines that touch, from the top of the page. */
export function rulingGroups(rulings: readonly Ruling[]): RulingGroup[] {
  const lines = joinedRulings(rulings);
  const parent = lines.map((_, at) => at);
  const root = (at: number): number => {
    let found = at;
    while (parent[found] !== found) found = parent[found]!;
    parent[at] = found;
    return found;
  };
  const order = lines.map((_, at) => at).sort((a, b) => topOf(lines[a]!) - topOf(lines[b]!));
  const open: number[] = [];
  for (const at of order) {
    const line = lines[at]!;
    const top = topOf(line);
    for (let i = open.length - 1; i >= 0; i -= 1) {
      const other = open[i]!;
      if (bottomOf(lines[other]!) < top - TOUCH) open.splice(i, 1);
      else if (root(other) !== root(at) && touch(line, lines[other]!))
        parent[root(at)] = root(other);
    }
    open.push(at);
  }
  const groups = new Map<number, Ruling[]>();
  lines.forEach((line, at) => {
    groups.set(root(at), [...(groups.get(root(at)) ?? []), line]);
  });
  return [...groups.values()].map(groupOf).sort((a, b) => a.top - b.top || a.left - b.left);
}

function topOf({ direction, at, from }: Ruling): number {
  return direction === 'horizontal' ? at : from;
}

function bottomOf({ direction, at, to }: Ruling): number {
  return direction === 'horizontal' ? at : to;
}

function touch(a: Ruling, b: Ruling): boolean {
  const within = (at: number, { from, to }: Ruling): boolean => {
    return at >= from - TOUCH && at <= to + TOUCH;
  };
  if (a.direction !== b.direction) return within(a.at, b) && within(b.at, a);
  return Math.abs(a.at - b.at) <= TOUCH && a.from <= b.to + TOUCH && b.from <= a.to + TOUCH;
}

function groupOf(lines: readonly Ruling[]): RulingGroup {
  const horizontals = lines.filter(({ direction }) => direction === 'horizontal');
  const verticals = lines.filter(({ direction }) => direction === 'vertical');
  const xs = [
    ...verticals.map(({ at }) => at),
    ...horizontals.flatMap(({ from, to }) => [from, to]),
  ];
  const ys = [
    ...horizontals.map(({ at }) => at),
    ...verticals.flatMap(({ from, to }) => [from, to]),
  ];
  return {
    horizontals,
    verticals,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
