import {
  type AppraisalLayout,
  type AppraisalTruth,
  type IndicatorTruth,
  TEMPLATES,
  type Template,
  TRAITS,
} from './appraisal.js';
import { completionOf, digits, fraction, gradeOf, scoreOf, sumsOf } from './appraisal-scoring.js';
import { fixed, trimmed } from './money.js';
import type { Random } from './random.js';

/** A project before its form is drawn. */
export interface Project {
  readonly title: string;
  readonly code: string;
  /** Cents. */
  readonly executed: bigint;
}

/** Cents in the unit of a form with all their digits: 15, 47.004037. */
export function exactAmount(cents: bigint, unit: '元' | '万元'): string {
  return trimmed(unit === '元' ? fixed(cents, 2) : fixed(cents, 6));
}

/** Per cent of the budget that is spent; low ones meet the caps of a method. */
const RATES = [100, 100, 100, 97, 92, 85, 72, 45] as const;

/** A project's form, consistent by the method of its layout. */
export function drawProject(
  rng: Random,
  layout: AppraisalLayout,
  project: Project,
  year: number,
): AppraisalTruth {
  const traits = TRAITS[layout];
  const moneyUnit = layout === 'lined' ? '元' : '万元';
  const { executed } = project;
  const budget = traits.executed ? budgetFor(executed, rng.pick(RATES)) : executed;
  const drawn = drawIndicators(rng, layout);
  const indicators = layout === 'rated' ? [executionRow({ budget, executed }), ...drawn] : drawn;
  return recomputed({
    ...{ kind: 'project', layout, title: project.title, year, moneyUnit },
    code: traits.code ? project.code : null,
    sources: sourcesOf(rng, layout, budget, executed, moneyUnit),
    ...NO_SUMS,
    expectedGoal: `保障${project.title}按计划实施，服务质量稳步提高。`,
    actualGoal: `${project.title}已经实施完毕，群众反映良好。`,
    ...{ tasks: [], indicators, cents: executed, budgetCents: budget },
  });
}

const NO_SUMS = { rate: '', rateScore: '', subtotal: '', deduction: '', total: '', grade: '' };

/** The form with its sums as its method makes them of its rows and its money. */
export function recomputed(form: AppraisalTruth): AppraisalTruth {
  const { method, rated } = TRAITS[form.layout];
  const money = rated ? { budget: form.budgetCents, executed: form.cents } : null;
  const tasks = form.tasks.flatMap(({ score }) => (/\d/.test(score) ? [score] : []));
  const scores = [...tasks, ...form.indicators.map(({ score }) => score)].map(fraction);
  const sums = sumsOf(method, scores, money);
  return {
    ...form,
    rate: digits(sums.rate, 2),
    rateScore: digits(sums.rateScore, 2),
    subtotal: digits(sums.subtotal, 2),
    deduction: digits(sums.deduction, 3),
    total: digits(sums.total, 2),
    grade: gradeOf(sums.total),
  };
}

/** The rate of execution as an indicator among the others. */
function executionRow(money: {
  readonly budget: bigint;
  readonly executed: bigint;
}): IndicatorTruth {
  const actual = digits(sumsOf('plain', [], money).rate, 2);
  return {
    ...{ firstLevel: '预算执行指标', secondLevel: '预算执行指标', name: '预算执行率' },
    ...{ operator: '≥', target: '100', unit: '%', actual, completion: `${actual}%`, weight: '10' },
    score: digits(scoreOf('cut', '≥', '100', actual, '10')),
    reason: actual === '100' ? '' : '按合同约定的进度付款',
  };
}

/** To the whole yuan, at least what was spent. */
function budgetFor(executed: bigint, rate: number): bigint {
  if (rate === 100) return executed;
  const exact = (executed * 100n) / BigInt(rate);
  return (exact / 100n + 1n) * 100n;
}

function sourcesOf(
  rng: Random,
  layout: AppraisalLayout,
  budget: bigint,
  executed: bigint,
  unit: '元' | '万元',
): AppraisalTruth['sources'] {
  const [whole, ...others] = TRAITS[layout].sourceNames;
  const text = (cents: bigint) => exactAmount(cents, unit);
  const all = {
    name: whole ?? '资金总额',
    budget: text(budget),
    executed: text(executed),
  };
  if (others.length < 2) {
    return [all, ...others.map((name) => ({ ...all, name }))];
  }
  // The last one is a rest, which the budget and the execution share.
  const rest = others.length > 2 ? 0n : executed / BigInt(rng.int(3, 9));
  const parts = [budget - rest, ...others.slice(2).map(() => 0n), rest];
  const spent = [executed - rest, ...others.slice(2).map(() => 0n), rest];
  return [
    all,
    ...others.map((name, at) => ({
      name,
      budget: text(parts[at]!),
      executed: text(spent[at]!),
    })),
  ];
}

