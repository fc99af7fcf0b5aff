import { binarise, levelInk } from './binarise.js';
import { type Bitmap, type GreyImage, nearest, quarterTurned } from './image.js';

/** A drawn line in pixels: its middle `at`, from one end to the other. */
export interface DrawnLine {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** What counts as a line, in pixels. */
export interface LineMeasure {
  /** Shorter ones are strokes of characters. */
  readonly shortest: number;
  /** Thicker ones are pictures or filled boxes. */
  readonly thickest: number;
  /** Gaps inside a line that printing or scanning tore. */
  readonly gap: number;
}

/** What stands on its feet is seen at each of these distances, in pixels … */
const STANDING = [4, 6, 8];
/** … and covers so much of them at least; beside a ruling there is paper at one of them. */
const LEAST_STANDING = 0.12;
const MOST_STANDING = 0.9;
/** Steps along a short line, in pixels, and the share of each that is inked. */
const STEP = 10;
const LEAST_INKED = 0.7;
/** A line ends at another one, give or take so many pixels. */
const MEETING = 8;

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The straight lines across and down a picture whose lines of text run level. */
export function drawnLines(picture: GreyImage, measure: LineMeasure): readonly DrawnLine[] {
  const level = linesAcross(picture, measure);
  // Turned clockwise, what stands upright lies level and its y counts from the right edge.
  const upright = linesAcross(quarterTurned(picture, 1), measure);
  const { height } = picture;
  const found = joinedToOthers(
    [
      ...level.map((line): DrawnLine => ({ ...line, direction: 'horizontal' })),
      ...upright.map(
        (line): DrawnLine => ({
          ...line,
          direction: 'vertical',
          from: height - line.to,
          to: height - line.from,
        }),
      ),
    ],
    measure,
  );
  return found.map((line) => endingAtOthers(line, found));
}

/** Dirt at the end of a line makes it too long, a tear too short: it ends at the line it meets. */
function endingAtOthers(line: DrawnLine, lines: readonly DrawnLine[]): DrawnLine {
  const ends = lines
    .filter(({ direction, from, to }) => {
      return direction !== line.direction && from - MEETING <= line.at && line.at <= to + MEETING;
    })
    .map(({ at }) => nearest(at));
  const first = Math.min(...ends.filter((at) => Math.abs(at - line.from) <= 2 * MEETING));
  const last = Math.max(...ends.filter((at) => Math.abs(at - line.to) <= 2 * MEETING));
  return {
    ...line,
    from: Number.isFinite(first) ? first : line.from,
    to: Number.isFinite(last) ? last : line.to,
  };
}

type Line = Omit<DrawnLine, 'direction'>;

function linesAcross(picture: GreyImage, measure: LineMeasure): readonly Line[] {
  const faint = levelInk(picture);
  const pieces = pieceByPiece(longRuns(faint, measure));
  const lines = pieces.flatMap((runs) => lineOf(runs, measure));
  const ink = binarise(picture);
  return bridged(lines, measure).filter(
    (line) =>
      !isFootOfText(line, ink) &&
      (line.to - line.from >= 4 * measure.shortest || isUnbroken(line, faint)),
  );
}

/** A short line is drawn all along; a stroke that dirt makes longer is not. */
function isUnbroken({ at, from, to }: Line, { width, height, ink }: Bitmap): boolean {
  const middle = Math.floor(at);
  for (let start = from; start + STEP <= to; start += STEP) {
    let count = 0;
    for (let x = start; x < start + STEP; x += 1) {
      const near = [middle - 1, middle, middle + 1].some(
        (row) => row >= 0 && row < height && ink[row * width + x] === 1,
      );
      if (near) count += 1;
    }
    if (count < STEP * LEAST_INKED) return false;
  }
  return true;
}

/** The feet of digits in a row look like a line, but for the digits that stand on it. */
function isFootOfText({ at, from, to, thickness }: Line, { width, height, ink }: Bitmap): boolean {
  const covered = (row: number): number => {
    if (row < 0 || row >= height) return 0;
    let count = 0;
    for (let x = from; x < to; x += 1) count += ink[row * width + x]!;
    return count / (to - from);
  };
  return [-1, 1].some((side) => {
    const shares = STANDING.map((away) => covered(nearest(at + side * (thickness / 2 + away))));
    // Another line, of a pair, covers all of it.
    return Math.min(...shares) > LEAST_STANDING && Math.max(...shares) < MOST_STANDING;
  });
}

/** Runs of ink along each row; a line that wavers by one row still gives long runs. */
function longRuns({ width, height, ink }: Bitmap, { shortest, gap }: LineMeasure): readonly Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < height; row += 1) {
    const here = row * width;
    const below = row + 1 < height ? here + width : here;
    let from = -1;
    let last = -1;
    let covered = 0;
    const end = (): void => {
      // A dotted row of characters has gaps everywhere; a torn line has few.
      if (from >= 0 && last + 1 - from >= shortest && covered * 10 >= (last + 1 - from) * 9) {
        runs.push({ row, from, to: last + 1 });
      }
    };
    for (let x = 0; x < width; x += 1) {
      if (ink[here + x] === 0 && ink[below + x] === 0) continue;
      if (from < 0 || x - last > gap) {
        end();
        from = x;
        covered = 0;
      }
      covered += 1;
      last = x;
    }
    end();
  }
  return runs;
}

