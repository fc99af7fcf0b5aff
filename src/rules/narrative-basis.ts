import type { Basis } from './model.js';

/** The narrative explains the tables: its numbers are theirs. */
export const COPYING: Basis = { regulation: 'arithmetic', clause: 'narrative', quote: null };

/** Follows from the numbers alone. */
export const ARITHMETIC: Basis = { regulation: 'arithmetic', clause: 'ratio', quote: null };

/** What has to be disclosed. */
export const DISCLOSURE: Basis = { regulation: 'disclosure-rules', clause: 'content', quote: null };

/** How three-public expenses are disclosed. */
export const THREE_PUBLIC: Basis = {
  regulation: 'disclosure-rules',
  clause: 'three-public',
  quote: null,
};

/** The functional and the economic classification. */
export const FUNCTIONAL: Basis = {
  regulation: 'classification',
  clause: 'functional',
  quote: null,
};

/** Placeholders and instructions of a template. */
export const TEMPLATE: Basis = { regulation: 'writing', clause: 'template', quote: null };

/** Punctuation, repetition, names and years. */
export const WRITING: Basis = { regulation: 'writing', clause: 'punctuation', quote: null };

/** Goals, self-evaluation and its publication. */
export const PERFORMANCE: Basis = {
  regulation: 'performance-opinion',
  clause: 'disclosure',
  quote: null,
};

/** Carrying balances from one account into the next. */
export const CARRY_OVER: Basis = {
  regulation: 'final-account-rules',
  clause: 'carry-over',
  quote: null,
};

/** Evaluation reports: indicators, standards, points and conclusion. */
export const EVALUATION: Basis = {
  regulation: 'evaluation-measures-2020-10',
  clause: 'report',
  quote: null,
};
