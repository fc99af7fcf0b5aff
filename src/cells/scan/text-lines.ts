import type { DrawnLine } from './drawn-lines.js';
import { type Bitmap, nearest, type PixelBox } from './image.js';
import type { Regions } from './regions.js';

/** A line of text in a bitmap: the box around its ink, and the room it may spread into. */
export interface TextLineBox extends PixelBox {
  /** Its cell, or what stands around it: nothing beyond belongs to it. */
  readonly room: PixelBox;
  /** Number of its cell, or -1. */
  readonly cell: number;
  /** Height of the type of the page. */
  readonly type: number;
}

/** How wide a blank (in heights of type) ends a run of text: in a cell, and in open text. */
const BREAK_IN_CELL = 2.5;
const BREAK_OUTSIDE = 1.2;
/** A cell is looked at this far inside its lines, in pixels. */
const INSET = 3;
/** Less ink than that is dirt: a decimal point alone is no text. */
const LEAST_INK = 12;

/** Lines of text by what is inked: cell by cell, and block by block outside of tables. */
export function textLines(
  bitmap: Bitmap,
  regions: Regions,
  walls: readonly DrawnLine[],
  type: number,
): readonly TextLineBox[] {
  const setting = { type, walls };
  const inCells = regions.cells.flatMap((cell, index) => {
    const room = withoutEdges(bitmap, inset(cell));
    return linesInside(bitmap, room, { ...setting, blank: BREAK_IN_CELL * type, cell: index });
  });
  const open = outside(bitmap, regions);
  const blank = BREAK_OUTSIDE * type;
  const outer = blocksOf(open, nearest(blank)).flatMap((block) =>
    linesInside(open, block, { ...setting, blank, cell: -1 }),
  );
  return [...inCells, ...outer];
}

/** Height of the type most of a page is set in, in pixels, from the rows that ink stands in. */
export function typeHeight(
  bitmap: Bitmap,
  regions: Regions,
  walls: readonly DrawnLine[],
  guess: number,
): number {
  const heights = textLines(bitmap, regions, walls, guess)
    .filter(({ left, right, top, bottom }) => right - left > 2 * (bottom - top))
    .map(({ top, bottom }) => bottom - top)
    .filter((height) => height > guess / 3 && height < guess * 3)
    .sort((a, b) => a - b);
  return heights.length === 0 ? guess : heights[Math.floor(heights.length * 0.6)]!;
}

interface Setting {
  readonly type: number;
  /** No text goes through an upright line. */
  readonly walls: readonly DrawnLine[];
  readonly blank: number;
  readonly cell: number;
}

function inset({ left, top, right, bottom }: PixelBox): PixelBox {
  return {
    left: nearest(left) + INSET,
    top: nearest(top) + INSET,
    right: nearest(right) - INSET,
    bottom: nearest(bottom) - INSET,
  };
}

/** What is left of a ruling stands at the edge of a cell over most of its height or width. */
const EDGE = 12;
const EDGE_SHARE = 0.65;

/** The cell without remains of its rulings at its edges, which would be read as 1 or l. */
function withoutEdges({ width, ink }: Bitmap, room: PixelBox): PixelBox {
  const high = room.bottom - room.top;
  const wide = room.right - room.left;
  if (high < 2 * EDGE || wide < 2 * EDGE) return room;
  let { left, right, top, bottom } = room;
  const upright = (x: number): boolean => {
    let count = 0;
    for (let y = room.top; y < room.bottom; y += 1) count += ink[y * width + x]!;
    return count > high * EDGE_SHARE;
  };
  const level = (y: number): boolean => {
    let count = 0;
    for (let x = room.left; x < room.right; x += 1) count += ink[y * width + x]!;
    return count > wide * EDGE_SHARE;
  };
  for (let step = 0; step < EDGE; step += 1) {
    if (upright(room.left + step)) left = room.left + step + 2;
    if (upright(room.right - 1 - step)) right = room.right - 2 - step;
    if (level(room.top + step)) top = room.top + step + 2;
    if (level(room.bottom - 1 - step)) bottom = room.bottom - 2 - step;
  }
  return { left, right, top, bottom };
}

/** The bitmap with nothing in its cells. */
function outside(bitmap: Bitmap, { cells }: Regions): Bitmap {
  const ink = bitmap.ink.slice();
  for (const { left, top, right, bottom } of cells) {
    for (let y = nearest(top); y < bottom; y += 1) {
      ink.fill(0, y * bitmap.width + nearest(left), y * bitmap.width + nearest(right));
    }
  }
  return { ...bitmap, ink };
}

function linesInside(bitmap: Bitmap, room: PixelBox, setting: Setting): readonly TextLineBox[] {
  const bands = bandsOf(inkByRow(bitmap, room), room.top, setting.type);
  return bands.flatMap(([top, bottom], index) => {
    const above = bands[index - 1];
    const below = bands[index + 1];
    const own = {
      ...room,
      top: above === undefined ? room.top : nearest((above[1] + top) / 2),
      bottom: below === undefined ? room.bottom : nearest((bottom + below[0]) / 2),
    };
    return runsInBand(bitmap, { ...room, top, bottom }, setting).flatMap(
      ([left, right]): TextLineBox[] => {
        const rows = inkByRow(bitmap, { left, right, top, bottom });
        const first = rows.findIndex((count) => count > 0);
        const last = rows.findLastIndex((count) => count > 0);
        const box = { left, right, top: top + first, bottom: top + last + 1 };
        const { cell, type } = setting;
        return isText(box, type) ? [{ ...box, room: own, cell, type }] : [];
      },
    );
  });
}

