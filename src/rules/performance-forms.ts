import { compareRationals } from '../base/rational.js';
import type { EvaluationForm, Indicator, PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import type { Evaluated } from '../scores/from-filing.js';
import { printedNumber } from '../scores/read-number.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, IN_ORDER, joined } from './narrative-judge.js';
import { formExamples, money } from './performance-examples.js';
import { evaluated, isCost, isFloor, placesOf, rowsOf } from './performance-index.js';

/** Self-evaluations; what others wrote about another year or project is a report. */
function selfEvaluations(facts: Lookup): readonly Evaluated[] {
  return evaluated(facts).filter(({ segment }) => segment.form !== 'evaluation-report');
}

/** Two units of a department may have a project of the same name. */
function ownerOf({ statements }: EvaluationForm): string {
  return statements.find(({ label }) => /(?:实施|预算|执行)单位$/.test(label))?.text ?? '';
}

/** A project has one form; two of one name do not differ. */
function* twiceInstances(facts: Lookup): Iterable<Instance> {
  const first = new Map<string, Evaluated>();
  for (const form of selfEvaluations(facts)) {
    const { title, content, place } = form.segment;
    const name = `${form.segment.form}/${title}/${ownerOf(content)}`;
    const other = first.get(name);
    first.set(name, other ?? form);
    if (other === undefined) continue;
    const before = other.segment.content;
    const differing = (['budget', 'executed', 'total'] as const).find((field) =>
      differ(content[field], before[field]),
    );
    if (differing === undefined) {
      yield holds([place]);
      continue;
    }
    const [one, two] = [before[differing]!, content[differing]!];
    const field = FIELDS[differing];
    yield fails(`${form.key}/twice`, [two.place, one.place], {
      zh: `《${title}》有两张自评表，${field.zh}一张为${one.text}，一张为${two.text}，请核实`,
      en: `“${title}” has two forms: ${field.en} is ${one.text} in one, ${two.text} in the other`,
    });
  }
}

const FIELDS = {
  budget: { zh: '全年预算数', en: 'the budget' },
  executed: { zh: '全年执行数', en: 'the execution' },
  total: { zh: '总分', en: 'the total' },
} as const;

function differ(a: PrintedValue | null, b: PrintedValue | null): boolean {
  const [one, other] = [printedNumber(a), printedNumber(b)];
  return one !== null && other !== null && compareRationals(one, other) !== 0;
}

/** A form is of the year of the account. */
function* yearInstances(facts: Lookup): Iterable<Instance> {
  const { fiscalYear } = facts.filing;
  if (fiscalYear === null) return;
  for (const { key, segment } of selfEvaluations(facts)) {
    if (segment.fiscalYear === null) continue;
    if (segment.fiscalYear === fiscalYear) yield holds([segment.place]);
    else {
      yield fails(
        `${key}/year`,
        [segment.place],
        {
          zh: `《${segment.title}》自评表为${segment.fiscalYear}年度，决算为${fiscalYear}年度，请核实`,
          en: `“${segment.title}” is of ${segment.fiscalYear}, the account of ${fiscalYear}`,
        },
        { expected: String(fiscalYear), reported: String(segment.fiscalYear) },
      );
    }
  }
}

const SHORTEST_GOAL = 12;

/** Results are told in words of their own, not copied from the goals in every form. */
function* copiedInstances(facts: Lookup): Iterable<Instance> {
  const told = selfEvaluations(facts).filter(({ segment }) =>
    segment.content.goals.some(({ expected, actual }) => expected !== null && actual !== null),
  );
  const [first] = told;
  if (first === undefined) return;
  const copied = told.filter(({ segment }) =>
    segment.content.goals.every(
      ({ expected, actual }) =>
        expected !== null &&
        actual !== null &&
        plain(expected.text).length >= SHORTEST_GOAL &&
        plain(expected.text) === plain(actual.text),
    ),
  );
  const places = told.flatMap(({ segment }) => placesOf(segment.content.goals[0]!.actual));
  if (copied.length < told.length) yield holds(places.slice(0, 1));
  else {
    const titles = copied.map(({ segment }) => `《${segment.title}》`);
    yield fails('performance-goals/copied', places, {
      zh: `${joined(titles, 3)}的实际完成情况与年度目标逐字相同，没有说明实际完成了什么，请核实`,
      en: `in every form (${copied.length}) the result repeats the goal word for word`,
    });
  }
}

function plain(text: string): string {
  return text.replace(/[\s，。、；：,.;:]/g, '');
}

function hasReason({ reasons, measures }: Indicator): boolean {
  return measures !== null || Object.keys(reasons).length > 0;
}

/** Outputs that are all reached although nothing was spent want an explanation. */
function* idleInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, segment, score } of selfEvaluations(facts)) {
    const { budget, executed } = segment.content;
    const [planned, spent] = [printedNumber(budget), printedNumber(executed)];
    if (planned === null || spent === null || planned.numerator <= 0n) continue;
    const outputs = score.indicators.filter(
      ({ indicator, expected }) =>
        (indicator.firstLevel ?? '').startsWith('产出') &&
        expected !== null &&
        expected.case !== 'judged',
    );
    if (outputs.length === 0) continue;
    const explained = segment.content.indicators.some(hasReason);
    const reached = outputs.every(
      ({ weight, score: own, expected }) =>
        expected!.case === 'met' && own !== null && compareRationals(own, weight!) >= 0,
    );
    if (spent.numerator > 0n || !reached || explained) yield holds(placesOf(executed));
    else {
      yield fails(`${key}/idle`, placesOf(executed, outputs[0]!.indicator.score), {
        zh: `《${segment.title}》全年执行数为${executed!.text}，产出指标全部得满分，没有说明原因，请核实`,
        en: `“${segment.title}” spent nothing, yet every output has full points without a reason`,
      });
    }
  }
}

