import { numeralText, parseNumeral } from '../base/numeral.js';
import type { Locate, Place } from '../base/place.js';
import type { Range } from '../base/range.js';
import { rationalText } from '../base/rational.js';
import type { Indicator, PrintedValue } from '../facts/evaluation-model.js';
import type { EvaluationSegment, Filing } from '../facts/model.js';
import type { Lang } from '../pages/model.js';
import { unscoredOf } from '../pages/score-words.js';
import type { FrameworkSheet } from '../scores/from-accounts.js';
import type { ScoredIndicator } from '../scores/from-facts.js';
import { type Evaluated, profileOf } from '../scores/from-filing.js';
import { methodRange } from '../scores/method-range.js';
import type { Profile } from '../scores/profile.js';
import type { ScoredValue } from '../scores/scored-value.js';
import { type PlaceWriter, placeWriter } from './place-json.js';
import { arguedJson, frameworkJson, reportJson } from './report-json.js';

/** One performance form as `read --json` gives it. */
export function evaluationJson(
  filing: Filing,
  segment: EvaluationSegment,
  at: PlaceWriter,
): object {
  const form = segment.content;
  const known = form.indicators.length > 0;
  return {
    id: segment.id,
    form: segment.form,
    layout: known ? layoutOf(profileOf(filing, segment)) : null,
    profile: known ? profileOf(filing, segment).id : null,
    title: segment.title,
    fiscalYear: segment.fiscalYear,
    unit: form.unit,
    budget: digits(form.budget),
    executed: digits(form.executed),
    rate: digits(form.rate),
    rateScore: digits(form.rateScore),
    deduction: digits(form.deduction),
    subtotal: digits(form.subtotal),
    total: digits(form.total),
    grade: form.grade?.text ?? null,
    funds: form.funds.map(({ source, column, columnId, value }) => ({
      ...{ source, column, columnId, value: digits(value), place: at(value.place) },
    })),
    tasks: form.tasks.map((task) => ({
      name: task.name,
      content: task.content,
      completion: text(task.completion),
      budget: digits(task.budget),
      executed: digits(task.executed),
      rate: digits(task.rate),
      weight: digits(task.weight),
      score: digits(task.score),
      place: at(task.place),
    })),
    goals: form.goals.map(({ expected, actual }) => ({
      expected: text(expected),
      actual: text(actual),
      place: placeOf(expected ?? actual, at),
    })),
    opinions: form.options
      .filter(({ section }) => section !== RECOMMENDATIONS)
      .map(({ section, option, ticked, text: said, place }) => ({
        ...{ section, option, ticked, text: said, place: at(place) },
      })),
    recommendations: form.options
      .filter(({ section }) => section === RECOMMENDATIONS)
      .map(({ option, ticked, text: said, place }) => ({
        ...{ option, ticked, text: said, place: at(place) },
      })),
    indicators: form.indicators.map((indicator) => indicatorJson(indicator, at)),
    statements: form.statements.map(({ label, text: said, place }) => ({
      ...{ label, text: said, place: at(place) },
    })),
    report: form.report === null ? null : reportJson(form.report, at),
    place: at(segment.place),
  };
}

const RECOMMENDATIONS = '结果应用建议';

function indicatorJson(indicator: Indicator, at: PlaceWriter): object {
  const { reasons } = indicator;
  const said = Object.values(reasons).map((reason) => reason.text);
  return {
    level1: indicator.firstLevel,
    level2: indicator.secondLevel,
    name: indicator.name,
    operator: indicator.operator,
    target: text(indicator.target),
    initialTarget: text(indicator.initialTarget),
    actual: text(indicator.actual),
    unit: indicator.unit,
    completion: text(indicator.completion),
    weight: digits(indicator.weight),
    score: digits(indicator.score),
    group: indicator.group,
    reason: said.length === 0 ? null : said.join(' '),
    reasons: Object.fromEntries(
      Object.entries(reasons).map(([kind, { text: own }]) => [kind, own]),
    ),
    measures: text(indicator.measures),
    place: at(indicator.place),
  };
}

/** `mingzhang/score@1`: the forms of one document scored again. */
export function scoreJson(
  filing: Filing,
  scores: readonly Evaluated[],
  sheet: FrameworkSheet | null,
  locate: Locate,
  lang: Lang,
): object {
  const at = placeWriter(locate);
  return {
    schema: 'mingzhang/score@1',
    file: filing.file,
    entity: filing.entity,
    fiscalYear: filing.fiscalYear,
    edition: filing.edition,
    evaluations: scores.map(({ segment, score }) => ({
      id: segment.id,
      form: segment.form,
      title: segment.title,
      profile: score.profile.id,
      evidence: score.profile.evidence,
      indicators: score.indicators.map((row) => ({
        ...scoredIndicatorJson(row, at, lang),
        ...(row.argued === null ? {} : arguedJson(row.argued, at, lang)),
      })),
      subtotal: digits(score.subtotal.printed),
      expectedSubtotal: expected(score.subtotal),
      rate: digits(score.rate.printed),
      expectedRate: expected(score.rate),
      rateScore: digits(score.rateScore.printed),
      expectedRateScore: expected(score.rateScore),
      deduction: digits(score.deduction.printed),
      expectedDeduction: expected(score.deduction),
      total: digits(score.total.printed),
      expectedTotal: expected(score.total),
      methodRange: rangeJson(methodRange(score)),
      grade: score.grade.printed?.text ?? null,
      expectedGrade: score.grade.expected,
      why: score.total.why[lang],
      place: at(segment.place),
    })),
    unscored: unscoredOf(filing).map(({ id, form, title, place }) => ({
      ...{ id, form, title, place: at(place) },
    })),
    frameworks: sheet === null ? [] : [frameworkJson(sheet, at, lang)],
  };
}

function scoredIndicatorJson(row: ScoredIndicator, at: PlaceWriter, lang: Lang): object {
  const { indicator, expected: should } = row;
  const base = {
    name: indicator.name,
    weight: digits(indicator.weight),
    score: digits(indicator.score),
  };
  const place = at(indicator.score?.place ?? indicator.place);
  if (should === null) return { ...base, expectedScore: null, why: null, place };
  const low = rationalText(should.low);
  const high = rationalText(should.high);
  const given = low === high ? { expectedScore: low } : { expectedRange: [low, high] };
  return { ...base, ...given, why: should.why[lang], place };
}

/** What a value should be; null where nothing computes it or a range is allowed. */
function expected({ expected: range, printed, verdict }: ScoredValue): string | null {
  if (range === null) return null;
  // Inside the intervals of what it is made of, the printed value is as good as any.
  if (verdict !== 'wrong' && printed !== null) return digits(printed);
  return rationalText(range.low);
}

function rangeJson(range: Range | null): readonly [low: string, high: string] | null {
  return range === null ? null : [rationalText(range.low, 4), rationalText(range.high, 4)];
}

function text(value: PrintedValue | null): string | null {
  return value?.text ?? null;
}

/** Digits without separators and without a sign of per cent; null where no number is printed. */
function digits(value: PrintedValue | null): string | null {
  const numeral = value === null ? null : parseNumeral(value.text.replace(/\s*[%％]\s*$/, ''));
  return numeral === null ? null : numeralText(numeral);
}

function placeOf(value: PrintedValue | null, at: (place: Place) => object): object | null {
  return value === null ? null : at(value.place);
}

/** A layout that a method was confirmed on, or one that was read by its headings alone. */
function layoutOf({ evidence }: Profile): 'known' | 'by-concept' {
  return evidence === 'sample' ? 'known' : 'by-concept';
}
