import type { Ruling } from '../cells/page-content.js';
import { type Box, boxAt, type Matrix, pointAt } from './pdf-matrix.js';

/** A path's data: an operation, then its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** Boxes thinner than this are lines; points. */
const THIN = 3.2;
/** Shorter ones are dots and parts of letters; points. */
const SHORT = 0.4;
/** How far a line may lean; points. */
const LEAN = 0.7;

type Point = readonly [x: number, y: number];

/** How a path is inked. */
export interface Ink {
  readonly stroke: boolean;
  readonly fill: boolean;
  /** Points on the page. */
  readonly lineWidth: number;
}

/** What a path adds to the page: rulings, boxes that were filled, shapes that may be letters. */
export interface Drawn {
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Box[];
  readonly curved: boolean;
}

/** The lines of a path and the edges of its boxes, in points from the upper left corner. */
export function drawnPath(data: ArrayLike<number>, matrix: Matrix, ink: Ink): Drawn {
  const rulings: Ruling[] = [];
  const fills: Box[] = [];
  const { parts, curved } = subpaths(data, matrix);
  for (const part of parts) {
    if (ink.stroke) {
      for (let at = 1; at < part.length; at += 1) {
        stroke(part[at - 1]!, part[at]!, ink.lineWidth, rulings, fills);
      }
    }
    if (ink.fill && !curved && part.length >= 2 && part.length <= 7) fill(part, rulings, fills);
  }
  return { rulings, fills, curved };
}

function subpaths(
  data: ArrayLike<number>,
  matrix: Matrix,
): { readonly parts: readonly (readonly Point[])[]; readonly curved: boolean } {
  const parts: Point[][] = [];
  let part: Point[] = [];
  let curved = false;
  for (let at = 0; at < data.length; ) {
    const operation = data[at]!;
    const next = at + 1 + LENGTH[operation]!;
    if (operation === MOVE || operation === CURVE || operation === QUADRATIC) {
      if (operation !== MOVE) curved = true;
      // A curve draws no ruling; the line goes on at its end.
      part = [pointAt(matrix, data[next - 2]!, data[next - 1]!)];
      parts.push(part);
    } else if (operation === LINE) {
      part.push(pointAt(matrix, data[next - 2]!, data[next - 1]!));
    } else if (operation === CLOSE && part.length > 0) {
      part.push(part[0]!);
    }
    at = next;
  }
  return { parts, curved };
}

/** Coordinates after each operation; an unknown one ends the path. */
const LENGTH: Readonly<Record<number, number>> = {
  [MOVE]: 2,
  [LINE]: 2,
  [CURVE]: 6,
  [QUADRATIC]: 4,
  [CLOSE]: 0,
};

function stroke(a: Point, b: Point, width: number, rulings: Ruling[], fills: Box[]): void {
  const box = around([a, b]);
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  if (high <= LEAN && wide > SHORT) {
    if (width <= 2 * THIN) rulings.push(across(box));
    else
      fillBox({ ...box, top: box.top - width / 2, bottom: box.bottom + width / 2 }, rulings, fills);
  } else if (wide <= LEAN && high > SHORT) {
    if (width <= 2 * THIN) rulings.push(down(box));
    else
      fillBox({ ...box, left: box.left - width / 2, right: box.right + width / 2 }, rulings, fills);
  }
}

/** A filled shape of few straight sides: a thin one is a line, a box gives its edges. */
function fill(part: readonly Point[], rulings: Ruling[], fills: Box[]): void {
  const box = around(part);
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  if (isDot(wide, high)) {
    rulings.push({ ...across(box), dot: true }, { ...down(box), dot: true });
  } else if (high <= THIN && wide > SHORT && wide >= high) rulings.push(across(box));
  else if (wide <= THIN && high > SHORT) rulings.push(down(box));
  else if (high > THIN && wide > THIN && part.every((point) => isCorner(point, box))) {
    fillBox(box, rulings, fills);
  }
}

/** A square so small that a row of them makes a dotted line, level or upright. */
function isDot(wide: number, high: number): boolean {
  return (
    Math.min(wide, high) > SHORT &&
    Math.max(wide, high) <= Math.min(THIN, 1.5 * Math.min(wide, high))
  );
}

function isCorner([x, y]: Point, box: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < LEAN;
  return (near(x, box.left) || near(x, box.right)) && (near(y, box.top) || near(y, box.bottom));
}

function fillBox(box: Box, rulings: Ruling[], fills: Box[]): void {
  fills.push(box);
  const { left, right, top, bottom } = box;
  const edge = { filled: true } as const;
  rulings.push(
    { ...across({ ...box, bottom: top }), ...edge },
    { ...across({ ...box, top: bottom }), ...edge },
    { ...down({ ...box, right: left }), ...edge },
    { ...down({ ...box, left: right }), ...edge },
  );
}

function across({ left, right, top, bottom }: Box): Ruling {
  return { direction: 'horizontal', at: (top + bottom) / 2, from: left, to: right };
}

function down({ left, right, top, bottom }: Box): Ruling {
  return { direction: 'vertical', at: (left + right) / 2, from: top, to: bottom };
}

function around(points: readonly Point[]): Box {
  const [first] = points as readonly [Point];
  let box = { left: first[0], right: first[0], top: first[1], bottom: first[1] };
  for (const [x, y] of points) {
    box = {
      left: Math.min(box.left, x),
      right: Math.max(box.right, x),
      top: Math.min(box.top, y),
      bottom: Math.max(box.bottom, y),
    };
  }
  return box;
}

/** The part of a ruling inside a box; lines on its edge stay. */
export function clipped(ruling: Ruling, box: Box): Ruling | null {
  const level = ruling.direction === 'horizontal';
  const [low, high] = level ? [box.top, box.bottom] : [box.left, box.right];
  if (ruling.at < low - THIN || ruling.at > high + THIN) return null;
  const from = Math.max(ruling.from, level ? box.left : box.top);
  const to = Math.min(ruling.to, level ? box.right : box.bottom);
  return to - from > SHORT ? { ...ruling, from, to } : null;
}

/** The box of a path as the library states it: [least x, least y, most x, most y]. */
export function extentAt(matrix: Matrix, extent: ArrayLike<number>): Box {
  return boxAt(matrix, Array.from(extent));
}
