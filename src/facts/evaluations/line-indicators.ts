import { linePlace } from '../../base/place.js';
import { compareRationals } from '../../base/rational.js';
import type { TextLine } from '../../cells/model.js';
import type { Indicator, PrintedValue } from '../evaluation-model.js';
import { displayWidth } from '../tables/raw-cells.js';
import { bare } from './form-rows.js';
import { numberIn } from './funds.js';
import type { IndicatorColumn } from './indicator-columns.js';
import { operatorOf } from './indicators.js';
import { isHeadingWord, type LineColumns, lineColumns } from './line-columns.js';

/**
 * The indicators of a form that came as lines (text of a PDF): each row ends in its weight and its
 * score, everything before was broken where its cell ended.
 */

const HEADING = /一级指标.*(?:二级指标|三级指标)/;
const END = /^(?:总分|合计|总计)/;
/** The label of the whole table, turned on its side. */
const SIDE = /^(?:绩|效|指|标|绩效指标|绩效|指标|年度绩效指标)$/;
const FIRST_LEVEL = /^(?:产出|效益|满意度|成本)(?:指标)?$/;
const SECOND_LEVEL = /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|.*满意度)指标$/;
const GLUED =
  /^((?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标)(.+)$/;

interface Token extends PrintedValue {
  readonly line: number;
  /** Columns on paper before it, wide characters two each. */
  readonly left: number;
}

/** The indicators of a form in lines; none where a row cannot be told from the next for certain. */
export function lineIndicators(lines: readonly TextLine[]): readonly Indicator[] {
  const start = lines.findIndex(({ text }) => HEADING.test(bare(text)));
  if (start < 0) return [];
  const { columns, end } = headingFrom(lines, start);
  if (columns === null) return [];
  const reader = columns.remark === null ? new LineReader(columns) : new RemarkReader(columns);
  for (const line of lines.slice(end)) {
    if (END.test(bare(line.text))) break;
    // The heading again on the next page.
    if (namesColumns(line) && HEADING.test(bare(line.text))) continue;
    const tokens = tokensOf(line).filter(({ text }) => !SIDE.test(text));
    reader.line(tokens, opensBlank(line));
  }
  return reader.finished();
}

/** In raw text of a PDF a blank opening a line is a blank cell: there a row begins. */
function opensBlank({ text }: TextLine): boolean {
  return /^\s/.test(text) && !/\s{2}/.test(text.trim());
}

/** Whether the indicators of a form in lines have a column for reasons or measures. */
export function asksReasons(lines: readonly TextLine[]): boolean {
  const start = lines.findIndex(({ text }) => HEADING.test(bare(text)));
  return start >= 0 && (headingFrom(lines, start).columns?.remark ?? null) !== null;
}

/** A heading is wrapped over lines as its cells are. */
function headingFrom(
  lines: readonly TextLine[],
  start: number,
): { readonly columns: LineColumns | null; readonly end: number } {
  let end = start;
  while (end < lines.length && namesColumns(lines[end]!)) end += 1;
  const words = lines.slice(start, end).flatMap((line) => tokensOf(line).map(({ text }) => text));
  return { columns: lineColumns(words.filter((word) => !SIDE.test(word))), end };
}

function namesColumns(line: TextLine): boolean {
  return tokensOf(line).every(({ text }) => isHeadingWord(text) || SIDE.test(text));
}

/** What stands between blanks, with its place. */
export function tokensOf({ text, place }: TextLine): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const from = (place.from ?? 0) + match.index;
    const line = place.line ?? 0;
    const own = linePlace(line, from, from + match[0].length, match[0]);
    const left = displayWidth(text.slice(0, match.index));
    tokens.push({ text: match[0], place: own, line, left });
  }
  return tokens;
}

interface Draft extends Omit<Indicator, 'reasons' | 'measures'> {
  /** What stands behind its points, piece by piece. */
  readonly remark: Token[];
}

/** Rows that end in their points: everything since the last ones is theirs. */
class LineReader {
  protected readonly made: Draft[] = [];
  protected pending: Token[] = [];
  /** A row was met whose pieces may be another's. */
  protected lost = false;
  private firstLevel: string | null = null;
  private secondLevel: string | null = null;

  constructor(protected readonly columns: LineColumns) {}

  line(tokens: readonly Token[], _opensBlank: boolean): void {
    const words = tokens.flatMap(unglued);
    const [weight, score] = words.slice(-2);
    const complete =
      weight !== undefined &&
      score !== undefined &&
      isPoints(weight.text) &&
      isPoints(score.text) &&
      words.length + this.pending.length > 2;
    if (!complete) {
      for (const word of words) this.take(word);
      return;
    }
    for (const word of words.slice(0, -2)) this.take(word);
    this.row(weight, score);
  }

