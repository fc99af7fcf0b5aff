import { isMoneyUnit, type MoneyUnit } from '../../base/amount.js';
import { normaliseLabel } from '../../base/label.js';
import type { GridCell } from '../../cells/model.js';
import type { LedgerLine } from './model.js';

/** What a column of the books tells of a line. */
export type Dimension =
  | 'fund'
  | 'function'
  | 'function-name'
  | 'economic'
  | 'economic-name'
  | 'government-economic'
  | 'nature'
  | 'project'
  | 'income'
  | 'kind'
  | 'year'
  | 'date'
  | 'entity';

/** A heading as it is printed: the cell over a column, and what stands over several. */
export interface Heading {
  readonly cell: GridCell;
  /** Empty where the cell has no group above it. */
  readonly group: string;
}

/** A column of amounts: of what the line is, or of one thing always. */
export interface AmountColumn {
  readonly index: number;
  readonly kind: LedgerLine['kind'] | null;
  /** 借方, 贷方: books of double entry print a decrease in a column of its own. */
  readonly side: 'debit' | 'credit' | null;
  /** Where the heading declares one: 金额（万元）. */
  readonly unit: MoneyUnit | null;
  readonly label: string;
}

/** What the columns of a table are. */
export interface LedgerColumns {
  readonly dimensions: ReadonlyMap<Dimension, number>;
  readonly amounts: readonly AmountColumn[];
  /** A heading of codes stands there twice, as in tables of blocks side by side. */
  readonly repeated: boolean;
  /** Headings that say nothing to us and are no remark either. */
  readonly unknown: readonly GridCell[];
  /** Numbers that follow from the others: 序号, 余额. */
  readonly derived: ReadonlySet<number>;
}

/** Headings as books print them; the first that fits wins. */
const DIMENSIONS: readonly (readonly [dimension: Dimension, heading: RegExp])[] = [
  ['government-economic', /政府(?:预算)?(?:支出)?经济/],
  ['economic-name', /经济(?:分类)?(?:科目)?名称/],
  ['economic', /经济(?:分类)?(?:科目)?(?:编码|代码)?(?:[及和与、-]?名称)?$/],
  ['function-name', /功能(?:分类)?(?:科目)?名称/],
  ['function', /功能(?:分类)?(?:科目)?(?:编码|代码)?(?:[及和与、-]?名称)?$/],
  ['fund', /资金(?:来源|性质|类型|类别)|经费来源|拨款类型|预算类型/],
  ['income', /收入(?:类别|类型|来源|种类)/],
  ['nature', /支出(?:类型|类别|性质|结构)|项目类别|基本[/、]项目/],
  ['project', /^(?:预算)?项目(?:名称)?$/],
  ['year', /^(?:会计|预算|核算)?年度$/],
  ['date', /^(?:记账|凭证|支付|业务|制单|入账)?(?:日期|时间)$/],
  ['entity', /^(?:预算|核算|填报)?单位(?:名称)?$/],
  ['kind', /收支|^(?:类别|方向|类型|业务类型|事项|数据类型)$/],
];

/** Headings that need no other to be taken for something, and give way to one that says more. */
const CODE = /^(?:支出|预算)?(?:科目)?(?:编码|代码)(?:[及和与、-]名称)?$|^(?:支出|预算)科目$/;
const NAME = /^(?:支出|预算)?(?:科目)?名称$/;
const FUND = /^(?:来源|资金|经费)$/;

const AMOUNTS: readonly (readonly [kind: LedgerLine['kind'] | null, heading: RegExp])[] = [
  ['use-of-surplus', /^使用(?:非财政拨款|专用)结余/],
  ['surplus-distribution', /^结余分配/],
  ['opening', /^(?:年初|上年|期初)(?:财政拨款)?(?:结[转余]|余额)/],
  ['closing', /^(?:年末|期末)(?:财政拨款)?(?:结[转余]|余额)|^结转下年/],
  ['budget', /^(?:年初)?预算(?:数|金额|指标)?$|^年初预算/],
  ['income', /^(?:本年)?收入(?:金额|数)?$/],
  ['expenditure', /^(?:本年)?支出(?:金额|数)?$|^(?:支付|实际支出)(?:金额|数)?$/],
  [null, /^(?:本年|本期|决算)?(?:金额|发生额|发生数)$|^决算数$/],
];

const SIDES = [
  ['debit', /^(?:本期|本年)?借方(?:金额|发生额|发生数)?$/],
  ['credit', /^(?:本期|本年)?贷方(?:金额|发生额|发生数)?$/],
] as const;

/** Columns that books keep for whoever reads them. */
const REMARKS =
  /序号|行[次号]|凭证|单据|[单票]号|编号|摘要|用途|事由|备注|说明|附件|^[年月日]$|月份|收款|付款|对方|开户/;

/** Columns of whoever exported them. */
const EXPORTED =
  /账号|银行|经办|制单|审核|记账|科室|处室|部门|采购|合同|往来|全称|余额|累计|标识|状态/;

const DERIVED = /^(?:序号|行[次号]|编号|余额)$/;

const UNIT = /\(?(?:单位:)?(元|千元|万元|亿元)\)?$/;

/** Of another year, or no money spent: what stands below it is not that of the year. */
const ELSEWHERE = /[上去前]年|以前年度|同期|增减|比较|预算|计划|指标|合同/;

const LONGEST = 24;

