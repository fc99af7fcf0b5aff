import { normaliseLabel } from '../base/label.js';
import { compareRationals } from '../base/rational.js';
import type { Lookup } from '../facts/lookup.js';
import { type Spoken, spokenIn } from '../facts/spoken.js';
import { accountFigures } from '../scores/account-figures.js';
import { inputName } from '../scores/formulas.js';
import type { InputId } from '../scores/framework.js';
import type { TracedInput } from '../scores/framework-rate.js';
import { printedNumber } from '../scores/read-number.js';
import { page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { EVALUATION } from './narrative-basis.js';
import { fails, holds, rounding, undecided } from './narrative-judge.js';
import { placesOf } from './performance-index.js';
import { type EvaluatedReport, NO_REPORT, quoted, reportsOf } from './performance-report-index.js';
import { NO_NUMBER } from './performance-sums.js';

/** Amounts that a report on a department takes from its account. */
const FROM_ACCOUNT = new Set<InputId>([
  ...(['executed', 'balance', 'public-executed', 'three-public-executed'] as const),
  ...(['staff', 'posts', 'procurement-executed'] as const),
]);

/** What a report on the whole department computes with is what the account says of that year. */
function* inputInstances(facts: Lookup): Iterable<Instance> {
  for (const evaluation of reportsOf(facts)) {
    const back = yearsBack(facts, evaluation);
    if (back === null || !/整体/.test(evaluation.segment.title)) continue;
    for (const { indicator, rate } of evaluation.argued) {
      for (const input of rate?.inputs ?? []) {
        if (!FROM_ACCOUNT.has(input.input.id)) continue;
        const known = accountFigures(facts, input.input, back);
        if (known.length === 0) continue;
        const key = `${evaluation.key}/argued/${indicator.name}/${input.input.id}-account`;
        yield held(key, indicator.name, input, known);
      }
    }
  }
}

function yearsBack({ filing }: Lookup, { segment }: EvaluatedReport): 0 | 1 | null {
  const year = segment.fiscalYear ?? filing.fiscalYear;
  if (filing.fiscalYear === null || year === null) return null;
  const back = filing.fiscalYear - year;
  return back === 0 || back === 1 ? back : null;
}

function held(
  key: string,
  name: string,
  input: TracedInput,
  known: readonly TracedInput[],
): Judgement {
  const same = known.find(({ value }) => compareRationals(value, input.value) === 0);
  if (same !== undefined) return holds([...input.places, ...same.places]);
  const near = known.find(
    ({ range }) =>
      compareRationals(range.low, input.range.high) <= 0 &&
      compareRationals(range.high, input.range.low) >= 0,
  );
  if (near !== undefined) return rounding([...input.places, ...near.places]);
  const [first] = known;
  const what = inputName(input.input);
  return fails(
    key,
    [...input.places, ...first!.places],
    {
      zh:
        `评价报告${quoted(name)}所用的${what.zh}为${input.printed}，` +
        `决算中${first!.label}为${first!.printed}，不一致，请核实口径`,
      en:
        `${quoted(name)} takes ${what.en} of ${input.printed}; ` +
        `the account has ${first!.printed} (${first!.label})`,
    },
    { reported: input.printed },
  );
}

const SAID = /得分(?:为|是|[:：])?\s*(\d{1,3}(?:\.\d+)?|[?？#]+)/g;
const GRADE = /等级(?:结果)?(?:为|是|[:：])?\s*[“"]?(优秀|优|良好|良|中等|中|差)/;

/** Score and grade of a report as the narrative repeats them. */
function* narrativeInstances(facts: Lookup): Iterable<Instance> {
  const reports = reportsOf(facts).filter(({ segment }) => segment.content.total !== null);
  if (reports.length === 0) return;
  for (const spoken of spokenIn(facts)) {
    if (spoken.section.part !== 'narrative' || !spoken.text.includes('得分')) continue;
    const titles = [...spoken.text.matchAll(/《([^》]{6,80})》/g)].map(([, title]) => title!);
    const scores = [...spoken.text.matchAll(SAID)];
    // Two reports in one paragraph cannot be told apart.
    if (titles.length !== 1 || scores.length !== 1) continue;
    const title = normaliseLabel(titles[0]!);
    const report = reports.find(({ segment }) => normaliseLabel(segment.title) === title);
    if (report !== undefined) yield* repeated(report, spoken, scores[0]!);
  }
}

function* repeated(
  { key, segment }: EvaluatedReport,
  spoken: Spoken,
  match: RegExpExecArray,
): Iterable<Instance> {
  const total = segment.content.total!;
  const from = match.index + match[0].lastIndexOf(match[1]!);
  const at = spoken.placeAt(from, from + match[1]!.length);
  const said = printedNumber({ text: match[1]!, place: at });
  const own = printedNumber(total);
  const places = [at, ...placesOf(total)];
  if (said === null || own === null) yield undecided(`${key}/narrative`, places, NO_NUMBER);
  else if (compareRationals(said, own) === 0) yield holds(places);
  else {
    yield fails(
      `${key}/narrative`,
      places,
      {
        zh: `情况说明称《${segment.title}》得分${match[1]!}，报告为${total.text}，不一致，请核实`,
        en: `the text says ${match[1]!} for “${segment.title}”, the report ${total.text}`,
      },
      { reported: match[1]!, unit: '分' },
    );
  }
  const { grade } = segment.content;
  const graded = GRADE.exec(spoken.text);
  if (grade === null || graded === null) return;
  const gradeAt = spoken.placeAt(graded.index, graded.index + graded[0].length);
  const both = [gradeAt, ...placesOf(grade)];
  if (graded[1]![0] === grade.text[0]) yield holds(both);
  else {
    yield fails(
      `${key}/narrative-grade`,
      both,
      {
        zh: `情况说明称《${segment.title}》等级为${graded[1]!}，报告为${grade.text}，请核实`,
        en: `the text grades “${segment.title}” ${graded[1]!}, the report ${grade.text}`,
      },
      { reported: graded[1]! },
    );
  }
}

const ARGUED = `评价报告 示例局2023年部门整体支出绩效评价报告
（1）公用经费控制率
指标分值：4分
评分标准：100%及以下，满分；100%以上，不得分。
2023年实际支出公用经费{}万元，预算安排公用经费99.00万元。
指标得分：4分`;
const inputPage = (amount: string, said: string): string =>
  page(
    `一般公共预算财政拨款基本支出决算表\n公用经费合计 决算数=${amount}\n${ARGUED.replace('{}', said)}`,
  );
const repeatedPage = (score: string): string =>
  page(
    '评价报告 示例局2023年部门整体支出绩效评价报告\n' +
      '一级指标 | 二级指标 | 三级指标 | 分值 | 得分\n' +
      '投入 | 目标设定 | 示例合理性 | 100 | 96\n合计 |  |  | 100 | 96\n' +
      '叙述 第三部分 情况说明\n一、预算绩效情况说明\n' +
      `开展了重点绩效评价，评价得分${score}。详见《示例局2023年部门整体支出绩效评价报告》。`,
  );
const SHARED = { editions: null, years: null, basis: EVALUATION } as const;

/** Evaluation reports against the account that they stand in. */
export const PERFORMANCE_REPORT_ACCOUNT_RULES: readonly Rule[] = [
  {
    id: 'performance.report-input',
    title: { zh: '评价报告所用数据与决算', en: 'Figures of a report and of the account' },
    severity: 'warning',
    ...SHARED,
    remedy: { zh: '核对评价报告引用的决算数。', en: 'Check the figures taken from the account.' },
    examples: {
      holds: inputPage('80.00', '80.00'),
      fails: inputPage('80.00', '88.00'),
      rounding: null,
      undecided: null,
      absent: NO_REPORT,
    },
    instances: inputInstances,
  },
  {
    id: 'performance.report-narrative',
    title: { zh: '情况说明中的评价得分', en: 'Scores of reports in the narrative' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '按评价报告更正情况说明。', en: 'Correct the text by the report.' },
    examples: {
      holds: repeatedPage('96'),
      fails: repeatedPage('98'),
      rounding: null,
      undecided: repeatedPage('?'),
      absent: NO_REPORT,
    },
    instances: narrativeInstances,
  },
];