/** Runs of neighbouring rows that overlap belong to one line. */
function pieceByPiece(runs: readonly Run[]): readonly (readonly Run[])[] {
  const pieces: Run[][] = [];
  let open: { readonly runs: Run[]; last: Run }[] = [];
  for (const run of runs) {
    open = open.filter(({ last }) => last.row >= run.row - 1);
    const above = open.find(
      ({ last }) => last.row === run.row - 1 && last.from < run.to && last.to > run.from,
    );
    if (above !== undefined) {
      above.runs.push(run);
      above.last = run;
      continue;
    }
    const piece = [run];
    pieces.push(piece);
    open.push({ runs: piece, last: run });
  }
  return pieces;
}

function lineOf(runs: readonly Run[], { thickest }: LineMeasure): readonly Line[] {
  const rows = runs.length;
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.to));
  // The look at the row below makes every line one row thicker than it is.
  const thickness = Math.max(1, nearest(length / (to - from)) - 1);
  if (thickness > thickest || rows > 3 * thickest) return [];
  const weight = runs.reduce((sum, run) => sum + run.row * (run.to - run.from), 0);
  return [{ at: weight / length + 0.5, from, to, thickness }];
}

/** Pieces of one line, torn apart, are joined. */
function bridged(lines: readonly Line[], { gap, thickest }: LineMeasure): readonly Line[] {
  const left = [...lines].sort((a, b) => a.from - b.from || a.at - b.at);
  const joined: Line[] = [];
  for (const line of left) {
    const index = joined.findIndex(
      (other) => Math.abs(other.at - line.at) <= thickest / 2 && line.from - other.to <= 4 * gap,
    );
    if (index < 0) {
      joined.push(line);
      continue;
    }
    const other = joined[index]!;
    const share = (line.to - line.from) / (line.to - line.from + other.to - other.from);
    joined[index] = {
      at: other.at * (1 - share) + line.at * share,
      from: other.from,
      to: Math.max(other.to, line.to),
      thickness: Math.max(other.thickness, line.thickness),
    };
  }
  return joined;
}

/**
 * Strokes of characters meet no other line at both ends. A long upright needs to meet one
 * somewhere, for a page may end in a table; nothing else is as long as a table is wide.
 */
function joinedToOthers(lines: readonly DrawnLine[], measure: LineMeasure): readonly DrawnLine[] {
  const kept = metByOthers(lines, measure);
  return kept.length === lines.length ? kept : joinedToOthers(kept, measure);
}

function metByOthers(lines: readonly DrawnLine[], measure: LineMeasure): readonly DrawnLine[] {
  const lengthOf = ({ from, to }: DrawnLine): number => to - from;
  const firm = lines.filter((line) => lengthOf(line) >= 4 * measure.shortest);
  const crossing = (line: DrawnLine): readonly DrawnLine[] =>
    firm.filter(
      (other) =>
        other.direction !== line.direction &&
        other.from - MEETING <= line.at &&
        line.at <= other.to + MEETING &&
        line.from - MEETING <= other.at &&
        other.at <= line.to + MEETING,
    );
  const near = (others: readonly DrawnLine[], end: number): boolean =>
    others.some(({ at }) => Math.abs(at - end) <= MEETING);
  return lines.filter((line) => {
    const others = crossing(line);
    if (lengthOf(line) >= 12 * measure.shortest) return true;
    if (line.direction === 'vertical') {
      // Dirt may make it longer than it is; no stroke goes from one level line to the next.
      const ats = others.map(({ at }) => at);
      if (Math.max(...ats) - Math.min(...ats) >= measure.shortest / 2) return true;
      if (lengthOf(line) >= 4 * measure.shortest) return others.length > 0;
    }
    return near(others, line.from) && near(others, line.to);
  });
}

/** The bitmap without its drawn lines; a character that stands on a line keeps its strokes. */
export function withoutLines(bitmap: Bitmap, lines: readonly DrawnLine[]): Bitmap {
  const { width, height } = bitmap;
  const ink = bitmap.ink.slice();
  for (const { direction, at, from, to, thickness } of lines) {
    const [along, across, limit] =
      direction === 'horizontal' ? [1, width, height] : [width, 1, width];
    const middle = nearest(at);
    const reach = thickness + 2;
    for (let step = from; step < to; step += 1) {
      const near = (offset: number): number => middle + offset;
      let first = 0;
      let last = 0;
      const inked = (offset: number): boolean => {
        const row = near(offset);
        return row >= 0 && row < limit && bitmap.ink[step * along + row * across] === 1;
      };
      let start = 0;
      while (start <= reach && !inked(start) && !inked(-start)) start += 1;
      if (start > reach) continue;
      const seed = inked(start) ? start : -start;
      for (first = seed; first > -3 * reach && inked(first - 1); ) first -= 1;
      for (last = seed; last < 3 * reach && inked(last + 1); ) last += 1;
      // Taller than the line: a stroke crosses here.
      if (last - first + 1 > thickness + 3) continue;
      for (let offset = first; offset <= last; offset += 1) {
        ink[step * along + near(offset) * across] = 0;
      }
    }
  }
  return { width, height, ink };
}