/** What the cells of a heading name. */
export function ledgerColumns(headings: readonly Heading[]): LedgerColumns {
  const dimensions = new Map<Dimension, number>();
  const amounts: AmountColumn[] = [];
  const open: number[] = [];
  const labels = headings.map(({ cell }) => labelOf(cell.text));
  const whole = headings.map(({ group }, index) => joined(labelOf(group), labels[index]!));
  headings.forEach(({ cell, group }, index) => {
    const over = labelOf(group);
    const known = [whole[index]!, ...(over === '' ? [] : [labels[index]!])];
    const dimension = dimensionOf(known, over, (id) => !dimensions.has(id));
    if (dimension !== null) {
      dimensions.set(dimension, index);
      return;
    }
    const amount = amountOf(known, over);
    if (amount === null) open.push(index);
    else amounts.push({ ...amount, index, label: cell.text.trim() });
  });
  const taken = weakly(dimensions, open, labels);
  const sided = amounts.some(({ side }) => side !== null);
  const unknown = open.filter((at) => labels[at] !== '' && !taken.has(at));
  const coded = whole.filter((label) => /科目.*(?:编码|代码)$/.test(label));
  return {
    dimensions,
    // 期初余额 beside 借方 is that of an account, no 结转.
    amounts: sided ? amounts.filter(({ kind }) => !isBalance(kind)) : amounts,
    repeated: new Set(coded).size < coded.length,
    unknown: unknown
      .filter((at) => ![REMARKS, EXPORTED].some((remark) => remark.test(labels[at]!)))
      .map((at) => headings[at]!.cell),
    derived: new Set(unknown.filter((at) => DERIVED.test(labels[at]!))),
  };
}

function labelOf(text: string): string {
  const label = normaliseLabel(text);
  return label.length > LONGEST ? '' : label;
}

/** 功能科目 over 科目编码 is 功能科目编码. */
function joined(group: string, label: string): string {
  for (let length = Math.min(group.length, label.length); length > 0; length -= 1) {
    if (group.endsWith(label.slice(0, length))) return group + label.slice(length);
  }
  return group + label;
}

function dimensionOf(
  names: readonly string[],
  group: string,
  isFree: (dimension: Dimension) => boolean,
): Dimension | null {
  for (const [at, name] of names.entries()) {
    const bare = name.replace(/\([^)]*\)$/, '');
    const found = DIMENSIONS.find(([id, heading]) => heading.test(bare) && isFree(id))?.[0];
    if (found === undefined) continue;
    // Below 金额 stand amounts, 项目 among them.
    if (at > 0 && AMOUNTS.some(([, heading]) => heading.test(group))) continue;
    return found;
  }
  return null;
}

function amountOf(
  names: readonly string[],
  group: string,
): Pick<AmountColumn, 'kind' | 'side' | 'unit'> | null {
  for (const [at, name] of names.entries()) {
    if (at > 0 && (ELSEWHERE.test(group) || !/金额|支出|收入|本[年期]|决算|发生/.test(group))) {
      continue;
    }
    const unit = unitOf(name);
    const bare = unit === null ? name : name.replace(UNIT, '');
    const declared = unit ?? unitOf(group);
    const side = SIDES.find(([, heading]) => heading.test(bare))?.[0] ?? null;
    if (side !== null) return { kind: null, side, unit: declared };
    const amount = AMOUNTS.find(([, heading]) => heading.test(bare));
    if (amount !== undefined) return { kind: amount[0], side: null, unit: declared };
  }
  return null;
}

/** 金额（万元）. */
function unitOf(label: string): MoneyUnit | null {
  const unit = /\((?:单位:)?(.*元)\)$/.exec(label)?.[1];
  return unit !== undefined && isMoneyUnit(unit) ? unit : null;
}

/** 科目编码, 名称 and 来源 alone, where no heading says more; a name belongs to the code before it. */
function weakly(
  dimensions: Map<Dimension, number>,
  open: readonly number[],
  labels: readonly string[],
): ReadonlySet<number> {
  const taken = new Set<number>();
  const take = (dimension: Dimension, index: number): void => {
    if (dimensions.has(dimension)) return;
    dimensions.set(dimension, index);
    taken.add(index);
  };
  const only = (heading: RegExp) => open.filter((index) => heading.test(labels[index]!));
  for (const index of only(CODE)) take('function', index);
  for (const index of only(NAME)) {
    const of = (dimension: Dimension) => {
      const at = dimensions.get(dimension) ?? -1;
      return at < index ? at : -1;
    };
    take(of('economic') > of('function') ? 'economic-name' : 'function-name', index);
  }
  const funds = only(FUND);
  if (funds.length === 1) take('fund', funds[0]!);
  return taken;
}

function isBalance(kind: LedgerLine['kind'] | null): boolean {
  return kind === 'opening' || kind === 'closing';
}

const TELLING: readonly Dimension[] = ['fund', 'nature', 'economic', 'income', 'kind'];

/**
 * Whether these are the columns of books: each line has its function, an amount and what kind of
 * money it is. A statutory form has columns for the kinds instead.
 */
export function areOfLedger({ dimensions, amounts, repeated }: LedgerColumns): boolean {
  if (repeated) return false;
  const coded = dimensions.has('function') || dimensions.has('function-name');
  return coded && amounts.length > 0 && TELLING.some((dimension) => dimensions.has(dimension));
}
