import { fill } from '../base/wording.js';
import type { Lang } from '../pages/model.js';

const SENTENCES = {
  few: ['至少要有两个单位才能合并', 'merging takes at least two units'],
  years: ['各单位的年度不同（{}），不能合并', 'the units are of different years ({})'],
  twice: [
    '“{}”的数据给了两次，两次之间不能合为一个账套',
    '“{}” is there twice; give each unit once',
  ],
  unnamed: [
    '看不出部门的名称：请用 --entity 写明，或把本级的名称写成“…（本级）”',
    'the name of the department is not clear: give --entity, or call its own unit “…（本级）”',
  ],
  missing: ['{}：缺{}，不能合并', '{}: {} missing, cannot be merged'],
  entity: ['单位名称', 'the name of the unit'],
  'fiscal-year': ['年度', 'the year'],
  amounts: ['收支数据', 'the amounts'],
  alone: [
    '{}：没有写单位名称，也不知道属于哪个单位，没有采用',
    '{}: names no unit, and it is not clear whose it is; not used',
  ],
  done: ['{}{}年度：合并 {} 个单位（{}）', '{}, {}: {} units merged ({})'],
  eliminated: ['内部往来抵销 {} 笔，共 {}：', 'transfers between units eliminated: {}, {} in all:'],
  transfer: ['  {} → {}：{}（{}）', '  {} → {}: {} ({})'],
  subsidy: ['对附属单位补助 / 上级补助', 'subsidy to an affiliated unit'],
  remittance: ['上缴上级 / 附属单位上缴', 'remittance to the superior'],
  left: [
    '只有一方记账、没有抵销的 {} 笔，请核对（来自或付给本部门以外的，保留即可）：',
    '{} booked by one side only and left in; check them (they may be with bodies outside):',
  ],
  paid: ['  {} 付出 {}（{}），没有单位收到同样的数', '  {} paid {} ({}), nobody received it'],
  received: ['  {} 收到 {}（{}），没有单位付出同样的数', '  {} received {} ({}), nobody paid it'],
  conflict: [
    '{}：{} 采用“{}”（{}），不采用“{}”（{}）',
    '{}: {} is taken as “{}” ({}), not “{}” ({})',
  ],
  settle: [
    '{}有 {} 处不一致：在 {} 写明哪一个对，与这个单位的输入放在一起再合并',
    '{}: {} disagreements. Say in {} which is right, and merge again with it beside its inputs',
  ],
  ledger: ['合计', 'a sum'],
  unread: ['{}：{}{}：{}', '{}: {}{}: {}'],
  line: ['（第 {} 行）', ' (line {})'],
  'form-lacking': [
    '{}没有《{}》，合并的账里没有这张表',
    '{} has no {}: the department has none either',
  ],
  'prior-lacking': ['{}没有上年的《{}》，上年数不能合并', '{}: no {} of last year, not merged'],
  'budget-lacking': ['{}没有《{}》的年初预算，预算不能合并', '{}: no budget in {}, not merged'],
  errors: ['合并后的各表有 {} 处不一致：', '{} errors in the merged tables:'],
  written: ['写出：{}', 'written: {}'],
  extension: ['--out 的文件名应以 .json 或 .xlsx 结尾', '--out must end in .json or .xlsx'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type MergeSentence = keyof typeof SENTENCES;

/** A sentence of `merge`, its `{}` filled in order. */
export function mergeSentence(
  lang: Lang,
  id: MergeSentence,
  ...values: readonly (string | number)[]
): string {
  return fill(SENTENCES[id][lang === 'zh' ? 0 : 1], values);
}