/** A cost in money is a ceiling. */
function* ceilingInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { operator, target } = row.indicator;
    if (operator === null || target === null || !isCost(row.indicator)) continue;
    if (!isFloor(row.indicator)) yield IN_ORDER;
    else {
      const { name } = row;
      yield fails(`${row.key}/ceiling`, [target.place], {
        zh: `${name.zh}是成本指标，目标写作${operator}${target.text.replace(/^[≥>＞=]+/, '')}，方向可能写反，请核实`,
        en: `${name.en} is a cost, its target is a floor (${operator}): the sign may be reversed`,
      });
    }
  }
}

/** Points lost short of a target are explained, where the forms have a place for reasons. */
function* reasonInstances(facts: Lookup): Iterable<Instance> {
  for (const row of rowsOf(facts)) {
    const { indicator, weight, score, expected, evaluation } = row;
    const { segment, score: scored } = evaluation;
    if (segment.form === 'evaluation-report' || segment.content.asksReasons !== true) continue;
    if (!scored.profile.reasonForLoss || weight === null || score === null) continue;
    // More than was aimed at needs no excuse; what is met has a rule of its own.
    if (expected === null || expected.case === 'met' || expected.case === 'exceeded') continue;
    if (compareRationals(score, weight) >= 0) continue;
    if (hasReason(indicator)) yield IN_ORDER;
    else {
      const { name } = row;
      yield fails(`${row.key}/reason`, placesOf(indicator.score, indicator.actual), {
        zh: `${name.zh}得分${indicator.score!.text}少于分值${indicator.weight!.text}，应当填写的偏差原因空着，请核实`,
        en:
          `${name.en} scores ${indicator.score!.text} of ${indicator.weight!.text}; ` +
          'the reason that must be given is blank',
      });
    }
  }
}

const ROW = '三级指标 | 指标值 | 完成值 | 分值 | 得分\n示例数量 | ≥10 | 10 | 100 | 100';

