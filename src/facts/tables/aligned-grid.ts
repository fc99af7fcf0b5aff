import { parseNumeral } from '../../base/numeral.js';
import { linePlace } from '../../base/place.js';
import { columnBands, overlap } from '../../cells/column-bands.js';
import type { GridCell, TextLine } from '../../cells/model.js';
import { displayWidth } from './raw-cells.js';

/**
 * A word group of a line laid out on paper: two blanks or more end it. Extents are display
 * columns.
 */
interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly line: TextLine;
}

interface Band {
  left: number;
  right: number;
}

/**
 * Text laid out with runs of blanks (as pdftotext -layout writes it) turned into a grid: columns
 * are
 * what no line crosses. Null when the lines are not laid out so.
 */
export function alignedGrid(lines: readonly TextLine[]): (readonly GridCell[])[] | null {
  const rows = lines.map((line) => tokensOf(line)).filter((tokens) => tokens.length > 0);
  if (!isAligned(rows)) return null;
  const bodyStart = rows.findIndex((tokens, at) => at > 0 && isBody(tokens));
  const body = rows.slice(Math.max(bodyStart, 0));
  const bands = columnBands(body);
  // Headings are wider than their columns and may come within one blank of each other.
  const headings = rows
    .slice(0, Math.max(bodyStart, 0))
    .map((tokens) => tokensOf(tokens[0]!.line, /\S+/g));
  for (const token of headings.flat()) addHeadingBand(bands, token, headings.flat());
  bands.sort((a, b) => a.left - b.left);
  const heading = headings.map((tokens) => headingRow(tokens, bands));
  const grid = [
    ...heading,
    ...joinWraps(
      body.map((tokens) => bodyRow(tokens, bands)),
      bands,
    ),
  ];
  return grid.map((row) => row.map((cell, at) => cell ?? emptyCell(row, at)));
}

/** Words of a line; by default one blank between them keeps words together. */
function tokensOf(line: TextLine, pattern: RegExp = /\S+(?: \S+)*/g): Token[] {
  const tokens: Token[] = [];
  for (let match = pattern.exec(line.text); match; match = pattern.exec(line.text)) {
    const from = match.index;
    const text = match[0];
    const left = displayWidth(line.text.slice(0, from));
    tokens.push({
      text,
      from,
      to: from + text.length,
      left,
      right: left + displayWidth(text),
      line,
    });
  }
  return tokens;
}

/** Cells stand apart by more than one blank in nearly every line that has several. */
function isAligned(rows: readonly Token[][]): boolean {
  let apart = 0;
  let close = 0;
  for (const tokens of rows) {
    const glued = tokens.some(({ text }) => /[\d.)] +[-(\d]|[\u4e00-\u9fff)）] \d/.test(text));
    if (glued) close += 1;
    else if (tokens.length >= 3) apart += 1;
  }
  return apart >= 3 && close * 8 <= apart;
}

const ROW_START = new RegExp(
  `^(?:${[
    '\\d{3}(?:\\d{2}){0,2}',
    '合\\s*计|总\\s*计|栏\\s*次|预算数|决算数',
    '[一二三四五六七八九十]{1,3}、.+',
    '\\d{1,2}[、.].+',
    '[（(][一二三四五六七八九十\\d]{1,2}[)）].+',
    '其中[:：].+',
  ].join('|')})$`,
);

function isBody(tokens: readonly Token[]): boolean {
  const first = tokens[0]!.text;
  const numbers = tokens.filter(({ text }) => parseNumeral(text) !== null).length;
  if (/^(?:合\s*计|预算数|决算数)$/.test(first) && numbers === 0) return false;
  if (ROW_START.test(first)) return true;
  return numbers >= 2 || (numbers === 1 && tokens.length === 2);
}

/** How far from its numbers a heading may stand and still be theirs. */
const NEAR = 4;

/**
 * A heading beside numbers that no heading stands over is theirs; else its column is blank
 * throughout.
 */
function addHeadingBand(bands: Band[], token: Token, heading: readonly Token[]): void {
  if (bands.some((band) => overlap(token, band) > 0)) return;
  const bare = bands.filter((band) => !heading.some((other) => overlap(other, band) > 0));
  const near = bare.find((band) => overlap(token, band) > -NEAR);
  if (near) {
    near.left = Math.min(near.left, token.left);
    near.right = Math.max(near.right, token.right);
  } else {
    bands.push({ left: token.left, right: token.right });
  }
}

