import type { Rule } from '../rules/model.js';
import type { Lang } from './model.js';

/** What the first word of a rule's id stands for, in the order of the catalogue's page. */
const GROUPS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  summary: ['收入支出决算总表', 'Income and expenditure summary'],
  income: ['收入决算表', 'Income table'],
  expenditure: ['支出决算表', 'Expenditure table'],
  appropriation: ['财政拨款收入支出决算总表', 'Appropriation summary'],
  'general-public-budget-expenditure': [
    '一般公共预算财政拨款支出决算表',
    'General public budget expenditure',
  ],
  'basic-expenditure': ['一般公共预算财政拨款基本支出决算表', 'Basic expenditure'],
  'three-public': ['财政拨款“三公”经费支出决算表', 'Three public expenses'],
  'government-managed-funds': ['政府性基金预算财政拨款收入支出决算表', 'Government-managed funds'],
  'state-capital-operations': ['国有资本经营预算财政拨款支出决算表', 'State capital operations'],
  'related-information': ['部门决算公开相关信息统计表', 'Related information'],
  balances: ['结转结余', 'Balances carried'],
  narrative: ['情况说明', 'Narrative'],
  performance: ['绩效自评表', 'Performance forms'],
  classification: ['科目', 'Classification'],
  completeness: ['公开内容', 'Completeness of disclosure'],
  text: ['文字', 'Text'],
  privacy: ['保密与个人信息', 'Secrecy and personal information'],
  reference: ['与预算、上年决算对照', 'Against the budget and last year'],
};

/** The group of a rule: the first word of its id. */
export function groupOf(rule: Pick<Rule, 'id'>): string {
  return rule.id.split('.')[0] ?? rule.id;
}

/** A group as people call it; null when it has no name yet. */
export function groupName(group: string, lang: Lang): string | null {
  return GROUPS[group]?.[lang === 'zh' ? 0 : 1] ?? null;
}

/** Rules by group, groups in the order in which they first occur. */
export function rulesByGroup(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const list = groups.get(groupOf(rule)) ?? [];
    groups.set(groupOf(rule), list);
    list.push(rule);
  }
  return groups;
}
