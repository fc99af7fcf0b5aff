import type { Lookup } from '../facts/lookup.js';
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
    id: 'performance.rate-score',
    title: { zh: '预算执行率得分', en: 'Points for the rate of execution' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '按执行率乘 10 分重新计算。', en: 'Take the rate of ten points again.' },
    examples: formExamples(ROWS, ['8', '9', null], money('50.00', '40.00', '80.00', '{}')),
    instances: pointsInstances,
  },
];
