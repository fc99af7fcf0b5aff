import type { Bitmap } from './image.js';

/** A page lies askew by at most so many degrees; more is a quarter turn or a photograph. */
const WIDEST = 5;
const COARSE = 0.25;
const FINE = 0.025;
/** Pixels of ink that are looked at: enough for any page, few enough for two hundred angles. */
const MOST_POINTS = 60_000;

/**
 * By which angle (radians, clockwise) lines of text and rulings fall to the right: at this one the
 * ink of a page gathers in the fewest rows.
 */
export function skewOf(bitmap: Bitmap): number {
  const points = edgePoints(bitmap);
  if (points.length < 400) return 0;
  const rows = new Uint32Array(bitmap.height + bitmap.width);
  const coarse = best(-WIDEST, WIDEST, COARSE, (angle) => sharpness(points, angle, rows));
  const fine = best(coarse - COARSE, coarse + COARSE, FINE, (angle) =>
    sharpness(points, angle, rows),
  );
  return radians(fine);
}

function best(from: number, to: number, step: number, worth: (angle: number) => number): number {
  const steps = Math.floor((to - from) / step + 0.5);
  let found = 0;
  let most = worth(0);
  for (let index = 0; index <= steps; index += 1) {
    const angle = from + index * step;
    const value = worth(angle);
    if (value > most) [found, most] = [angle, value];
  }
  return found;
}

/** Pairs of x and y of the lower edges of ink, thinned out evenly. */
function edgePoints({ width, height, ink }: Bitmap): Int32Array {
  const all: number[] = [];
  for (let y = 0; y + 1 < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (ink[at] === 1 && ink[at + width] === 0) all.push(x, y);
    }
  }
  const every = Math.max(1, Math.ceil(all.length / 2 / MOST_POINTS));
  if (every === 1) return Int32Array.from(all);
  return Int32Array.from(all.filter((_, index) => (index >> 1) % every === 0));
}

/** The sum of squares of ink by row, along rows that fall by the angle. */
function sharpness(points: Int32Array, degrees: number, rows: Uint32Array): number {
  rows.fill(0);
  const slope = Math.tan(radians(degrees));
  const middle = rows.length / 4;
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.floor(points[at + 1]! - points[at]! * slope + middle);
    if (row >= 0 && row < rows.length) rows[row]! += 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
