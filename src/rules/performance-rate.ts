import type { Lookup } from '../facts/lookup.js';
import { taskRate } from '../scores/execution-rate.js';
import { printedNumber } from '../scores/read-number.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { formExamples, money } from './performance-examples.js';
import { evaluated } from './performance-index.js';
import { scoredInstance } from './performance-sums.js';

function* rateInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, segment, score } of evaluated(facts)) {
    const { printed, expected } = score.rate;
    if (printed === null || expected === null) continue;
    yield scoredInstance(`${key}/rate`, score.rate, {
      zh: `《${segment.title}》预算执行率`,
      en: `the rate of execution of “${segment.title}”`,
    });
  }
}

function* pointsInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, segment, score } of evaluated(facts)) {
    const { printed, expected } = score.rateScore;
    if (printed === null || expected === null) continue;
    const proven = score.profile.evidence === 'sample';
    const name = {
      zh: `《${segment.title}》预算执行率得分`,
      en: `the points for the rate of “${segment.title}”`,
    };
    const extra = proven ? {} : { severity: 'warning' as const };
    yield scoredInstance(`${key}/rate-score`, score.rateScore, name, extra);
  }
}

function* taskInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, segment, score } of evaluated(facts)) {
    for (const [at, task] of segment.content.tasks.entries()) {
      const budget = printedNumber(task.budget);
      // Nothing to spend: platforms print any rate beside it.
      if (task.rate === null || budget?.numerator === 0n) continue;
      if (task.budget === null || task.executed === null) continue;
      const rate = taskRate(task, segment.content, score.profile);
      yield scoredInstance(`${key}/task/${at + 1}`, rate, {
        zh: `《${segment.title}》任务“${task.name}”执行率`,
        en: `the rate of the task “${task.name}” of “${segment.title}”`,
      });
    }
  }
}

const TASKS = (rate: string): string =>
  page(`整体自评表 示例部门
任务名称 | 全年预算数（万元） | 全年执行数（万元） | 执行率 | 得分
基本支出 | 60.00 | 60.00 | 100% |
示例任务 | 40.00 | 30.00 | ${rate} |
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | ≥10 | 10 | 100 | 100
`);

const ROWS = [
  '示例数量 | ≥10 | 10 | 100% | 60 | 60 | ',
  '示例质量 | ≥90% | 95% | 100% | 30 | 30 | ',
];
const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;

/** The rate of execution and what it earns. */
export const PERFORMANCE_RATE_RULES: readonly Rule[] = [
  {
    id: 'performance.execution-rate',
    title: { zh: '项目预算执行率', en: 'The rate of execution of a project' },
    severity: 'error',
    ...SHARED,
    remedy: {
      zh: '用全年执行数除以全年预算数重新计算。',
      en: 'Divide execution by the budget again.',
    },
    examples: formExamples(ROWS, ['80.00', '90.00', '79.99'], money('50.00', '40.00', '{}', '8')),
    instances: rateInstances,
  },
  {
    id: 'performance.task-rate',
    title: { zh: '任务的预算执行率', en: 'The rate of execution of a task' },
    severity: 'warning',
    ...SHARED,
    remedy: {
      zh: '用该任务的执行数除以预算数重新计算，并核对金额。',
      en: 'Divide the execution of the task by its budget again, and check both.',
    },
    examples: {
      holds: TASKS('75.00%'),
      fails: TASKS('0%'),
      rounding: TASKS('75.01%'),
      undecided: TASKS('?'),
      absent: page('收入决算表\n合计 本年收入合计=100.00'),
    },
    instances: taskInstances,
  },
  {
    id: 'performance.rate-score',
    title: { zh: '预算执行率得分', en: 'Points for the rate of execution' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '按执行率乘 10 分重新计算。', en: 'Take the rate of ten points again.' },
    examples: formExamples(ROWS, ['8', '9', null], money('50.00', '40.00', '80.00', '{}')),
    instances: pointsInstances,
  },
];
