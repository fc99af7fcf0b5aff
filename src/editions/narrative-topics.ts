import type { ChartTemplate, Items, Topic, Words } from './narrative-model.js';
import {
  amount,
  cell,
  concept,
  count,
  ITEM,
  LAST_YEAR,
  maybe,
  NAME,
  repeat,
  say,
  share,
  shownSum,
  sum,
  sumOfGiven,
  YEAR,
} from './narrative-words.js';

/** 总计 of both sides of all money. */
export const INCOME_TOTAL = concept('income-total');
export const EXPENDITURE_TOTAL = concept('expenditure-total');
export const CURRENT_INCOME = concept('current-income');
export const CURRENT_EXPENDITURE = concept('current-expenditure');
export const OPENING = concept('opening-balance');
export const CLOSING = concept('closing-balance');
export const USE_OF_SURPLUS = concept('use-of-surplus');

/** 财政拨款: 总计 of both sides, and what was spent. */
export const APPROPRIATION_INCOME_TOTAL = concept('income-total', 'appropriation');
export const APPROPRIATION_EXPENDITURE_TOTAL = concept('expenditure-total', 'appropriation');
export const APPROPRIATION_SPENT = concept('scoped-expenditure', 'appropriation');
const FUND_SCOPES = [
  'general-public-budget',
  'government-managed-funds',
  'state-capital-operations',
] as const;
export const APPROPRIATION_BASIC = sum(
  '财政拨款基本支出',
  ...FUND_SCOPES.map((scope) => concept('basic-expenditure', scope)),
);
export const APPROPRIATION_PROJECT = sum(
  '财政拨款项目支出',
  ...FUND_SCOPES.map((scope) => concept('project-expenditure', scope)),
);

/** What was spent of all three, added up: each has its own budget. */
export const APPROPRIATION_BUDGETED = shownSum(
  '财政拨款支出',
  APPROPRIATION_SPENT,
  null,
  ...FUND_SCOPES.map((scope) => concept('scoped-expenditure', scope)),
);

/** 一般公共预算财政拨款: what was spent, and the basic part of it. */
export const GENERAL_SPENT = concept('scoped-expenditure', 'general-public-budget');
export const GENERAL_BASIC = concept('basic-expenditure', 'general-public-budget');
export const PERSONNEL = concept('personnel-total', 'general-public-budget');
export const PUBLIC = concept('public-total', 'general-public-budget');
export const PROJECT = concept('project-expenditure');

export const FUNDS_INCOME = concept('scoped-income', 'government-managed-funds');
export const FUNDS_SPENT = concept('current-expenditure', 'government-managed-funds');
export const FUNDS_OPENING = concept('opening-balance', 'government-managed-funds');
export const FUNDS_CLOSING = concept('closing-balance', 'government-managed-funds');
export const CAPITAL_INCOME = concept('scoped-income', 'state-capital-operations');
export const CAPITAL_SPENT = concept('current-expenditure', 'state-capital-operations');

/** 财政拨款收入 and what it consists of, as columns and lines of the tables on all income. */
export const APPROPRIATION_INCOME = cell('income', 'total', 'appropriation');
const SUMMARY = 'income-expenditure-summary';
export const GENERAL_INCOME = cell(SUMMARY, 'general-public-budget', 'amount', '收入');
export const FUNDS_INCOME_LINE = cell(SUMMARY, 'government-managed-funds', 'amount', '收入');
export const CAPITAL_INCOME_LINE = cell(SUMMARY, 'state-capital-operations', 'amount', '收入');

type Part = readonly [name: string, topic: Topic];

export const OWN_INCOME_PARTS: readonly Part[] = [
  ['上级补助收入', concept('superior-subsidy-income')],
  ['事业收入', concept('institution-income')],
  ['经营收入', concept('business-income')],
  ['附属单位上缴收入', concept('affiliated-income')],
  ['其他收入', concept('other-income')],
];

export const INCOME_PARTS: readonly Part[] = [
  ['财政拨款收入', APPROPRIATION_INCOME],
  ...OWN_INCOME_PARTS,
];

export const EXPENDITURE_PARTS: readonly Part[] = [
  ['基本支出', concept('basic-expenditure')],
  ['项目支出', concept('project-expenditure')],
  ['上缴上级支出', concept('remitted-to-superior')],
  ['经营支出', concept('business-expenditure')],
  ['对附属单位补助支出', concept('subsidy-to-affiliated')],
];

export function parts(list: readonly Part[], nonZero = false): Items & { each: 'parts' } {
  return { each: 'parts', parts: list, nonZero, counting: false, whole: null };
}

function codes(
  form:
    | 'general-public-budget-expenditure'
    | 'government-managed-funds'
    | 'state-capital-operations',
  column: string,
  digits: 3 | 5 | 7,
  spent = false,
): Items {
  return { each: 'codes', form, column, digits, spent };
}

