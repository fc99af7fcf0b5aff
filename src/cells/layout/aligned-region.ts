import { type Token, tokensOf } from './tokens.js';
import type { VisualLine } from './visual-lines.js';

/** A line of a table without lines. */
export interface TokenLine {
  readonly line: VisualLine;
  readonly tokens: readonly Token[];
}

/** Lines that stand in columns: the heading, and the rows below it. */
export interface AlignedRegion {
  readonly page: number;
  readonly heading: readonly TokenLine[];
  readonly body: readonly TokenLine[];
}

/** Gaps between two parts of a line that make it a row, in parts of the type size. */
const COLUMN_GAP = 1;
/** Between two lines of one table, in the same measure. */
const LINE_GAP = 2.4;
/** Most lines of words above the first row that belong to its heading. */
const MOST_ABOVE = 2;
const PROSE = /[，。；].{6,}|.{40,}/;
const DECLARATION = /[:：]/;
const TITLE = /表$|^第.+部分|^公开/;
const LEADER = /[.…·．‥]{4,}/;
const ROW_START = /^(?:[一二三四五六七八九十]+、|\d{3,7}$|合\s*计$|总\s*计$|栏\s*次$)/;

/** The regions of a page that are tables, and the lines that are not. */
export function alignedRegions(lines: readonly VisualLine[]): {
  readonly regions: readonly AlignedRegion[];
  readonly rest: readonly VisualLine[];
} {
  const tokened = lines.map((line) => ({ line, tokens: tokensOf(line) }));
  const regions: AlignedRegion[] = [];
  const taken = new Set<VisualLine>();
  for (let at = 0; at < tokened.length; at += 1) {
    if (!isRow(tokened[at]!)) continue;
    const end = endOf(tokened, at);
    const start = startOf(tokened, at);
    const region = regionOf(tokened.slice(start, end));
    if (region !== null) {
      regions.push(region);
      for (const { line } of tokened.slice(start, end)) taken.add(line);
    }
    at = end - 1;
  }
  return { regions, rest: lines.filter((line) => !taken.has(line)) };
}

function isRow({ line, tokens }: TokenLine): boolean {
  if (tokens.length < 2 || tokens.some(({ text }) => LEADER.test(text) || PROSE.test(text))) {
    return false;
  }
  const values = tokens.some(({ value }) => value);
  if (!values && tokens.some(({ text }) => DECLARATION.test(text))) return false;
  return tokens.some((token, at) => {
    return at > 0 && token.left - tokens[at - 1]!.right >= COLUMN_GAP * line.size;
  });
}

/** A part of a wrapped label, or a heading by itself. */
function isPart({ tokens }: TokenLine): boolean {
  return tokens.every(({ text }) => {
    return (
      text.length <= 24 && !/[。；]/.test(text) && !DECLARATION.test(text) && !TITLE.test(text)
    );
  });
}

function follows(above: VisualLine, below: VisualLine): boolean {
  const size = Math.max(above.size, below.size);
  return (
    below.top - above.bottom < LINE_GAP * size && Math.abs(above.size - below.size) < 0.15 * size
  );
}

/** Index after the last line that belongs to the rows from here. */
function endOf(lines: readonly TokenLine[], start: number): number {
  let end = start + 1;
  let at = start + 1;
  for (; at < lines.length && follows(lines[at - 1]!.line, lines[at]!.line); at += 1) {
    if (isRow(lines[at]!)) end = at + 1;
    else if (!isPart(lines[at]!)) break;
  }
  // The last lines of wrapped labels stand close below the last row.
  while (end < at && isClose(lines[end - 1]!.line, lines[end]!.line)) end += 1;
  return end;
}

function isClose(above: VisualLine, below: VisualLine): boolean {
  return below.top - above.bottom < 0.3 * above.size;
}

function startOf(lines: readonly TokenLine[], first: number): number {
  let start = first;
  while (
    first - start < MOST_ABOVE &&
    start > 0 &&
    follows(lines[start - 1]!.line, lines[start]!.line) &&
    lines[start]!.line.top - lines[start - 1]!.line.bottom < 0.9 * lines[start]!.line.size &&
    isPart(lines[start - 1]!) &&
    !lines[start - 1]!.tokens.some(({ text }) => /年度?$/.test(text))
  ) {
    start -= 1;
  }
  return start;
}

/** What stands in columns: enough numbers below each other, or a heading without rows. */
function regionOf(lines: readonly TokenLine[]): AlignedRegion | null {
  const { page } = lines[0]!.line;
  const start = lines.findIndex(({ tokens }) => isBody(tokens));
  const heading = start < 0 ? lines : lines.slice(0, start);
  const body = start < 0 ? [] : lines.slice(start);
  const most = Math.max(...lines.map(({ tokens }) => tokens.length));
  if (body.length === 0) {
    return heading.length >= 2 && most >= 4 ? { page, heading, body } : null;
  }
  const valued = body.filter(({ tokens }) => tokens.some(({ value }) => value));
  const values = valued.flatMap(({ tokens }) => tokens.filter(({ value }) => value));
  if (most >= 3) {
    return values.length >= 3 && (valued.length >= 2 || most >= 4) ? { page, heading, body } : null;
  }
  // Two columns: amounts, or it may be a list with the numbers of pages.
  const amounts = values.filter(({ text }) => /[.．]\d/.test(text));
  return amounts.length >= 3 && amounts.length * 2 >= body.length ? { page, heading, body } : null;
}

function isBody(tokens: readonly Token[]): boolean {
  return tokens.some(({ value }) => value) || ROW_START.test(tokens[0]!.text);
}
