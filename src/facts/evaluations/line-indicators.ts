import { linePlace } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';
import type { Indicator, PrintedValue } from '../evaluation-model.js';
import { bare } from './form-rows.js';
import { numberIn } from './funds.js';
import { operatorOf } from './indicators.js';

/**
 * The indicators of a form that came as lines (text of a PDF): each row ends in its weight and its
 * score, everything before was broken where its cell ended.
 */

const HEADING = /一级指标.*(?:二级指标|三级指标)/;
const END = /^(?:总分|合计|总计)/;
const HEADING_WORD =
  /^(?:[一二三四]级指标|指标值|.{0,4}(?:实际)?完成(?:情况|值)?|值|分值|得分|权重|偏差原因.*|绩|效|指|标|绩效指标|绩效|指标)$/;
const FIRST_LEVEL = /^(?:产出|效益|满意度|成本)(?:指标)?$/;
const SECOND_LEVEL = /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|.*满意度)指标$/;
const GLUED =
  /^((?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标)(.+)$/;

interface Token extends PrintedValue {
  readonly line: number;
}

/** The indicators of a form in lines; empty where it shows none. */
export function lineIndicators(lines: readonly TextLine[]): readonly Indicator[] {
  const start = lines.findIndex(({ text }) => HEADING.test(bare(text)));
  if (start < 0 || !endsInPoints(lines, start)) return [];
  const reader = new LineReader();
  for (const line of lines.slice(start)) {
    if (END.test(bare(line.text))) break;
    reader.line(tokensOf(line));
  }
  return reader.made;
}

/**
 * Weight and score are the last columns, and no column is unknown: only then do the ends of the
 * lines tell the rows apart. Any other form in lines is not read rather than read wrongly.
 */
function endsInPoints(lines: readonly TextLine[], start: number): boolean {
  const names: string[] = [];
  for (const line of lines.slice(start)) {
    const words = tokensOf(line).map(({ text }) => text);
    // A heading is wrapped over lines as its cells are.
    if (names.length > 0 && !words.every((word) => HEADING_WORD.test(word))) break;
    names.push(...words);
  }
  const [weight, score] = names.slice(-2);
  const known = names.every((name) => HEADING_WORD.test(name) && !/原因/.test(name));
  return known && /^(?:分值|权重)$/.test(weight ?? '') && /得分$/.test(score ?? '');
}

/** What stands between blanks, with its place. */
export function tokensOf({ text, place }: TextLine): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const from = (place.from ?? 0) + match.index;
    const line = place.line ?? 0;
    const own = linePlace(line, from, from + match[0].length, match[0]);
    tokens.push({ text: match[0], place: own, line });
  }
  return tokens;
}

class LineReader {
  readonly made: Indicator[] = [];
  private pending: Token[] = [];
  private firstLevel: string | null = null;
  private secondLevel: string | null = null;

  line(tokens: readonly Token[]): void {
    const words = tokens.filter(({ text }) => !HEADING_WORD.test(text)).flatMap(unglued);
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

  private take(token: Token): void {
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

  private row(weight: PrintedValue, score: PrintedValue): void {
    const parts = this.pending;
    this.pending = [];
    const [whole, target, actual] = threeParts(parts);
    if (whole === null) return;
    const glued = GLUED.exec(whole.text);
    if (glued !== null) this.second(glued[1]!);
    const name = glued === null ? whole : { text: glued[2]!, place: whole.place };
    this.made.push({
      firstLevel: this.firstLevel,
      secondLevel: this.secondLevel,
      name: name.text,
      operator: operatorOf(target?.text ?? ''),
      target,
      initialTarget: null,
      unit: null,
      actual,
      completion: null,
      weight,
      score,
      group: null,
      reasons: {},
      measures: null,
      place: name.place,
    });
  }
}

/** A level without a blank after it. */
function unglued(token: Token): readonly Token[] {
  const match = GLUED.exec(token.text);
  if (match === null) return [token];
  const { line, place } = token;
  const from = place.from ?? 0;
  const cut = from + match[1]!.length;
  return [
    { text: match[1]!, line, place: linePlace(line, from, cut, match[1]!) },
    { text: match[2]!, line, place: linePlace(line, cut, cut + match[2]!.length, match[2]!) },
  ];
}

function isPoints(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3})?$/.test(text) && numberIn(text) !== null;
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
