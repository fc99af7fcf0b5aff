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
  /** The numbers of the columns, one in each: 栏次 1 2 3. */
  readonly index: TokenLine | null;
  readonly body: readonly TokenLine[];
}

/** Gaps between two parts of a line that make it a row, in parts of the type size. */
const COLUMN_GAP = 1;
/** Between two lines of one table, in the same measure. */
const LINE_GAP = 2.4;
/** Most lines of words above the first row that belong to its heading. */
const MOST_ABOVE = 2;
const PROSE = /[，。；].{6,}|.{40,}/;
const DECLARATION = /(?:部门|单位|名称|日期|[人长])(?:[（(].{1,4}[)）])?\s*[:：]/;
const TITLE = /表$|^第.+部分|^公开/;
const LEADER = /[.…·．‥]{4,}/;
const ROW_START = /^(?:[一二三四五六七八九十]+、|\d{3,7}$|栏\s*次$)/;
const TOTAL = /^[合总]\s*计$/;

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
  if (tokens.some(({ text }) => DECLARATION.test(text))) return false;
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
  // The last lines of wrapped labels stand close below the last row; rows may be labels alone.
  const rows = lines.slice(start, end);
  while (
    end < at &&
    (isClose(lines[end - 1]!.line, lines[end]!.line) || isLabel(lines, end, rows))
  ) {
    end += 1;
  }
  return end;
}

const NOTE = /^[注备说附]/;

/** A label without numbers at the same distance as the rows, where other labels begin. */
function isLabel(lines: readonly TokenLine[], at: number, rows: readonly TokenLine[]): boolean {
  const { line, tokens } = lines[at]!;
  const [first] = tokens as readonly [Token];
  if (tokens.length > 1 || NOTE.test(first.text)) return false;
  const pitches = rows.slice(1).map((row, i) => row.line.top - rows[i]!.line.top);
  const usual = [...pitches].sort((a, b) => a - b)[pitches.length >> 1] ?? 2 * line.size;
  if (line.top - lines[at - 1]!.line.top > 1.4 * usual) return false;
  const aligned = rows.filter((row) => {
    return row.tokens.some(({ left }) => Math.abs(left - first.left) < 0.3 * line.size);
  });
  return aligned.length >= 3 || TOTAL.test(first.text);
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

/** Most lines of a heading; more are a list. */
const MOST_HEADING = 5;

/** What stands in columns: enough numbers below each other, a list, or a heading without rows. */
function regionOf(lines: readonly TokenLine[]): AlignedRegion | null {
  const { page } = lines[0]!.line;
  const start = bodyStart(lines);
  const heading = lines.slice(0, start);
  const most = Math.max(...lines.map(({ tokens }) => tokens.length));
  if (start === lines.length) {
    if (lines.length > MOST_HEADING) return listOf(lines);
    return lines.length >= 2 && most >= 4 ? { page, heading, index: null, body: [] } : null;
  }
  const numbered = isIndex(lines[start]!.tokens);
  const index = numbered ? lines[start]! : null;
  const body = lines.slice(numbered ? start + 1 : start);
  return isTable(body, most, numbered) ? { page, heading, index, body } : null;
}

/** Three columns of words in nearly every line, the first of them the heading. */
function listOf(lines: readonly TokenLine[]): AlignedRegion | null {
  const wide = lines.filter(({ tokens }) => tokens.length >= 3).length;
  if (wide < 0.75 * lines.length) return null;
  const { page } = lines[0]!.line;
  return { page, heading: lines.slice(0, 1), index: null, body: lines.slice(1) };
}

function isTable(body: readonly TokenLine[], most: number, numbered: boolean): boolean {
  if (numbered) return true;
  const valued = body.filter(({ tokens }) => tokens.some(({ value }) => value));
  const values = valued.flatMap(({ tokens }) => tokens.filter(({ value }) => value));
  // The rest of a table on its last page may be the line of its totals alone.
  if (most >= 3 && body.length === 1 && TOTAL.test(body[0]!.tokens[0]!.text)) {
    return values.length > 0;
  }
  if (most >= 3) return values.length >= 3 && (valued.length >= 2 || most >= 4);
  // Two columns: amounts, or it may be a list with the numbers of pages.
  const amounts = values.filter(({ text }) => /[.．]\d/.test(text));
  return amounts.length >= 3 && amounts.length * 2 >= body.length;
}

/** Where the rows begin; the upper lines of a wrapped first row are not its heading. */
function bodyStart(lines: readonly TokenLine[]): number {
  let start = lines.findIndex(({ tokens }) => isBody(tokens));
  if (start < 0) return lines.length;
  while (start > 0 && lines[start - 1]!.line.bottom > lines[start]!.line.top + OVERLAP) start -= 1;
  return start;
}

/** Lines of one row overlap by more than this; points. */
const OVERLAP = 1;

function isBody(tokens: readonly Token[]): boolean {
  if (tokens.some(({ value }) => value) || ROW_START.test(tokens[0]!.text)) return true;
  // Beside other words it is the name of a column.
  return tokens.length === 1 && TOTAL.test(tokens[0]!.text);
}

/** 1 2 3 …, after a word or none. */
function isIndex(tokens: readonly Token[]): boolean {
  const numbers = tokens.filter(({ text }) => !/^(?:栏\s*次|行\s*次|编\s*号)$/.test(text));
  const least = numbers.length < tokens.length ? 1 : 3;
  return numbers.length >= least && numbers.every(({ text }, at) => text === String(at + 1));
}
