import { type Amount, amountOf, type MoneyUnit } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import type { Place } from '../base/place.js';
import { compareRationals, NOTHING, plus, type Rational, rational } from '../base/rational.js';
import type { Wording } from '../base/wording.js';
import type { Indicator, PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import type { EvaluationSegment } from '../facts/model.js';
import { type EvaluationScore, gradeOf, type ScoredIndicator } from '../scores/from-facts.js';
import { type Evaluated, scoresOf } from '../scores/from-filing.js';
import { printedNumber } from '../scores/read-number.js';

const CACHE = new WeakMap<readonly EvaluationSegment[], readonly Evaluated[]>();

/** The performance forms that show indicators, scored: once for all corrections of a filing. */
export function evaluated({ filing }: Lookup): readonly Evaluated[] {
  let known = CACHE.get(filing.evaluations);
  if (known === undefined) {
    known = scoresOf(filing);
    CACHE.set(filing.evaluations, known);
  }
  return known;
}

/**
 * Whether the indicators of a report are all of them: their weights make the whole. A report may
 * show only some; a form shows its own.
 */
export function isWhole({ form, content }: EvaluationSegment): boolean {
  if (form !== 'evaluation-report') return true;
  const whole = printedNumber(content.totalWeight) ?? rational(100n);
  const sum = content.indicators
    .map(({ weight }) => printedNumber(weight) ?? NOTHING)
    .reduce(plus, NOTHING);
  return compareRationals(sum, whole) === 0;
}

/** The project forms alone, as the narrative counts them. */
export function projects(facts: Lookup): readonly Evaluated[] {
  return evaluated(facts).filter(({ segment }) => segment.form === 'project-self-evaluation');
}

/** The places of values that are printed. */
export function placesOf(...values: readonly (PrintedValue | null)[]): readonly Place[] {
  const places: Place[] = [];
  for (const value of values) if (value !== null) places.push(value.place);
  return places;
}

/**
 * The totals that what is said of a form may rest on: the printed one, and the computed one where
 * the printed one is wrong, which is reported where it stands.
 */
export function totalsOf({ total }: EvaluationScore): readonly Rational[] {
  const printed = printedNumber(total.printed);
  const computed = total.verdict === 'wrong' && total.expected !== null ? [total.expected.low] : [];
  return printed === null ? [] : [printed, ...computed];
}

/** The name of a project without what tells one of its forms from another: (中央), （二期）. */
export function projectName(title: string): string {
  return title.replace(/[(（][^()（）]*[)）]/g, '').replace(/\s+|^\d{4}年度?/g, '');
}

/**
 * Money of a form, with the two decimals that 万元 have at least; null where it is no number or the
 * form does not tell its unit.
 */
export function amountIn(value: PrintedValue | null, unit: MoneyUnit | null): Amount | null {
  const numeral = value === null ? null : parseNumeral(value.text);
  if (numeral === null || unit === null) return null;
  return amountOf(numeral, unit, unit === '亿元' ? 4 : 2);
}

/** The grades that its totals come to. */
export function gradesOf(score: EvaluationScore): readonly string[] {
  return totalsOf(score).flatMap((total) => gradeOf(total, score.profile) ?? []);
}

/** A cost in money, by the level it stands under. */
export function isCost({ firstLevel, secondLevel, target, unit }: Indicator): boolean {
  const cost = /^成本/.test(secondLevel ?? '') || /^成本/.test(firstLevel ?? '');
  return cost && /元/.test(`${target?.text ?? ''}${unit ?? ''}`);
}

/** The target is to be reached or passed. */
export function isFloor({ operator }: Indicator): boolean {
  return operator === '≥' || operator === '>';
}

/** An indicator of a form, with a key that no line and no value is part of. */
export class Row implements ScoredIndicator {
  readonly indicator: ScoredIndicator['indicator'];
  readonly weight: ScoredIndicator['weight'];
  readonly score: ScoredIndicator['score'];
  readonly expected: ScoredIndicator['expected'];
  readonly argued: ScoredIndicator['argued'];

  constructor(
    scored: ScoredIndicator,
    readonly evaluation: Evaluated,
    /** Its number among the rows of its name. */
    private readonly nth: number,
  ) {
    this.indicator = scored.indicator;
    this.weight = scored.weight;
    this.score = scored.score;
    this.expected = scored.expected;
    this.argued = scored.argued;
  }

  get key(): string {
    const end = this.nth === 1 ? '' : `#${this.nth}`;
    return `${this.evaluation.key}/${this.indicator.name}${end}`;
  }

  get name(): Wording {
    const { title } = this.evaluation.segment;
    const { name } = this.indicator;
    return { zh: `《${title}》指标“${name}”`, en: `“${name}” of “${title}”` };
  }
}

const ROWS = new WeakMap<readonly Evaluated[], readonly Row[]>();

/** Every indicator of every form; computed once. */
export function rowsOf(facts: Lookup): readonly Row[] {
  const all = evaluated(facts);
  let known = ROWS.get(all);
  if (known === undefined) {
    known = all.flatMap(rowsOfForm);
    ROWS.set(all, known);
  }
  return known;
}

function rowsOfForm(evaluation: Evaluated): readonly Row[] {
  const times = new Map<string, number>();
  return evaluation.score.indicators.map((scored) => {
    const { name } = scored.indicator;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return new Row(scored, evaluation, nth);
  });
}
