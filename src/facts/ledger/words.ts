import { normaliseLabel } from '../../base/label.js';
import type { Fund, IncomeKind, LedgerLine, Nature } from './model.js';

type Words<Meaning> = readonly (readonly [meaning: Meaning, words: RegExp])[];

/** 资金来源, 资金性质: as books and budget systems call them. */
const FUNDS: Words<Fund> = [
  ['own', /非财政|单位资金|自有|自筹|专户|财政专户|往来|其他资金|非同级/],
  ['own', /^(?:上级补助|事业|经营|附属单位上缴|其他)(?:预算)?收入$/],
  ['government-managed-funds', /政府性基金|^基金(?:预算)?(?:财政)?(?:拨款|资金)?$/],
  ['state-capital-operations', /国有资本|^国资/],
  ['general-public-budget', /一般公共预算|公共财政预算|^一般预算|^一般公共/],
];

/** 支出类型; 公用经费 and 人员类 are the kinds of projects of the integrated budget system. */
const NATURES: Words<Nature> = [
  ['remitted-to-superior', /上缴上级/],
  ['subsidy-to-affiliated', /对?(?:附属|下级)单位.*补助|补助下级/],
  ['business', /^经营/],
  ['project', /项目支出|^项目$|特定目标|其他运转/],
  ['basic', /基本支出|^基本$|^人员(?:经费|支出|类)|公用(?:经费|支出|类)/],
];

/** 收入类别. */
const INCOMES: Words<IncomeKind> = [
  ['superior-subsidy', /上级补助/],
  ['affiliated', /附属单位(?:上缴|缴)/],
  ['appropriation', /财政拨款|一般公共预算|政府性基金|国有资本经营/],
  ['business', /^经营(?:预算)?收入$/],
  ['institution', /^(?:科研|非科研)?事业(?:预算)?收入|专户/],
  ['other', /^其他(?:预算)?收入|利息|捐赠|租金|^非同级财政拨款/],
];

/** What a line of the books is. */
const KINDS: Words<LedgerLine['kind']> = [
  ['use-of-surplus', /使用(?:非财政拨款|专用)结余/],
  ['surplus-distribution', /结余分配|提取专用结余/],
  ['opening', /(?:年初|上年|期初)(?:财政拨款)?结[转余]|^(?:年初|期初)余额/],
  ['closing', /(?:年末|期末)(?:财政拨款)?结[转余]|结转下年|^(?:年末|期末)余额/],
  ['budget', /预算数|年初预算|^预算$|预算批复/],
  ['expenditure', /支出/],
  ['income', /收入/],
];

function meaningIn<Meaning>(text: string, words: Words<Meaning>): Meaning | null {
  const label = normaliseLabel(text).replace(/^[\d.、-]+/, '');
  return words.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

/** Whose money the words name; null for 财政拨款 alone, which may be any of three. */
export function fundOf(text: string): Fund | null {
  return meaningIn(text, FUNDS);
}

export function natureOf(text: string): Nature | null {
  return meaningIn(text, NATURES);
}

/** Own money that comes from the budget of another body is no appropriation of one's own. */
export function incomeKindOf(text: string): IncomeKind | null {
  return /非同级/.test(text) ? 'other' : meaningIn(text, INCOMES);
}

/** 支出, 收入, 年初结转 …: what a line, or a table by its title, is. */
export function lineKindOf(text: string): LedgerLine['kind'] | null {
  return meaningIn(text, KINDS);
}