/** Remains of a torn ruling are long and thin; dirt is small. */
function isText({ left, right, top, bottom }: PixelBox, type: number): boolean {
  const wide = right - left;
  const high = bottom - top;
  if (high < type * 0.3) return wide >= type * 0.3 && wide <= type * 6;
  return wide >= type * 0.1 && high <= wide * 12;
}

function inkByRow({ width, ink }: Bitmap, box: PixelBox): Uint32Array {
  const rows = new Uint32Array(Math.max(0, box.bottom - box.top));
  for (let y = box.top; y < box.bottom; y += 1) {
    let count = 0;
    for (let x = box.left; x < box.right; x += 1) count += ink[y * width + x]!;
    rows[y - box.top] = count;
  }
  return rows;
}

type Band = readonly [top: number, bottom: number];

/** Rows of ink with blank rows between; strokes of one character lie close together. */
function bandsOf(rows: Uint32Array, start: number, type: number): readonly Band[] {
  const bands: Band[] = [];
  let top = -1;
  for (let row = 0; row <= rows.length; row += 1) {
    const inked = row < rows.length && rows[row]! > 0;
    if (inked && top < 0) top = row;
    if (inked || top < 0) continue;
    const before = bands.at(-1);
    if (before !== undefined && belongTogether(before, [top, row], type)) {
      bands[bands.length - 1] = [before[0], row];
    } else bands.push([top, row]);
    top = -1;
  }
  return bands
    .flatMap((band) => parted(rows, band, type))
    .filter(([from, to]) => sum(rows, from, to) >= LEAST_INK)
    .map(([from, to]) => [from + start, to + start] as const);
}

function belongTogether(above: Band, below: Band, type: number): boolean {
  const smaller = Math.min(above[1] - above[0], below[1] - below[0]);
  const together = below[1] - above[0];
  return below[0] - above[1] <= type * 0.4 && smaller < type * 0.6 && together <= type * 1.3;
}

/** Two lines of text whose ink touches are parted where there is least of it. */
function parted(rows: Uint32Array, band: Band, type: number): readonly Band[] {
  const [top, bottom] = band;
  if (bottom - top < type * 1.75) return [band];
  let thinnest = -1;
  const from = top + Math.floor(type * 0.7);
  const to = bottom - Math.floor(type * 0.7);
  for (let row = from; row < to; row += 1) {
    if (thinnest < 0 || rows[row]! < rows[thinnest]!) thinnest = row;
  }
  const usual = sum(rows, top, bottom) / (bottom - top);
  if (thinnest < 0 || rows[thinnest]! > usual * 0.3) return [band];
  return [...parted(rows, [top, thinnest], type), ...parted(rows, [thinnest, bottom], type)];
}

function sum(rows: Uint32Array, from: number, to: number): number {
  let total = 0;
  for (let row = from; row < to; row += 1) total += rows[row]!;
  return total;
}

/** Parts of a row of text with wide blanks between them. */
function runsInBand(
  { width, ink }: Bitmap,
  { left, right, top, bottom }: PixelBox,
  { blank, walls }: Setting,
): readonly (readonly [left: number, right: number])[] {
  const middle = (top + bottom) / 2;
  const parting = new Set(
    walls
      .filter(({ direction }) => direction === 'vertical')
      .filter(({ at, from, to }) => at > left && at < right && from < middle && middle < to)
      .map(({ at }) => nearest(at)),
  );
  const runs: (readonly [number, number])[] = [];
  let from = -1;
  let last = -1;
  let count = 0;
  const end = (): void => {
    if (from >= 0 && count >= LEAST_INK) runs.push([from, last + 1]);
  };
  for (let x = left; x < right; x += 1) {
    let column = 0;
    for (let y = top; y < bottom; y += 1) column += ink[y * width + x]!;
    if (parting.has(x)) {
      end();
      from = -1;
    }
    if (column === 0) continue;
    if (from < 0 || x - last > blank) {
      end();
      from = x;
      count = 0;
    }
    count += column;
    last = x;
  }
  end();
  return runs;
}

/** Boxes around ink that lies together when gaps along a row are closed. */
function blocksOf(bitmap: Bitmap, gap: number): readonly PixelBox[] {
  const { width, height, ink } = bitmap;
  interface Segment extends PixelBox {
    parent: number;
  }
  const all: Segment[] = [];
  const root = (index: number): number => {
    let at = index;
    while (all[at]!.parent !== at) at = all[at]!.parent;
    return at;
  };
  let above: number[] = [];
  for (let y = 0; y < height; y += 1) {
    const here: number[] = [];
    let from = -1;
    let last = -1;
    for (let x = 0; x <= width; x += 1) {
      const inked = x < width && ink[y * width + x] === 1;
      if (from >= 0 && (x === width || (inked && x - last > gap))) {
        const index = all.length;
        all.push({ left: from, right: last + 1, top: y, bottom: y + 1, parent: index });
        here.push(index);
        from = -1;
      }
      if (!inked) continue;
      if (from < 0) from = x;
      last = x;
    }
    let start = 0;
    for (const index of here) {
      const own = all[index]!;
      while (start < above.length && all[above[start]!]!.right <= own.left) start += 1;
      for (let at = start; at < above.length && all[above[at]!]!.left < own.right; at += 1) {
        all[root(index)]!.parent = root(above[at]!);
      }
    }
    above = here;
  }
  const boxes = new Map<number, PixelBox>();
  all.forEach((segment, index) => {
    const at = root(index);
    const box = boxes.get(at);
    boxes.set(at, box === undefined ? segment : around(box, segment));
  });
  return [...boxes.values()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}

function around(a: PixelBox, b: PixelBox): PixelBox {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
