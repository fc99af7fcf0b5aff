import { linePlace } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';
import type { FormStatement, Goal, PrintedValue } from '../evaluation-model.js';
import { displayWidth } from '../tables/raw-cells.js';
import { bare } from './form-rows.js';
import { ACTUAL_GOAL, EXPECTED_GOAL, GOAL_LABEL } from './goals.js';

/**
 * 预期目标 beside 实际完成情况 where the form came as lines of text: two cells of running text, printed
 * one after the other, side by side with blanks between, or in one line each.
 */
export interface LineGoals {
  readonly goals: readonly Goal[];
  /** Both texts in one, under both headings, where nothing tells where one ends. */
  readonly undivided: FormStatement | null;
}

const NONE: LineGoals = { goals: [], undivided: null };

/** Words of the indicators' heading, which may stand on their side in lines of their own. */
const BELOW =
  /^(?:绩|绩效|绩效指标|年度绩效指标.{0,4}|效|指|标|指标)$|[一二三]级指标|^(?:总分|合计|总计)/;

/** A piece of a line with its place. */
interface Piece extends PrintedValue {
  readonly line: number;
  /** First and last column on paper, wide characters two columns each. */
  readonly left: number;
  readonly right: number;
}

/** The goals of a form in lines; none where no heading names both columns. */
export function lineGoals(lines: readonly TextLine[]): LineGoals {
  const at = lines.findIndex((line) => namesBoth(piecesOf(line, WORDS)));
  if (at < 0) return NONE;
  const below = lines.slice(at + 1);
  const length = below.findIndex(({ text }) => BELOW.test(bare(text)) || startsBelow(text));
  if (length <= 0) return NONE;
  const body = below
    .slice(0, length)
    .map(withoutLabel)
    .filter((line) => line.text.trim() !== '');
  if (body.length === 0) return NONE;
  const parts = byColumns(body) ?? bySentenceInLine(body) ?? byPairs(body) ?? byLines(body);
  if (parts !== null) return { goals: [{ expected: parts[0], actual: parts[1] }], undivided: null };
  const heading = piecesOf(lines[at]!, WORDS).filter(({ text }) => !GOAL_LABEL.test(text));
  const whole = joined(body.flatMap((line) => piecesOf(line, WHOLE)))!;
  const label = heading.map(({ text }) => text).join('/');
  return { goals: [], undivided: { label, ...whole } };
}

const WORDS = /\S+/g;
const GROUPS = /\S+(?: \S+)*/g;
const WHOLE = /\S.*\S|\S/g;

/** Whether a line is the heading over both columns. */
export function isGoalHeading(text: string): boolean {
  const place = linePlace(0, 0, text.length, text);
  return namesBoth(piecesOf({ kind: 'line', text, place }, WORDS));
}

function namesBoth(words: readonly Piece[]): boolean {
  const expected = words.findIndex(({ text }) => EXPECTED_GOAL.test(text) && text.length <= 12);
  const actual = words.findIndex(({ text }, i) => i > expected && ACTUAL_GOAL.test(text));
  const others = words.filter(({ text }) => /[级]指标|分值|得分|指标值/.test(text));
  return expected >= 0 && actual > expected && actual === words.length - 1 && others.length === 0;
}

/** 绩效指标 一级指标 二级指标 …, the first word of which is a label. */
function startsBelow(text: string): boolean {
  return BELOW.test(/\S+/.exec(text)?.[0] ?? '');
}

/** 总体目标 in front of the first text is the label of the row. */
function withoutLabel(line: TextLine): TextLine {
  const label = /^\s*(\S+)(?=\s|$)/.exec(line.text);
  if (label === null || !GOAL_LABEL.test(label[1]!)) return line;
  return { ...line, text: ' '.repeat(label[0].length) + line.text.slice(label[0].length) };
}

function piecesOf({ text, place }: TextLine, pattern: RegExp): readonly Piece[] {
  return [...text.matchAll(pattern)].map((match) => {
    const from = (place.from ?? 0) + match.index;
    const line = place.line ?? 0;
    const left = displayWidth(text.slice(0, match.index));
    const own = linePlace(line, from, from + match[0].length, match[0]);
    return { text: match[0], place: own, line, left, right: left + displayWidth(match[0]) };
  });
}

type Parts = readonly [expected: PrintedValue, actual: PrintedValue];