function two(executed: string): string {
  const form = (spent: string): string =>
    `自评表 示例项目\n${money('50.00', spent, '', '').join('\n')}\n${ROW}\n`;
  return page(form('50.00') + form(executed));
}

function goals(actual: string): string {
  return page(
    `自评表 示例项目\n年度目标 |  | 实际完成情况 |  | \n完成设备更新并投入使用，服务能力提高 |  | ${actual} |  | \n${ROW}`,
  );
}

const OUTPUTS = [
  '一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 偏差原因',
  '产出指标 | 示例数量 | ≥10 | 10 | 90 | 90 | ',
];

function outputs(executed: string): string {
  const rate = executed === '0' ? '0' : '100';
  const paid = money('50.00', executed, rate, executed === '0' ? '0' : '10');
  return page(['自评表 示例项目', ...paid, ...OUTPUTS].join('\n'));
}

const COSTS = (sign: string): string =>
  page(
    [
      '自评表 示例项目',
      '二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分',
      `成本指标 | 示例成本 | ${sign}60元 | 60元 | 100 | 100`,
    ].join('\n'),
  );

const ABSENT = page('收入决算表\n合计 本年收入合计=100.00');
const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;
const NEVER = { rounding: null, undecided: null, absent: ABSENT } as const;

/** Performance forms against each other and against what they must say. */
export const PERFORMANCE_FORM_RULES: readonly Rule[] = [
  {
    id: 'performance.form-twice',
    title: { zh: '同一项目的两张自评表一致', en: 'Two forms of one project agree' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '保留正确的一张自评表。', en: 'Keep the right one.' },
    examples: { ...NEVER, holds: two('50.00'), fails: two('40.00') },
    instances: twiceInstances,
  },
  {
    id: 'performance.form-year',
    title: { zh: '自评表年度与决算年度一致', en: 'A form is of the year of the account' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '换成本年度的自评表，或改正年度。', en: 'Use this year’s form.' },
    examples: {
      ...NEVER,
      holds: page(`自评表 2023年度 示例项目\n${ROW}`),
      fails: page(`自评表 2022年度 示例项目\n${ROW}`),
    },
    instances: yearInstances,
  },
  {
    id: 'performance.copied-goals',
    title: { zh: '完成情况不照抄目标', en: 'Results are no copies of the goals' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '写明实际完成的内容和数量。', en: 'Say what was really done, and how much.' },
    examples: {
      ...NEVER,
      holds: goals('更新设备12台，已投入使用'),
      fails: goals('完成设备更新并投入使用，服务能力提高'),
    },
    instances: copiedInstances,
  },
  {
    id: 'performance.idle-money',
    title: { zh: '没有支出而产出全部完成', en: 'Everything was done and nothing spent' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对执行数，或说明为什么没有支出。', en: 'Check the execution or explain it.' },
    examples: { ...NEVER, holds: outputs('50.00'), fails: outputs('0') },
    instances: idleInstances,
  },
  {
    id: 'performance.cost-operator',
    title: { zh: '成本指标的目标是上限', en: 'The target of a cost is a ceiling' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对目标值前的符号。', en: 'Check the sign before the target.' },
    examples: { ...NEVER, holds: COSTS('≤'), fails: COSTS('≥') },
    instances: ceilingInstances,
  },
  {
    id: 'performance.reason-missing',
    title: { zh: '未达目标的扣分有原因说明', en: 'Points lost short of a target are explained' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '填写偏差原因和改进措施。', en: 'Give the reason and the measures.' },
    examples: {
      ...formExamples(
        [
          '示例数量 | ≥10 | 8 | 80% | 60 | 48 | {}',
          '示例质量 | ≥90% | 81% | 90% | 40 | 36 | 人员不足',
        ],
        ['进度滞后', '', null],
      ),
      ...NEVER,
    },
    instances: reasonInstances,
  },
];
