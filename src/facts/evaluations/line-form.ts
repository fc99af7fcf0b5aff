import { linePlace } from '../../base/place.js';
import type { TextLine } from '../../cells/model.js';
import type { FormStatement, FundsCell, PrintedValue } from '../evaluation-model.js';
import { GRADE, type Totals } from './form-fields.js';
import { bare } from './form-rows.js';
import { numberIn } from './funds.js';
import { isGoalHeading } from './line-goals.js';
import { tokensOf } from './line-indicators.js';

/** 年度资金总额： 600,000, 其中：中央财政资金 600,000 and the sources below. */
const SOURCE = /^(?:其中[:：])?((?:实施期|年度)?资金总额|.{2,10}?资金|单位自筹|其他)[:：]?$/;

/** Money of a form in lines: every amount right of the name of its source. */
export function lineFunds(lines: readonly TextLine[]): readonly FundsCell[] {
  return pairedFunds(lines.map(tokensOf));
}

/** 金 0 市县（区）财政资金 0: what is left of a wrapped name before its amount. */
function isRestOfName([rest, value, named]: readonly PrintedValue[]): boolean {
  if (rest === undefined || value === undefined || named === undefined) return false;
  const source = SOURCE.exec(named.text)?.[1];
  return source?.endsWith(rest.text) === true && source !== rest.text && !SOURCE.test(rest.text);
}

/** The same where the name of a source and its amount are cells side by side. */
export function pairedFunds(rows: readonly (readonly PrintedValue[])[]): readonly FundsCell[] {
  const cells: FundsCell[] = [];
  let columned = false;
  const start = rows.findIndex((row) => row.some(({ text }) => /资金总额/.test(text)));
  if (start < 0) return [];
  for (const tokens of rows.slice(start, start + 14)) {
    const [first, next] = tokens;
    // 市县（区）财政资 / 金 above, its amount at the head of the line, or the last of its name.
    const [value, named] = isRestOfName(tokens) ? [next, tokens[2]] : [first, next];
    const headless = value !== undefined && named !== undefined && SOURCE.test(named.text);
    if (headless && numberIn(value.text) !== null) {
      const { text, place } = value;
      const source = SOURCE.exec(named.text)![1]!;
      cells.push({ source, column: '实施期', columnId: null, value: { text, place } });
    }
    let years = cells.length > 0;
    tokens.forEach((token, at) => {
      const source = SOURCE.exec(token.text)?.[1];
      const value = tokens[at + 1];
      if (source === undefined || value === undefined || numberIn(value.text) === null) return;
      // Several amounts side by side are columns that no heading was read for.
      const next = tokens[at + 2];
      columned ||= next !== undefined && numberIn(next.text) !== null;
      // The left half tells of the whole project, the right half of the year.
      const whole = source.startsWith('实施期') || (at === 0 && tokens.length > 2);
      years = !whole;
      cells.push({
        source: source.replace(/^实施期|^年度/, ''),
        column: years ? '年度' : '实施期',
        columnId: years ? 'budget' : null,
        value: { text: value.text, place: value.place },
      });
    });
  }
  return columned ? [] : cells;
}

const PAGE = /^(?:[-—－–]\s*\d{1,4}\s*[-—－–]|第\s*\d{1,4}\s*页.*)$/;
/** 某某局2022年部门决算公开报告 on top or at the foot of a page. */
const RUNNING = /^\S{2,40}(?:决算|公开|报告|说明)\S{0,8}$/;

/** The lines of a form without the number of a page and the title beside it. */
export function withoutPageMarks(lines: readonly TextLine[]): readonly TextLine[] {
  const isPage = (line: TextLine | undefined) => line !== undefined && PAGE.test(line.text.trim());
  return lines.filter((line, at) => {
    const beside = isPage(lines[at - 1]) || isPage(lines[at + 1]);
    return !isPage(line) && !(beside && RUNNING.test(line.text.trim()));
  });
}

const TOTAL_LINE = /^(?:总分|总得分|自评总分)/;

/** 总分 100 100 优: the weights together, the score and the grade. */
export function lineTotal(lines: readonly TextLine[]): Totals | null {
  const line = lines.find(({ text }) => TOTAL_LINE.test(bare(text)));
  if (line === undefined) return null;
  const tokens = tokensOf(line);
  const numbers = tokens.filter(({ text }) => numberIn(text) !== null);
  const grade = tokens.find(({ text }) => GRADE.test(text));
  const [weight, score] = numbers.length >= 2 ? numbers.slice(-2) : [null, numbers[0] ?? null];
  return { total: score ?? null, totalWeight: weight ?? null, grade: grade ?? null };
}

const LABELS = [
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证项目实施的制度、措施',
  '项目实施计划',
  '主要经验做法',
  '存在的主要问题及原因分析',
  '下一步改进措施及管理建议',
];
const OTHER_PART = /^(?:总体目标|实施期目标|一级指标|绩|总分|项目资金|主管部门|项目名称)/;

/** Labels that stand several in a line, each with a short value behind it. */
const SHORT =
  /^(?:主管部门(?:及代码)?|(?:项目)?实施单位|预算单位|项目属性|项目类[别型]|项目期限?|项目负责人|联系电话)[:：]?$/;

/** 项目属性 一次性项目 项目期 1年: a value may go on in the lines below. */
function shortStatements(lines: readonly TextLine[]): readonly FormStatement[] {
  const made: { label: string; text: string; place: FormStatement['place'] }[] = [];
  let open: (typeof made)[number] | null = null;
  for (const line of lines) {
    const tokens = tokensOf(line);
    const labelled = tokens.some(({ text }) => SHORT.test(text));
    // Only a value that has not begun stands below its label.
    if (!labelled && (open === null || tokens.length > 1 || !belongsBelow(open.text, line))) {
      open = null;
      continue;
    }
    for (const { text, place } of tokens) {
      if (SHORT.test(text)) {
        open = { label: text.replace(/[:：]$/, ''), text: '', place };
        made.push(open);
      } else if (open !== null) {
        if (open.text === '') open.place = place;
        open.text += text;
      }
    }
  }
  return made.filter(({ text }) => text !== '');
}

/** A wrapped name of a unit goes on until another part of the form begins. */
function belongsBelow(before: string, { text }: TextLine): boolean {
  const plain = text.trim();
  const begins = OTHER_PART.test(plain) || LABELS.some((label) => plain.startsWith(label));
  return (
    !begins && (before === '' || !/(?:局|中心|委员会|办公室|所|站|院|校|股|科|处)$/.test(before))
  );
}

/** What stands right of and below a known label. */
export function lineStatements(lines: readonly TextLine[]): readonly FormStatement[] {
  const made: { label: string; text: string; place: FormStatement['place'] }[] = [];
  let open: (typeof made)[number] | null = null;
  for (const { text, place } of lines) {
    const plain = text.trim();
    const label = LABELS.find((known) => plain.startsWith(known));
    if (label !== undefined) {
      const rest = plain.slice(label.length).trim();
      const from = text.indexOf(label) + label.length;
      open = { label, text: rest, place: linePlace(place.line ?? 0, from, text.length, rest) };
      made.push(open);
    } else if (OTHER_PART.test(plain) || isGoalHeading(plain)) open = null;
    else if (open !== null) open.text += plain;
  }
  return [...shortStatements(lines), ...made.filter(({ text }) => text !== '')];
}
