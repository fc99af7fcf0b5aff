import { rationalText } from '../base/rational.js';
import { formulaById, formulaText, inputName } from '../scores/formulas.js';
import type { Framework, FrameworkIndicator } from '../scores/framework.js';
import { type FrameworkRate, stepsOf } from '../scores/framework-rate.js';
import type { AccountIndicator, FrameworkSheet } from '../scores/from-accounts.js';
import type { Block, Inline, Lang, Page } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph } from './names.js';
import { scoringText } from './scoring-text.js';
import { word } from './words.js';

/** The evaluation frameworks that are known, below the methods of scoring. */
export function frameworkList(frameworks: readonly Framework[], lang: Lang): readonly Block[] {
  const head = (['editionId', 'editionName', 'since', 'indicator', 'evidence'] as const).map((id) =>
    word(lang, id),
  );
  const rows = frameworks.map((framework): (string | Inline)[] => [
    [{ text: framework.id, style: 'code' }],
    framework.title[lang],
    String(framework.since),
    String(framework.indicators.length),
    word(lang, `evidence-${framework.evidence}`),
  ]);
  return [
    { kind: 'heading', level: 2, content: plain(word(lang, 'frameworksTitle')) },
    paragraph(word(lang, 'frameworksLead', frameworks.length)),
    tableOf(null, ['start', 'start', 'end', 'end', 'start'], head, rows),
  ];
}

/** One framework as a person reads it: levels, weights, formulas, standards. */
export function pageFromFramework(framework: Framework, lang: Lang): Page {
  const facts: readonly (readonly [string, string])[] = [
    [word(lang, 'editionId'), framework.id],
    [word(lang, 'basis'), framework.basis[lang]],
    [word(lang, 'evidence'), word(lang, `evidence-${framework.evidence}`)],
    [word(lang, 'since'), String(framework.since)],
  ];
  const head = (
    ['firstLevel', 'secondLevel', 'indicator', 'weight', 'formula', 'standard'] as const
  ).map((id) => word(lang, id));
  const rows = framework.indicators.map((indicator) => indicatorRow(indicator, lang));
  return pageOf(lang, framework.title[lang], {
    facts: facts.map(([term, text]) => ({ term, details: [plain(text)] })),
    blocks: [tableOf(null, ['start', 'start', 'start', 'end', 'start', 'start'], head, rows)],
  });
}

function indicatorRow(indicator: FrameworkIndicator, lang: Lang): string[] {
  const { firstLevel, secondLevel, name, weight, formula, scoring } = indicator;
  return [
    firstLevel,
    secondLevel,
    name,
    weight === null ? '' : rationalText(weight),
    formula === null ? '' : formulaText(formulaById(formula))[lang],
    scoringText(scoring, lang),
  ];
}

/** A framework computed from an account: each rate with its steps, or what it lacks. */
export function frameworkSheetBlocks(sheet: FrameworkSheet, lang: Lang): readonly Block[] {
  const { framework, indicators } = sheet;
  const scored = indicators.some(({ points }) => points !== null);
  const head = [
    ...(['indicator', 'formula', 'result', 'steps'] as const).map((id) => word(lang, id)),
    ...(scored ? [word(lang, 'score')] : []),
  ];
  const rows = indicators.map((each) => [
    each.indicator.name,
    formulaText(each.rate.formula)[lang],
    rateText(each.rate),
    tracedText(each.rate, lang),
    ...(scored ? [pointsText(each)] : []),
  ]);
  const align = ['start', 'start', 'end', 'start', ...(scored ? (['end'] as const) : [])] as const;
  return [
    { kind: 'heading', level: 2, content: plain(word(lang, 'frameworkSheet')) },
    paragraph(word(lang, 'computedBy', framework.title[lang], framework.basis[lang])),
    tableOf(null, align, head, rows),
  ];
}

/** The same as lines of a workbook: framework, indicator, formula, result, steps, points. */
export function frameworkLines(
  { framework, indicators }: FrameworkSheet,
  lang: Lang,
): readonly (readonly string[])[] {
  return indicators.map((each) => [
    framework.title[lang],
    each.indicator.name,
    formulaText(each.rate.formula)[lang],
    rateText(each.rate),
    tracedText(each.rate, lang),
    pointsText(each),
  ]);
}

function rateText({ exact }: FrameworkRate): string {
  return exact === null ? '' : `${rationalText(exact, 2)}%`;
}

/** The steps, or what is missing and what was found. */
export function tracedText(rate: FrameworkRate, lang: Lang): string {
  if (rate.missing.length > 0) {
    const names = rate.missing.map((input) => inputName(input)[lang]);
    return word(lang, 'lacks', names.join(lang === 'zh' ? '、' : ', '));
  }
  if (rate.zeroBase) return word(lang, 'zeroBase');
  const [wanted] = rate.formula.bottom;
  const used = rate.inputs[1]?.input;
  if (used === undefined || wanted === undefined || used.id === wanted.id) return stepsOf(rate);
  const names = [wanted, used].map((input) => inputName(input)[lang]);
  return word(lang, 'otherBase', stepsOf(rate), ...names);
}

function pointsText({ points, indicator }: AccountIndicator): string {
  if (points === null || indicator.weight === null) return '';
  const [low, high] = [rationalText(points.low, 4), rationalText(points.high, 4)];
  return `${low === high ? low : `${low}–${high}`} / ${rationalText(indicator.weight)}`;
}