/** Side by side: one column of blanks runs down between the two texts. */
function byColumns(body: readonly TextLine[]): Parts | null {
  const pieces = body.flatMap((line) => piecesOf(line, GROUPS));
  const gaps: number[] = [];
  let reached = 0;
  for (const { left, right } of [...pieces].sort((a, b) => a.left - b.left)) {
    if (reached > 0 && left - reached >= 2) gaps.push(left);
    reached = Math.max(reached, right);
  }
  const [gap] = gaps;
  // Indented paragraphs leave blanks too, but no text to their left in the same line.
  const paired = pieces.some(
    (piece) =>
      piece.left >= gap! && pieces.some(({ line, left }) => line === piece.line && left < gap!),
  );
  if (gap === undefined || gaps.length > 1 || !paired) return null;
  return partsOf(
    pieces.filter(({ left }) => left < gap),
    pieces.filter(({ left }) => left >= gap),
  );
}

/** A line with one blank after a full stop holds the two cells of one row. */
function bySentenceInLine(body: readonly TextLine[]): Parts | null {
  const [first, second, ...more] = body.flatMap((line) => piecesOf(line, WORDS));
  if (body.length > 1 || second === undefined || more.length > 0) return null;
  return SENTENCE_END.test(first!.text) && !LATER_ITEM.test(second.text)
    ? partsOf([first!], [second])
    : null;
}

const SENTENCE_END = /[。！!]$/;
const LATER_ITEM = /^[（(]?(?:[2-9二三四五六七八九])[)）、.．]/;

/**
 * Both cells in every line with one blank between; lines of one word go on with the text that had
 * not come to its full stop.
 */
function byPairs(body: readonly TextLine[]): Parts | null {
  const rows = body.map((line) => piecesOf(line, WORDS));
  const single = rows.findIndex(({ length }) => length === 1);
  const pairs = single < 0 ? rows : rows.slice(0, single);
  const rest = rows.slice(pairs.length);
  if (pairs.length < 2 || pairs.some((words) => words.length !== 2)) return null;
  if (rest.some(({ length }) => length !== 1)) return null;
  const columns = [0, 1].map((at) => pairs.map((words) => words[at]!));
  if (columns[1]!.some(({ text }) => LATER_ITEM.test(text))) return null;
  const open = columns.filter((column) => !SENTENCE_END.test(column.at(-1)!.text));
  if (rest.length > 0 && open.length !== 1) return null;
  if (rest.length > 0) open[0]!.push(...rest.flat());
  return partsOf(columns[0]!, columns[1]!);
}

/**
 * One after the other, cut where a line begins anew: the second text repeats the beginning of the
 * first, its numbers start again from one, or the only sentence that ends with a line ends there.
 */
function byLines(body: readonly TextLine[]): Parts | null {
  const pieces = body.flatMap((line) => piecesOf(line, WHOLE));
  const at = repeatAt(pieces) ?? restartAt(pieces) ?? sentenceAt(pieces);
  return at === null ? null : partsOf(pieces.slice(0, at), pieces.slice(at));
}

/** So much of the beginning must be said again. */
const LEAST_REPEAT = 6;

function repeatAt(pieces: readonly Piece[]): number | null {
  const plain = pieces.map(({ text }) => text.replace(/[\s，。、；：,.;:]/g, ''));
  const repeats = plain.map((_, at) =>
    at === 0 ? 0 : commonLength(plain.slice(0, at).join(''), plain.slice(at).join('')),
  );
  const most = Math.max(...repeats);
  const near = repeats.filter((length) => length * 2 > most);
  return most >= LEAST_REPEAT && near.length === 1 ? repeats.indexOf(most) : null;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

const FIRST_ITEM = /^(?:目标)?(?:[（(]?[1一][）)]|[1一][、.．]|一是|第一|目标[1一][:：]?)/;

function restartAt(pieces: readonly Piece[]): number | null {
  const mark = FIRST_ITEM.exec(pieces[0]!.text)?.[0];
  const again = pieces.flatMap(({ text }, at) =>
    at > 0 && mark !== undefined && text.startsWith(mark) ? [at] : [],
  );
  return again.length === 1 ? again[0]! : null;
}

function sentenceAt(pieces: readonly Piece[]): number | null {
  const ends = pieces.flatMap(({ text }, at) => (SENTENCE_END.test(text) ? [at] : []));
  const [first, last] = ends;
  // A blank inside a line may be what parts the two cells.
  if (pieces.some(({ text }) => /\s/.test(text))) return null;
  return ends.length === 2 && last === pieces.length - 1 ? first! + 1 : null;
}

function partsOf(expected: readonly Piece[], actual: readonly Piece[]): Parts | null {
  const [one, other] = [joined(expected), joined(actual)];
  return one === null || other === null ? null : [one, other];
}

/** What wrapped lines say together, where it begins. */
function joined(pieces: readonly Piece[]): PrintedValue | null {
  const [first] = pieces;
  if (first === undefined) return null;
  return { text: pieces.map(({ text }) => text).join(''), place: first.place };
}
