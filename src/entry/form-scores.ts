import {
  type FormFields,
  type FormHead,
  fieldsOf,
  ROW_STEP,
  segmentOf,
} from '../accounts/form-fields.js';
import { parseNumeral } from '../base/numeral.js';
import {
  compareRationals,
  plus,
  type Rational,
  rationalOf,
  rationalText,
} from '../base/rational.js';
import type { EvaluationSegment } from '../facts/model.js';
import { type EvaluationScore, scoreEvaluation } from '../scores/from-facts.js';
import { profileOf } from '../scores/from-filing.js';
import type { Profile } from '../scores/profile.js';

/** Sources of money that every form asks for; the first is the sum of the others. */
export const FUND_SOURCES = [
  ...(['年度资金总额', '其中：当年财政拨款', '上年结转资金', '其他资金'] as const),
] as const;

/** What the method is chosen by. */
export interface ScoredIn {
  readonly edition: string;
  readonly fiscalYear: number;
}

/** A form beside what its method makes of it. */
export interface TypedScore {
  readonly profile: Profile;
  readonly score: EvaluationScore;
}

/** Scores a form as it stands, by the method that its publication will be scored by. */
export function scoreForm(segment: EvaluationSegment, within: ScoredIn): TypedScore {
  const profile = profileOf(within, segment);
  return { profile, score: scoreEvaluation(segment.content, profile) };
}

/** Whether a change of this field changes what is computed. */
export function isCounted(path: string): boolean {
  if (/^(?:funds|task)\/\d+/.test(path)) {
    return (
      !/\/(?:source|name|content|completion|rate|score)$/.test(path) || path.startsWith('task')
    );
  }
  return /^indicator\/\d+(?:\/(?:weight|score|group))?$/.test(path);
}

const SUMMED = ['initial-budget', 'budget', 'received', 'executed', 'balance'] as const;

/** The form with its sums, rate, total and grade as its method makes them. */
export function settledForm(segment: EvaluationSegment, within: ScoredIn): EvaluationSegment {
  const head: FormHead = {
    ...{ id: segment.id, fiscalYear: segment.fiscalYear },
    form: segment.form as FormHead['form'],
  };
  const fields = new Map(fieldsOf(segment));
  sumFunds(fields);
  const whole = wholeRow(fields);
  const apart = fields.has('rate-score') || fields.has('rate');
  const [rateField, pointsField] =
    whole === null || apart ? ['rate', 'rate-score'] : [`${whole}/rate`, `${whole}/score`];
  const profile = profileOf(within, segment);
  const earns = profile.execution !== null && rateWeightOf(fields, whole) !== null;
  fields.delete(rateField);
  // Points are computed where the form has a place for them.
  if (earns) fields.set(pointsField, '0');
  const open = segmentOf(head, fields);
  if (!earns) fields.delete(pointsField);
  const { rate, rateScore, subtotal, deduction, total } = scoreEvaluation(open.content, profile);
  put(fields, rateField, rate.expected && `${shown(rate.expected.low)}%`);
  if (earns) put(fields, pointsField, rateScore.expected && shown(rateScore.expected.low));
  const capped = profile.caps.length > 0;
  put(fields, 'subtotal', capped && subtotal.expected ? shown(subtotal.expected.low) : null);
  put(fields, 'deduction', capped && deduction.expected ? shown(deduction.expected.low) : null);
  put(fields, 'total', total.expected && shown(total.expected.low));
  put(fields, 'total-weight', sumText(weightsIn(fields)));
  const settled = segmentOf(head, fields);
  const { grade } = scoreEvaluation(settled.content, profile);
  put(fields, 'grade', total.expected && grade.expected);
  return segmentOf(head, fields);
}

function put(fields: Map<string, string>, path: string, text: string | null): void {
  if (text === null) fields.delete(path);
  else fields.set(path, text);
}

function shown(value: Rational): string {
  return rationalText(value, 4);
}

/** The row of all sources together: the first. */
export function wholeRow(fields: FormFields): string | null {
  const rows = fundRows(fields);
  return rows[0] ?? null;
}

function fundRows(fields: FormFields): readonly string[] {
  const rows = new Set<number>();
  for (const path of fields.keys()) {
    const [group, row] = path.split('/');
    if (group === 'funds') rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b).map((row) => `funds/${row}`);
}

function rateWeightOf(fields: FormFields, whole: string | null): string | null {
  if (fields.has('rate-score')) return '';
  return whole === null ? null : (fields.get(`${whole}/weight`) ?? null);
}

/** 年度资金总额 is what its sources come to, where some are told. */
function sumFunds(fields: Map<string, string>): void {
  addWhole(fields);
  const [whole, ...parts] = fundRows(fields);
  if (whole === undefined || !/总额|合计|总计/.test(fields.get(`${whole}/source`) ?? '')) return;
  for (const column of SUMMED) {
    const told = parts.flatMap((part) => fields.get(`${part}/${column}`) ?? []);
    const sum = told.length === 0 ? null : sumText(told);
    if (sum !== null) fields.set(`${whole}/${column}`, sum);
  }
}

/** The row of the whole where so far only its sources were typed. */
function addWhole(fields: Map<string, string>): void {
  const rows = fundRows(fields);
  const [whole, ...sources] = FUND_SOURCES;
  const isPart = (row: string) => sources.some((one) => one === fields.get(`${row}/source`));
  const isFree = rows.every((row) => Number(row.split('/')[1]) > ROW_STEP);
  if (rows.length > 0 && isFree && rows.every(isPart)) {
    fields.set(`funds/${ROW_STEP}/source`, whole);
  }
}

function weightsIn(fields: FormFields): readonly string[] {
  return [...fields].flatMap(([path, text]) =>
    /^(?:funds|task|indicator)\/\d+\/weight$/.test(path) ? [text] : [],
  );
}

/** What numbers come to; null where one of them is none. */
function sumText(texts: readonly string[]): string | null {
  const numbers = texts.map((text) => parseNumeral(text.replace(/[%％]\s*$/, '')));
  if (numbers.length === 0 || numbers.some((one) => one === null)) return null;
  return shown(numbers.map((one) => rationalOf(one!)).reduce(plus));
}

/** Points of an indicator that the method alone gives: one score, as it would be typed. */
export function suggestionOf({ score }: TypedScore, at: number): string | null {
  const expected = score.indicators[at]?.expected;
  if (expected === null || expected === undefined) return null;
  return compareRationals(expected.low, expected.high) === 0 ? shown(expected.low) : null;
}

/** Whether an indicator lost points that its method wants explained, and nobody has. */
export function lacksReason({ score, profile }: TypedScore, at: number): boolean {
  const row = score.indicators[at];
  if (!profile.reasonForLoss || row === undefined || row.score === null) return false;
  const { weight, score: own, indicator, expected } = row;
  if (weight === null || compareRationals(own, weight) >= 0) return false;
  if (expected?.case === 'met' || expected?.case === 'exceeded') return false;
  return indicator.measures === null && Object.keys(indicator.reasons).length === 0;
}

/** Points that a method leaves to whoever fills in the form: 0–15; null where it leaves none. */
export function openPoints({ score }: TypedScore, at: number): string | null {
  const expected = score.indicators[at]?.expected ?? null;
  if (expected === null || compareRationals(expected.low, expected.high) === 0) return null;
  return `${shown(expected.low)}–${shown(expected.high)}`;
}
