import type { Wording } from '../base/wording.js';
import type { Formula, FormulaId, FormulaInput, InputId } from './framework.js';

/** What each operand is called. */
export const INPUT_NAMES: Readonly<Record<InputId, Wording>> = {
  staff: { zh: '在职人员数', en: 'staff in post' },
  posts: { zh: '编制数', en: 'established posts' },
  'three-public-budget': { zh: '“三公”经费预算数', en: 'budget of three-public expenses' },
  'three-public-executed': { zh: '“三公”经费决算数', en: 'three-public expenses' },
  'key-projects': { zh: '重点项目支出', en: 'expenditure on key projects' },
  projects: { zh: '项目总支出', en: 'project expenditure' },
  executed: { zh: '预算完成数（支出决算数）', en: 'expenditure' },
  'adjusted-budget': { zh: '调整预算数', en: 'adjusted budget' },
  'initial-budget': { zh: '年初预算数', en: 'budget at the beginning of the year' },
  'budget-change': { zh: '预算调整数', en: 'adjustment of the budget' },
  balance: { zh: '结转结余总额', en: 'balances carried over' },
  'public-executed': { zh: '公用经费决算数', en: 'public expenses' },
  'public-budget': { zh: '公用经费预算数', en: 'budget of public expenses' },
  'procurement-executed': { zh: '政府采购实际金额', en: 'government procurement' },
  'procurement-budget': { zh: '政府采购预算数', en: 'budget of government procurement' },
  received: { zh: '实际到位资金', en: 'funds received' },
  paid: { zh: '实际支付数', en: 'payments' },
  'planned-payment': { zh: '应支付数', en: 'payments due' },
  'planned-cost': { zh: '计划成本', en: 'planned cost' },
  'actual-cost': { zh: '实际成本', en: 'actual cost' },
  'actual-output': { zh: '实际产出数', en: 'actual output' },
  'planned-output': { zh: '计划产出数', en: 'planned output' },
  'assets-used': { zh: '实际在用固定资产总额', en: 'fixed assets in use' },
  assets: { zh: '固定资产总额', en: 'fixed assets' },
};

const input = (id: InputId, says: RegExp): FormulaInput => ({ id, says });

const EXECUTED = input('executed', /完成数|决算数|执行数|执行金额|实际(?:支出|完成|执行|使用)/);
const ADJUSTED = input('adjusted-budget', /(?:调整|全年|追加)后?预算/);
const INITIAL = input(
  'initial-budget',
  /年初预算|批复预算|^(?!.*(?:调整|完成)).*预算(?:数|金额|资金|支出)/,
);
const BALANCE = input('balance', /结转.{0,6}结余|结转资金|结余资金/);

/**
 * The rates of evaluation frameworks, each once. They are those of the Ministry's common framework
 * for departments and projects as reports print them.
 */
