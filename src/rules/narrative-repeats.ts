import { compareAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
import type { Instance, Judgement, Rule } from './model.js';
import { ARITHMETIC } from './narrative-basis.js';
import { budgetMeaning } from './narrative-budget-meaning.js';
import { NARRATIVE_EXAMPLES } from './narrative-examples.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import { fails, figureText, holds, rounding } from './narrative-judge.js';
import { subjectKey } from './narrative-keys.js';

/** Subjects of which a document has only one, though no table prints them. */
const SINGLE = new Set([
  ...['operating-expenses', 'procurement-sme', 'procurement-small'],
  ...['abroad-groups', 'vehicles-kept', 'vehicles-purchased'],
]);

/** What must be the same figure wherever it is said; null where two mentions may differ. */
function groupOf(figure: Figure, said: string, copied: ReadonlySet<string>): string | null {
  if (figure.numeral === null || figure.kind === 'percentage') return null;
  // Copies of cells are compared with the cells.
  if (copied.has(figure.id) || (figure.role !== 'budget' && figure.role !== 'reported'))
    return null;
  const bound = figure.about?.form != null && (figure.about.lineId ?? figure.about.code) !== null;
  if (!bound && !SINGLE.has(figure.concept ?? '')) return null;
  const subject = bound
    ? subjectKey(figure.about, null, '')
    : `${figure.concept}.${figure.kind}.${figure.unit}`;
  const about = `${subject}/${figure.scope ?? 'any'}/${figure.year ?? 'now'}`;
  return figure.role === 'reported'
    ? `${about}/reported`
    : `${about}/budget/${budgetMeaning(said) ?? 'any'}`;
}

function* repeatInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const copied = new Set(narrative.copies.map(({ figure }) => figure.id));
  // A table published empty is compared with, too.
  for (const { id, about } of narrative.figures) {
    if (about?.form && facts.form(about.form)?.empty) copied.add(id);
  }
  const sentences = new Map<string, string>();
  for (const statement of narrative.statements) {
    for (const figure of [statement.reported, statement.budget]) {
      if (figure) sentences.set(figure.id, statement.place.text ?? '');
    }
  }
  const firsts = new Map<string, Figure>();
  for (const figure of narrative.figures) {
    const group = groupOf(figure, sentences.get(figure.id) ?? figure.label, copied);
    if (group === null) continue;
    const first = firsts.get(group);
    if (!first) firsts.set(group, figure);
    else if (mustAgree(first, figure, sentences)) yield same(narrative, first, figure);
  }
}

/**
 * Two mentions in one section may be two parts of one subject, unless they have one name; in one
 * sentence they are parts under any name: 团组5个，其中本单位组织2个.
 */
function mustAgree(first: Figure, second: Figure, sentences: ReadonlyMap<string, string>): boolean {
  if (first.section !== second.section) return true;
  const [one, two] = [sentences.get(first.id), sentences.get(second.id)];
  return first.label === second.label && (one === undefined || one !== two);
}

function same(narrative: Narrative, first: Figure, second: Figure): Judgement {
  const [one, two] = [narrative.operand(first), narrative.operand(second)];
  const places = [second.place, first.place];
  if (one.amount === null || two.amount === null) return holds(places);
  const verdict = compareAmounts(one.amount, two.amount);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  return fails(
    `${two.key}/again`,
    places,
    {
      zh: `${two.label}${figureText(second)}与${one.label}${figureText(first)}不一致，请核实`,
      en: `${two.label} ${figureText(second)} differs from ${one.label} ${figureText(first)}`,
    },
    { reported: second.value, unit: second.unit, operands: [one, two] },
  );
}

/** The same thing said twice. */
export const REPEAT_RULES: readonly Rule[] = [
  {
    id: 'narrative.same-figure-again',
    title: { zh: '同一数字前后一致', en: 'A figure said twice is the same figure' },
    severity: 'error',
    editions: null,
    years: null,
    basis: ARITHMETIC,
    remedy: {
      zh: '核对两处，改正有误的一处。',
      en: 'Compare both places and correct the one that is wrong.',
    },
    examples: NARRATIVE_EXAMPLES['narrative.same-figure-again'],
    instances: repeatInstances,
  },
];
