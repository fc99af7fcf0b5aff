import { matchesOf } from '../base/matches.js';
import { compareAmounts, sumAmounts } from '../base/verdict.js';
import type { Lookup, Operand } from '../facts/lookup.js';
import type { Figure } from '../facts/model.js';
import { type Spoken, spokenIn } from '../facts/spoken.js';
import { SaidIdentity, term } from './equation.js';
import { examples, page } from './examples.js';
import type { Instance, Judgement, Rule } from './model.js';
import { PERFORMANCE } from './narrative-basis.js';
import { type Narrative, narrativeOf } from './narrative-index.js';
import {
  fails,
  figureText,
  holds,
  moneyText,
  printedText,
  rounding,
  undecided,
} from './narrative-judge.js';

const QUOTED = '[“"]?(优|良|中|差|合格|不合格)[”"]?';
/** 6个项目自评等级为“优”, 绩效评级为“优”的项目28个; also where the number was left blank. */
const GRADE = new RegExp(
  `(\\d*)\\s?个项目[^。；，,\\d]{0,12}(?:为|是)${QUOTED}` +
    `|(?:为|是)${QUOTED}的?(?:项目)?[^。；，,\\d]{0,4}?(\\d*)\\s?个`,
  'g',
);
const COUNT = /(?:个数|项目)[^。；，,\d]{0,6}(\d+)\s?个/g;
const SENTENCE = /[^。]+/g;
const LAST_GRADES = new Set(['差', '不合格']);

/** The grades of self-evaluated projects add up to their number. */
function* gradeInstances(facts: Lookup): Iterable<Instance> {
  let n = 0;
  for (const spoken of spokenIn(facts)) {
    if (spoken.section.part !== 'narrative' || !spoken.text.includes('优')) continue;
    for (const { 0: sentence, index } of matchesOf(SENTENCE, spoken.text)) {
      const judged = gradesOf(spoken, sentence, index, n + 1);
      if (!judged) continue;
      n += 1;
      yield judged;
    }
  }
}

function gradesOf(spoken: Spoken, sentence: string, at: number, n: number): Judgement | null {
  const grades = matchesOf(GRADE, sentence);
  const first = grades[0];
  if (!first || grades.length < 2) return null;
  const total = matchesOf(COUNT, sentence.slice(0, first.index)).at(-1);
  if (!total) return null;
  const stated = BigInt(total[1]!);
  const counts = grades.map(([, before, , , after]) => before || after || null);
  const names = new Set(grades.map(([, , one, two]) => (one ?? two)!));
  // A grade named twice belongs to two lists: nothing is concluded.
  if (names.size < grades.length) return null;
  const place = spoken.placeAt(at + total.index, at + total.index + total[0].length);
  const sum = counts.reduce((all, count) => all + BigInt(count ?? 0), 0n);
  if (sum === stated) return holds([place]);
  // Blanks, or the zeros that a platform prints for them, are no grades.
  if (counts.includes(null) || sum === 0n) {
    return undecided(`grades/${n}`, [place], {
      zh: '各等级的项目个数未填写，无法与自评项目个数核对',
      en: 'The numbers of projects by grade were not filled in',
    });
  }
  const complete = sum > stated || [...names].some((name) => LAST_GRADES.has(name));
  return fails(
    `grades/${n}`,
    [place, spoken.placeAt(at + first.index, at + first.index + first[0].length)],
    {
      zh: `绩效自评项目${stated}个，各等级合计${sum}个，不一致，请核实`,
      en: `${stated} projects were evaluated, but the grades add up to ${sum}`,
    },
    {
      reported: stated.toString(),
      unit: '个',
      ...(complete ? {} : { severity: 'warning' as const }),
    },
  );
}

/** 涉及资金…，其中一般公共预算…、政府性基金…: the kinds of money of one sentence. */
const MONEY = [/^(?:其中)?一般公共预算/, /^政府性基金/, /^国有资(?:金|本)/, /^社会保险基金/];

/** Evaluated money is not less than its kinds; unit funds may make it more. */
function* moneyInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  let total: Figure | null = null;
  let parts: Figure[] = [];
  for (const figure of narrative.figures) {
    if (figure.concept !== 'performance-amount' || !figure.amount) continue;
    const kind = MONEY.findIndex((pattern) => pattern.test(figure.label));
    if (kind < 0) {
      yield* moneySum(narrative, total, parts);
      total = figure;
      parts = [];
    } else if (kind === parts.length) parts = [...parts, figure];
  }
  yield* moneySum(narrative, total, parts);
}

