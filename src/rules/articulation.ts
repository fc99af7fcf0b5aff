import type { Wording } from '../base/wording.js';
import type { Basis, Rule, Severity } from './model.js';

/** Sums within a form and ties between forms: derived from published forms, not from a text. */
function articulation(across: boolean): Basis {
  return { regulation: 'arithmetic', clause: across ? 'across' : 'within', quote: null };
}

const REMEDY: Wording = {
  zh: '对照决算系统导出的原表逐格核对；若原表无误，更正公开文本中录错的数',
  en: 'Compare the cells with the exported tables and correct the one copied wrong',
};

const REMEDY_BETWEEN: Wording = {
  zh: '核对两张表的这两个数，以决算系统导出的原表为准更正；口径确有不同的，在表下注明',
  en: 'Check both cells against the exported tables and correct one, or explain the difference',
};

interface Articulation {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly severity?: Severity;
  /** The form whose cells it ties together; two joined by 与 for a tie between forms. */
  readonly forms: string;
  readonly remedy?: Wording;
  readonly examples: Rule['examples'];
  readonly instances: Rule['instances'];
}

/** A rule on the tables alone, of every edition and year. */
export function tableRule(given: Articulation): Rule {
  const between = given.forms.includes('与');
  return {
    id: given.id,
    title: { zh: given.zh, en: given.en },
    severity: given.severity ?? 'error',
    editions: null,
    years: null,
    basis: articulation(between),
    remedy: given.remedy ?? (between ? REMEDY_BETWEEN : REMEDY),
    examples: given.examples,
    instances: given.instances,
  };
}
