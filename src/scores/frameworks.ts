import { type Rational, rational, WHOLE } from '../base/rational.js';
import { formulaNamed } from './formulas.js';
import type { Framework, FrameworkIndicator } from './framework.js';
import type { Band, Kept, Scoring } from './scoring.js';

const JUDGED: Scoring = { kind: 'judged' };
const percent = (value: number): Rational => rational(BigInt(value));
const share = (kept: number): Kept => ({ kind: 'share', value: rational(BigInt(kept), 100n) });

/** Limits from low to high with the share of the weight up to each (含); above the last: nothing. */
function rising(steps: readonly (readonly [upTo: number, kept: number])[]): Scoring {
  const bands = steps.map(
    ([upTo, kept], at): Band => ({
      low: at === 0 ? null : { at: percent(steps[at - 1]![0]), included: false },
      high: { at: percent(upTo), included: true },
      kept: share(kept),
    }),
  );
  const last = { at: percent(steps.at(-1)![0]), included: false };
  return { kind: 'bands', bands: [...bands, { low: last, high: null, kept: share(0) }] };
}

/** Limits from high to low with what is taken off the weight down to each (含); below: nothing. */
function falling(steps: readonly (readonly [downTo: number, less: Rational])[]): Scoring {
  const bands = steps.map(
    ([downTo, less], at): Band => ({
      low: { at: percent(downTo), included: true },
      high: at === 0 ? null : { at: percent(steps[at - 1]![0]), included: false },
      kept: at === 0 ? { kind: 'share', value: WHOLE } : { kind: 'less', value: less },
    }),
  );
  const last = { at: percent(steps.at(-1)![0]), included: false };
  return { kind: 'bands', bands: [...bands, { low: null, high: last, kept: share(0) }] };
}

/** So many conditions: one point for each share of the weight. */
function conditions(items: number, points: readonly number[]): Scoring {
  const steps = points.map((each, at) => ({ met: items - at, points: percent(each) }));
  return { kind: 'checklist', steps };
}

const CONTROL = rising([
  [100, 100],
  [105, 90],
  [110, 70],
  [120, 50],
]);
const CHANGE = rising([
  [0, 100],
  [5, 90],
  [10, 70],
  [20, 50],
]);
const BALANCE = rising([
  [5, 100],
  [10, 70],
  [20, 50],
]);
const KEY = falling([
  [95, rational(0n)],
  [90, rational(1n, 10n)],
  [85, rational(2n, 10n)],
  [80, rational(5n, 10n)],
  [75, rational(1n)],
  [65, rational(2n)],
]);
const BY_RATE: Scoring = { kind: 'proportional', of: '' };

type Row = readonly [name: string, weight?: number, scoring?: Scoring];

function level(
  firstLevel: string,
  secondLevel: string,
  rows: readonly Row[],
): readonly FrameworkIndicator[] {
  return rows.map(([name, weight, scoring]) => ({
    firstLevel,
    secondLevel,
    name,
    weight: weight === undefined ? null : percent(weight),
    formula: formulaNamed(name)?.id ?? null,
    scoring: scoring ?? JUDGED,
  }));
}

const named = (...names: readonly string[]): readonly Row[] => names.map((name): Row => [name]);