/** Rows in the order of the templates, with the weights of the layout. */
export function drawIndicators(rng: Random, layout: AppraisalLayout): IndicatorTruth[] {
  const { weights } = TRAITS[layout];
  const chosen = rng.sample(TEMPLATES, weights.length);
  return chosen.map((template, at) => drawIndicator(rng, layout, template, String(weights[at])));
}

function drawIndicator(
  rng: Random,
  layout: AppraisalLayout,
  template: Template,
  weight: string,
): IndicatorTruth {
  const traits = TRAITS[layout];
  const [firstLevel, secondLevel] = template.levels;
  const common = { firstLevel, secondLevel, name: template.name, unit: template.unit, weight };
  if (template.range === null) {
    const [target, actual] = template.words!;
    const loses = traits.reason && rng.chance(30);
    const score = loses ? digits({ ...fraction(weight), top: fraction(weight).top - 1n }) : weight;
    const completion = traits.completion ? '100%' : '';
    const reason = loses ? '部分环节衔接不够顺畅' : '';
    return { ...common, operator: null, target, actual, completion, score, reason };
  }
  const [low, high] = template.range;
  const aim = rng.int(low, high);
  const reached = reachedOf(rng, template, aim, traits.reason);
  const [target, actual] = [String(aim), String(reached)];
  const score = scoreOf(traits.method, template.operator, target, actual, weight);
  const short = template.operator !== '≤' && reached < aim;
  const lost = digits(score) !== weight;
  return {
    ...common,
    ...{ operator: template.operator, target, actual },
    completion: traits.completion ? completionText(layout, target, actual, short) : '',
    score: digits(score),
    reason: lost && traits.reason ? '受年初排期影响，部分工作推迟' : '',
  };
}

/** Mostly met, sometimes short, seldom far over; a percentage is at most 100. */
function reachedOf(rng: Random, template: Template, aim: number, explained: boolean): number {
  if (template.operator === '≤') return aim - rng.int(0, Math.min(2, aim));
  if (explained && rng.chance(25)) return Math.floor((aim * rng.int(60, 95)) / 100);
  const over = rng.chance(20) ? Math.floor((aim * rng.int(0, 25)) / 100) : 0;
  return template.unit === '%' ? Math.min(100, aim + over) : aim + over;
}

function completionText(
  layout: AppraisalLayout,
  target: string,
  actual: string,
  short: boolean,
): string {
  if (layout === 'rated') return `${digits(completionOf(actual, target, 2), 2)}%`;
  return short ? `${digits(completionOf(actual, target, 0), 0)}%` : '100%';
}

/** What a department's form sums up. */
export interface Whole {
  readonly title: string;
  readonly year: number;
  readonly tasks: readonly { readonly name: string; readonly executed: bigint }[];
}

/** A department's form; everything that it was given is spent. */
export function drawDepartment(
  rng: Random,
  layout: 'tasked-department' | 'signed-department',
  { title, year, tasks }: Whole,
): AppraisalTruth {
  const indicators = drawIndicators(rng, layout);
  const signed = layout === 'signed-department';
  const weights = signed ? taskWeights(tasks.length) : tasks.map(() => '—');
  const cents = tasks.reduce((all, { executed }) => all + executed, 0n);
  const amount = exactAmount(cents, '万元');
  return recomputed({
    ...{ kind: 'department', layout, title, year, moneyUnit: '万元', code: null },
    sources: [{ name: '金额合计', budget: amount, executed: amount }],
    ...NO_SUMS,
    expectedGoal: `${year}年履行部门职责，完成各项重点任务。`,
    actualGoal: '各项重点任务已完成，履职情况较好。',
    tasks: tasks.map(({ name, executed }, at) => {
      const text = exactAmount(executed, '万元');
      return { name, budget: text, executed: text, weight: weights[at]!, score: weights[at]! };
    }),
    ...{ indicators, cents, budgetCents: cents },
  });
}

/** Forty points over the tasks. */
function taskWeights(count: number): string[] {
  const each = Math.floor(40 / count);
  return Array.from({ length: count }, (_, at) =>
    String(at === 0 ? 40 - each * (count - 1) : each),
  );
}
