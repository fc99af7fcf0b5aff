import type { Locate } from '../base/place.js';
import { compareRationals, type Rational, rationalText } from '../base/rational.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Filing } from '../facts/model.js';
import type { EvaluationScore, ScoredIndicator, ScoredValue } from '../scores/from-facts.js';
import type { Evaluated } from '../scores/from-filing.js';
import { excessOf, methodRange } from '../scores/method-range.js';
import type { Lang } from './model.js';
import { positionWord } from './names.js';
import type { BookSheet, BookText, BookValue, ReviewBook } from './review-book.js';
import { sheetNames } from './sheet-names.js';
import { evaluationWord, word } from './words.js';

/** A performance form as lines of a workbook. */
export interface ScoreSheet {
  readonly title: string;
  readonly kind: string;
  readonly method: string;
  readonly basis: string;
  readonly position: string;
  /** Printed total, computed total, what the method allows, difference, grade, rows that differ. */
  readonly overview: readonly BookValue[];
  readonly lines: readonly (readonly BookValue[])[];
}

/** The performance forms of one document as lines of a workbook. */
export interface ScoreReview {
  readonly file: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly forms: readonly ScoreSheet[];
}

/** What a document's forms come to, in words, for the workbook of a run. */
export function scoreReviewOf(
  filing: Filing,
  scores: readonly Evaluated[],
  locate: Locate,
  lang: Lang,
): ScoreReview {
  const { file, entity, fiscalYear } = filing;
  const forms = scores.map((each) => sheetOf(each, locate, lang));
  return { file, entity, fiscalYear, forms };
}

/** All documents of a run. */
export interface ScoreBatch {
  readonly scored: readonly ScoreReview[];
  /** Documents that were not read, each with the reason. */
  readonly failures: readonly { readonly file: string; readonly why: string }[];
}

/** An overview of all forms, and a sheet for each with every indicator and how it is scored. */
export function scoreBook({ scored, failures }: ScoreBatch, lang: Lang): ReviewBook {
  const overview = word(lang, 'bookOverview');
  const all = scored.flatMap((review) => review.forms.map((form) => ({ review, form })));
  const names = sheetNames(
    all.map(({ form }) => form.title),
    [overview],
  );
  const title = word(lang, 'scoreReport');
  const head = [
    ...(['file', 'entity', 'fiscalYear', 'evaluationTitle', 'evaluationKind'] as const),
    ...(['profileName', 'total', 'computed', 'methodTotal', 'difference'] as const),
    ...(['grade', 'differingCount'] as const),
  ].map((id) => word(lang, id));
  const lines = all.map(({ review, form }, index): BookValue[] => [
    review.file,
    review.entity,
    review.fiscalYear,
    { text: form.title, link: names[index]! },
    form.kind,
    form.method,
    ...form.overview,
  ]);
  const none = scored.flatMap(({ file, entity, fiscalYear, forms }): BookValue[][] =>
    forms.length > 0
      ? []
      : [[file, entity, fiscalYear, { text: word(lang, 'noScores'), tone: 'muted' }]],
  );
  const lost = failures.map(({ file, why }): BookValue[] => [
    file,
    null,
    null,
    { text: `${word(lang, 'notRead')}${word(lang, 'colon')}${why}`, tone: 'warning' },
  ]);
  const blank = (row: BookValue[]): BookValue[] => head.map((_, at) => row[at] ?? null);
  return {
    title,
    sheets: [
      {
        name: overview,
        rows: [
          [title],
          [word(lang, 'scoreBookAbout', all.length)],
          head,
          ...lines,
          ...[...none, ...lost].map(blank),
        ],
        headRow: 2,
        frozenColumns: 4,
        widths: [26, 26, 8, 44, 24, 26, 10, 10, 14, 10, 16, 10],
      },
      ...all.map(({ form }, index) => formSheet(form, names[index]!, overview, lang)),
    ],
  };
}

function formSheet(form: ScoreSheet, name: string, overview: string, lang: Lang): BookSheet {
  const head = [
    ...(['firstLevel', 'secondLevel', 'indicator', 'target', 'actual', 'completion'] as const),
    ...(['weight', 'score', 'computed', 'explanation', 'reason'] as const),
  ].map((id) => word(lang, id));
  return {
    name,
    rows: [
      [form.title],
      [{ text: word(lang, 'backTo', overview), link: overview }, null, form.position],
      [word(lang, 'scoredBy', form.method, form.basis)],
      head,
      ...form.lines,
    ],
    headRow: 3,
    frozenColumns: 3,
    widths: [14, 16, 30, 18, 18, 10, 9, 9, 12, 48, 32],
  };
}