  finished(): readonly Indicator[] {
    if (this.lost) return [];
    return this.made.map(({ remark, ...row }) => {
      const said = joined(remark);
      const reasons =
        said !== null && this.columns.remark === 'explanation' ? { explanation: said } : {};
      return { ...row, reasons, measures: this.columns.remark === 'measures' ? said : null };
    });
  }

  protected take(token: Token): void {
    if (this.pending.length > 0) this.pending.push(token);
    else if (token.text === '成本指标' && this.firstLevel === '产出指标')
      this.secondLevel = token.text;
    else if (FIRST_LEVEL.test(token.text)) {
      this.firstLevel = token.text;
      this.secondLevel = null;
    } else if (SECOND_LEVEL.test(token.text)) this.second(token.text);
    else this.pending.push(token);
  }

  /** Benefits are no outputs: their own first level was left out or lost. */
  private second(level: string): void {
    this.secondLevel = level;
    const benefit = /效益|可持续/.test(level);
    if (benefit && this.firstLevel !== '效益指标') this.firstLevel = '效益指标';
  }

  protected row(weight: PrintedValue, score: PrintedValue, remark: readonly Token[] = []): void {
    const parts = this.pending;
    this.pending = [];
    const cells = cellsOf(parts, this.columns.values);
    if (cells === null) {
      // Rows of two values are told apart by their likeness, which may leave out a stray piece.
      this.lost ||= this.columns.values.length > 2 || this.columns.remark !== null;
      return;
    }
    const glued = GLUED.exec(cells.name.text);
    if (glued !== null) this.second(glued[1]!);
    const { name, values } = cells;
    const target = values.get('target') ?? values.get('initial-target') ?? null;
    this.made.push({
      firstLevel: this.firstLevel,
      secondLevel: this.secondLevel,
      name: glued === null ? name.text : glued[2]!,
      operator: operatorOf(target?.text ?? ''),
      target,
      initialTarget: values.has('target') ? (values.get('initial-target') ?? null) : null,
      unit: null,
      actual: values.get('actual') ?? null,
      completion: values.get('completion') ?? null,
      weight,
      score,
      group: null,
      place: name.place,
      remark: [...remark],
    });
  }
}

/** Two numbers side by side in the row's own line: its points. */
interface Points {
  readonly at: number;
  readonly count: number;
}

/**
 * Rows with a column of text behind their points. Such a text wraps into lines of its own, as a
 * name does: whose such a line is must be certain, else nothing is read.
 */
class RemarkReader extends LineReader {
  /** Where the score of the last row stands: what stands farther right is behind it. */
  private scoreAt = Number.POSITIVE_INFINITY;

  override line(tokens: readonly Token[], opensBlank: boolean): void {
    const words = tokens.flatMap(unglued);
    const runs = pointsIn(words);
    if (runs.length === 0) {
      this.pending.push(...words);
      return;
    }
    const [run, ...others] = runs;
    if (others.length > 0) this.lost = true;
    const end = run!.at + run!.count;
    const [weight, score] = words.slice(end - 2, end);
    const remark = words.slice(end);
    const own = words.slice(0, end - 2);
    this.settle(own, remark.length > 0, isFull(weight!, score!), opensBlank);
    this.scoreAt = score!.left;
    for (const word of own) this.take(word);
    this.row(weight!, score!, remark);
  }

  override finished(): readonly Indicator[] {
    if (this.pending.length > 0) this.give(this.pending);
    return super.finished();
  }

  /** Gives the lines since the last row to its remark, or keeps them for the name of this one. */
  private settle(
    own: readonly Token[],
    remarked: boolean,
    full: boolean,
    opensBlank: boolean,
  ): void {
    const pieces = this.pending;
    this.pending = [];
    if (pieces.length === 0) return;
    const level = pieces.findIndex(({ text }) => isLevel(text));
    const before = level < 0 ? pieces : pieces.slice(0, level);
    const after = level < 0 ? [] : pieces.slice(level);
    const opensLevel = level < 0 && own[0] !== undefined && isLevel(own[0].text);
    const whole = own.filter(({ text }) => !isLevel(text)).length > this.columns.values.length;
    const last = this.made.at(-1);
    const behind = before.filter(({ left }) => left > this.scoreAt).length;
    if (behind > 0 && behind < before.length) this.lost = true;
    else if (level >= 0 || opensLevel) {
      // A new level begins a row: what stands before it is of the row before.
      if (before.length > 0) this.give(before, remarked);
      for (const word of after) this.take(word);
      // Behind the level the name has begun, and a whole row has a name already.
      if (this.pending.length > 0 && whole) this.lost = true;
    } else if (last !== undefined && mayOwn(last)) {
      // A name may wrap too: only a reason that breaks off surely goes on, or one whose place or
      // the beginning of the next row says so.
      const goesOn = breaksOff([...last.remark, ...before.slice(0, -1)]);
      if (whole && (goesOn || opensBlank || behind > 0)) this.give(before, remarked);
      else this.lost = true;
    } else {
      // Points were lost here: the line may as well say why, above the middle of its row.
      if (whole && (remarked || !full)) this.lost = true;
      for (const word of before) this.take(word);
    }
  }

