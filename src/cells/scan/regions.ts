import type { DrawnLine } from './drawn-lines.js';
import type { PixelBox } from './image.js';

/** Places that drawn lines part from each other: the cells of tables, and everything outside. */
export interface Regions {
  /** Boxes inside lines on all sides. */
  readonly cells: readonly PixelBox[];
  /** Number of the cell at a pixel, or -1 outside of all. */
  readonly cellAt: (x: number, y: number) => number;
}

/**
 * Cells by flooding the raster that the lines span: a merged cell is simply one that no line
 * divides. `slack` is how far (pixels) a line may end from where it should.
 */
export function regionsOf(
  drawn: readonly DrawnLine[],
  page: { readonly width: number; readonly height: number },
  slack: number,
): Regions {
  const lines = [...drawn, ...closingLines(drawn, slack)];
  const xs = edges(lines, 'vertical', page.width, slack);
  const ys = edges(lines, 'horizontal', page.height, slack);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const wall = wallsOf(lines, xs, ys, slack);
  const label = new Int32Array(columns * rows).fill(-2);
  const boxes: PixelBox[] = [];
  let cells = 0;
  for (let seed = 0; seed < label.length; seed += 1) {
    if (label[seed] !== -2) continue;
    const members = flood(seed, columns, rows, label, wall);
    const box = boxAround(members, columns, xs, ys);
    const outside =
      box.left === xs[0] ||
      box.top === ys[0] ||
      box.right === xs.at(-1) ||
      box.bottom === ys.at(-1);
    for (const member of members) label[member] = outside ? -1 : cells;
    if (outside) continue;
    boxes.push(box);
    cells += 1;
  }
  return {
    cells: boxes,
    cellAt: (x, y) => {
      const column = slot(xs, x);
      const row = slot(ys, y);
      return column < 0 || row < 0 ? -1 : label[row * columns + column]!;
    },
  };
}

/** A table that goes on overleaf has no line at its end: it is closed where its uprights end. */
function closingLines(lines: readonly DrawnLine[], slack: number): readonly DrawnLine[] {
  const uprights = lines.filter(({ direction }) => direction === 'vertical');
  const levels = lines.filter(({ direction }) => direction === 'horizontal');
  const closing: DrawnLine[] = [];
  for (const end of ['from', 'to'] as const) {
    let open = uprights.filter(
      (line) =>
        !levels.some(
          ({ at, from, to }) =>
            Math.abs(at - line[end]) <= 2 * slack &&
            from <= line.at + 2 * slack &&
            to >= line.at - 2 * slack,
        ),
    );
    while (open.length > 0) {
      const at = open[0]![end];
      const together = open.filter((line) => Math.abs(line[end] - at) <= 2 * slack);
      open = open.filter((line) => !together.includes(line));
      if (together.length < 2) continue;
      const xs = together.map((line) => line.at);
      const [from, to] = [Math.min(...xs), Math.max(...xs)];
      closing.push({ direction: 'horizontal', at, from, to, thickness: 0 });
    }
  }
  return closing;
}

/** Where lines stand, those that are one apart by at most the slack taken together. */
function edges(
  lines: readonly DrawnLine[],
  direction: DrawnLine['direction'],
  end: number,
  slack: number,
): readonly number[] {
  const places = lines.filter((line) => line.direction === direction).map(({ at }) => at);
  const kept = [0];
  let sum = 0;
  let count = 0;
  const close = (): void => {
    if (count > 0) kept.push(sum / count);
    sum = 0;
    count = 0;
  };
  for (const at of [...places].sort((a, b) => a - b)) {
    if (count > 0 && at - sum / count > slack) close();
    sum += at;
    count += 1;
  }
  close();
  return [...kept, end];
}

type Walls = { readonly right: Uint8Array; readonly below: Uint8Array };

/** For every field of the raster: is there a line at its right, below it? */
function wallsOf(
  lines: readonly DrawnLine[],
  xs: readonly number[],
  ys: readonly number[],
  slack: number,
): Walls {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const right = new Uint8Array(columns * rows);
  const below = new Uint8Array(columns * rows);
  for (const { direction, at, from, to } of lines) {
    const upright = direction === 'vertical';
    const own = upright ? xs : ys;
    const other = upright ? ys : xs;
    const edge = own.findIndex((each) => Math.abs(each - at) <= 2 * slack);
    if (edge <= 0) continue;
    for (let index = 0; index + 1 < other.length; index += 1) {
      if (from > other[index]! + 2 * slack || to < other[index + 1]! - 2 * slack) continue;
      if (upright) right[index * columns + edge - 1] = 1;
      else below[(edge - 1) * columns + index] = 1;
    }
  }
  return { right, below };
}

function flood(
  seed: number,
  columns: number,
  rows: number,
  label: Int32Array,
  { right, below }: Walls,
): readonly number[] {
  const members = [seed];
  label[seed] = -1;
  const visit = (at: number): void => {
    if (label[at] !== -2) return;
    label[at] = -1;
    members.push(at);
  };
  for (let next = 0; next < members.length; next += 1) {
    const at = members[next]!;
    const column = at % columns;
    if (column > 0 && right[at - 1] === 0) visit(at - 1);
    if (column + 1 < columns && right[at] === 0) visit(at + 1);
    if (at >= columns && below[at - columns] === 0) visit(at - columns);
    if (at + columns < columns * rows && below[at] === 0) visit(at + columns);
  }
  return members;
}

function boxAround(
  members: readonly number[],
  columns: number,
  xs: readonly number[],
  ys: readonly number[],
): PixelBox {
  const at = members.map((member) => [member % columns, Math.floor(member / columns)] as const);
  const [column, row] = [at.map(([x]) => x), at.map(([, y]) => y)];
  return {
    left: xs[Math.min(...column)]!,
    top: ys[Math.min(...row)]!,
    right: xs[Math.max(...column) + 1]!,
    bottom: ys[Math.max(...row) + 1]!,
  };
}

function slot(edgesAt: readonly number[], at: number): number {
  let low = 0;
  let high = edgesAt.length - 1;
  if (at < edgesAt[0]! || at >= edgesAt[high]!) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edgesAt[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
