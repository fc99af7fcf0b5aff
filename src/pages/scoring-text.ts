import {
  compareRationals,
  NOTHING,
  type Rational,
  rational,
  rationalText,
  times,
  WHOLE,
} from '../base/rational.js';
import type { Band, Kept, Scoring } from '../scores/scoring.js';
import type { Lang } from './model.js';
import { word } from './words.js';

/** How an indicator earns its points, as a person reads it. */
export function scoringText(scoring: Scoring, lang: Lang): string {
  switch (scoring.kind) {
    case 'judged':
      return word(lang, 'byAssessor');
    case 'proportional':
      return word(lang, 'byRate');
    case 'checklist':
      return scoring.steps
        .map(({ met, points }) => word(lang, 'byConditions', met, rationalText(points)))
        .join(lang === 'zh' ? '；' : '; ');
    case 'each': {
      const each = word(lang, 'pointsEach', rationalText(scoring.points));
      if (scoring.cap === null) return each;
      const cap = word(lang, 'pointsCap', rationalText(scoring.cap));
      return lang === 'zh' ? `${each}，${cap}` : `${each}, ${cap}`;
    }
    case 'steps': {
      const limit = `${scoring.beyond === 'above' ? '≤' : '≥'} ${rationalText(scoring.limit)}%`;
      return word(lang, 'beyondLimit', limit, rationalText(scoring.step), keptText(scoring.less));
    }
    case 'bands':
      return scoring.bands.map((band) => bandText(band, lang)).join(lang === 'zh' ? '；' : '; ');
  }
}

function bandText({ low, high, kept }: Band, lang: Lang): string {
  const from = low === null ? '' : `${low.included === false ? '>' : '≥'} ${rationalText(low.at)}%`;
  const to =
    high === null ? '' : `${high.included === false ? '<' : '≤'} ${rationalText(high.at)}%`;
  const where = [from, to].filter((end) => end !== '').join(lang === 'zh' ? '、' : ', ');
  if (kept.kind === 'less') return word(lang, 'bandLoses', where, rationalText(kept.value));
  if (compareRationals(kept.value, NOTHING) === 0) return word(lang, 'bandNothing', where);
  const full = kept.kind === 'share' && compareRationals(kept.value, WHOLE) === 0;
  if (full) return word(lang, 'bandFull', where);
  return word(lang, 'bandKeeps', where, keptText(kept));
}

function keptText({ kind, value }: Kept): string {
  return kind === 'share' ? percent(value) : rationalText(value);
}

function percent(value: Rational): string {
  return `${rationalText(times(value, rational(100n)))}%`;
}
