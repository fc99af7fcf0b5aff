import type { Locate } from '../base/place.js';
import type { Range } from '../base/range.js';
import { type Rational, rationalText } from '../base/rational.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Filing } from '../facts/model.js';
import type { FrameworkSheet } from '../scores/from-accounts.js';
import type { EvaluationScore, ScoredIndicator } from '../scores/from-facts.js';
import type { Evaluated } from '../scores/from-filing.js';
import { excessOf, methodRange } from '../scores/method-range.js';
import { frameworkLines } from './from-frameworks.js';
import type { Lang } from './model.js';
import { positionWord } from './names.js';
import type { BookSheet, BookText, BookValue, ReviewBook } from './review-book.js';
import {
  computedText,
  differencesIn,
  fitsGrade,
  isOff,
  rangeText,
  rowExplanation,
  SUMS,
  targetText,
  unscoredOf,
} from './score-words.js';
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
  /** Forms and reports that have no scores: title, kind, position. */
  readonly unscored: readonly (readonly [title: string, kind: string, position: string])[];
  /** The account's own indicators: name, formula, result, steps, points. */
  readonly rates: readonly (readonly BookValue[])[];
}

/** What a document's forms come to, in words, for the workbook of a run. */
export function scoreReviewOf(
  filing: Filing,
  scores: readonly Evaluated[],
  sheet: FrameworkSheet | null,
  locate: Locate,
  lang: Lang,
): ScoreReview {
  const { file, entity, fiscalYear } = filing;
  return {
    ...{ file, entity, fiscalYear },
    forms: scores.map((each) => sheetOf(each, locate, lang)),
    unscored: unscoredOf(filing).map(({ title, form, place }) => [
      title,
      evaluationWord(lang, form),
      positionWord(lang, place, locate) ?? '',
    ]),
    rates: sheet === null ? [] : frameworkLines(sheet, lang),
  };
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
    [overview, word(lang, 'frameworkName')],
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
  const none = scored.flatMap(({ file, entity, fiscalYear, forms, unscored }): BookValue[][] =>
    forms.length + unscored.length > 0
      ? []
      : [[file, entity, fiscalYear, { text: word(lang, 'noScores'), tone: 'muted' }]],
  );
  const unscored = scored.flatMap((review) =>
    review.unscored.map(([name, kind, position]): BookValue[] => [
      ...[review.file, review.entity, review.fiscalYear, name, kind],
      { text: `${word(lang, 'noneScored')}${word(lang, 'colon')}${position}`, tone: 'muted' },
    ]),
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
          ...[...unscored, ...none, ...lost].map(blank),
        ],
        headRow: 2,
        frozenColumns: 4,
        widths: [26, 26, 8, 44, 24, 26, 10, 10, 14, 10, 16, 10],
      },
      ...all.map(({ form }, index) => formSheet(form, names[index]!, overview, lang)),
      ...ratesSheet(scored, overview, lang),
    ],
  };
}

/** The indicators that the accounts themselves answer, of all documents below each other. */
function ratesSheet(
  scored: readonly ScoreReview[],
  overview: string,
  lang: Lang,
): readonly BookSheet[] {
  const lines = scored.flatMap(({ file, entity, fiscalYear, rates }) =>
    rates.map((rate): BookValue[] => [file, entity, fiscalYear, ...rate]),
  );
  if (lines.length === 0) return [];
  const head = [
    ...(['file', 'entity', 'fiscalYear', 'profileName', 'indicator'] as const),
    ...(['formula', 'result', 'steps', 'score'] as const),
  ].map((id) => word(lang, id));
  return [
    {
      name: word(lang, 'frameworkName'),
      rows: [
        [word(lang, 'frameworkSheet')],
        [{ text: word(lang, 'backTo', overview), link: overview }],
        head,
        ...lines,
      ],
      headRow: 2,
      frozenColumns: 3,
      widths: [26, 26, 8, 30, 22, 52, 12, 60, 12],
    },
  ];
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
  const fits = fitsGrade(score);
  const excess = excessOf(total);
  const allowed = methodRange(score);
  const off = differencesIn(score);
  const tone = off > 0 ? ({ tone: 'warning' } as const) : {};
  return {
    title,
    kind: evaluationWord(lang, form),
    method: profile.title[lang],
    basis: profile.basis[lang],
    position: positionWord(lang, place, locate) ?? '',
    overview: [
      printedValue(total.printed),
      decimalText(computedText(total)),
      allowed === null ? null : decimalText(rangeText(allowed)),
      excess === null ? null : { ...numberOf(excess), tone: 'error' },
      fits
        ? (printed?.text ?? expected)
        : { text: word(lang, 'gradeShould', printed?.text ?? '', expected ?? ''), tone: 'warning' },
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
      ...methodLine(allowed, lang),
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
    targetText(indicator) || null,
    indicator.actual?.text ?? null,
    printedValue(indicator.completion),
    printedValue(indicator.weight),
    isOff(row) ? { text: indicator.score!.text, decimal: true, tone: 'warning' } : score,
    expected === null ? null : decimalText(rangeText(expected)),
    rowExplanation(row, lang),
    reasonsText(indicator),
  ];
}

function reasonsText({ reasons, measures }: ScoredIndicator['indicator']): string | null {
  const texts = [...Object.values(reasons), ...(measures === null ? [] : [measures])];
  return texts.length === 0 ? null : texts.map(({ text }) => text).join('；');
}

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
    return [[word(lang, id), ...blanks, printed, decimalText(computedText(value)), why, null]];
  });
}

/** A value as the form prints it, which a workbook may add up. */
function printedValue(value: PrintedValue | null): BookValue {
  return value === null ? null : { text: value.text, decimal: true };
}

function methodLine(allowed: Range | null, lang: Lang): BookValue[][] {
  if (allowed === null) return [];
  const blanks = [null, null, null, null, null, null, null];
  const why = word(lang, 'methodTotalWhy');
  return [[word(lang, 'methodTotal'), ...blanks, decimalText(rangeText(allowed)), why, null]];
}

function decimalText(text: string): BookValue {
  return text === '' ? null : { text, decimal: true };
}

function numberOf(value: Rational): BookText {
  return { text: rationalText(value, 4), decimal: true };
}
