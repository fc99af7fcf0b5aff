/** A row of a performance form as it is printed, and what it means. */
export interface IndicatorTruth {
  readonly firstLevel: string;
  readonly secondLevel: string;
  readonly name: string;
  readonly operator: '≥' | '≤' | '=' | null;
  /** A number without its unit, or words. */
  readonly target: string;
  readonly unit: string;
  readonly actual: string;
  /** 77%, where the layout has such a column. */
  readonly completion: string;
  readonly weight: string;
  readonly score: string;
  readonly reason: string;
}

/** Where a project's money comes from; the first one is the whole. */
export interface SourceTruth {
  readonly name: string;
  readonly budget: string;
  readonly executed: string;
}

export interface TaskTruth {
  readonly name: string;
  readonly budget: string;
  readonly executed: string;
  readonly weight: string;
  readonly score: string;
}

/** How a form is laid out. The invented ones have headings and orders that no sample has. */
export type AppraisalLayout =
  | 'stepped'
  | 'rated'
  | 'sourced'
  | 'lined'
  | 'signed'
  | 'invented-left'
  | 'invented-right'
  | 'tasked-department'
  | 'signed-department';

/** A performance form: everything that it prints. Numbers are text as printed. */
export interface AppraisalTruth {
  readonly kind: 'project' | 'department';
  readonly layout: AppraisalLayout;
  readonly title: string;
  readonly year: number;
  readonly moneyUnit: '元' | '万元';
  /** Functional code, where the form names one. */
  readonly code: string | null;
  readonly sources: readonly SourceTruth[];
  readonly rate: string;
  readonly rateScore: string;
  readonly expectedGoal: string;
  readonly actualGoal: string;
  readonly tasks: readonly TaskTruth[];
  readonly indicators: readonly IndicatorTruth[];
  readonly subtotal: string;
  readonly deduction: string;
  readonly total: string;
  readonly grade: string;
  /** What was spent and what was planned, in cents. */
  readonly cents: bigint;
  readonly budgetCents: bigint;
}

/** What a layout prints besides the indicators. */
export interface LayoutTraits {
  readonly method: 'plain' | 'capped' | 'cut' | 'unrated' | 'whole';
  readonly weights: readonly number[];
  readonly rated: boolean;
  readonly subtotal: boolean;
  readonly grade: boolean;
  readonly completion: boolean;
  readonly reason: boolean;
  readonly executed: boolean;
  readonly sourceNames: readonly string[];
  readonly code: boolean;
  /** Sign, number and unit stand in cells of their own. */
  readonly apart: boolean;
}

const PLAIN: LayoutTraits = {
  method: 'plain',
  weights: [20, 10, 10, 10, 15, 15, 10],
  rated: true,
  subtotal: false,
  grade: false,
  completion: false,
  reason: true,
  executed: true,
  sourceNames: ['资金总额', '本级财政资金'],
  code: false,
  apart: false,
};

export const TRAITS: Readonly<Record<AppraisalLayout, LayoutTraits>> = {
  stepped: { ...PLAIN, grade: true },
  rated: {
    ...PLAIN,
    method: 'cut',
    weights: [12.9, 12.85, 12.85, 12.85, 12.85, 12.85, 12.85],
    completion: true,
    sourceNames: [],
    executed: false,
    rated: false,
  },
  sourced: {
    ...PLAIN,
    weights: [10, 10, 10, 10, 10, 10, 15, 15],
    sourceNames: ['年度资金总额', '当年财政拨款', '上年结转资金', '其他资金'],
  },
  lined: {
    ...PLAIN,
    method: 'unrated',
    weights: [10, 10, 10, 10, 20, 20, 20],
    rated: false,
    reason: false,
    executed: false,
    sourceNames: ['资金总额', '省级财政资金', '市县（区）财政资金'],
  },
  signed: {
    ...PLAIN,
    method: 'capped',
    weights: [12.5, 12.5, 12.5, 12.5, 20, 20],
    subtotal: true,
    completion: true,
    sourceNames: [],
    apart: true,
  },
  'invented-left': { ...PLAIN, grade: true, completion: true, code: true },
  'invented-right': {
    ...PLAIN,
    weights: [15, 15, 10, 10, 20, 20],
    sourceNames: ['资金合计', '财政拨款', '单位资金'],
  },
  'tasked-department': {
    ...PLAIN,
    method: 'unrated',
    weights: [10, 20, 10, 10, 15, 15, 20],
    rated: false,
    reason: false,
    executed: false,
    sourceNames: [],
  },
  'signed-department': {
    ...PLAIN,
    method: 'whole',
    weights: [3.5, 3.3, 3.2, 10, 10, 10, 20],
    rated: false,
    completion: true,
    executed: false,
    sourceNames: [],
    apart: true,
  },
};

export const NAMES: readonly string[] = [
  '窗口服务设施更新',
  '基层站所运行补助',
  '业务档案数字化',
  '宣传培训专项',
  '巡查监测服务购买',
  '专用设备维护',
  '便民热线运行',
  '年度抽样调查',
];

export interface Template {
  readonly levels: readonly [first: string, second: string];
  readonly name: string;
  readonly operator: '≥' | '≤' | '=' | null;
  readonly unit: string;
  /** Targets in whole numbers; none for words. */
  readonly range: readonly [number, number] | null;
  readonly words: readonly [target: string, actual: string] | null;
}

function counted(
  levels: Template['levels'],
  name: string,
  unit: string,
  range: readonly [number, number],
  operator: '≥' | '≤' | '=' = '≥',
): Template {
  return { levels, name, operator, unit, range, words: null };
}

function worded(levels: Template['levels'], name: string, target: string): Template {
  return { levels, name, operator: null, unit: '', range: null, words: [target, '达成预期指标'] };
}

const COUNT = ['产出指标', '数量指标'] as const;
const QUALITY = ['产出指标', '质量指标'] as const;
const TIME = ['产出指标', '时效指标'] as const;
const COST = ['产出指标', '成本指标'] as const;
const SOCIAL = ['效益指标', '社会效益指标'] as const;
const LASTING = ['效益指标', '可持续影响指标'] as const;
const PLEASED = ['满意度指标', '服务对象满意度指标'] as const;

/** Output first, then benefits, then satisfaction: forms keep to that order. */
export const TEMPLATES: readonly Template[] = [
  counted(COUNT, '组织培训场次', '场', [4, 40]),
  counted(COUNT, '维护终端数量', '台', [20, 300]),
  counted(COUNT, '服务群众人次', '人次', [300, 9000]),
  counted(QUALITY, '设备验收合格率', '%', [90, 100]),
  counted(QUALITY, '档案扫描差错数', '件', [3, 20], '≤'),
  counted(TIME, '事项按期办结率', '%', [85, 100]),
  counted(COST, '单次活动成本', '元', [200, 900], '≤'),
  worded(SOCIAL, '窗口服务水平', '明显改善'),
  counted(SOCIAL, '惠及村居数量', '个', [5, 60]),
  worded(LASTING, '长效管护机制', '持续健全'),
  counted(PLEASED, '办事群众满意率', '%', [85, 97]),
];
