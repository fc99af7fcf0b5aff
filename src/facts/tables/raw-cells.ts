import { isDash, parseNumeral } from '../../base/numeral.js';
import { linePlace, type Place } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';

/** A piece of a raw text line: a number, a dash, a word, or an empty cell between two blanks. */
export interface RawCell {
  readonly kind: 'number' | 'text' | 'empty';
  readonly text: string;
  readonly line: TextLine;
  readonly from: number;
  readonly to: number;
}

export function rawPlace(cell: RawCell): Place {
  const { line, from, to, text } = cell;
  return linePlace(line.place.line ?? 0, from, to, text);
}

/** A two-decimal amount that has the next label or code stuck to it, as PDF text prints them. */
const GLUED = /^([-－(（]?\d[\d,]*\.\d{2}[)）]?)(?=\D|\d{3}(?:\d{2}){0,2}(?:\D|$))(.+)$/;

/**
 * Splits a line at single blanks; two blanks in a row have an empty cell between them, so blank
 * cells of raw PDF text survive. The blank that ends the line ends a cell, it does not open one.
 */
export function rawCells(line: TextLine): RawCell[] {
  const cells: RawCell[] = [];
  const text = line.text.replace(/\u00a0|\t/g, ' ');
  let from = 0;
  while (from <= text.length) {
    const blank = text.indexOf(' ', from);
    const to = blank < 0 ? text.length : blank;
    if (to > from) addWord(cells, line, from, text.slice(from, to));
    else if (blank >= 0) cells.push({ kind: 'empty', text: '', line, from, to: from });
    if (blank < 0) break;
    from = blank + 1;
  }
  return cells;
}

function addWord(cells: RawCell[], line: TextLine, from: number, word: string): void {
  const glued = parseNumeral(word) === null ? splitLabel(word) : splitCode(word);
  if (!glued) {
    cells.push({ kind: kindOf(word), text: word, line, from, to: from + word.length });
    return;
  }
  const [number, rest] = [glued[1]!, glued[2]!];
  cells.push({ kind: 'number', text: number, line, from, to: from + number.length });
  addWord(cells, line, from + number.length, rest);
}

/**
 * 570000.00二、外交支出, ——31022, 31022无形资产购置: an amount, a dash or a code before what
 * sticks to it.
 */
function splitLabel(word: string): RegExpExecArray | null {
  return (
    GLUED.exec(word) ??
    /^([-－]?\d[\d,]*\.\d{2})([-－]?\d[\d,]*\.\d{2})$/.exec(word) ??
    /^([—─]{2,})([^—─].*)$/.exec(word) ??
    /^((?:2\d{2}|3\d{2})(?:\d{2}){0,2})([\u4e00-\u9fff].*)$/.exec(word)
  );
}

/** 6841054.37302 is an amount and the code 302: amounts have two decimals in such tables. */
function splitCode(word: string): RegExpExecArray | null {
  return /^([-－]?\d[\d,]*\.\d{2})([23]\d{2}(?:\d{2}){0,2})$/.exec(word);
}

function kindOf(word: string): 'number' | 'text' {
  return parseNumeral(word) !== null || isDash(word) ? 'number' : 'text';
}

/** Columns a text takes on paper: a Chinese character is two wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! > 0x2e7f ? 2 : 1;
  return width;
}

/** Fewer lines with numbers than this say nothing about how a table was written down. */
const ENOUGH_NUMBERS = 6;
const MOST_EMPTY = 14;

/**
 * The cells of a table that has each cell on a line of its own, as text copied from web pages has
 * them; null for any other. A blank cell has left nothing but a wider gap between two lines.
 */
export function cellPerLine(lines: readonly TextLine[]): RawCell[] | null {
  const split = lines.map(rawCells);
  const counted = split.filter((cells) => cells.some(({ kind }) => kind === 'number'));
  const alone = counted.filter((cells) => cells.length === 1);
  if (counted.length < ENOUGH_NUMBERS || alone.length * 10 < counted.length * 9) return null;
  const { usual, step } = gaps(lines);
  return split.flatMap((cells, at) => {
    const extra = at === 0 ? 0 : gap(lines, at) - usual;
    const blanks = step > 0 && extra > 0 && extra % step === 0 ? extra / step : 0;
    const line = lines[at]!;
    const empty: RawCell = { kind: 'empty', text: '', line, from: 0, to: 0 };
    return [...Array<RawCell>(Math.min(blanks, MOST_EMPTY)).fill(empty), ...cells];
  });
}

function gap(lines: readonly TextLine[], at: number): number {
  return (lines[at]!.place.line ?? 0) - (lines[at - 1]!.place.line ?? 0);
}

/**
 * The least gap that is no exception, and by how much each blank cell widens it: by one line, or by
 * as much as a cell takes; 0 when the gaps do not tell.
 */
function gaps(lines: readonly TextLine[]): { readonly usual: number; readonly step: number } {
  const counts = new Map<number, number>();
  for (let at = 1; at < lines.length; at += 1) {
    const size = gap(lines, at);
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count * 10 >= lines.length);
  const usual = Math.min(...common.map(([size]) => size));
  const extras = [...counts.keys()].filter((size) => size > usual).map((size) => size - usual);
  if (extras.length === 0) return { usual, step: 0 };
  if (extras.some((extra) => extra % usual !== 0)) return { usual, step: 1 };
  return { usual, step: Math.min(...extras) === usual ? usual : 0 };
}
