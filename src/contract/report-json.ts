import { numeralText, parseNumeral } from '../base/numeral.js';
import { type Rational, rationalText } from '../base/rational.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { EvaluationReport, ReportIndicator } from '../facts/report-model.js';
import type { Lang } from '../pages/model.js';
import { formulaById, formulaText, inputName } from '../scores/formulas.js';
import type { FrameworkRate } from '../scores/framework-rate.js';
import type { AccountIndicator, FrameworkSheet } from '../scores/from-accounts.js';
import type { ScoredReportIndicator } from '../scores/score-report.js';
import type { PlaceWriter } from './place-json.js';

/** What a report argues beside its tables, as `read --json` gives it. */
export function reportJson(report: EvaluationReport, at: PlaceWriter): object {
  return {
    total: digits(report.total),
    grade: report.grade?.text ?? null,
    parts: report.parts.map(({ name, score, weight }) => ({
      name,
      score: digits(score),
      weight: digits(weight),
      place: at(score.place),
    })),
    grades: report.grades.map(({ grade, from }) => ({ grade, from: digits(from) })),
    indicators: report.indicators.map((indicator) => reportIndicatorJson(indicator, at)),
    sections: report.sections.map(({ kind, title, text, place }) => ({
      ...{ kind, title, text, place: at(place) },
    })),
    amounts: report.amounts.map(({ label, value, unit, year }) => ({
      ...{ label, value: digits(value), unit, year, place: at(value.place) },
    })),
  };
}

function reportIndicatorJson(indicator: ReportIndicator, at: PlaceWriter): object {
  return {
    level1: indicator.firstLevel,
    level2: indicator.secondLevel,
    name: indicator.name,
    weight: digits(indicator.weight),
    score: digits(indicator.score),
    definition: indicator.definition?.text ?? null,
    formula: indicator.formula?.text ?? null,
    standard: indicator.standard?.text ?? null,
    argument: indicator.argument.map(({ text }) => text),
    place: at(indicator.place),
  };
}

/** How an indicator of a report was scored again: standard, rate, trace. */
export function arguedJson(own: ScoredReportIndicator, at: PlaceWriter, lang: Lang): object {
  return {
    standard: own.scoring?.kind ?? null,
    printedRate: digits(own.printedRate?.figure.value ?? null),
    trace: own.rate === null ? null : rateJson(own.rate, at, lang),
  };
}

/** A framework computed from the account. */
export function frameworkJson(
  { framework, indicators }: FrameworkSheet,
  at: PlaceWriter,
  lang: Lang,
): object {
  return {
    id: framework.id,
    title: framework.title[lang],
    evidence: framework.evidence,
    indicators: indicators.map((each) => accountIndicatorJson(each, at, lang)),
  };
}

function accountIndicatorJson(
  { indicator, rate, points }: AccountIndicator,
  at: PlaceWriter,
  lang: Lang,
): object {
  const { firstLevel, secondLevel, name, weight, formula } = indicator;
  return {
    level1: firstLevel,
    level2: secondLevel,
    name,
    formula: formula === null ? null : formulaText(formulaById(formula))[lang],
    weight: weight === null ? null : number(weight),
    expectedRange: points === null ? null : [number(points.low), number(points.high)],
    trace: rateJson(rate, at, lang),
  };
}

/** A rate in per cent with what it is made of; `missing` names what was not found. */
function rateJson(rate: FrameworkRate, at: PlaceWriter, lang: Lang): object {
  return {
    formula: rate.formula.id,
    rate: rate.exact === null ? null : number(rate.exact),
    range: rate.range === null ? null : [number(rate.range.low), number(rate.range.high)],
    zeroBase: rate.zeroBase,
    inputs: rate.inputs.map(({ input, label, printed, places }) => ({
      input: input.id,
      name: inputName(input)[lang],
      label,
      printed,
      places: places.map(at),
    })),
    missing: rate.missing.map((input) => inputName(input)[lang]),
  };
}

function number(value: Rational): string {
  return rationalText(value, 4);
}

function digits(value: PrintedValue | null): string | null {
  const numeral = value === null ? null : parseNumeral(value.text);
  return numeral === null ? null : numeralText(numeral);
}