function* moneySum(
  narrative: Narrative,
  total: Figure | null,
  parts: readonly Figure[],
): Iterable<Instance> {
  if (!total?.amount || parts.length < 2 || parts[0]!.section !== total.section) return;
  const operands = [total, ...parts].map((figure) => narrative.operand(figure));
  const sum = sumAmounts(parts.map(({ amount }) => [1, amount!]));
  const places = operands.map(({ place }) => place);
  const verdict = compareAmounts(total.amount, sum);
  if (verdict === 'exact') yield holds(places);
  else if (verdict === 'rounding') yield rounding(places);
  else {
    const computed = moneyText(sum.value, total.unit);
    yield fails(
      `${operands[0]!.key}/kinds`,
      places,
      {
        zh: `“${total.label}”${figureText(total)}与各类资金之和${computed}不一致，请核实`,
        en: `“${total.label}” ${figureText(total)} is not the sum of its kinds, ${computed}`,
      },
      {
        reported: total.value,
        unit: total.unit,
        operands,
        ...(sum.value > total.amount.value ? {} : { severity: 'warning' as const }),
      },
    );
  }
}

const SCORES = [/执行/, /指标/, /总得分|总分|自评得分/];

/** 预算执行…得分, 指标…得分, 总得分 of one project. */
function* scoreInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  let open: Figure[] = [];
  for (const figure of narrative.figures) {
    if (figure.concept !== 'performance-score' || !figure.numeral) continue;
    open = SCORES[open.length]!.test(figure.label)
      ? [...open, figure]
      : SCORES[0]!.test(figure.label)
        ? [figure]
        : [];
    if (open.length < SCORES.length) continue;
    const [rate, indicators, total] = open.map((each) => narrative.operand(each));
    open = [];
    const right = [rate!, indicators!].map(term);
    yield new SaidIdentity([term(total!)], right, '=', total!, '/score');
  }
}

/** 整体支出绩效自评 is of the whole body, not of one of its projects. */
const OF_ALL = /整体/;

/** What the self-evaluation of the whole body says was executed is what it spent. */
function* executionInstances(facts: Lookup): Iterable<Instance> {
  const narrative = narrativeOf(facts);
  const totals = TOTALS.flatMap(([form, column]) => facts.operand(form, 'total', column) ?? []);
  const spent = totals[0];
  if (!spent || spent.amount?.value === 0n) return;
  for (const { concept, label, reported, budget, section, place } of narrative.statements) {
    if (concept !== 'performance-execution' || !reported?.amount || !reported.value) continue;
    // Half a year's execution is told as well; the whole year's stands beside its budget.
    if (!budget || /截[至止]|季度|月底|月末|监控/.test(place.text ?? '')) continue;
    const title = narrative.section(section)?.title ?? '';
    const around = `${title}${label}${place.text ?? ''}`;
    const whole = /^(?:本)?(?:部门|单位)(?:[（(]单位[）)])?$/.test(label) || OF_ALL.test(around);
    if (!whole || /项目/.test(`${title}${label}`)) continue;
    const { amount } = reported;
    if (spent.amount === null) {
      yield undecided(`${narrative.operand(reported).key}/executed`, [reported.place], {
        zh: `${spent.label}未能读出，无法与整体支出绩效自评的执行数核对`,
        en: `${spent.label} could not be read`,
      });
      continue;
    }
    // Some evaluate the appropriation alone.
    const verdicts = totals.map((t) => t.amount && compareAmounts(amount, t.amount));
    const places = [reported.place, spent.place];
    if (verdicts.includes('exact')) yield holds(places);
    else if (verdicts.includes('rounding')) yield rounding(places);
    else yield executed(facts, reported, spent);
  }
}

const TOTALS = [
  ['expenditure', 'current-year'],
  ['general-public-budget-expenditure', 'total'],
] as const;

