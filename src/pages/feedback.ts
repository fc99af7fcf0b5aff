import type { Lang } from './model.js';
import type { Review, ReviewRow } from './review.js';
import { valueWithUnit } from './value-text.js';
import { word } from './words.js';

/** The 反馈意见表 of one document: what a reviewer sends back to the unit. */
export interface Feedback {
  readonly title: string;
  /** Unit, year, file and how much was found, a line each. */
  readonly about: readonly string[];
  /** 序号, 位置, 原文, 问题, 依据, 整改要求. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is said where there are no rows. */
  readonly nothing: string;
  readonly signatures: readonly string[];
}

/** Errors and warnings, each once under its cause; notes are no demand and are left out. */
export function feedbackOf(review: Review, lang: Lang): Feedback {
  const { entity, fiscalYear, file, outcome } = review;
  const unit = entity ?? word(lang, 'notTold');
  const year = fiscalYear === null ? '' : word(lang, 'feedbackYear', fiscalYear);
  const found = word(lang, 'feedbackFound', outcome.errors, outcome.warnings);
  const left = review.undecided + review.unread;
  const undecided = left === 0 ? '' : word(lang, 'feedbackLeft', review.undecided, review.unread);
  const rows = review.rows.filter(({ following, severity }) => !following && severity !== 'info');
  const head = ['ordinal', 'position', 'quoted', 'problem', 'basis', 'correction'] as const;
  return {
    title: word(lang, 'feedbackTitle', unit, year),
    about: [
      [word(lang, 'entity'), unit].join(word(lang, 'colon')),
      [word(lang, 'file'), file].join(word(lang, 'colon')),
      `${found}${undecided}${word(lang, 'stop')}`.trimEnd(),
    ],
    head: head.map((id) => word(lang, id)),
    rows: rows.map((row, index) => rowOf(row, index + 1, lang)),
    nothing: word(lang, outcome.checked ? 'feedbackNothing' : 'feedbackNotChecked'),
    signatures: [word(lang, 'feedbackReviewer'), word(lang, 'feedbackAnswer')],
  };
}

function rowOf(row: ReviewRow, number: number, lang: Lang): readonly string[] {
  const more = [
    row.expected === '' ? '' : [word(lang, 'expected'), row.expected].join(word(lang, 'colon')),
    row.difference === '' ? '' : [word(lang, 'difference'), row.difference].join(' '),
    row.consequences === 0 ? '' : word(lang, 'consequences', row.consequences),
  ].filter((text) => text !== '');
  return [
    valueWithUnit(String(number), null),
    [row.position, ...others(row)].join('\n'),
    row.quote,
    [row.problem, ...more].join('\n'),
    row.basis,
    row.remedy,
  ];
}

/** The other places of a finding that say something the first does not. */
function others({ places }: ReviewRow): readonly string[] {
  const positions = new Set(places.slice(1).map(({ position }) => position));
  positions.delete(places[0]?.position ?? '');
  return [...positions].filter((position) => position !== '').slice(0, MOST_OTHERS);
}

const MOST_OTHERS = 3;
