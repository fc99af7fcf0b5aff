import type { AppraisalTruth, IndicatorTruth } from './appraisal.js';

/** A form as rows of cells; the title and the year stand above as lines of their own. */
export interface AppraisalSheet {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** Prints a form in its layout. */
export function appraisalSheet(truth: AppraisalTruth): AppraisalSheet {
  return { title: TITLES[truth.layout], rows: rectangular(PRINTERS[truth.layout](truth)) };
}

const TITLES: Readonly<Record<AppraisalTruth['layout'], string>> = {
  stepped: '项目支出绩效自评表',
  rated: '项目绩效自评表',
  sourced: '项目支出绩效自评表',
  lined: '项目支出绩效自评表',
  signed: '预算项目绩效自评表',
  'invented-left': '财政支出项目绩效自评价表',
  'invented-right': '部门预算项目绩效目标自评表',
  'tasked-department': '部门整体支出绩效自评表',
  'signed-department': '部门（单位）整体绩效自评表',
};

type Rows = (readonly string[])[];

const PRINTERS: Readonly<Record<AppraisalTruth['layout'], (truth: AppraisalTruth) => Rows>> = {
  stepped,
  rated,
  sourced,
  lined,
  signed,
  'invented-left': inventedLeft,
  'invented-right': inventedRight,
  'tasked-department': taskedDepartment,
  'signed-department': signedDepartment,
};

/** Every row as wide as the widest: a table of an office program. */
function rectangular(rows: Rows): Rows {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** ≥12场, words as they are. */
export function targetText({ operator, target, unit }: IndicatorTruth): string {
  return `${operator ?? ''}${target}${unit}`;
}

function actualText({ actual, unit, operator }: IndicatorTruth): string {
  return operator === null ? actual : `${actual}${unit}`;
}

/** A level is printed on its first row only, as a cell over several rows is. */
function withLevels(
  indicators: readonly IndicatorTruth[],
  rest: (indicator: IndicatorTruth) => readonly string[],
  before: readonly string[] = [],
): Rows {
  let first = '';
  let second = '';
  return indicators.map((indicator) => {
    const levels = [
      indicator.firstLevel === first ? '' : indicator.firstLevel,
      indicator.firstLevel === first && indicator.secondLevel === second
        ? ''
        : indicator.secondLevel,
    ];
    first = indicator.firstLevel;
    second = indicator.secondLevel;
    return [...before, ...levels, indicator.name, ...rest(indicator)];
  });
}

function stepped(truth: AppraisalTruth): Rows {
  const { sources, rate, rateScore } = truth;
  return [
    ['项目名称', '', truth.title],
    ['主管部门及代码', '', '101-示例主管局', '', '', '', '实施单位', '示例中心'],
    [
      ...['项目资金安排及执行（万元）', '', '', '年初预算数', '', '全年预算数', '全年执行数'],
      ...['资金结余', '执行率', '得分'],
    ],
    ['', '', '', '申报数', '编制数'],
    ...sources.map(({ name, budget, executed }) => {
      const label = name === '资金总额' ? '资金总额：' : name;
      return ['', '', label, budget, budget, budget, executed, '', rate, rateScore];
    }),
    ['项目年度绩效目标', '年度目标', '', '', '', '', '实际完成情况'],
    ['', truth.expectedGoal, '', '', '', '', truth.actualGoal],
    [
      ...['绩效指标', '一级指标', '二级指标', '三级指标', '年初指标值', '调整后指标值'],
      ...['实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ],
    ...withLevels(
      truth.indicators,
      (each) => [
        targetText(each),
        targetText(each),
        actualText(each),
        each.weight,
        each.score,
        each.reason,
      ],
      [''],
    ),
    ['总分', '', '', '', '', '', '', '', truth.total, truth.grade],
    ['项目绩效分析', '自评结果分析', '项目实施和预算执行情况', '按进度付款，未发生超支。'],
  ];
}

function rated(truth: AppraisalTruth): Rows {
  return [
    ['项目名称', truth.title],
    [
      ...['一级指标', '二级指标', '目标指标', '权重', '目标值', '业绩值', '完成率', '指标得分'],
      '偏差原因分析及改进措施',
    ],
    ...withLevels(truth.indicators, (each) => [
      each.weight,
      targetText(each),
      actualText(each),
      each.completion,
      each.score,
      each.reason,
    ]),
    ['合计', '', '', '100', '', '', '', truth.total],
  ];
}

function sourced(truth: AppraisalTruth): Rows {
  const [whole, ...others] = truth.sources;
  return [
    ['项目名称', '', truth.title],
    ['主管部门', '', '示例主管局', '', '实施单位', '示例中心'],
    ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [
      ...[whole!.name, '', whole!.budget, whole!.budget, whole!.executed, '10'],
      ...[`${truth.rate}%`, truth.rateScore],
    ],
    ...others.map(({ name, budget, executed }, at) => [
      ...[`${at === 0 ? '其中：' : ''}${name}`, '', budget, budget, executed, '—', '', '—'],
    ]),
    ['年度总体目标', '预期目标', '', '', '实际完成情况'],
    ['', truth.expectedGoal, '', '', truth.actualGoal],
    [
      ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      '偏差原因分析及改进措施',
    ],
    ...withLevels(truth.indicators, (each) => [
      targetText(each),
      actualText(each),
      each.weight,
      each.score,
      each.reason,
    ]),
    ['总分', '', '', '', '', '100', truth.total],
  ];
}

function lined(truth: AppraisalTruth): Rows {
  const [whole, ...others] = truth.sources;
  return [
    ['项目名称', truth.title],
    ['主管部门及代码', '101-示例股', '实施单位', '示例中心'],
    ['项目资金（元）'],
    ['实施期资金总额：', whole!.budget, '年度资金总额：', whole!.budget],
    ...others.map(({ name, budget }, at) => {
      const label = at === 0 ? `其中：${name}` : name;
      return [label, budget, label, budget];
    }),
    ['总体目标'],
    ['实施期目标', '', '全年实际完成情况'],
    [truth.expectedGoal, '', truth.actualGoal],
    ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分'],
    ...withLevels(truth.indicators, (each) => [
      targetText(each),
      actualText(each),
      each.weight,
      each.score,
    ]),
    ['总分', '', '', '', '', '100', truth.total],
  ];
}

const REASON_KINDS = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明'];

function signed(truth: AppraisalTruth): Rows {
  const [whole] = truth.sources;
  const blanks = ['', '', '', '', ''];
  return [
    ['项目名称', '', truth.title],
    ['主管部门', '', '示例主管局'],
    [
      ...['项目预算金额（万元）', '', whole!.budget, '', '全年执行数', '', whole!.executed],
      ...['', '执行率', '', `${truth.rate}%`],
    ],
    ['年度总体目标', '年初设定目标', '', '', '', '', '全年实际完成情况'],
    ['', truth.expectedGoal, '', '', '', '', truth.actualGoal],
    [
      ...['绩效指标', '一级指标', '二级指标', '三级指标', '年度目标值', '', '', '全年完成值'],
      ...['完成程度', '分值', '得分', '未完成原因分析', ...blanks, '改进措施'],
    ],
    ['', '', '', '', '运算符号', '内容', '度量单位', '', '', '', '', ...REASON_KINDS],
    ...withLevels(truth.indicators, (each) => signedCells(each), ['']),
    [
      ...['指标自评得分小计', '', truth.subtotal, '', '预算执行率得分', '', truth.rateScore, ''],
      ...['减分项', '', truth.deduction, '', '绩效自评总得分', '', truth.total],
    ],
    ['结果应用建议', '', '结果应用建议选项', '', '', '', '', '', '具体建议内容'],
    ['', '', '改进预算项目管理', '', '', '', '', '', '√ 继续做好项目前期准备。'],
    ['', '', '规范财政资金管理'],
  ];
}

function signedCells(each: IndicatorTruth): readonly string[] {
  const sign = { '≥': '>=', '≤': '<=', '=': '=' };
  return [
    ...[each.operator === null ? '' : sign[each.operator], each.target, each.unit, each.actual],
    ...[each.completion, each.weight, each.score],
    ...['', '', each.reason === '' ? '' : '√', '', '', each.reason],
    each.reason === '' ? '' : '加强人员配备',
  ];
}

/** Columns in an order that no sample has, a functional code, another name for everything. */
function inventedLeft(truth: AppraisalTruth): Rows {
  const [whole, ...others] = truth.sources;
  return [
    ['项目名称', truth.title, '', '功能分类科目', truth.code ?? ''],
    ['资金来源（万元）', '预算安排', '预算执行数', '执行率', '执行得分'],
    [whole!.name, whole!.budget, whole!.executed, `${truth.rate}%`, truth.rateScore],
    ...others.map(({ name, budget, executed }) => [name, budget, executed]),
    [
      ...['指标名称', '一级指标', '二级指标', '权重', '计划值', '实际值', '完成率', '自评分'],
      '未完成原因',
    ],
    ...truth.indicators.map((each) => [
      ...[each.name, each.firstLevel, each.secondLevel, each.weight, targetText(each)],
      ...[actualText(each), each.completion, each.score, each.reason],
    ]),
    ['合计', '', '', '100', '', '', '', truth.total, truth.grade],
  ];
}

/** Weights before everything else, the score before the result. */
function inventedRight(truth: AppraisalTruth): Rows {
  return [
    ['项目名称', '', truth.title],
    ['年度资金（万元）', '', '调整后预算数', '全年支出数', '预算执行率', '得分'],
    ...truth.sources.map(({ name, budget, executed }, at) => [
      ...[name, '', budget, executed, at === 0 ? `${truth.rate}%` : ''],
      at === 0 ? truth.rateScore : '',
    ]),
    ['年度目标', '年初总体目标', '', '', '目标完成情况'],
    ['', truth.expectedGoal, '', '', truth.actualGoal],
    ['标准分', '一级指标', '二级指标', '三级指标', '预期值', '自评得分', '实现值', '偏差原因'],
    ...truth.indicators.map((each) => [
      ...[each.weight, each.firstLevel, each.secondLevel, each.name, targetText(each)],
      ...[each.score, actualText(each), each.reason],
    ]),
    ['总得分', '', '', '', '', truth.total],
  ];
}

function taskedDepartment(truth: AppraisalTruth): Rows {
  const [whole] = truth.sources;
  return [
    ['单位名称', '', truth.title],
    [
      ...['', '任务名称', '主要内容', '完成情况', '全年预算数（万元）', '', ''],
      ...['全年执行数（万元）', '', '', '分值', '执行率', '得分'],
    ],
    ['', '', '', '', '总额', '财政拨款', '其他资金', '总额', '财政拨款', '其他资金'],
    ...truth.tasks.map(({ name, budget, executed, weight, score }, at) => [
      ...[at === 0 ? '年度主要任务' : '', name, '按计划开展', '100%', budget, budget, ''],
      ...[executed, executed, '', weight, '100%', score],
    ]),
    ['金额合计', '', '', '', whole!.budget, '', '', whole!.executed, '', '', '', '100%'],
    ['年度总体目标', '预期目标', '', '', '', '', '目标实际完成情况'],
    ['', truth.expectedGoal, '', '', '', '', truth.actualGoal],
    [
      ...['年度绩效指标', '一级指标', '二级指标', '指标内容', '', '', '年度指标值', ''],
      ...['实际完成值', '', '分值', '', '得分'],
    ],
    ...withLevels(
      truth.indicators,
      (each) => ['', '', targetText(each), '', actualText(each), '', each.weight, '', each.score],
      [''],
    ),
    ['总分', '', '', '', '', '', '', '', '', '', '100', '', truth.total],
  ];
}

function signedDepartment(truth: AppraisalTruth): Rows {
  const blanks = ['', '', '', ''];
  return [
    ['部门（单位）名称', '', truth.title],
    [
      ...['年度主要任务', '对应项目', '', '', '', '项目下达金额', '项目执行金额', '项目执行率'],
      ...['分值', '得分'],
    ],
    ...truth.tasks.map(({ name, budget, executed, weight, score }) => [
      ...['', name, '', '', '', budget, executed, '100%', weight, score],
    ]),
    ['年度目标', '年初总体目标', '', '', '', '全年完成情况'],
    ['', truth.expectedGoal, '', '', '', truth.actualGoal],
    [
      ...['一级指标', '二级指标', '三级指标', '运算符号', '指标值', '度量单位', '全年完成值'],
      ...['完成程度', '分值', '得分', '偏差原因分析', ...blanks, '改进措施'],
    ],
    [
      ...Array<string>(10).fill(''),
      ...REASON_KINDS.slice(0, 4).map((name) => `${name}原因分析`),
      '其他原因分析',
    ],
    ...withLevels(truth.indicators, (each) => {
      const [operator, target, unit, actual, completion, weight, score] = signedCells(each);
      const reason = ['', '', '', '', each.reason, each.reason === '' ? '' : '完善排期'];
      return [operator!, target!, unit!, actual!, completion!, weight!, score!, ...reason];
    }),
    ['总评价得分', ...Array<string>(8).fill(''), truth.total],
  ];
}