function executed(facts: Lookup, figure: Figure, spent: Operand): Judgement {
  const operand = narrativeOf(facts).operand(figure);
  return fails(
    `${operand.key}/executed`,
    [figure.place, spent.place],
    {
      zh:
        `整体支出绩效自评的执行数${figureText(figure)}与${spent.label}` +
        `${printedText(spent)}不一致，请核实评价范围`,
      en:
        `The self-evaluation of the whole body says ${figureText(figure)} was executed, ` +
        `${spent.label} is ${printedText(spent)}`,
    },
    {
      reported: figure.value,
      unit: figure.unit,
      operands: [operand, spent],
      // A department may have evaluated itself without its units.
      ...(facts.filing.entities.length > 1 ? { severity: 'info' as const } : {}),
    },
  );
}

function said(text: string): string {
  return page(`叙述 第三部分 情况说明\n一、预算绩效情况说明\n${text}`);
}

/** What the narrative says of self-evaluation. */
export const PERFORMANCE_RULES: readonly Rule[] = [
  {
    id: 'narrative.grade-counts',
    title: { zh: '绩效自评各等级项目数之和', en: 'Grades add up to the number of projects' },
    severity: 'error',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: { zh: '核对项目个数和各等级个数。', en: 'Check the number of projects and grades.' },
    examples: {
      holds: said(
        '绩效自评个数10个：6个项目自评等级为“优”，4个项目自评等级为“良”，0个项目自评等级为“差”。',
      ),
      fails: said(
        '绩效自评个数10个：6个项目自评等级为“优”，3个项目自评等级为“良”，0个项目自评等级为“差”。',
      ),
      rounding: null,
      undecided: said(
        '绩效自评个数10个： 个项目自评等级为“优”，4个项目自评等级为“良”， 个项目自评等级为“差”。',
      ),
      absent: said('本部门没有项目。'),
    },
    instances: gradeInstances,
  },
  {
    id: 'narrative.performance-money',
    title: {
      zh: '绩效评价涉及资金等于各类资金之和',
      en: 'Evaluated money is the sum of its kinds',
    },
    severity: 'error',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: { zh: '核对涉及资金及其分类。', en: 'Check the amount and its kinds.' },
    examples: {
      holds: said(
        '组织开展了绩效自评，共涉及资金100.00万元，其中一般公共预算项目支出80.00万元、政府性基金预算项目支出20.00万元。',
      ),
      fails: said(
        '组织开展了绩效自评，共涉及资金100.00万元，其中一般公共预算项目支出80.00万元、政府性基金预算项目支出30.00万元。',
      ),
      rounding: said(
        '组织开展了绩效自评，共涉及资金100.00万元，其中一般公共预算项目支出80.00万元、政府性基金预算项目支出20.01万元。',
      ),
      undecided: null,
      absent: said('本部门没有项目。'),
    },
    instances: moneyInstances,
  },
  {
    id: 'narrative.performance-score',
    title: { zh: '总得分等于执行得分与指标得分之和', en: 'The score is the sum of its parts' },
    severity: 'warning',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: { zh: '核对各部分得分。', en: 'Check the scores.' },
    examples: {
      holds: said('综合考虑预算执行情况得分10分，指标完成情况得分88分，总得分98分。'),
      fails: said('综合考虑预算执行情况得分10分，指标完成情况得分88分，总得分95分。'),
      rounding: null,
      undecided: null,
      absent: said('本部门没有项目。'),
    },
    instances: scoreInstances,
  },
  {
    id: 'narrative.department-execution',
    title: {
      zh: '整体支出绩效自评的执行数等于本年支出合计',
      en: 'The self-evaluation of the whole body is of all it spent',
    },
    severity: 'warning',
    editions: null,
    years: null,
    basis: PERFORMANCE,
    remedy: {
      zh: '核对执行数与本年支出合计；评价范围不是全部支出的，加以说明。',
      en: 'Compare with the total; say so where only a part was evaluated.',
    },
    examples: examples(
      `支出决算表
      合计 本年支出合计={}
      叙述 第三部分 情况说明
      一、部门整体支出绩效自评结果
      部门整体支出自评得分95分，全年预算数120.00万元，执行数100.00万元，完成预算的83.33%。`,
      ['100.00', '150.00', '100.01'],
      '收入决算表\n合计 本年收入合计=100.00',
    ),
    instances: executionInstances,
  },
];