  /** Where the next row has a remark in its line, the line before may be the beginning of it. */
  private give(pieces: readonly Token[], nextRemarked = false): void {
    const last = this.made.at(-1);
    const owns = last !== undefined && mayOwn(last) && (last.remark.length > 0 || !nextRemarked);
    if (owns) last.remark.push(...pieces);
    else this.lost = true;
  }
}

function breaksOff(pieces: readonly Token[]): boolean {
  return pieces.length > 0 && pieces.every(({ text }) => /[，、；：,;:]$/.test(text));
}

/** A row gives reasons where it has begun to or where points were lost. */
function mayOwn({ remark, weight, score }: Draft): boolean {
  return remark.length > 0 || !isFull(weight!, score!);
}

function isFull(weight: PrintedValue, score: PrintedValue): boolean {
  const [most, own] = [numberIn(weight.text), numberIn(score.text)];
  return most !== null && own !== null && compareRationals(own, most) >= 0;
}

/** Runs of at least two numbers as points are. */
function pointsIn(words: readonly Token[]): readonly Points[] {
  const runs: Points[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let count = 0;
    while (at + count < words.length && isPoints(words[at + count]!.text)) count += 1;
    if (count >= 2) runs.push({ at, count });
    at += count;
  }
  return runs;
}

function isLevel(text: string): boolean {
  return FIRST_LEVEL.test(text) || SECOND_LEVEL.test(text);
}

/** A level without a blank after it. */
function unglued(token: Token): readonly Token[] {
  const match = GLUED.exec(token.text);
  if (match === null) return [token];
  const { line, place, left } = token;
  const from = place.from ?? 0;
  const cut = from + match[1]!.length;
  const second = left + displayWidth(match[1]!);
  const behind = linePlace(line, cut, cut + match[2]!.length, match[2]!);
  return [
    { text: match[1]!, line, left, place: linePlace(line, from, cut, match[1]!) },
    { text: match[2]!, line, left: second, place: behind },
  ];
}

function isPoints(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3})?$/.test(text) && numberIn(text) !== null;
}

interface RowCells {
  readonly name: PrintedValue;
  readonly values: ReadonlyMap<IndicatorColumn, PrintedValue>;
}

/** Name and values of a row out of its pieces; null where they cannot be told apart. */
function cellsOf(pieces: readonly Token[], columns: readonly IndicatorColumn[]): RowCells | null {
  const [first, ...rest] = pieces;
  const values = new Map<IndicatorColumn, PrintedValue>();
  if (first !== undefined && rest.length === columns.length) {
    columns.forEach((column, at) => void values.set(column, joined([rest[at]!])!));
    return { name: joined([first])!, values };
  }
  if (columns.join() !== 'target,actual') return null;
  const [name, target, actual] = threeParts(pieces);
  if (name === null) return null;
  if (target !== null) values.set('target', target);
  if (actual !== null) values.set('actual', actual);
  return { name, values };
}

type Parts = readonly [PrintedValue | null, PrintedValue | null, PrintedValue | null];

/** Name, target and result out of fragments: the result mostly repeats the target's manner. */
function threeParts(tokens: readonly Token[]): Parts {
  if (tokens.length === 0) return [null, null, null];
  if (tokens.length < 3) {
    const [name, actual] = tokens;
    return [joined([name!]), null, actual === undefined ? null : joined([actual])];
  }
  let best: { readonly parts: Parts; readonly score: number } | null = null;
  for (let first = 1; first < tokens.length - 1; first += 1) {
    for (let second = first + 1; second < tokens.length; second += 1) {
      const target = joined(tokens.slice(first, second))!;
      const actual = joined(tokens.slice(second))!;
      const score = likeness(target.text, actual.text) - (tokens.length - first) / 10;
      if (best === null || score > best.score) {
        best = { parts: [joined(tokens.slice(0, first)), target, actual], score };
      }
    }
  }
  return best!.parts;
}

function likeness(target: string, actual: string): number {
  if (target === actual) return 5;
  const manner = (text: string) => text.replace(/[\d.,]+/g, '0');
  if (manner(target) === manner(actual)) return 4;
  return /^[≥≤=<>]|\d/.test(target) && /^[≥≤=<>]|\d/.test(actual) ? 2 : 0;
}

function joined(tokens: readonly Token[]): PrintedValue | null {
  const [first] = tokens;
  if (first === undefined) return null;
  return { text: tokens.map(({ text }) => text).join(''), place: first.place };
}