export const GENERAL_CLASSES = codes('general-public-budget-expenditure', 'total', 3);
export const GENERAL_CLASSES_SPENT = codes('general-public-budget-expenditure', 'total', 3, true);
export const GENERAL_ITEMS = codes('general-public-budget-expenditure', 'total', 7);
export const FUNDS_ITEMS = codes('government-managed-funds', 'expenditure', 7);
export const CAPITAL_ITEMS = codes('state-capital-operations', 'expenditure', 7);
export const UNITS: Items = { each: 'units' };

export const THREE_PUBLIC = concept('three-public-total', 'appropriation');
export const ABROAD = concept('three-public-abroad', 'appropriation');
export const VEHICLES = concept('three-public-vehicles', 'appropriation');
export const PURCHASE = concept('three-public-vehicle-purchase', 'appropriation');
export const OPERATION = concept('three-public-vehicle-operation', 'appropriation');
export const RECEPTION = concept('three-public-reception', 'appropriation');
/** 国内公务接待, guests from abroad among them: no table prints it by itself. */
export const RECEPTION_AT_HOME = sum('国内公务接待支出', RECEPTION);
export const CONFERENCE = concept('conference', 'appropriation');
export const TRAINING = concept('training', 'appropriation');

export const GROUPS = count(concept('abroad-groups'), '个');
export const TRAVELLERS = count(concept('abroad-persons'), '人次');
export const VEHICLES_PURCHASED = count(concept('vehicles-purchased'), '辆');
export const VEHICLES_KEPT = count(concept('vehicles-kept'), '辆');
const DOMESTIC_BATCHES = concept('reception-domestic-batches');
const DOMESTIC_PERSONS = concept('reception-domestic-persons');
const FOREIGN_BATCHES = concept('reception-foreign-batches');
const FOREIGN_PERSONS = concept('reception-foreign-persons');
export const FOREIGN_GUESTS = concept('reception-foreign-guests');

/** Batches and persons of all receptions: those of foreign guests are optional. */
export const ALL_BATCHES = sumOfGiven('接待批次', DOMESTIC_BATCHES, FOREIGN_BATCHES);
export const ALL_PERSONS = sumOfGiven('接待人次', DOMESTIC_PERSONS, FOREIGN_PERSONS);
export const FOREIGN_BATCH_COUNT = count(FOREIGN_BATCHES, '批次');
export const FOREIGN_PERSON_COUNT = count(FOREIGN_PERSONS, '人次');

export const OPERATING_EXPENSES = shownSum(
  '机关运行经费',
  'only-part',
  'operating-expenses',
  cell('related-information', 'operating-administrative', 'value'),
  cell('related-information', 'operating-civil-service-managed', 'value'),
);

export const PROCUREMENT = concept('procurement-total');
export const GOODS = concept('procurement-goods');
export const WORKS = concept('procurement-works');
export const SERVICES = concept('procurement-services');
export const SMALL_AND_MEDIUM = concept('procurement-sme');
export const SMALL_AND_MICRO = concept('procurement-small');

/** 共有车辆 and its kinds. */
export const ALL_VEHICLES = count(concept('vehicles-total'), '辆');
export const VEHICLE_KINDS: readonly Part[] = [
  ['副部（省）级及以上领导用车', concept('vehicles-provincial-leaders')],
  ['主要领导干部用车', concept('vehicles-principal-leaders')],
  ['机要通信用车', concept('vehicles-confidential')],
  ['应急保障用车', concept('vehicles-emergency')],
  ['执法执勤用车', concept('vehicles-law-enforcement')],
  ['特种专业技术用车', concept('vehicles-special-technical')],
  ['离退休干部用车', concept('vehicles-retired-cadres')],
  ['其他用车', concept('vehicles-other')],
];
export const EQUIPMENT = count(concept('equipment'), '台（套）');

/** 其中：…用车1辆、…用车2辆. */
export function vehicleKinds(list: readonly Part[], nonZero = false): Words {
  return [
    repeat(
      { ...parts(list, nonZero), counting: true, whole: concept('vehicles-total') },
      say`${NAME}${count(ITEM, '辆')}`,
      '、',
    ),
  ];
}

/** Parts of a whole with their shares, as a pie. */
export function pie(id: string, title: string, list: readonly Part[]): ChartTemplate {
  return {
    ...{ id, title: [title], shape: 'pie', unit: null, categories: list, nonZero: true },
    series: [{ name: [title], measure: 'reported' }],
  };
}

/** 财政拨款收入1.00万元，占100.00%: a part with its share. */
export function partOf(whole: Topic, word: string): Words {
  return say`${NAME}${amount(ITEM)}${maybe`，${word}${share(ITEM, whole)}`}`;
}

/** This year and last year side by side. */
export function comparisonChart(id: string, title: string, list: readonly Part[]): ChartTemplate {
  return {
    ...{ id, title: [title], shape: 'bars', unit: null, categories: list, nonZero: false },
    series: [
      { name: say`${LAST_YEAR}年度`, measure: 'prior' },
      { name: say`${YEAR}年度`, measure: 'reported' },
    ],
  };
}
