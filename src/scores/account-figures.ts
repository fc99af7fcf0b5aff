import { type Amount, isMoneyUnit, withSeparators } from '../base/amount.js';
import { only } from '../base/range.js';
import { rational, rationalOf } from '../base/rational.js';
import { compareAmounts } from '../base/verdict.js';
import type { Lookup } from '../facts/lookup.js';
import type { Figure, Statement } from '../facts/model.js';
import type { FormId, Side } from '../forms/model.js';
import type { Formula, FormulaInput, InputId } from './framework.js';
import { type FrameworkRate, rateOf, type TracedInput } from './framework-rate.js';

/** Whose money a figure counts; only figures of one scope go together in a rate. */
type Scope = 'all' | 'appropriation' | 'general' | 'basic' | 'operating' | 'own';

/** Where a final account prints a figure: a cell, or a statement of the narrative. */
type Source =
  | {
      readonly scope: Scope;
      readonly form: FormId;
      readonly line: string;
      readonly column: string;
      readonly side: Side | null;
    }
  | {
      readonly scope: Scope;
      readonly concept: string;
      readonly value: 'reported' | 'budget';
      /** What its sentence must speak of. */
      readonly about?: RegExp;
    };

/** A figure of the account with its scope. */
export interface AccountFigure extends TracedInput {
  readonly scope: Scope;
}

function cell(
  scope: Scope,
  form: FormId,
  line: string,
  column: string,
  side: Side | null = null,
): Source {
  return { scope, form, line, column, side };
}

const said = (
  scope: Scope,
  concept: string,
  value: 'reported' | 'budget' = 'reported',
): Source => ({ scope, concept, value });

/** Surest first. */
const SOURCES: Readonly<Partial<Record<InputId, readonly Source[]>>> = {
  staff: [said('own', 'staff-actual')],
  posts: [said('own', 'staff-authorised')],
  executed: [
    cell('all', 'expenditure', 'total', 'current-year'),
    cell('appropriation', 'appropriation-summary', 'current-expenditure', 'total', '支出'),
    cell('general', 'general-public-budget-expenditure', 'total', 'total'),
    said('all', 'current-expenditure'),
    said('all', 'expenditure-total'),
  ],
  'adjusted-budget': [
    {
      ...{ scope: 'all', concept: 'performance-execution', value: 'budget' },
      about: /整体|部门[（(]单位[）)]/,
    },
  ],
  'initial-budget': [
    said('all', 'current-expenditure', 'budget'),
    said('general', 'general-public-budget-expenditure', 'budget'),
  ],
  projects: [cell('all', 'expenditure', 'total', 'project'), said('all', 'project-expenditure')],
  balance: [
    cell('all', 'income-expenditure-summary', 'closing-balance', 'amount', '支出'),
    said('all', 'closing-balance'),
  ],
  'public-executed': [
    cell('basic', 'basic-expenditure', 'public-total', 'basic'),
    cell('basic', 'basic-expenditure', 'public-total', 'amount'),
    said('basic', 'public-total'),
    said('operating', 'operating-expenses'),
  ],
  'public-budget': [
    said('basic', 'public-total', 'budget'),
    said('operating', 'operating-expenses', 'budget'),
  ],
  'three-public-executed': [
    cell('own', 'three-public-expenses', 'final', 'total'),
    said('own', 'three-public-total'),
  ],
  'three-public-budget': [
    cell('own', 'three-public-expenses', 'budget', 'total'),
    said('own', 'three-public-total', 'budget'),
  ],
  'procurement-executed': [
    cell('own', 'related-information', 'procurement-total', 'value'),
    said('own', 'procurement-total'),
  ],
  'procurement-budget': [said('own', 'procurement-total', 'budget')],
};

/** The balances of last year's end are this year's beginning. */
const LAST_YEAR: Readonly<Partial<Record<InputId, readonly Source[]>>> = {
  balance: [
    cell('all', 'income-expenditure-summary', 'opening-balance', 'amount', '收入'),
    said('all', 'opening-balance'),
  ],
};

/**
 * A formula over the account: the surest figures of one scope. `yearsBack` is 1 for the year before
 * the account's own.
 */
export function rateInAccount(
  formula: Formula,
  facts: Lookup,
  yearsBack: 0 | 1 = 0,
): FrameworkRate {
  const tops = accountFigures(facts, formula.top, yearsBack);
  for (const wanted of formula.bottom) {
    const bottoms = accountFigures(facts, wanted, yearsBack);
    for (const top of tops) {
      const bottom = bottoms.find(({ scope }) => scope === top.scope);
      if (bottom !== undefined) return rateOf(formula, top, bottom);
    }
  }
  // Without a top any bottom is shown; with one, a bottom of another scope is none.
  const alone =
    tops.length > 0 ? [] : formula.bottom.flatMap((each) => accountFigures(facts, each, yearsBack));
  return rateOf(formula, tops[0] ?? null, alone[0] ?? null);
}

