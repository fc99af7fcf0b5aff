import { describe, expect, it } from 'vitest';
import type { EvaluationForm, PrintedValue } from '../src/facts/evaluation-model.js';
import { checkFiling, readText } from '../src/pipeline.js';
import { APPRAISALS } from './faults/specimens.js';
import { type AppraisalLayout, type AppraisalTruth, TRAITS } from './kit/appraisal.js';
import { type AppraisalRequest, drawAppraised, printAppraised } from './kit/appraisal-document.js';
import type { KitDialect } from './kit/dialects.js';

const SEEDS = [1, 2, 3, 4, 5, 6];
/** Where cells can be told apart; a form without rulings is read only where its ends tell them. */
const GRIDS: readonly KitDialect[] = ['tab', 'cell-a-line', 'markdown'];
const LINES: readonly KitDialect[] = ['space', 'raw', 'layout'];

/** Weight and score side by side behind the values: the ends of the lines tell the rows apart. */
const READ_IN_LINES: readonly AppraisalLayout[] = ['lined', 'stepped', 'sourced'];

/** A value without its sign of per cent: forms print both ways. */
function bare(value: PrintedValue | null): string {
  return value === null ? '' : value.text.replace(/%$/, '');
}

function sourcesIn(form: EvaluationForm, column: 'budget' | 'executed'): string[] {
  return form.funds
    .filter(({ columnId }) => columnId === column)
    .map(({ source, value }) => `${source.replace('其中：', '')} ${value.text}`);
}

/** What a form was read to say, as lines. */
function read(form: EvaluationForm, truth: AppraisalTruth): string[] {
  const unitOf = (at: number) => truth.indicators[at]?.unit ?? '';
  // Where the unit has no column of its own it stands behind the number.
  const plain = (value: PrintedValue | null, unit: string) =>
    (value?.text ?? '').replace(/^[≥≤=]/, '').replace(unit, '');
  return [
    `total ${bare(form.total)}`,
    ...moneyLines(truth, {
      rate: bare(form.rate),
      rateScore: bare(form.rateScore),
      subtotal: bare(form.subtotal),
      deduction: bare(form.deduction),
      grade: bare(form.grade),
      budget: bare(form.budget),
      executed: bare(form.executed),
      budgets: sourcesIn(form, 'budget'),
      executions: sourcesIn(form, 'executed'),
    }),
    ...form.goals.map((goal) => `${bare(goal.expected)} > ${bare(goal.actual)}`),
    ...form.tasks.map((task) =>
      [task.name, ...[task.budget, task.executed, task.weight, task.score].map(bare)].join(' '),
    ),
    ...form.indicators.map((row, at) => {
      const unit = truth.layout.startsWith('signed') ? '' : unitOf(at);
      const reasons = Object.values(row.reasons).filter(({ text }) => text !== '√');
      return [
        ...[row.firstLevel, row.secondLevel, row.name, row.operator],
        ...[plain(row.target, unit), plain(row.actual, unit), row.unit ?? unitOf(at)],
        ...[bare(row.completion), bare(row.weight), bare(row.score)],
        reasons.map(({ text }) => text).join(),
      ].join(' | ');
    }),
  ];
}

interface Money {
  readonly rate: string;
  readonly rateScore: string;
  readonly subtotal: string;
  readonly deduction: string;
  readonly grade: string;
  readonly budget: string;
  readonly executed: string;
  readonly budgets: readonly string[];
  readonly executions: readonly string[];
}

/** What the layout prints of the money and the sums. */
function moneyLines({ kind, layout }: AppraisalTruth, money: Money): string[] {
  if (kind === 'department') return [];
  const { rated, executed, subtotal, grade, sourceNames } = TRAITS[layout];
  return [
    ...(layout === 'rated' ? [] : [`budget ${money.budget}`]),
    ...(executed ? [`executed ${money.executed}`] : []),
    ...(rated ? [`rate ${money.rate} ${money.rateScore}`] : []),
    ...(subtotal ? [`sums ${money.subtotal} ${money.deduction}`] : []),
    ...(grade ? [`grade ${money.grade}`] : []),
    ...(sourceNames.length > 0 ? money.budgets : []),
    ...(sourceNames.length > 0 && executed ? money.executions : []),
  ];
}

function printed(truth: AppraisalTruth): string[] {
  const { sources, layout } = truth;
  const goals = layout === 'rated' || layout === 'invented-left';
  return [
    `total ${truth.total}`,
    ...moneyLines(truth, {
      ...truth,
      budget: sources[0]!.budget,
      executed: sources[0]!.executed,
      budgets: sources.map(({ name, budget }) => `${name} ${budget}`),
      executions: sources.map(({ name, executed }) => `${name} ${executed}`),
    }),
    ...(goals ? [] : [`${truth.expectedGoal} > ${truth.actualGoal}`]),
    ...truth.tasks.map(({ name, budget, executed, weight, score }) =>
      [name, budget, executed, weight, score].join(' '),
    ),
    ...truth.indicators.map((row) =>
      [
        ...[row.firstLevel, row.secondLevel, row.name, row.operator, row.target, row.actual],
        ...[row.unit, row.completion.replace(/%$/, ''), row.weight, row.score, row.reason],
      ].join(' | '),
    ),
  ];
}

/** Read exactly, and accused of nothing. */
function expectClean(request: AppraisalRequest): void {
  const appraised = drawAppraised(request);
  const filing = readText('kit.txt', printAppraised(appraised));
  const inLines = LINES.includes(request.dialect);
  const kinds = filing.evaluations.map(({ form }) => form.split('-')[0]);
  expect(kinds).toEqual(appraised.forms.map(({ kind }) => kind));
  filing.evaluations.forEach(({ title, content }, at) => {
    const truth = appraised.forms[at]!;
    if (inLines && !READ_IN_LINES.includes(truth.layout)) {
      expect(content.indicators).toEqual([]);
      return;
    }
    expect(title).toBe(truth.title);
    expect(read(content, truth), `seed ${request.seed}`).toEqual(printed(truth));
  });
  expectAccusedOfNothing(filing, request.seed);
}

function expectAccusedOfNothing(filing: ReturnType<typeof readText>, seed: number): void {
  const { findings } = checkFiling(filing);
  const serious = findings.filter(({ severity }) => severity !== 'info');
  expect(serious.map(({ rule, message }) => `${seed} ${rule} ${message.zh}`)).toEqual([]);
}

describe.each(APPRAISALS)('forms of $edition laid out as $layout', (combination) => {
  it.each(GRIDS)('in %s are read field by field and accused of nothing', (dialect) => {
    for (const seed of SEEDS) expectClean({ ...combination, dialect, seed });
  });

  it.each(LINES)('in %s are read rightly or not at all', (dialect) => {
    for (const seed of SEEDS.slice(0, 3)) expectClean({ ...combination, dialect, seed });
  });
});
