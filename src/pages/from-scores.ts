import { parseNumeral } from '../base/numeral.js';
import type { Locate } from '../base/place.js';
import { verdictOf } from '../base/range.js';
import { compareRationals, rationalText } from '../base/rational.js';
import type { Filing } from '../facts/model.js';
import type { FrameworkSheet } from '../scores/from-accounts.js';
import type { EvaluationScore, ScoredIndicator, ScoredValue } from '../scores/from-facts.js';
import type { Evaluated } from '../scores/from-filing.js';
import { headOf, titleOf } from './from-filing.js';
import { frameworkSheetBlocks } from './from-frameworks.js';
import type { Block, Inline, Lang, Page, Tone } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph, positionWord } from './names.js';
import { evaluationWord, word } from './words.js';

/** Every performance form scored again: each indicator, each sum, and what does not agree. */
export function pageFromScores(
  filing: Filing,
  scores: readonly Evaluated[],
  sheet: FrameworkSheet | null,
  locate: Locate,
  lang: Lang,
): Page {
  const differing = scores.filter(({ score }) => differences(score) > 0).length;
  return pageOf(lang, titleOf(filing, lang), {
    subtitle: word(lang, 'scoreReport'),
    facts: headOf(filing, lang).map(([term, text]) => ({ term, details: [plain(text)] })),
    blocks: [
      ...(scores.length === 0
        ? [paragraph(word(lang, 'noScores'))]
        : [overview(scores, lang), ...scores.flatMap((each) => scoreSheet(each, locate, lang))]),
      ...(sheet === null ? [] : frameworkSheetBlocks(sheet, lang)),
    ],
    conclusion: {
      text: word(lang, 'scoreConclusion', scores.length, differing),
      tone: differing > 0 ? 'warning' : 'good',
      status: null,
    },
  });
}

/** One line for each form: printed total, computed total, grade. */
function overview(scores: readonly Evaluated[], lang: Lang): Block {
  const head = (
    ['evaluationTitle', 'evaluationKind', 'profileName', 'total', 'computed', 'grade'] as const
  ).map((id) => word(lang, id));
  const rows = scores.map(({ segment, score }) => [
    segment.title,
    evaluationWord(lang, segment.form),
    score.profile.title[lang],
    score.total.printed?.text ?? '',
    computed(score.total),
    gradeText(score, lang),
  ]);
  return tableOf(null, ['start', 'start', 'start', 'end', 'end', 'start'], head, rows);
}

/** How a form comes to its total, row by row. */
function scoreSheet({ segment, score }: Evaluated, locate: Locate, lang: Lang): Block[] {
  const head = (
    ['indicator', 'target', 'actual', 'weight', 'score', 'computed', 'explanation'] as const
  ).map((id) => word(lang, id));
  const rows = score.indicators.map((row) => indicatorRow(row, lang));
  const sums = (['subtotal', 'rate', 'rateScore', 'deduction', 'total'] as const).flatMap((id) =>
    sumRow(score[id], word(lang, id), lang),
  );
  const where = positionWord(lang, segment.place, locate);
  const title = where === null ? segment.title : `${segment.title} · ${where}`;
  const align = ['start', 'start', 'start', 'end', 'end', 'end', 'start'] as const;
  return [
    { kind: 'heading', level: 2, content: plain(title) },
    paragraph(word(lang, 'scoredBy', score.profile.title[lang], score.profile.basis[lang])),
    tableOf(null, align, head, [...rows, ...sums]),
  ];
}

function indicatorRow(row: ScoredIndicator, lang: Lang): (string | Inline)[] {
  const { indicator, expected } = row;
  const { actual, weight, score } = indicator;
  const off = isOff(row);
  return [
    indicator.name,
    targetText(indicator),
    actual?.text ?? '',
    weight?.text ?? '',
    toned(score?.text ?? '', off ? 'warning' : undefined),
    expected === null ? '' : rangeText(expected.low, expected.high),
    expected === null ? word(lang, 'sharedScore') : expected.why[lang],
  ];
}

/** ≥4人, whether the form prints sign, number and unit together or apart. */
function targetText({ target, operator, unit }: ScoredIndicator['indicator']): string {
  if (target === null) return '';
  const signed = operator === null || /^\D/.test(target.text);
  return `${signed ? '' : operator}${target.text}${unit ?? ''}`;
}

function sumRow(value: ScoredValue, name: string, lang: Lang): (string | Inline)[][] {
  if (value.printed === null && (value.expected === null || value.why[lang] === '')) return [];
  const tone = value.verdict === 'wrong' ? 'error' : undefined;
  return [
    [
      [{ text: name, style: 'strong' }],
      '',
      '',
      '',
      toned(value.printed?.text ?? '', tone),
      computed(value),
      value.why[lang],
    ],
  ];
}

/** Printed values and scores that are not what the method gives. */
function differences(score: EvaluationScore): number {
  const sums = [score.subtotal, score.rate, score.rateScore, score.deduction, score.total];
  const wrong = sums.filter(({ verdict }) => verdict === 'wrong').length;
  return wrong + score.indicators.filter(isOff).length;
}

function isOff({ indicator, score, expected }: ScoredIndicator): boolean {
  if (score === null || expected === null) return false;
  // A report that prints whole points may have rounded to them.
  const numeral = parseNumeral(indicator.score?.text ?? '');
  if (expected.case === 'by-standard' && numeral !== null) {
    return verdictOf(numeral, expected) === 'wrong';
  }
  return compareRationals(score, expected.low) < 0 || compareRationals(score, expected.high) > 0;
}

function computed({ expected, printed, verdict }: ScoredValue): string {
  if (expected === null) return '';
  if (verdict === 'exact' || verdict === 'rounding') return printed!.text;
  return rangeText(expected.low, expected.high);
}

function rangeText(low: ScoredRange, high: ScoredRange): string {
  const [from, to] = [rationalText(low, 4), rationalText(high, 4)];
  return from === to ? from : `${from}–${to}`;
}

type ScoredRange = NonNullable<ScoredIndicator['expected']>['low'];

function gradeText({ grade }: EvaluationScore, lang: Lang): string {
  const printed = grade.printed?.text ?? null;
  if (printed === null) return grade.expected ?? '';
  const same = grade.expected === null || printed.startsWith(grade.expected);
  return same ? printed : word(lang, 'gradeShould', printed, grade.expected ?? '');
}

function toned(text: string, tone: Tone | undefined): Inline {
  return tone === undefined ? plain(text) : [{ text, tone }];
}
