import type { Band } from '../column-bands.js';
import { columnOf } from './aligned-columns.js';
import type { TokenLine } from './aligned-region.js';
import { lineJoint } from './visual-lines.js';

/** How much closer than rows the lines of one cell stand, in parts of the type size. */
const CLOSER = 0.12;
/** How the first column of a row begins. */
const STARTS =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{3,7}$|合\s*计$|总\s*计$)/;
/** How a label begins in whatever column it stands: numbered, or a total. */
const LABEL_STARTS =
  /^(?:[一二三四五六七八九十]+、|本年(?:收入|支出)(?:合|小)?计|(?:收入|支出)?[合总]\s*计$)/;

/** Lines of a table without lines as its rows: the lines of wrapped cells belong together. */
export function rowsOfLines(
  lines: readonly TokenLine[],
  bands: readonly Band[],
): readonly (readonly TokenLine[])[] {
  const gaps = lines.slice(1).map(({ line }, at) => line.top - lines[at]!.line.bottom);
  const certain = gaps.filter((_, at) => areTwoRows(lines[at]!, lines[at + 1]!, bands));
  const usual = [...certain].sort((a, b) => a - b)[certain.length >> 1];
  const rows: TokenLine[][] = [];
  lines.forEach((line, at) => {
    const gap = gaps[at - 1];
    const size = line.line.size;
    const overlaps = gap !== undefined && gap < -0.15 * size;
    const close = gap !== undefined && usual !== undefined && gap < usual - CLOSER * size;
    const wraps = close && rows.length > 0 && isWrapOf(line, rows.at(-1)!, bands);
    const joins = overlaps || (wraps && !areTwoRows(lines[at - 1]!, line, bands));
    if (joins && rows.length > 0) rows.at(-1)!.push(line);
    else rows.push([line]);
  });
  return rows;
}

/** A text leaves less room than this in its column before it is broken, in parts of its size. */
const ROOM = 1.3;

/** Its words stand below words that fill their columns; numbers may come with any of the lines. */
function isWrapOf(line: TokenLine, row: readonly TokenLine[], bands: readonly Band[]): boolean {
  let wrapped = 0;
  const begun = row.some(({ tokens }) => tokens.some(({ value }) => value));
  for (const token of line.tokens.filter(({ value }) => !value)) {
    const column = columnOf(token, bands);
    const above = row.flatMap(({ tokens }) => tokens.filter((t) => columnOf(t, bands) === column));
    const last = above.at(-1);
    // Beside the middle of a longer label stands a shorter one.
    if (last === undefined && !begun) continue;
    if (last === undefined || last.right <= bands[column]!.right - ROOM * line.line.size)
      return false;
    wrapped += 1;
  }
  return wrapped > 0;
}

/** Each has a whole number in the same column, or the lower one begins as rows or labels do. */
function areTwoRows(above: TokenLine, below: TokenLine, bands: readonly Band[]): boolean {
  const [first] = below.tokens;
  if (first !== undefined && STARTS.test(first.text) && columnOf(first, bands) === 0) return true;
  if (below.tokens.some(({ text }) => LABEL_STARTS.test(text))) return true;
  return below.tokens.some((token) => {
    if (!token.value) return false;
    const column = columnOf(token, bands);
    const upper = above.tokens.find((other) => columnOf(other, bands) === column);
    return upper?.value === true && lineJoint(upper.text, token.text) === ' ';
  });
}
