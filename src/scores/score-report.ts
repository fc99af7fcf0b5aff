import { isMoneyUnit } from '../base/amount.js';
import { normaliseLabel } from '../base/label.js';
import { type Numeral, parseNumeral } from '../base/numeral.js';
import { around, isCutOf, only, type Range, verdictOf } from '../base/range.js';
import { type Rational, rationalOf, rationalText } from '../base/rational.js';
import type { Verdict } from '../base/verdict.js';
import type { Wording } from '../base/wording.js';
import type {
  ConditionsMet,
  EvaluationReport,
  ReportFigure,
  ReportIndicator,
} from '../facts/report-model.js';
import { pointsFor, type RateSaid } from './apply-scoring.js';
import { formulaNamed } from './formulas.js';
import type { Formula } from './framework.js';
import { type FrameworkRate, rateOf, stepsOf } from './framework-rate.js';
import { otherFiguresMake, rateInReport, traced } from './report-inputs.js';
import type { Scoring } from './scoring.js';
import { scoringInWords } from './scoring-words.js';

/** A rate that a report prints for its indicator. */
export interface PrintedRate {
  readonly figure: ReportFigure;
  readonly value: Rational;
  readonly decimals: number;
}

/** An indicator of a report scored again by the report's own formula and standard. */
export interface ScoredReportIndicator {
  readonly indicator: ReportIndicator;
  readonly formula: Formula | null;
  readonly printedRate: PrintedRate | null;
  /** From the figures that the report argues with; null where it has no formula. */
  readonly rate: FrameworkRate | null;
  /** The printed rate against the computed one; null where one of them is missing. */
  readonly rateVerdict: Verdict | null;
  /** Both amounts in one unit would make the printed rate: a unit was slipped. */
  readonly unitSlip: boolean;
  /** The report's standard, null where its words say nothing that can be computed. */
  readonly scoring: Scoring | null;
  /** By the values as printed, and by all that they may stand for. */
  readonly expected: Range | null;
  readonly allowed: Range | null;
  readonly verdict: Verdict | null;
  readonly why: Wording;
}

/** Scores every indicator that a report argues. `year` is the report's. */
export function scoreReport(
  report: EvaluationReport,
  year: number | null,
): readonly ScoredReportIndicator[] {
  return report.indicators.map((indicator) => scored(indicator, year));
}

function scored(indicator: ReportIndicator, year: number | null): ScoredReportIndicator {
  const formula = formulaNamed(indicator.name);
  const scoring = indicator.standard === null ? null : scoringInWords(indicator.standard.text);
  const printedRate = printedRateOf(indicator, formula, scoring);
  const asPrinted = formula === null ? null : rateInReport(formula, indicator, year);
  const slipped = asPrinted === null ? null : inOneUnit(asPrinted);
  const verdict = rateVerdict(printedRate, asPrinted);
  const unitSlip =
    verdict === 'wrong' && slipped !== null && rateVerdict(printedRate, slipped) !== 'wrong';
  const rate = unitSlip ? slipped : asPrinted;
  const own = rateVerdict(printedRate, rate);
  const weight = numberOf(indicator.weight?.text);
  const said = rateSaid(printedRate, rate, own);
  const points = (each: RateSaid | null) =>
    scoring === null || weight === null ? null : pointsFor(scoring, weight, each);
  const listed = pointsListed(scoring, indicator.met);
  const expected = listed ?? points(said.exact);
  const allowed = listed ?? points(said.whole) ?? expected;
  const numeral = parseNumeral(indicator.score?.text ?? '');
  return {
    indicator,
    formula,
    printedRate,
    rate,
    rateVerdict: own,
    unitSlip,
    scoring,
    expected,
    allowed,
    verdict:
      numeral === null || expected === null ? null : verdictWithin(numeral, expected, allowed!),
    why:
      listed === null
        ? wordsFor(printedRate, rate, scoring, { expected, unitSlip })
        : listedWords(indicator.met!.count, listed.low),
  };
}

/** What a checklist gives for the conditions that the argument counts; null: it counts none. */
function pointsListed(scoring: Scoring | null, met: ConditionsMet | null): Range | null {
  if (scoring?.kind !== 'checklist' || met === null) return null;
  const step = scoring.steps.find(({ met: wanted }) => wanted === met.count);
  return step === undefined ? null : only(step.points);
}

function listedWords(count: number, points: Rational): Wording {
  const earned = rationalText(points, 4);
  return {
    zh: `写明符合 ${count} 项，按报告的评分标准得 ${earned}`,
    en: `${count} conditions are said to be met: ${earned} by the report’s own standard`,
  };
}

/** Whether other figures of the argument make the printed rate than those bound to the formula. */
export function isBoundInDoubt({
  formula,
  indicator,
  printedRate,
}: ScoredReportIndicator): boolean {
  if (formula === null) return true;
  return otherFiguresMake(
    formula,
    indicator,
    (rate) => rate.exact !== null && rateVerdict(printedRate, rate) !== 'wrong',
  );
}

