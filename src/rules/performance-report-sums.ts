import { normaliseLabel } from '../base/label.js';
import { parseNumeral } from '../base/numeral.js';
import { only, verdictOf } from '../base/range.js';
import { compareRationals, NOTHING, plus, type Rational, rationalText } from '../base/rational.js';
import type { Indicator, PrintedValue } from '../facts/evaluation-model.js';
import type { Lookup } from '../facts/lookup.js';
import type { ReportPart } from '../facts/report-model.js';
import { printedNumber } from '../scores/read-number.js';
import { POINTS_DECIMALS } from '../scores/scored-value.js';
import type { Instance, Judgement, Rule } from './model.js';
import { EVALUATION } from './narrative-basis.js';
import { fails, holds, rounding, undecided } from './narrative-judge.js';
import { isWhole, placesOf } from './performance-index.js';
import { NO_REPORT, quoted, reportPage, reportsOf } from './performance-report-index.js';
import { NO_NUMBER } from './performance-sums.js';

/** The points of a first level, as the conclusion says them, are those of its indicators. */
function* levelInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, report, segment } of reportsOf(facts)) {
    for (const part of report.parts) {
      const rows = segment.content.indicators.filter((row) => isOf(row, part));
      if (rows.length === 0) continue;
      const own = `${key}/levels/${part.name}`;
      const places = placesOf(part.score, part.weight);
      const scores = sumOf(rows.map(({ score }) => score));
      const weights = sumOf(rows.map(({ weight }) => weight));
      if (scores === null || weights === null) {
        yield undecided(own, places, NO_NUMBER);
        continue;
      }
      // Where the weights do not make the level, rows may be missing here.
      const full = printedNumber(part.weight);
      if (full === null || compareRationals(full, weights) !== 0) continue;
      yield compared(own, part.score, scores, {
        zh: `评价报告“${part.name}”`,
        en: `“${part.name}” of the report`,
      });
    }
  }
}

function isOf({ firstLevel }: Indicator, { name }: ReportPart): boolean {
  const level = normaliseLabel(firstLevel ?? '').replace(/\(.*$|类?指标$/g, '');
  return level !== '' && level === normaliseLabel(name).replace(/类?指标$/, '');
}

function sumOf(values: readonly (PrintedValue | null)[]): Rational | null {
  let sum = NOTHING;
  for (const value of values) {
    const number = printedNumber(value);
    if (number === null) return null;
    sum = plus(sum, number);
  }
  return sum;
}

function compared(
  key: string,
  printed: PrintedValue,
  should: Rational,
  name: { readonly zh: string; readonly en: string },
): Judgement {
  const places = placesOf(printed);
  const verdict = verdictOf(parseNumeral(printed.text)!, only(should), POINTS_DECIMALS);
  if (verdict === 'exact') return holds(places);
  if (verdict === 'rounding') return rounding(places);
  const sum = rationalText(should, 4);
  return fails(
    key,
    places,
    {
      zh: `${name.zh}印${printed.text}分，各项指标得分合计${sum}分，不一致，请核实`,
      en: `${name.en} is said to be ${printed.text}; its indicators add up to ${sum}`,
    },
    { expected: sum, reported: printed.text, unit: '分' },
  );
}

/** The conclusion and the table of points give one total. */
function* totalInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, report, segment } of reportsOf(facts)) {
    const said = report.total;
    const { total } = segment.content;
    if (said === null || total === null || said === total || !isWhole(segment)) continue;
    const own = `${key}/total-said`;
    const [inText, inTable] = [printedNumber(said), printedNumber(total)];
    if (inText === null || inTable === null) yield undecided(own, placesOf(said, total), NO_NUMBER);
    else if (compareRationals(inText, inTable) === 0) yield holds(placesOf(said, total));
    else {
      yield fails(
        own,
        placesOf(said, total),
        {
          zh: `评价报告结论中总分为${said.text}分，评分表合计${total.text}分，不一致，请核实`,
          en: `the conclusion says ${said.text} in all, the table of points ${total.text}`,
        },
        { reported: said.text, unit: '分' },
      );
    }
  }
}

