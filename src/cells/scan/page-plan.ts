import type { Ruling } from '../page-content.js';
import { binarise } from './binarise.js';
import { drawnLines, withoutLines } from './drawn-lines.js';
import { type GreyImage, nearest, resized, turnedBy } from './image.js';
import { withPaperFor } from './line-crop.js';
import { regionsOf } from './regions.js';
import { skewOf } from './skew.js';
import { type TextLineBox, textLines, typeHeight } from './text-lines.js';

/** Pixels of a point in pictures that are looked at: 200 to the inch. Measures below are of it. */
export const PIXELS_PER_POINT = 200 / 72;

const LINES = { shortest: 40, thickest: 8, gap: 5 };
/** Lines of a table end so near to each other, where they meet. */
const SLACK = 6;
/** Type of ten points, where a page does not tell. */
const USUAL_TYPE = 28;
/** A page is turned when it lies askew by more than this (radians): a pixel over its width. */
const LEAST_SKEW = 0.0004;
/** A character alone is often misread; it is looked at beside the line that it continues. */
const ALONE = 1.8;

/** Lines that are looked at side by side, as one. */
export type LineGroup = readonly TextLineBox[];

/** A page of an image taken apart: what is to be read, and the rulings around it. */
export interface PagePlan {
  readonly groups: readonly LineGroup[];
  readonly rulings: readonly Ruling[];
  /** Without drawn lines, and level. */
  readonly image: GreyImage;
}

/** Levels a page, finds its rulings and its lines of text. The picture has `PIXELS_PER_POINT`. */
export function planPage(picture: GreyImage): PagePlan {
  const level = levelled(picture);
  const drawn = drawnLines(level, LINES);
  const regions = regionsOf(drawn, level, SLACK);
  const bare = withoutLines(binarise(level), drawn);
  const type = typeHeight(bare, regions, drawn, USUAL_TYPE);
  const lines = textLines(bare, regions, drawn, type);
  const rulings = drawn.map(({ direction, at, from, to }) => ({
    direction,
    ...{ at: at / PIXELS_PER_POINT, from: from / PIXELS_PER_POINT, to: to / PIXELS_PER_POINT },
  }));
  return { groups: grouped(lines), rulings, image: withPaperFor(level, bare, drawn) };
}

function levelled(picture: GreyImage): GreyImage {
  const skew = skewOf(binarise(picture));
  return Math.abs(skew) < LEAST_SKEW ? picture : turnedBy(picture, -skew);
}

/** A character alone in its line of a cell goes with the line before it, or after it. */
function grouped(lines: readonly TextLineBox[]): readonly LineGroup[] {
  const groups: TextLineBox[][] = [];
  for (const line of lines) {
    const before = groups.at(-1);
    const last = before?.at(-1);
    const sameCell = last !== undefined && line.cell >= 0 && last.cell === line.cell;
    if (sameCell && (isAlone(line) || before!.every(isAlone))) before!.push(line);
    else groups.push([line]);
  }
  return groups;
}

function isAlone({ left, right, type }: TextLineBox): boolean {
  return right - left < type * ALONE;
}

/** A picture at `PIXELS_PER_POINT`, when it has so many pixels a point. */
export function atUsualSize(picture: GreyImage, pixelsPerPoint: number): GreyImage {
  const factor = PIXELS_PER_POINT / pixelsPerPoint;
  if (factor > 0.97 && factor < 1.03) return picture;
  const size = { width: nearest(picture.width * factor), height: nearest(picture.height * factor) };
  const whole = { left: 0, top: 0, right: picture.width, bottom: picture.height };
  return resized(picture, whole, size);
}
