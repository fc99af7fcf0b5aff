import { isMoneyUnit } from '../../base/amount.js';
import { compareRationals, NOTHING, plus, type Rational, rational } from '../../base/rational.js';
import type { CellsBlock, TextLine } from '../../cells/model.js';
import type { EvaluationForm, Indicator, PrintedValue } from '../evaluation-model.js';
import type { Passage } from '../model.js';
import { paragraphs } from '../narrative-paragraphs.js';
import type { EvaluationReport, ReportIndicator } from '../report-model.js';
import { conditionsMet } from './conditions-met.js';
import { numberIn } from './funds.js';
import { conclusionOf } from './report-conclusion.js';
import { figuresIn } from './report-figures.js';
import { reportIndicators } from './report-indicators.js';
import { labelOf } from './report-labels.js';
import { sectionsOf } from './report-sections.js';

/** Adds to the tables of a report what its running text says. */
export function withReport(form: EvaluationForm, blocks: readonly CellsBlock[]): EvaluationForm {
  const passages = passagesOf(blocks);
  const conclusion = conclusionOf(passages);
  const inText = reportIndicators(passages);
  const argued = inText.length > 0 ? inText : form.indicators.flatMap(arguedInTable);
  const figures = passages.flatMap(figuresIn);
  const report: EvaluationReport = {
    ...conclusion,
    indicators: argued,
    sections: sectionsOf(passages),
    amounts: figures.filter(({ unit }) => isMoneyUnit(unit)),
    shares: figures.filter(({ unit }) => unit === '%'),
  };
  const indicators = withArguments(withoutCopies(form), argued);
  return {
    ...form,
    report,
    // Tables of money inside a report are no statements.
    statements: form.statements.filter(({ text }) => text.length > 12),
    indicators: indicators.length > 0 ? indicators : argued.map(rowOf),
    total: form.total ?? conclusion.total,
    grade: form.grade ?? conclusion.grade,
  };
}

/** Running text with the marks of an exported word file taken off. */
function passagesOf(blocks: readonly CellsBlock[]): readonly Passage[] {
  const bodies: { section: string; lines: TextLine[] }[] = [{ section: '', lines: [] }];
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const line = withoutMarks(block);
    // A label begins a paragraph, however the one before ended.
    if (labelOf(line.text) !== null) bodies.push({ section: '', lines: [] });
    bodies.at(-1)!.lines.push(line);
  }
  return paragraphs(bodies);
}

const MARKS = /^[\s\u3000]*(?:\[bookmark:[^\]]*\]\s*)+/;

function withoutMarks(line: TextLine): TextLine {
  const marks = MARKS.exec(line.text)?.[0];
  if (marks === undefined) return line;
  const from = (line.place.from ?? 0) + marks.length;
  return { ...line, text: line.text.slice(marks.length), place: { ...line.place, from } };
}

/** A table with the standards in columns argues its indicators itself. */
function arguedInTable(row: Indicator): readonly ReportIndicator[] {
  const { method } = row;
  if (method === undefined) return [];
  const said = method.finding ?? row.reasons.explanation ?? row.reasons.other ?? null;
  const argument = said === null ? [] : [passageOf(said)];
  const reached = row.actual === null ? [] : [passageOf(row.actual)];
  return [
    {
      firstLevel: row.firstLevel,
      secondLevel: row.secondLevel,
      name: row.name,
      weight: row.weight,
      score: row.score,
      definition: method.definition,
      formula: method.formula,
      standard: method.standard,
      argument,
      figures: [...argument, ...reached].flatMap(figuresIn),
      met: conditionsMet(argument),
      place: row.place,
    },
  ];
}

function passageOf({ text, place }: PrintedValue): Passage {
  const pieces = [{ start: 0, line: place.line ?? 0, from: place.from ?? 0 }];
  return { section: '', text, pieces };
}

/**
 * A report may show its indicators twice, in its conclusion and in an annex. They are one only
 * where the weights then make the whole and did not before.
 */
function withoutCopies({ indicators, totalWeight }: EvaluationForm): readonly Indicator[] {
  const whole = numberIn(totalWeight?.text ?? '100') ?? rational(100n);
  const first = new Map(
    [...indicators].reverse().map((row) => [`${row.name}/${row.weight?.text}`, row]),
  );
  const once = indicators.filter((row) => first.get(`${row.name}/${row.weight?.text}`) === row);
  return !weighs(indicators, whole) && weighs(once, whole) ? once : indicators;
}

function weighs(rows: readonly Indicator[], whole: Rational): boolean {
  const weights = rows.map(({ weight }) => numberIn(weight?.text ?? '') ?? NOTHING);
  return compareRationals(weights.reduce(plus, NOTHING), whole) === 0;
}

/** Rows of the table of points say what was reached where the text does. */
function withArguments(
  rows: readonly Indicator[],
  argued: readonly ReportIndicator[],
): readonly Indicator[] {
  const byName = new Map(argued.map((indicator) => [indicator.name, indicator]));
  return rows.map((row) => {
    const said = byName.get(row.name);
    return row.actual !== null || said === undefined ? row : { ...row, actual: reached(said) };
  });
}

/** The rate that an argument ends in: 在职人员控制率为 87.72%. */
function reached({ name, figures }: ReportIndicator): PrintedValue | null {
  const own = figures.filter(({ label, unit }) => unit === '%' && label.includes(name));
  const last = own.at(-1);
  if (last === undefined) return null;
  const sign = last.limit ?? '';
  return { text: `${sign}${last.value.text}%`, place: last.value.place };
}

function rowOf(said: ReportIndicator): Indicator {
  return {
    firstLevel: said.firstLevel,
    secondLevel: said.secondLevel,
    name: said.name,
    operator: null,
    target: null,
    initialTarget: null,
    unit: null,
    actual: reached(said),
    completion: null,
    weight: said.weight,
    score: said.score,
    group: null,
    reasons: {},
    measures: null,
    place: said.place,
  };
}