function sheetOf({ segment, score }: Evaluated, locate: Locate, lang: Lang): ScoreSheet {
  const { title, place, form, content } = segment;
  const { profile, total } = score;
  const { printed, expected } = score.grade;
  const fits = expected === null || printed === null || printed.text.startsWith(expected);
  const excess = excessOf(total);
  const allowed = methodRange(score);
  const off =
    score.indicators.filter(isOff).length +
    SUMS.filter((id) => score[id].verdict === 'wrong').length +
    (fits ? 0 : 1);
  const tone = off > 0 ? ({ tone: 'warning' } as const) : {};
  return {
    title,
    kind: evaluationWord(lang, form),
    method: profile.title[lang],
    basis: profile.basis[lang],
    position: positionWord(lang, place, locate) ?? '',
    overview: [
      printedValue(total.printed),
      computedValue(total),
      allowed === null ? null : rangeValue(allowed.low, allowed.high),
      excess === null ? null : { ...numberOf(excess), tone: 'error' },
      fits
        ? (printed?.text ?? expected)
        : { text: word(lang, 'gradeShould', printed.text, expected), tone: 'warning' },
      { text: String(off), decimal: true, ...tone },
    ],
    lines: [
      ...content.tasks.map(({ name, weight, score: own, executed, budget, rate }): BookValue[] => [
        word(lang, 'task'),
        null,
        name,
        printedValue(budget),
        printedValue(executed),
        printedValue(rate),
        ...[printedValue(weight), printedValue(own), null, null, null],
      ]),
      ...score.indicators.map((row) => indicatorLine(row, lang)),
      ...sumLines(score, lang),
    ],
  };
}

function indicatorLine(row: ScoredIndicator, lang: Lang): BookValue[] {
  const { indicator, expected } = row;
  const score = printedValue(indicator.score);
  return [
    indicator.firstLevel,
    indicator.secondLevel,
    indicator.name,
    targetText(indicator),
    indicator.actual?.text ?? null,
    printedValue(indicator.completion),
    printedValue(indicator.weight),
    isOff(row) ? { text: indicator.score!.text, decimal: true, tone: 'warning' } : score,
    expected === null ? null : rangeValue(expected.low, expected.high),
    expected === null ? word(lang, 'sharedScore') : expected.why[lang],
    reasonsText(indicator),
  ];
}

/** ≥4人, whether the form prints sign, number and unit together or apart. */
function targetText({ target, operator, unit }: ScoredIndicator['indicator']): string | null {
  if (target === null) return null;
  const signed = operator === null || /^\D/.test(target.text);
  return `${signed ? '' : operator}${target.text}${unit ?? ''}`;
}

function reasonsText({ reasons, measures }: ScoredIndicator['indicator']): string | null {
  const texts = [...Object.values(reasons), ...(measures === null ? [] : [measures])];
  return texts.length === 0 ? null : texts.map(({ text }) => text).join('；');
}

const SUMS = ['subtotal', 'rate', 'rateScore', 'deduction', 'total'] as const;

function sumLines(score: EvaluationScore, lang: Lang): BookValue[][] {
  return SUMS.flatMap((id): BookValue[][] => {
    const value = score[id];
    const why = value.why[lang];
    if (value.printed === null && (value.expected === null || why === '')) return [];
    const wrong = value.verdict === 'wrong' && value.printed !== null;
    const printed: BookValue = wrong
      ? { text: value.printed.text, decimal: true, tone: 'error' }
      : printedValue(value.printed);
    const blanks = [null, null, null, null, null, null];
    return [[word(lang, id), ...blanks, printed, computedValue(value), why, null]];
  });
}

function isOff({ score, expected }: ScoredIndicator): boolean {
  if (score === null || expected === null) return false;
  return compareRationals(score, expected.low) < 0 || compareRationals(score, expected.high) > 0;
}

/** A value as the form prints it, which a workbook may add up. */
function printedValue(value: PrintedValue | null): BookValue {
  return value === null ? null : { text: value.text, decimal: true };
}

/** As printed where it agrees: digits that the form leaves out are no difference. */
function computedValue({ expected, printed, verdict }: ScoredValue): BookValue {
  if (expected === null) return null;
  if (verdict === 'exact' || verdict === 'rounding') return printedValue(printed);
  return rangeValue(expected.low, expected.high);
}

function rangeValue(low: Rational, high: Rational): BookValue {
  const [from, to] = [rationalText(low, 4), rationalText(high, 4)];
  return { text: from === to ? from : `${from}–${to}`, decimal: true };
}

function numberOf(value: Rational): BookText {
  return { text: rationalText(value, 4), decimal: true };
}
