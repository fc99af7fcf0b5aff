import { parseNumeral } from '../base/numeral.js';
import { type Range, verdictOf } from '../base/range.js';
import { compareRationals, rationalText } from '../base/rational.js';
import type { Filing } from '../facts/model.js';
import type { EvaluationScore, ScoredIndicator } from '../scores/from-facts.js';
import type { ScoredValue } from '../scores/scored-value.js';
import type { Lang } from './model.js';
import { word } from './words.js';

/** The sums of a form, in the order in which they are made. */
export const SUMS = ['subtotal', 'rate', 'rateScore', 'deduction', 'total'] as const;

/** Whether a printed score is not one that the method gives. */
export function isOff({ indicator, score, expected }: ScoredIndicator): boolean {
  if (score === null || expected === null) return false;
  // A report that prints whole points may have rounded to them.
  const numeral = parseNumeral(indicator.score?.text ?? '');
  if (expected.case === 'by-standard' && numeral !== null) {
    return verdictOf(numeral, expected) === 'wrong';
  }
  return compareRationals(score, expected.low) < 0 || compareRationals(score, expected.high) > 0;
}

/** How many printed values, scores and grades of a form are not what the method gives. */
export function differencesIn(score: EvaluationScore): number {
  const wrong = SUMS.filter((id) => score[id].verdict === 'wrong').length;
  return wrong + score.indicators.filter(isOff).length + (fitsGrade(score) ? 0 : 1);
}

/** Whether the printed grade, if there is one, is that of the total: 良好 is 良. */
export function fitsGrade({ grade: { printed, expected } }: EvaluationScore): boolean {
  return expected === null || printed === null || printed.text.startsWith(expected);
}

/** ≥4人, whether the form prints sign, number and unit together or apart; empty without a target. */
export function targetText({ target, operator, unit }: ScoredIndicator['indicator']): string {
  if (target === null) return '';
  const signed = operator === null || /^\D/.test(target.text);
  return `${signed ? '' : operator}${target.text}${unit ?? ''}`;
}

/** What the method gives for a row, or why it gives nothing. */
export function rowExplanation({ expected, indicator }: ScoredIndicator, lang: Lang): string {
  if (expected !== null) return expected.why[lang];
  return word(lang, indicator.group === null ? 'notWeighted' : 'sharedScore');
}

/** As printed where it agrees: digits that the form leaves out are no difference. */
export function computedText({ expected, printed, verdict }: ScoredValue): string {
  if (expected === null) return '';
  if (verdict === 'exact' || verdict === 'rounding') return printed!.text;
  return rangeText(expected);
}

/** 95, or 87–95. */
export function rangeText({ low, high }: Range): string {
  const [from, to] = [rationalText(low, 4), rationalText(high, 4)];
  return from === to ? from : `${from}–${to}`;
}

/** Forms and reports that print no indicators, so that nothing of them can be scored. */
export function unscoredOf({ evaluations }: Filing): Filing['evaluations'] {
  return evaluations.filter(
    ({ content, title }) => content.indicators.length === 0 && title !== '',
  );
}