export const FORMULAS: readonly Formula[] = [
  {
    id: 'staff-control',
    name: { zh: '在职人员控制率', en: 'Staff in post over established posts' },
    names: /(?:在职)?人员控制率/,
    kind: 'share',
    top: input('staff', /^(?!.*编制).*(?:实有|在职|在编|实际)/),
    bottom: [input('posts', /编制/)],
  },
  {
    id: 'three-public-change',
    name: { zh: '“三公”经费变动率', en: 'Change of three-public expenses' },
    names: /三公(?:经费)?变动率/,
    kind: 'change',
    top: input('three-public-budget', /三公/),
    bottom: [{ ...input('three-public-budget', /三公/), lastYear: true }],
  },
  {
    id: 'key-expenditure',
    name: { zh: '重点支出安排率', en: 'Key projects over project expenditure' },
    names: /重点(?:项目)?支出(?:安排|保障)率/,
    kind: 'share',
    top: input('key-projects', /重点(?:项目)?(?:总)?支出/),
    bottom: [input('projects', /^(?!.*重点).*项目(?:总)?支出/)],
  },
  {
    id: 'budget-completion',
    name: { zh: '预算完成率', en: 'Expenditure over the adjusted budget' },
    names: /预算(?:资金)?完成率/,
    kind: 'share',
    top: EXECUTED,
    bottom: [ADJUSTED, INITIAL],
  },
  {
    id: 'budget-adjustment',
    name: { zh: '预算调整率', en: 'Adjustment over the budget' },
    names: /预算调整率/,
    kind: 'share',
    top: input('budget-change', /预算调整(?:数|金额|额)|^(?:预算)?(?:追加|调整)(?:数|金额)/),
    bottom: [INITIAL, ADJUSTED],
  },
  {
    id: 'balance-rate',
    name: { zh: '结转结余率', en: 'Balances over the budget' },
    names: /^结转(?:和)?结余率|^结余结转率/,
    kind: 'share',
    top: BALANCE,
    bottom: [input('adjusted-budget', /预算/)],
  },
  {
    id: 'balance-change',
    name: { zh: '结转结余变动率', en: 'Change of balances' },
    names: /结转(?:和)?结余变动率|结余结转变动率/,
    kind: 'change',
    top: BALANCE,
    bottom: [{ ...BALANCE, lastYear: true }],
  },
  {
    id: 'public-expenses-control',
    name: { zh: '公用经费控制率', en: 'Public expenses over their budget' },
    names: /公用经费控制率/,
    kind: 'share',
    top: input('public-executed', /^(?!.*预算)(?=.*公用经费).*(?:决算|实际|支出)/),
    bottom: [input('public-budget', /(?=.*公用经费).*(?:预算|安排)/)],
  },
  {
    id: 'three-public-control',
    name: { zh: '“三公”经费控制率', en: 'Three-public expenses over their budget' },
    names: /三公(?:经费)?控制率/,
    kind: 'share',
    top: input('three-public-executed', /^(?!.*预算)(?=.*三公).*(?:决算|实际|支出)/),
    bottom: [input('three-public-budget', /(?=.*三公).*(?:预算|安排)/)],
  },
  {
    id: 'procurement-execution',
    name: { zh: '政府采购执行率', en: 'Procurement over its budget' },
    names: /政府采购(?:预算)?执行率/,
    kind: 'share',
    top: input('procurement-executed', /^(?!.*(?:预算|计划)).*采购/),
    bottom: [input('procurement-budget', /(?=.*采购).*(?:预算|计划)/)],
  },
  {
    id: 'payment-progress',
    name: { zh: '支付进度率', en: 'Payments over payments due' },
    names: /(?:资金)?支付进度(?:率)?|支出进度(?:率)?/,
    kind: 'share',
    top: input('paid', /实际(?:支付|支出)/),
    bottom: [input('planned-payment', /应(?:支付|支出)|既定|计划|序时/)],
  },
  {
    id: 'funds-arrival',
    name: { zh: '资金到位率', en: 'Funds received over the budget' },
    names: /资金(?:及时)?到位率/,
    kind: 'share',
    top: input('received', /^(?!.*应到位).*到位/),
    bottom: [input('adjusted-budget', /预算|应到位|计划/)],
  },
  {
    id: 'execution-rate',
    name: { zh: '预算执行率', en: 'Expenditure over funds received' },
    names: /预算执行率|资金(?:使用|执行)率/,
    kind: 'share',
    top: EXECUTED,
    bottom: [input('received', /到位/), ADJUSTED, INITIAL],
  },
  {
    id: 'output-completion',
    name: { zh: '实际完成率', en: 'Actual over planned output' },
    names: /^实际完成率/,
    kind: 'share',
    top: input('actual-output', /实际(?:产出|完成)/),
    bottom: [input('planned-output', /计划(?:产出|完成)|目标/)],
  },
  {
    id: 'cost-saving',
    name: { zh: '成本节约率', en: 'Saving on the planned cost' },
    names: /成本节约率/,
    kind: 'saving',
    top: input('actual-cost', /实际(?:成本|支出)/),
    bottom: [input('planned-cost', /计划(?:成本|支出)|预算/)],
  },
  {
    id: 'asset-use',
    name: { zh: '固定资产利用率', en: 'Fixed assets in use' },
    names: /固定资产利用率/,
    kind: 'share',
    top: input('assets-used', /在用/),
    bottom: [input('assets', /^(?!.*在用).*固定资产/)],
  },
];

/** The formula of an id. */
export function formulaById(id: FormulaId): Formula {
  return FORMULAS.find((formula) => formula.id === id)!;
}

/** The formula that an indicator's name asks for; null where it names none. */
export function formulaNamed(name: string): Formula | null {
  const plain = name.replace(/[“”"‘’「」\s]/g, '');
  return FORMULAS.find(({ names }) => names.test(plain)) ?? null;
}

/** What an operand is called, with its year where it is last year's. */
export function inputName({ id, lastYear }: FormulaInput): Wording {
  const { zh, en } = INPUT_NAMES[id];
  return lastYear === true ? { zh: `上年${zh}`, en: `${en} last year` } : { zh, en };
}

/** A formula as a person writes it: 在职人员数 ÷ 编制数 × 100%. */
export function formulaText({ kind, top, bottom }: Formula): Wording {
  const [first] = bottom;
  const last = first!.lastYear === true;
  const a = INPUT_NAMES[top.id];
  const own = { zh: last ? `本年${a.zh}` : a.zh, en: a.en };
  const base = inputName(first!);
  if (kind === 'share') {
    return { zh: `${own.zh} ÷ ${base.zh} × 100%`, en: `${own.en} ÷ ${base.en} × 100%` };
  }
  const [from, less] = kind === 'change' ? [own, base] : [base, own];
  return {
    zh: `（${from.zh} − ${less.zh}）÷ ${base.zh} × 100%`,
    en: `(${from.en} − ${less.en}) ÷ ${base.en} × 100%`,
  };
}
