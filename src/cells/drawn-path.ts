import { type Matrix, numberOf, type Point, transform } from './drawn-space.js';
import type { Ruling } from './page-content.js';

/** Points that a line may lean and still be straight. */
const LEANING = 0.75;
/** Points up to which a filled box is a line drawn as a box. */
const THIN = 3;
/** Points of length below which it is a dot or part of a letter; dashes are longer. */
const SHORT = 0.4;

/** A stretch of a path: its corners, and whether it goes back to its start. */
interface Stretch {
  readonly corners: Point[];
  closed: boolean;
  curved: boolean;
}

/** How many numbers follow each command of abbreviated path data. */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The horizontal and vertical lines of a path, on the page in points. */
export function rulingsOfPath(
  data: string,
  space: Matrix,
  { stroked, filled }: { readonly stroked: boolean; readonly filled: boolean },
): readonly Ruling[] {
  return stretchesOf(data, space).flatMap((stretch) => {
    const box = filled && !stretch.curved ? boxOf(stretch.corners) : null;
    if (box !== null) return rulingsOfBox(box);
    if (!stroked) return [];
    const { corners, closed } = stretch;
    const ends = closed && corners.length > 1 ? [...corners, corners[0]!] : corners;
    return ends.slice(1).flatMap((end, at) => ruling(ends[at]!, end) ?? []);
  });
}

function stretchesOf(data: string, space: Matrix): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const words = data.split(/[\s,]+/).filter((word) => word !== '');
  for (let at = 0; at < words.length; at += 1) {
    const command = words[at]!;
    const count = OPERANDS[command];
    if (count === undefined) continue;
    const numbers = words.slice(at + 1, at + 1 + count).map((word) => numberOf(word));
    if (numbers.length < count || numbers.includes(null)) return stretches;
    at += count;
    if (command === 'C') {
      const last = stretches.at(-1);
      if (last !== undefined) last.closed = true;
      continue;
    }
    const corner = transform(space, { x: numbers.at(-2)!, y: numbers.at(-1)! });
    // A curve ends the straight line before it, and the next one starts where it ends.
    if (command === 'M' || command === 'S' || stretches.length === 0) {
      stretches.push({ corners: [corner], closed: false, curved: false });
    } else if (command === 'L') {
      stretches.at(-1)!.corners.push(corner);
    } else {
      stretches.at(-1)!.curved = true;
      stretches.push({ corners: [corner], closed: false, curved: true });
    }
  }
  return stretches;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box that four corners make, or five of which the last is the first again. */
function boxOf(corners: readonly Point[]): Box | null {
  if (corners.length < 4 || corners.length > 6) return null;
  const left = Math.min(...corners.map(({ x }) => x));
  const right = Math.max(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  const bottom = Math.max(...corners.map(({ y }) => y));
  const near = (value: number, edge: number): boolean => Math.abs(value - edge) <= LEANING;
  const cornered = corners.every(
    ({ x, y }) => (near(x, left) || near(x, right)) && (near(y, top) || near(y, bottom)),
  );
  return cornered ? { left, right, top, bottom } : null;
}

function rulingsOfBox({ left, right, top, bottom }: Box): readonly Ruling[] {
  const across = { x: left, y: (top + bottom) / 2 };
  const down = { x: (left + right) / 2, y: top };
  if (bottom - top <= THIN) return [ruling(across, { ...across, x: right }) ?? []].flat();
  if (right - left <= THIN) return [ruling(down, { ...down, y: bottom }) ?? []].flat();
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return corners.flatMap((corner, at) => ruling(corner, corners[(at + 1) % 4]!) ?? []);
}

function ruling(from: Point, to: Point): Ruling | null {
  const width = Math.abs(to.x - from.x);
  const height = Math.abs(to.y - from.y);
  if (height <= LEANING && width >= SHORT) {
    const [start, end] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    return { direction: 'horizontal', at: (from.y + to.y) / 2, from: start, to: end };
  }
  if (width <= LEANING && height >= SHORT) {
    const [start, end] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    return { direction: 'vertical', at: (from.x + to.x) / 2, from: start, to: end };
  }
  return null;
}