/**
 * Every figure of the account for an operand, surest first: of its own year, or of the year before
 * (what the text says of last year, or this year's amount less its stated change).
 */
export function accountFigures(
  facts: Lookup,
  input: FormulaInput,
  yearsBack: 0 | 1 = 0,
): readonly AccountFigure[] {
  const back = yearsBack + (input.lastYear === true ? 1 : 0);
  if (back > 1) return [];
  const sources = back === 1 ? LAST_YEAR[input.id] : SOURCES[input.id];
  const direct = (sources ?? []).flatMap((source) => fromSource(facts, input, source));
  if (back === 0) return direct;
  const spoken = (SOURCES[input.id] ?? []).flatMap((source) =>
    'concept' in source && source.value === 'reported'
      ? statements(facts, source).flatMap((each) => prior(input, source.scope, each))
      : [],
  );
  return [...direct, ...spoken];
}

function fromSource(facts: Lookup, input: FormulaInput, source: Source): readonly AccountFigure[] {
  if ('concept' in source) {
    return statements(facts, source).flatMap((statement) => {
      const figure = statement[source.value];
      return figure === null ? [] : traced(input, source.scope, statement, figure);
    });
  }
  const operand = facts.operand(source.form, source.line, source.column, source.side);
  // A column that arithmetic settled proves nothing.
  if (operand === undefined || operand.amount === null || operand.settledBy.length > 0) return [];
  const printed = `${withSeparators(operand.printed ?? '0')}${operand.unit}`;
  return [
    {
      ...money(operand.amount),
      scope: source.scope,
      input,
      label: operand.label,
      printed,
      unit: operand.unit,
      places: [operand.place],
    },
  ];
}

function statements(
  facts: Lookup,
  { concept, about }: Extract<Source, { concept: string }>,
): readonly Statement[] {
  return facts.filing.statements.filter(
    (statement) =>
      statement.concept === concept &&
      (about === undefined ||
        (about.test(statement.place.text ?? '') && isOfWholeAccount(facts, statement))),
  );
}

/**
 * A self-evaluation may leave money out: its budget goes with the account's expenditure only where
 * the execution that it names is that expenditure.
 */
function isOfWholeAccount(facts: Lookup, { reported }: Statement): boolean {
  const total = facts.operand('expenditure', 'total', 'current-year')?.amount ?? null;
  if (reported === null || reported.amount === null || total === null) return true;
  return compareAmounts(reported.amount, total) !== 'wrong';
}

function traced(
  input: FormulaInput,
  scope: Scope,
  { label }: Statement,
  figure: Figure,
): readonly AccountFigure[] {
  if (figure.value === null || figure.numeral === null) return [];
  const printed = `${withSeparators(figure.value)}${figure.unit}`;
  const shared = { input, scope, label, printed, unit: figure.unit, places: [figure.place] };
  if (isMoneyUnit(figure.unit)) {
    return figure.amount === null ? [] : [{ ...shared, ...money(figure.amount) }];
  }
  const value = rationalOf(figure.numeral);
  return [{ ...shared, value, range: only(value) }];
}

/** Last year's amount as the text gives it. */
function prior(input: FormulaInput, scope: Scope, statement: Statement): readonly AccountFigure[] {
  const { reported, change, comparison } = statement;
  if (statement.prior !== null) return traced(input, scope, statement, statement.prior);
  if (reported?.amount == null || reported.value === null) return [];
  const same = comparison?.with === 'prior' && comparison.direction === 0;
  const label = `${statement.label}（上年）`;
  const shared = { input, scope, label, unit: reported.unit };
  if (change === null) {
    if (!same) return [];
    const printed = `${withSeparators(reported.value)}${reported.unit}`;
    return [{ ...shared, ...money(reported.amount), printed, places: [reported.place] }];
  }
  if (change.amount === null || change.direction === 0 || change.value === null) return [];
  const sign = change.direction === 1 ? 1n : -1n;
  const before: Amount = {
    value: reported.amount.value - sign * change.amount.value,
    half: reported.amount.half + change.amount.half,
  };
  const step = `${sign === 1n ? '−' : '+'} ${withSeparators(change.value)}${reported.unit}`;
  const printed = `${withSeparators(reported.value)} ${step}`;
  return [{ ...shared, ...money(before), printed, places: [reported.place, change.place] }];
}

/** 10^-8 yuan to yuan. */
function money({ value, half }: Amount): Pick<TracedInput, 'value' | 'range'> {
  const scale = 10n ** 8n;
  return {
    value: rational(value, scale),
    range: { low: rational(value - half, scale), high: rational(value + half, scale) },
  };
}
