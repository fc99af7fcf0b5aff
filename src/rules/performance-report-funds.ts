import { amountOf, isMoneyUnit, type MoneyUnit } from '../base/amount.js';
import { parseNumeral } from '../base/numeral.js';
import { verdictOf } from '../base/range.js';
import { rationalText } from '../base/rational.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import type { EvaluationSegment } from '../facts/model.js';
import type { ReportFigure } from '../facts/report-model.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { EVALUATION } from './narrative-basis.js';
import { fails, holds, moneyText, rounding, undecided } from './narrative-judge.js';
import { placesOf } from './performance-index.js';
import { NO_REPORT, reportPage, reportsOf } from './performance-report-index.js';
import { NO_NUMBER } from './performance-sums.js';

const GRANTED = /拨款|预算|下达|资金(?:总额|总计|共计|合计)/;
const SPENT = /支出|执行|使用|其中/;

/** The money that a report names first is that of the forms which follow it. */
function* fundsInstances({ filing }: Lookup): Iterable<Instance> {
  for (const [at, segment] of filing.evaluations.entries()) {
    const { report } = segment.content;
    // A report that shows indicators is about more than the forms after it.
    if (report === null || segment.content.indicators.length > 0) continue;
    const [granted] = report.amounts;
    const forms = formsAfter(filing.evaluations, at);
    if (granted === undefined || forms.length === 0) continue;
    if (!GRANTED.test(granted.label) || SPENT.test(granted.label)) continue;
    yield against(`evaluation/${segment.title}/funds`, segment.title, granted, forms);
  }
}

/** Up to the next report, all of one project each. */
function formsAfter(all: readonly EvaluationSegment[], at: number): readonly EvaluationSegment[] {
  const rest = all.slice(at + 1);
  const next = rest.findIndex(({ form }) => form !== 'project-self-evaluation');
  return next < 0 ? rest : rest.slice(0, next);
}

function against(
  key: string,
  title: string,
  granted: ReportFigure,
  forms: readonly EvaluationSegment[],
): Judgement {
  const budgets = forms.map(({ content }) => content.budget);
  const places = [granted.value, ...budgets].flatMap((value) => value?.place ?? []);
  const own = amountIn(granted.value, granted.unit);
  const parts = forms.map(({ content }) => amountIn(content.budget, content.unit ?? ''));
  if (own === null || parts.some((part) => part === null)) return undecided(key, places, NO_NUMBER);
  const sum = sumAmounts(parts.map((part) => [1, part!] as const));
  const verdict = compareAmounts(own, sum);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const made = moneyText(sum.value, granted.unit);
  return fails(
    key,
    places,
    {
      zh:
        `《${title}》称资金${granted.value.text}${granted.unit}，` +
        `其后${forms.length}张自评表的预算合计${made}，不一致，请核实`,
      en:
        `“${title}” names ${granted.value.text}${granted.unit}; ` +
        `the ${forms.length} forms after it add up to ${made}`,
    },
    { reported: granted.value.text.replaceAll(',', ''), unit: granted.unit },
  );
}

function amountIn(value: PrintedValue | null, unit: string) {
  const numeral = value === null ? null : parseNumeral(value.text);
  return numeral === null || !isMoneyUnit(unit) ? null : amountOf(numeral, unit as MoneyUnit);
}

/** 实际使用金额占预算金额的77%, 预算执行率为77%. */
const EXECUTION =
  /(?:使用|执行|支出|支付)[^占]{0,12}占[^占]{0,8}预算[^占]{0,10}的$|预算执行率(?:为|是|达到?|[:：])?$/;

/** The rate of execution that a report tells is that of its own table of money. */
function* executionInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, report, segment, score } of reportsOf(facts)) {
    const { budget, executed } = segment.content;
    const should = score.rate.expected;
    // A framework has rates of its own.
    if (report.indicators.length > 0 || budget === null || executed === null) continue;
    for (const [at, { label, value, limit }] of report.shares.entries()) {
      if (limit !== null || !EXECUTION.test(label)) continue;
      const own = `${key}/execution-said/${at + 1}`;
      const places = placesOf(value, executed, budget);
      if (should === null) {
        yield undecided(own, places, NO_NUMBER);
        continue;
      }
      const verdict = verdictOf(parseNumeral(value.text)!, should);
      if (verdict === 'exact') yield holds(places);
      else if (verdict === 'rounding') yield rounding(places);
      else {
        const rate = `${rationalText(should.low, 2)}%`;
        yield fails(
          own,
          places,
          {
            zh: `《${segment.title}》称“${label}${value.text}%”，按资金表计算为${rate}，请核实`,
            en: `“${segment.title}” says ${value.text} %; its table of money makes ${rate}`,
          },
          { expected: rationalText(should.low, 2), reported: value.text, unit: '%' },
        );
      }
    }
  }
}

const SAID = (rate: string, executed = '40.00'): string =>
  reportPage(
    '项目资金（万元） | 全年预算数 | 全年执行数',
    `资金总额 | 50.00 | ${executed}`,
    '二级指标 | 三级指标 | 权重 | 目标值 | 业绩值 | 得分',
    '数量指标 | 示例数量 | 100 | 10 | 10 | 100',
    `项目实际使用金额占预算批复金额的${rate}%，无超预算支出。`,
  );
const PAGE = (granted: string, second = '30.00'): string =>
  page(
    `评价报告 示例项目的绩效评价报告\n2023年上级拨款共计${granted}万元，主要用于示例工作。\n` +
      ['60.00', second]
        .map(
          (budget, at) =>
            `自评表 示例项目${at + 1}\n项目资金（万元） | 全年预算数 | 全年执行数 | 执行率\n` +
            `资金总额 | ${budget} | ${budget} | 100%`,
        )
        .join('\n'),
  );

/** Short reports against the forms that follow them. */
export const PERFORMANCE_REPORT_FUNDS_RULES: readonly Rule[] = [
  {
    id: 'performance.report-funds',
    title: { zh: '评价报告的资金与自评表', en: 'Money of a report and of its forms' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: EVALUATION,
    remedy: { zh: '核对报告所称资金和各自评表预算。', en: 'Check the report against the forms.' },
    examples: {
      holds: PAGE('90.00'),
      fails: PAGE('95.00'),
      rounding: PAGE('90.01'),
      undecided: PAGE('90.00', '?'),
      absent: NO_REPORT,
    },
    instances: fundsInstances,
  },
  {
    id: 'performance.report-execution',
    title: { zh: '评价报告所称执行率', en: 'The rate of execution that a report tells' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: EVALUATION,
    remedy: { zh: '按资金表重新计算执行率。', en: 'Compute the rate from the table of money.' },
    examples: {
      holds: SAID('80'),
      fails: SAID('77'),
      rounding: SAID('81', '40.30'),
      undecided: SAID('80', '?'),
      absent: NO_REPORT,
    },
    instances: executionInstances,
  },
];