type Row = (GridCell | undefined)[];

/**
 * A heading stands over its first column; a merged one over those it spans, told by the grid
 * reader.
 */
function headingRow(tokens: readonly Token[], bands: readonly Band[]): Row {
  const row: Row = bands.map(() => undefined);
  for (const token of tokens) {
    const spanned = bands.flatMap((band, at) => (overlap(token, band) > 0 ? [at] : []));
    const at = spanned[0] ?? nearest(token, bands);
    row[at] = addText(row[at], token);
  }
  return row;
}

function bodyRow(tokens: readonly Token[], bands: readonly Band[]): Row {
  const row: Row = bands.map(() => undefined);
  for (const token of tokens) {
    let at = -1;
    bands.forEach((band, i) => {
      if (overlap(token, band) > 0 && (at < 0 || overlap(token, band) > overlap(token, bands[at]!)))
        at = i;
    });
    if (at < 0) at = nearest(token, bands);
    row[at] = addText(row[at], token);
  }
  return row;
}

function nearest(token: Token, bands: readonly Band[]): number {
  const middle = (token.left + token.right) / 2;
  let best = 0;
  bands.forEach((band, at) => {
    const distance = Math.abs((band.left + band.right) / 2 - middle);
    if (distance < Math.abs((bands[best]!.left + bands[best]!.right) / 2 - middle)) best = at;
  });
  return best;
}

function addText(cell: GridCell | undefined, token: Token): GridCell {
  const place = linePlace(token.line.place.line ?? 0, token.from, token.to, token.text);
  return cell
    ? { text: `${cell.text} ${token.text}`, place: cell.place }
    : { text: token.text, place };
}

/**
 * Rows of words only are the rest of a wrapped label: below its row, or above it where the row has
 * no label of its own in that column.
 */
function joinWraps(rows: readonly Row[], bands: readonly Band[]): Row[] {
  const joined: Row[] = [];
  let above: Row[] = [];
  for (const row of rows) {
    const words = row.every((cell) => cell === undefined || parseNumeral(cell.text) === null);
    const starts = row.some((cell) => cell !== undefined && ROW_START.test(cell.text));
    const previous = joined[joined.length - 1];
    if (words && !starts && previous && fits(row, previous, bands)) {
      row.forEach((cell, at) => {
        if (cell) previous[at] = { ...previous[at]!, text: previous[at]!.text + cell.text };
      });
    } else if (
      words &&
      !starts &&
      row.every((cell, at) => cell === undefined || fillsBand(cell, bands[at]!))
    ) {
      above.push(row);
    } else {
      const complete = [...row];
      for (const part of [...above].reverse()) {
        part.forEach((cell, at) => {
          if (!cell) return;
          const own = complete[at];
          complete[at] = own ? { ...own, text: cell.text + own.text } : cell;
        });
      }
      above = [];
      joined.push(complete);
    }
  }
  return joined;
}

/** How much of a column a word may leave free and still have been broken for lack of room. */
const WRAP_ROOM = 4;

/** Every piece stands below words that fill their column. */
function fits(row: Row, previous: Row, bands: readonly Band[]): boolean {
  return row.every((cell, at) => cell === undefined || fillsBand(previous[at], bands[at]!));
}

function fillsBand(cell: GridCell | undefined, band: Band): boolean {
  if (!cell || !/[\u4e00-\u9fff]/.test(cell.text)) return false;
  const widest = cell.text.split(' ').reduce((most, part) => Math.max(most, displayWidth(part)), 0);
  return (
    widest >= band.right - band.left - WRAP_ROOM || displayWidth(cell.text) > band.right - band.left
  );
}

function emptyCell(row: Row, at: number): GridCell {
  const last = row.findLast((cell) => cell !== undefined);
  const line = last?.place.line ?? 0;
  const before = row.slice(0, at).findLast((cell) => cell !== undefined);
  const from = before?.place.to ?? 0;
  return { text: '', place: linePlace(line, from, from, '') };
}
