import type { Place } from '../base/place.js';
import { only, verdictOf } from '../base/range.js';
import { NOTHING, plus, type Rational, rational, rationalText, times } from '../base/rational.js';
import { type SpokenNumber, speechOf } from '../facts/evaluations/project-speech.js';
import type { Lookup } from '../facts/lookup.js';
import { page } from './examples.js';
import type { Instance, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, rounding, undecided } from './narrative-judge.js';
import { projects, totalsOf } from './performance-index.js';
import { NO_NUMBER } from './performance-sums.js';

/** The average that the text states is that of the forms, where all of them are there. */
function* averageInstances(facts: Lookup): Iterable<Instance> {
  const forms = projects(facts);
  if (forms.length < 2) return;
  let n = 0;
  for (const { average, place, count } of speechOf(facts).averages) {
    // Forms that are published elsewhere would change the average.
    if (count !== BigInt(forms.length)) continue;
    n += 1;
    const key = `performance-average/${n}`;
    const totals = forms.map(({ score }) => totalsOf(score));
    if (totals.some(({ length }) => length === 0)) yield undecided(key, [place], NO_NUMBER);
    else yield judged(key, place, average, totals);
  }
}

function judged(
  key: string,
  place: Place,
  { text: printed, numeral }: SpokenNumber,
  totals: readonly (readonly Rational[])[],
): Instance {
  const mean = (values: readonly Rational[]): Rational =>
    times(values.reduce(plus, NOTHING), rational(1n, BigInt(values.length)));
  const average = mean(totals.map((each) => each[0]!));
  const computed = mean(totals.map((each) => each.at(-1)!));
  const own = verdictOf(numeral, only(average));
  const verdict = own === 'wrong' ? verdictOf(numeral, only(computed)) : own;
  if (verdict === 'exact') return holds([place]);
  if (verdict === 'rounding') return rounding([place]);
  const should = rationalText(average, 2);
  return fails(
    key,
    [place],
    {
      zh: `情况说明自评平均分${printed}，按${totals.length}张自评表总分计算为${should}，不一致，请核实`,
      en: `the text says ${printed} on average; ${totals.length} forms give ${should}`,
    },
    { expected: should, reported: printed, unit: '分' },
  );
}

const FORMS = (total: string): string => `自评表 示例甲
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | ≥10 | 10 | 100 | 90
总分 |  |  | 100 | 90
自评表 示例乙
三级指标 | 指标值 | 完成值 | 分值 | 得分
示例数量 | 显著提升 | 达成预期指标 | 100 | 85
总分 |  |  | 100 | ${total}
`;

function said(average: string, total = '85'): string {
  return page(
    `${FORMS(total)}叙述 第三部分 情况说明\n一、预算绩效情况说明\n` +
      `组织对项目支出全面开展绩效自评，共涉及预算支出项目2个，自评平均分${average}分。`,
  );
}

/** The performance forms as the narrative sums them up. */
export const PERFORMANCE_NARRATIVE_RULES: readonly Rule[] = [
  {
    id: 'performance.average',
    title: { zh: '自评平均分等于各表总分的平均', en: 'The average is that of the forms' },
    severity: 'error',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: { zh: '按各项目自评表的总分重新计算平均分。', en: 'Average the totals again.' },
    examples: {
      holds: said('87.5'),
      fails: said('89.5'),
      rounding: said('88'),
      undecided: said('87.5', '?'),
      absent: page('叙述 第三部分 情况说明\n一、预算绩效情况说明\n本部门没有项目。'),
    },
    instances: averageInstances,
  },
];