/** Inside what the printed values allow, rounded or cut, is rounding at most. */
function verdictWithin(printed: Numeral, exact: Range, allowed: Range): Verdict {
  const verdict = verdictOf(printed, exact);
  if (verdict !== 'wrong') return verdict;
  const near = verdictOf(printed, allowed) !== 'wrong' || isCutOf(printed, allowed);
  return near ? 'rounding' : 'wrong';
}

/** The rate that the report says of the indicator, or the result of its survey. */
function printedRateOf(
  { name, figures }: ReportIndicator,
  formula: Formula | null,
  scoring: Scoring | null,
): PrintedRate | null {
  const own = normaliseLabel(name);
  const named = figures.filter(({ label, unit }) => {
    const words = normaliseLabel(label);
    return unit === '%' && !/^属于|区间|以[上下]/.test(words) && words.includes(own);
  });
  const rates = figures.filter(({ label, unit }) => unit === '%' && /率(?:为|是|达)?$/.test(label));
  const alone = formula !== null && rates.length === 1 ? rates : [];
  const surveyed = scoring?.kind === 'proportional' && /满意/.test(scoring.of + name);
  const result = surveyed ? figures.filter(isSurveyResult) : [];
  const figure = [...named, ...alone, ...result].at(-1);
  const numeral = figure === undefined ? null : parseNumeral(figure.value.text);
  if (figure === undefined || numeral === null) return null;
  return { figure, value: rationalOf(numeral), decimals: numeral.decimals };
}

function isSurveyResult({ label, unit }: ReportFigure): boolean {
  if (unit === '%') return /满意[率度]/.test(label);
  return unit === '分' && /(?:最终|综合|加权|总体|总)得分|满意[率度](?:得分)?为?$/.test(label);
}

function rateVerdict(printed: PrintedRate | null, rate: FrameworkRate | null): Verdict | null {
  if (printed === null || rate === null || rate.exact === null || rate.range === null) return null;
  // Less than so much is a claim, not a rate.
  if (printed.figure.limit !== null) return null;
  const numeral = parseNumeral(printed.figure.value.text)!;
  return verdictWithin(numeral, only(rate.exact), rate.range);
}

/** The same formula with the bottom read in the unit of the top; null where the units agree. */
function inOneUnit({ formula, inputs }: FrameworkRate): FrameworkRate | null {
  const [top, bottom] = inputs;
  if (top === undefined || bottom === undefined || top.unit === bottom.unit) return null;
  if (!isMoneyUnit(top.unit) || !isMoneyUnit(bottom.unit)) return null;
  const figure: ReportFigure = {
    label: bottom.label,
    value: { text: bottom.printed.slice(0, -bottom.unit.length), place: bottom.places[0]! },
    unit: bottom.unit,
    year: null,
    limit: null,
    part: false,
  };
  return rateOf(formula, top, traced(bottom.input, figure, top.unit), bottom.input);
}

/** What the points are looked up by: the computed rate where it is sure, else the printed one. */
function rateSaid(
  printed: PrintedRate | null,
  rate: FrameworkRate | null,
  verdict: Verdict | null,
): { readonly exact: RateSaid | null; readonly whole: RateSaid | null } {
  if (rate?.exact != null && rate.range !== null && verdict !== 'wrong') {
    return { exact: { range: only(rate.exact) }, whole: { range: rate.range } };
  }
  if (printed === null) return { exact: null, whole: null };
  if (printed.figure.limit === '<') {
    const below: RateSaid = { range: only(printed.value), below: true };
    return { exact: below, whole: below };
  }
  if (printed.figure.limit === '>') return { exact: null, whole: null };
  return {
    exact: { range: only(printed.value) },
    whole: { range: around(printed.value, printed.decimals) },
  };
}

function wordsFor(
  printed: PrintedRate | null,
  rate: FrameworkRate | null,
  scoring: Scoring | null,
  { expected, unitSlip }: { readonly expected: Range | null; readonly unitSlip: boolean },
): Wording {
  const plain = rate === null ? '' : stepsOf(rate);
  const steps = unitSlip ? `${plain}（${rate!.inputs[0]!.unit}）` : plain;
  const said =
    printed === null
      ? ''
      : `${printed.figure.label}${printed.figure.value.text}${printed.figure.unit}`;
  const shown = steps === '' ? said : steps;
  if (expected === null) {
    return scoring === null
      ? {
          zh: `${shown}${shown === '' ? '' : '；'}评分标准由评价人掌握`,
          en: `${shown} the assessor judges`,
        }
      : { zh: '没有可用来计算的比率', en: 'no rate to look the points up by' };
  }
  if (scoring?.kind === 'checklist' || scoring?.kind === 'each') {
    return {
      zh: '按符合的项数计分，由评价人核实',
      en: 'by the conditions met, as the assessor finds',
    };
  }
  const [low, high] = [rationalText(expected.low, 4), rationalText(expected.high, 4)];
  const points = low === high ? low : `${low}–${high}`;
  return {
    zh: `${shown}，按报告的评分标准得 ${points}`,
    en: `${shown}: ${points} by the report’s own standard`,
  };
}

function numberOf(text: string | undefined): Rational | null {
  const numeral = text === undefined ? null : parseNumeral(text);
  return numeral === null ? null : rationalOf(numeral);
}
