import type { Condition, Slot, Topic, Words } from './narrative-model.js';
import { FOREIGN_GUESTS, partOf, parts, THREE_PUBLIC } from './narrative-topics.js';
import {
  all,
  byDirection,
  completion,
  either,
  given,
  input,
  inputIfGiven,
  itemReason,
  maybe,
  not,
  positive,
  reason,
  repeat,
  say,
} from './narrative-words.js';

/** What reasons are called in a list of what is to be typed. */
export const WHY = {
  total: reason('total', '收入、支出总计比上年增减的主要原因'),
  appropriationTotal: reason('appropriation-total', '财政拨款收入、支出总计比上年增减的主要原因'),
  appropriation: reason('appropriation-expenditure', '财政拨款支出比上年增减的主要原因'),
  general: reason('general-expenditure', '一般公共预算财政拨款支出比上年增减的主要原因'),
  generalBudget: reason(
    'general-expenditure-budget',
    '一般公共预算财政拨款支出决算数与年初预算数差异的主要原因',
  ),
  closing: reason('closing-balance', '年末结转和结余比上年增减的主要原因'),
  operating: reason('operating-expenses', '机关运行经费比上年增减的主要原因'),
  item: itemReason('function-item', '支出决算数与年初预算数差异的主要原因'),
} as const;

/** Why a three-public amount differs from last year's. */
export function whyThreePublic(id: string, name: string): Slot {
  return reason(`three-public-${id}`, `${name}比上年增减的主要原因`);
}

/** Why a three-public amount, or one printed with them, differs from its budget. */
export function whyThreePublicBudget(id: string, name: string): Slot {
  return reason(`three-public-${id}-budget`, `${name}决算数与预算数差异的主要原因`);
}

/** ，完成年初预算的…%: left out where there was no budget. */
export function completed(topic: Topic, words: string): Slot {
  return maybe`${words}${completion(topic)}`;
}

/**
 * 决算数大于年初预算数的主要原因是：…, or that both are the same. Nothing where there was neither.
 */
export function againstBudget(
  topic: Topic,
  budgetWord: string,
  why: Slot,
  is = '的主要原因是：',
): Slot {
  return byDirection(topic, 'budget', {
    more: say`决算数大于${budgetWord}${is}${why}。`,
    less: say`决算数小于${budgetWord}${is}${why}。`,
    equal: [either(positive(topic, 'budget'), say`决算数与${budgetWord}持平。`, [])],
  });
}

/** How citizens reach the body. */
/** ，平均得分98.50分. Left out where nobody told it. */
export function averageScore(words: string, id = 'performance-average'): Slot {
  return maybe`，${words}${inputIfGiven(id)}分`;
}

const GRADES = ['first', 'second', 'third', 'fourth'].map((at) => `performance-${at}`);

/** Whether somebody told how many projects have which grade. */
export const GRADED: Condition = all(...GRADES.map(given));

/** The numbers of projects by grade, the best first; `one` says one of them. */
export function gradeCounts(
  names: readonly [string, string, string, string],
  one: (grade: string, number: Slot) => Words,
): Words {
  return GRADES.flatMap((id, at) => [
    ...(at === 0 ? [] : ['，']),
    ...one(names[at]!, inputIfGiven(id)),
  ]);
}

/** 5个项目自评等级为“优”. */
export function gradedProjects(grade: string, number: Slot): Words {
  return say`${number}个项目自评等级为“${grade}”`;
}

/** 绩效评级为“优”的项目5个. */
export function projectsOfGrade(grade: string, number: Slot): Words {
  return say`绩效评级为“${grade}”的项目${number}个`;
}

export const CONTACT: Words = say`${maybe`联系人：${inputIfGiven('contact-person')}，`}联系电话：
  ${input('contact-phone')}${maybe`，联系地址：${inputIfGiven('contact-address')}`}。`;

/** That printed amounts are rounded; only where the document rounds. */
export const TAILS =
  '决算公开的金额以万元为单位保留两位小数，由原始数据四舍五入得出；个别合计数与各分项数之和可能存在尾差。';

/** Guests from abroad were received. */
export const HAD_FOREIGN_GUESTS: Condition = all(
  given('reception-foreign-guests'),
  positive(FOREIGN_GUESTS),
);

/** No three-public expenses, this year or last, and none budgeted. */
export const NO_THREE_PUBLIC: Condition = all(
  not(positive(THREE_PUBLIC)),
  not(positive(THREE_PUBLIC, 'budget')),
  not(positive(THREE_PUBLIC, 'prior')),
);

/** What a whole consists of, with shares; nothing where there is no whole. */
export function structure(list: Parameters<typeof parts>[0], whole: Topic): Slot {
  return either(positive(whole), say`，其中：${repeat(parts(list, true), partOf(whole, '占'))}`);
}
