import type { Place } from '../base/place.js';
import {
  compareRationals,
  minus,
  NOTHING,
  plus,
  type Rational,
  rational,
  rationalText,
} from '../base/rational.js';
import type { EvaluationForm, FundsCell, PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import type { EvaluationScore } from '../scores/from-facts.js';
import { printedNumber } from '../scores/read-number.js';
import type { ScoredValue } from '../scores/scored-value.js';
import type { Instance, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { fails, holds, rounding, undecided } from './narrative-judge.js';
import { form, formExamples, inLiaoning, money } from './performance-examples.js';
import { evaluated, gradesOf, isWhole, placesOf } from './performance-index.js';

const HUNDRED = rational(100n);

/** Weights of indicators, tasks and the rate make the total that the form prints, or 100. */
function* weightInstances(facts: Lookup): Iterable<Instance> {
  for (const { key: own, segment } of evaluated(facts)) {
    const { indicators, tasks, totalWeight, rateWeight, rateScore } = segment.content;
    // A report that prints no sum of weights may show some of its indicators only.
    if (segment.form === 'evaluation-report' && totalWeight === null) continue;
    const key = `${own}/weights`;
    const printed = [...tasks, ...indicators].flatMap(({ weight }) =>
      weight === null || isDash(weight) ? [] : [weight],
    );
    if (printed.length === 0) continue;
    const places = placesOf(totalWeight, ...printed);
    const values = printed.map(printedNumber);
    if (values.some((value) => value === null)) {
      yield undecided(key, places, NO_NUMBER);
      continue;
    }
    const sum = (values as readonly Rational[]).reduce(plus, NOTHING);
    const aim = printedNumber(totalWeight) ?? HUNDRED;
    const rate = printedNumber(rateWeight);
    // The rate has ten points of its own, inside or beside the hundred.
    const ten = rate ?? (rateScore === null ? NOTHING : rational(10n));
    if (equal(sum, aim) || equal(plus(sum, ten), aim)) yield holds(places);
    else {
      yield fails(
        key,
        places,
        {
          zh: `《${segment.title}》自评表各项分值合计${rationalText(sum)}，应为${rationalText(aim)}，请核实`,
          en:
            `the weights of “${segment.title}” add up to ` +
            `${rationalText(sum)}, not ${rationalText(aim)}`,
        },
        { expected: rationalText(aim), reported: rationalText(sum), unit: '分' },
      );
    }
  }
}

/** A score made of others, held against what it is made of. */
function* scoredInstances(
  facts: Lookup,
  field: 'subtotal' | 'deduction' | 'total',
  name: string,
  english: string,
): Iterable<Instance> {
  for (const { key: own, segment, score } of evaluated(facts)) {
    const value: ScoredValue = score[field];
    if (value.printed === null || value.expected === null || !isWhole(segment)) continue;
    if (field === 'total' && value.verdict === 'wrong' && isCapped(score)) {
      yield holds([value.printed.place]);
      continue;
    }
    // A method without a form behind it proves nothing.
    const proven = score.profile.evidence === 'sample';
    const words = { zh: `《${segment.title}》${name}`, en: `${english} of “${segment.title}”` };
    yield scoredInstance(`${own}/${field}`, value, words, proven ? {} : { severity: 'warning' });
  }
}

/**
 * The total is right if scores above their weights count as the weights: those are reported where
 * they stand.
 */
function isCapped({ indicators, total, subtotal }: EvaluationScore): boolean {
  let above = NOTHING;
  for (const { score, weight, indicator } of indicators) {
    if (score === null || weight === null || indicator.group !== null) continue;
    if (compareRationals(score, weight) > 0) above = plus(above, minus(score, weight));
  }
  const printed = printedNumber(total.printed);
  if (printed === null || total.expected === null || subtotal.expected === null) return false;
  return above.numerator > 0n && equal(minus(total.expected.low, above), printed);
}

/** One printed score against its expectation, as an instance. */
export function scoredInstance(
  key: string,
  { printed, expected, verdict, why }: ScoredValue,
  name: { readonly zh: string; readonly en: string },
  extra: { readonly severity?: 'warning' } = {},
): Instance {
  const places = placesOf(printed);
  if (verdict === null || expected === null) return undecided(key, places, NO_NUMBER);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const should = rationalText(expected.low, 4);
  const sign = /[%％]$/.test(printed!.text) ? '%' : '';
  return fails(
    key,
    places,
    {
      zh: `${name.zh}${printed!.text}，按表内数计算为${should}${sign}（${why.zh}），不一致，请核实`,
      en: `${name.en} is ${printed!.text}; from the form it is ${should}${sign} (${why.en})`,
    },
    { expected: should, reported: printed!.text.replace(/[%％]$/, ''), unit: null, ...extra },
  );
}

export const NO_NUMBER = {
  zh: '表中有该填数字的地方不是数字，无法计算',
  en: 'something that should be a number is none, so it cannot be computed',
};

/** Money by source makes the whole in each column. */
function* fundsInstances(facts: Lookup): Iterable<Instance> {
  for (const { key: own, segment } of evaluated(facts)) {
    let blank = false;
    for (const [column, cells] of byColumn(segment.content)) {
      const [whole, ...parts] = cells;
      if (whole === undefined || !/总额|合计/.test(whole.source) || parts.length < 2) continue;
      const key = `${own}/funds/${column}`;
      const places = placesOf(whole.value, ...parts.map(({ value }) => value));
      const values = parts.map(({ value }) => printedNumber(value));
      const total = printedNumber(whole.value);
      if (total === null || values.some((value) => value === null)) {
        yield undecided(key, places, NO_NUMBER);
        continue;
      }
      const sum = (values as readonly Rational[]).reduce(plus, NOTHING);
      if (equal(sum, total)) yield holds(places);
      else if (values.every((value) => value!.numerator === 0n)) {
        // Nothing was divided at all: said once for all columns, and no sum is wrong.
        if (!blank) yield notDivided(own, segment.title, places, whole.value.text);
        blank = true;
      } else {
        yield fails(
          key,
          places,
          {
            zh:
              `《${segment.title}》${column}资金总额${whole.value.text}` +
              `与各来源之和${rationalText(sum)}不一致，请核实`,
            en:
              `${column} of “${segment.title}” is ${whole.value.text}` +
              `, its sources add up to ${rationalText(sum)}`,
          },
          { reported: whole.value.text.replaceAll(',', ''), unit: segment.content.unit },
        );
      }
    }
  }
}

function notDivided(own: string, title: string, places: readonly Place[], whole: string): Instance {
  return fails(
    `${own}/funds`,
    places,
    {
      zh: `《${title}》资金总额${whole}，各资金来源都填0，请核实是否漏填`,
      en: `“${title}” has ${whole} in all and zero from every source: were they left out?`,
    },
    { severity: 'warning' },
  );
}

/** Money columns that are sums, with their cells from the whole down. */
function byColumn({ funds }: EvaluationForm): ReadonlyMap<string, readonly FundsCell[]> {
  const columns = new Map<string, FundsCell[]>();
  for (const cell of funds) {
    if (cell.columnId === 'rate' || cell.columnId === 'score' || cell.columnId === 'weight')
      continue;
    const cells = columns.get(cell.column) ?? [];
    columns.set(cell.column, cells);
    cells.push(cell);
  }
  return columns;
}

/** The grade fits the total. */
function* gradeInstances(facts: Lookup): Iterable<Instance> {
  for (const { key: own, segment, score } of evaluated(facts)) {
    const { printed, expected } = score.grade;
    const { total } = segment.content;
    if (printed === null || total === null) continue;
    const key = `${own}/grade`;
    const places = placesOf(printed, total);
    const allowed = gradesOf(score);
    if (expected === null || printedNumber(total) === null) yield undecided(key, places, NO_NUMBER);
    else if (allowed.some((grade) => printed.text.startsWith(grade))) yield holds(places);
    else {
      yield fails(
        key,
        places,
        {
          zh: `《${segment.title}》总分${total.text}，等级印“${printed.text}”，按四档标准为“${expected}”，请核实`,
          en:
            `“${segment.title}” scores ${total.text} and is graded ` +
            `${printed.text}; by the four grades it is ${expected}`,
        },
        { expected, reported: printed.text },
      );
    }
  }
}

function equal(a: Rational, b: Rational): boolean {
  return compareRationals(a, b) === 0;
}

function isDash({ text }: PrintedValue): boolean {
  return /^[-—－/]+$/.test(text);
}

const ROWS = [
  '示例数量 | ≥10 | 10 | 100% | 60 | 60 | ',
  '示例质量 | ≥90% | 95% | 100% | 40 | 36 | 有待提高',
];
const SHARED = { editions: null, years: null, basis: PERFORMANCE } as const;

/** Sums inside a performance form. */
export const PERFORMANCE_SUM_RULES: readonly Rule[] = [
  {
    id: 'performance.weights-sum',
    title: { zh: '自评表分值之和', en: 'Weights add up' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对各指标分值与总分。', en: 'Check the weights against the total.' },
    examples: formExamples(
      [
        '示例数量 | ≥10 | 10 | 100% | {} | 50 | 有待提高',
        '示例质量 | ≥90% | 95% | 100% | 40 | 36 | 有待提高',
      ],
      ['60', '50', null],
    ),
    instances: weightInstances,
  },
  {
    id: 'performance.subtotal',
    title: { zh: '指标得分小计', en: 'The subtotal is the sum of the scores' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '重新汇总各指标得分。', en: 'Add up the scores again.' },
    examples: formExamples(
      [...ROWS, '指标自评得分小计 | {} | 绩效自评总得分 |  | 96 |  | '],
      ['96', '95', null],
    ),
    instances: (facts) => scoredInstances(facts, 'subtotal', '指标得分小计', 'the subtotal'),
  },
  {
    id: 'performance.total',
    title: { zh: '自评总分等于各项得分之和', en: 'The total is the sum of the scores' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '按各项得分重新计算总分。', en: 'Compute the total from the scores.' },
    examples: formExamples([...ROWS, '总分 |  |  |  | 100 | {} | '], ['96', '98', null]),
    instances: (facts) => scoredInstances(facts, 'total', '自评总分', 'the total'),
  },
  {
    id: 'performance.deduction',
    title: { zh: '减分项', en: 'The deduction' },
    severity: 'error',
    editions: ['liaoning-2023'],
    years: null,
    basis: PERFORMANCE,
    remedy: {
      zh: '按执行率的封顶规则重新计算减分项。',
      en: 'Compute the deduction from the cap that the rate of execution sets.',
    },
    examples: inLiaoning(
      formExamples(
        [
          '示例数量 | ≥10 | 10 | 100% | 60 | 60 | ',
          '示例质量 | ≥90% | 95% | 100% | 30 | 30 | ',
          '指标自评得分小计 | 90 | 减分项 | {} | 绩效自评总得分 | 59 | ',
        ],
        ['36', '30', null],
        money('50.00', '25.00', '50%', '5'),
      ),
    ),
    instances: (facts) => scoredInstances(facts, 'deduction', '减分项', 'the deduction'),
  },
  {
    id: 'performance.funds-sum',
    title: { zh: '项目资金总额等于各来源之和', en: 'Money is the sum of its sources' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '核对资金总额和各来源金额。', en: 'Check the whole and its sources.' },
    examples: formExamples(
      ROWS,
      ['30', '20', null],
      [
        '项目资金（万元） | 全年预算数 | 全年执行数 |  |  |  | ',
        '年度资金总额 | 50 | 50 |  |  |  | ',
        '当年财政拨款 | {} | 30 |  |  |  | ',
        '其他资金 | 20 | 20 |  |  |  | ',
      ],
    ),
    instances: fundsInstances,
  },
  {
    id: 'performance.grade',
    title: { zh: '自评等级与总分相符', en: 'The grade fits the total' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '按总分所在的档次填写等级。', en: 'Give the grade of the band of the total.' },
    examples: {
      ...formExamples([...ROWS, '总分 |  |  |  | 100 | 96 | {}'], ['优', '良', null]),
      undecided: form([...ROWS, '总分 |  |  |  | 100 | ? | 优']),
    },
    instances: gradeInstances,
  },
];
