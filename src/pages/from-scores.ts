import type { Locate } from '../base/place.js';
import type { Filing } from '../facts/model.js';
import type { FrameworkSheet } from '../scores/from-accounts.js';
import type { EvaluationScore, ScoredIndicator } from '../scores/from-facts.js';
import type { Evaluated } from '../scores/from-filing.js';
import { methodRange } from '../scores/method-range.js';
import type { ScoredValue } from '../scores/scored-value.js';
import { headOf, titleOf } from './from-filing.js';
import { frameworkSheetBlocks } from './from-frameworks.js';
import type { Block, Inline, Lang, Page, Tone } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph, positionWord } from './names.js';
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
import { evaluationWord, word } from './words.js';

/** Every performance form scored again: each indicator, each sum, and what does not agree. */
export function pageFromScores(
  filing: Filing,
  scores: readonly Evaluated[],
  sheet: FrameworkSheet | null,
  locate: Locate,
  lang: Lang,
): Page {
  const unscored = unscoredOf(filing);
  const differing = scores.filter(({ score }) => differencesIn(score) > 0).length;
  return pageOf(lang, titleOf(filing, lang), {
    subtitle: word(lang, 'scoreReport'),
    facts: headOf(filing, lang).map(([term, text]) => ({ term, details: [plain(text)] })),
    blocks: [
      ...(scores.length + unscored.length === 0 ? [paragraph(word(lang, 'noScores'))] : []),
      ...(scores.length === 0 ? [] : [overview(scores, lang)]),
      ...scores.flatMap((each) => scoreSheet(each, locate, lang)),
      ...(unscored.length === 0 ? [] : unscoredBlocks(unscored, locate, lang)),
      ...(sheet === null ? [] : frameworkSheetBlocks(sheet, lang)),
    ],
    conclusion: {
      text:
        differing > 0
          ? word(lang, 'scoreConclusion', scores.length, differing)
          : word(lang, 'scoreConclusionNone', scores.length),
      tone: differing > 0 ? 'warning' : 'good',
      status: null,
    },
  });
}

/** What was found and has nothing to score: short reports, forms that were not taken apart. */
function unscoredBlocks(
  unscored: Filing['evaluations'],
  locate: Locate,
  lang: Lang,
): readonly Block[] {
  const head = (['evaluationTitle', 'evaluationKind', 'position'] as const).map((id) =>
    word(lang, id),
  );
  const rows = unscored.map(({ title, form, place }) => [
    title,
    evaluationWord(lang, form),
    positionWord(lang, place, locate) ?? '',
  ]);
  return [
    { kind: 'heading', level: 2, content: plain(word(lang, 'unscored')) },
    paragraph(word(lang, 'unscoredWhy')),
    tableOf(null, ['start', 'start', 'start'], head, rows),
  ];
}

/** One line for each form: printed total, computed total, grade. */
function overview(scores: readonly Evaluated[], lang: Lang): Block {
  const head = (
    [
      ...(['evaluationTitle', 'evaluationKind', 'profileName'] as const),
      ...(['total', 'computed', 'methodTotal', 'grade'] as const),
    ] as const
  ).map((id) => word(lang, id));
  const rows = scores.map(({ segment, score }) => {
    const allowed = methodRange(score);
    return [
      segment.title,
      evaluationWord(lang, segment.form),
      score.profile.title[lang],
      score.total.printed?.text ?? '',
      computedText(score.total),
      allowed === null ? '' : rangeText(allowed),
      gradeText(score, lang),
    ];
  });
  return tableOf(null, ['start', 'start', 'start', 'end', 'end', 'end', 'start'], head, rows);
}

/** How a form comes to its total, row by row. */
function scoreSheet({ segment, score }: Evaluated, locate: Locate, lang: Lang): Block[] {
  const head = (
    ['indicator', 'target', 'actual', 'weight', 'score', 'computed', 'explanation'] as const
  ).map((id) => word(lang, id));
  const rows = score.indicators.map((row) => indicatorRow(row, lang));
  const sums = SUMS.flatMap((id) => sumRow(score[id], word(lang, id), lang));
  const where = positionWord(lang, segment.place, locate);
  const title = where === null ? segment.title : `${segment.title} · ${where}`;
  const align = ['start', 'start', 'start', 'end', 'end', 'end', 'start'] as const;
  return [
    { kind: 'heading', level: 2, content: plain(title) },
    paragraph(word(lang, 'scoredBy', score.profile.title[lang], score.profile.basis[lang])),
    tableOf(null, align, head, [...rows, ...sums, ...methodRow(score, lang)]),
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
    expected === null ? '' : rangeText(expected),
    rowExplanation(row, lang),
  ];
}

/** What every row earns by the method together, where that is not the total just computed. */
function methodRow(score: EvaluationScore, lang: Lang): (string | Inline)[][] {
  const allowed = methodRange(score);
  if (allowed === null) return [];
  const name: Inline = [{ text: word(lang, 'methodTotal'), style: 'strong' }];
  return [[name, '', '', '', '', rangeText(allowed), word(lang, 'methodTotalWhy')]];
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
      computedText(value),
      value.why[lang],
    ],
  ];
}

function gradeText(score: EvaluationScore, lang: Lang): string {
  const { grade } = score;
  const printed = grade.printed?.text ?? null;
  if (printed === null) return grade.expected ?? '';
  return fitsGrade(score) ? printed : word(lang, 'gradeShould', printed, grade.expected ?? '');
}

function toned(text: string, tone: Tone | undefined): Inline {
  return tone === undefined ? plain(text) : [{ text, tone }];
}