/** Evaluation frameworks that are known, each with what it rests on. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    id: 'department-common',
    title: {
      zh: '部门整体支出绩效评价共性指标体系',
      en: 'Common framework for departments as a whole',
    },
    basis: {
      zh: '预算绩效评价共性指标体系框架（财预〔2013〕53号）：指标与公式为通行做法，手头没有原文；分值和评分标准由各地自定',
      en:
        'Common Framework of Evaluation Indicators (2013) No. 53: indicators and formulas as ' +
        'commonly known, no text at hand; weights and standards are set locally',
    },
    evidence: 'unverified',
    since: 2013,
    of: 'department',
    indicators: [
      ...level('投入', '目标设定', named('绩效目标合理性', '绩效指标明确性')),
      ...level('投入', '预算配置', named('在职人员控制率', '“三公”经费变动率', '重点支出安排率')),
      ...level('过程', '预算执行', [
        ...named('预算完成率', '预算调整率', '支付进度率', '结转结余率', '结转结余变动率'),
        ...named('公用经费控制率', '“三公”经费控制率', '政府采购执行率'),
      ]),
      ...level('过程', '预算管理', [
        ...named('管理制度健全性', '资金使用合规性', '预决算信息公开性', '基础信息完善性'),
      ]),
      ...level('过程', '资产管理', named('资产管理制度健全性', '资产管理安全性', '固定资产利用率')),
      ...level('产出', '职责履行', [
        ...named('实际完成率', '完成及时率', '质量达标率', '重点工作办结率'),
      ]),
      ...level('效果', '履职效益', [
        ...named('经济效益', '社会效益', '生态效益', '社会公众或服务对象满意度'),
      ]),
    ],
  },
  {
    id: 'project-common',
    title: {
      zh: '项目支出绩效评价共性指标体系',
      en: 'Common framework for projects',
    },
    basis: {
      zh: '项目支出绩效评价管理办法（财预〔2020〕10号）：决策、过程、产出、效益四类指标为通行做法，手头没有原文；分值由评价方案确定',
      en:
        'Measures for the Evaluation of Project Expenditure (2020) No. 10: decision, process, ' +
        'output and benefit as commonly known, no text at hand; weights are set by each evaluation',
    },
    evidence: 'unverified',
    since: 2020,
    of: 'project',
    indicators: [
      ...level('决策', '项目立项', named('立项依据充分性', '立项程序规范性')),
      ...level('决策', '绩效目标', named('绩效目标合理性', '绩效指标明确性')),
      ...level('决策', '资金投入', named('预算编制科学性', '资金分配合理性')),
      ...level('过程', '资金管理', named('资金到位率', '预算执行率', '资金使用合规性')),
      ...level('过程', '组织实施', named('管理制度健全性', '制度执行有效性')),
      ...level('产出', '产出数量', named('实际完成率')),
      ...level('产出', '产出质量', named('质量达标率')),
      ...level('产出', '产出时效', named('完成及时性')),
      ...level('产出', '产出成本', named('成本节约率')),
      ...level('效益', '项目效益', named('实施效益', '满意度')),
    ],
  },
  {
    id: 'third-party-2021',
    title: {
      zh: '第三方部门整体支出评价 2021（陕西）',
      en: 'Third-party evaluation of a department, 2021 (Shaanxi)',
    },
    basis: {
      zh: '由陕西公开的一份 2021 年部门整体支出绩效评价报告读出并经验算：22 项指标、分值、公式和分档；职责履行六项随部门而定',
      en:
        'Read from a published report on 2021 and confirmed by arithmetic: 22 indicators with ' +
        'weights, formulas and bands; the six duties are those of the department',
    },
    evidence: 'sample',
    since: 2021,
    of: 'department',
    indicators: [
      ...level('投入', '目标设定', [
        ['绩效目标合理性', 3, conditions(3, [3, 2, 1, 0])],
        ['绩效指标明确性', 4, conditions(4, [4, 3, 2, 1, 0])],
      ]),
      ...level('投入', '预算配置', [
        ['在职人员控制率', 4, CONTROL],
        ['“三公”经费变动率', 4, CHANGE],
        ['重点支出安排率', 3, KEY],
      ]),
      ...level('过程', '预算执行', [
        ['预算完成率', 4, BY_RATE],
        ['预算调整率', 4, CHANGE],
        ['结转结余率', 4, BALANCE],
        ['结转结余变动率', 4, CHANGE],
        ['公用经费控制率', 4, CONTROL],
        ['“三公”经费控制率', 4, CONTROL],
      ]),
      ...level('过程', '预算管理', [
        ['管理制度健全性', 3, conditions(3, [3, 2, 1, 0])],
        ['资金使用合规性', 5, conditions(5, [5, 4, 3, 0, 0, 0])],
        ['预算信息公开性', 2, conditions(2, [2, 1, 0])],
      ]),
      ...level(
        '产出',
        '职责履行',
        ['一', '二', '三', '四', '五', '六'].map(
          (nth): Row => [`重点工作${nth}`, 6, conditions(2, [6, 3, 0])],
        ),
      ),
      ...level('效益', '履职效益', [
        ['社会效益', 6, { kind: 'each', points: percent(2), cap: percent(6) }],
        ['社会公众或服务对象满意度', 6, BY_RATE],
      ]),
    ],
  },
];

/** What an account is held against where no other framework is asked for. */
export const DEPARTMENT_FRAMEWORK: Framework = FRAMEWORKS[0]!;