/** An indicator has the weight and the points of the table where the report argues it. */
function* copyInstances(facts: Lookup): Iterable<Instance> {
  for (const { key, report, segment } of reportsOf(facts)) {
    const rows = new Map<string, Indicator | null>();
    for (const row of segment.content.indicators) {
      // Two of one name cannot be told apart.
      rows.set(row.name, rows.has(row.name) ? null : row);
    }
    for (const argued of report.indicators) {
      const row = rows.get(argued.name);
      if (row === undefined || row === null) continue;
      for (const [field, zh, en] of COPIED) {
        const [said, shown] = [argued[field], row[field]];
        if (said === null || shown === null || said === shown) continue;
        const own = `${key}/argued/${argued.name}/${field}-copy`;
        yield copied(own, said, shown, {
          zh: `评价报告${quoted(argued.name)}${zh}`,
          en: `${en} of ${quoted(argued.name)}`,
        });
      }
    }
  }
}

const COPIED = [
  ['weight', '分值', 'the weight'],
  ['score', '得分', 'the score'],
] as const;

function copied(
  key: string,
  said: PrintedValue,
  shown: PrintedValue,
  name: { readonly zh: string; readonly en: string },
): Judgement {
  const places = placesOf(said, shown);
  const [inText, inTable] = [printedNumber(said), printedNumber(shown)];
  if (inText === null || inTable === null) return undecided(key, places, NO_NUMBER);
  if (compareRationals(inText, inTable) === 0) return holds(places);
  return fails(
    key,
    places,
    {
      zh: `${name.zh}在正文为${said.text}、在评分表为${shown.text}，不一致，请核实`,
      en: `${name.en} is ${said.text} in the text and ${shown.text} in the table of points`,
    },
    { reported: said.text, unit: '分' },
  );
}

const TABLE = (first = '36', total = '96'): readonly string[] => [
  '一级指标 | 二级指标 | 三级指标 | 分值 | 得分',
  `投入 | 目标设定 | 示例合理性 | 40 | ${first}`,
  '产出 | 职责履行 | 示例重点工作 | 60 | 60',
  `合计 |  |  | 100 | ${total}`,
];
const LEVELS = (score: string, table = TABLE()): string =>
  reportPage(`具体得分为投入${score}分（满分40分）、产出60分（满分60分）。`, ...table);
const TOTAL = (score: string, table = TABLE()): string =>
  reportPage(`经评价，合计得分为${score}分。`, ...table);
const COPY = (score: string): string =>
  reportPage(
    ...TABLE(),
    '（1）示例合理性',
    '指标分值：40分',
    '评分标准：由评价组酌情评分。',
    `指标得分：${score}分`,
  );
const SHARED = { editions: null, years: null, basis: EVALUATION } as const;

/** What an evaluation report says twice, and its sums. */
export const PERFORMANCE_REPORT_SUM_RULES: readonly Rule[] = [
  {
    id: 'performance.report-levels',
    title: { zh: '评价报告各类得分之和', en: 'First levels of a report add up' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '按各项指标重新汇总。', en: 'Add up the indicators again.' },
    examples: {
      holds: LEVELS('36'),
      fails: LEVELS('38'),
      rounding: LEVELS('36', TABLE('36.004')),
      undecided: LEVELS('36', TABLE('?')),
      absent: NO_REPORT,
    },
    instances: levelInstances,
  },
  {
    id: 'performance.report-total',
    title: { zh: '评价报告结论与评分表总分', en: 'Conclusion and table of points of a report' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '核对结论中的总分和评分表。', en: 'Check the conclusion against the table.' },
    examples: {
      holds: TOTAL('96'),
      fails: TOTAL('98'),
      rounding: null,
      undecided: TOTAL('96', TABLE('36', '?')),
      absent: NO_REPORT,
    },
    instances: totalInstances,
  },
  {
    id: 'performance.report-copies',
    title: { zh: '评价报告正文与评分表', en: 'Text and table of points of a report' },
    severity: 'error',
    ...SHARED,
    remedy: { zh: '核对正文和评分表的分值、得分。', en: 'Check the text against the table.' },
    examples: {
      holds: COPY('36'),
      fails: COPY('38'),
      rounding: null,
      undecided: COPY('?'),
      absent: NO_REPORT,
    },
    instances: copyInstances,
  },
];
