import { isMoneyUnit, type MoneyUnit } from '../../base/amount.js';
import { normaliseLabel } from '../../base/label.js';
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
  | 'entity';

/** A column of amounts: of what the line is, or of one thing always. */
export interface AmountColumn {
  readonly index: number;
  readonly kind: LedgerLine['kind'] | null;
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
}

/** Headings as books print them; the first that fits wins. */
const DIMENSIONS: readonly (readonly [dimension: Dimension, heading: RegExp])[] = [
  ['government-economic', /政府(?:预算)?(?:支出)?经济/],
  ['economic-name', /经济(?:分类)?(?:科目)?名称/],
  ['economic', /经济(?:分类)?(?:科目)?(?:编码|代码)?$/],
  ['function-name', /功能(?:分类)?(?:科目)?名称|^(?:支出|预算)?科目名称$/],
  ['function', /功能(?:分类)?(?:科目)?(?:编码|代码)?$|^(?:支出|预算)?科目(?:编码|代码)$/],
  ['fund', /资金(?:来源|性质|类型|类别)|经费来源|拨款类型|预算类型/],
  ['income', /收入(?:类别|类型|来源|种类)/],
  ['nature', /支出(?:类型|类别|性质|结构)|项目类别|基本[/、]项目/],
  ['project', /^(?:预算)?项目(?:名称)?$/],
  ['year', /^(?:会计|预算|核算)?年度$/],
  ['entity', /^(?:预算|核算|填报)?单位(?:名称)?$/],
  ['kind', /收支|^(?:类别|方向|类型|业务类型|事项|数据类型)$/],
];

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

const UNIT = /\(?(?:单位:)?(元|千元|万元|亿元)\)?$/;

/** What the cells of a heading name. */
export function ledgerColumns(headings: readonly string[]): LedgerColumns {
  const dimensions = new Map<Dimension, number>();
  const amounts: AmountColumn[] = [];
  const coded = headings.map(normaliseLabel).filter((label) => /科目.*(?:编码|代码)$/.test(label));
  headings.forEach((text, index) => {
    const label = normaliseLabel(text);
    if (label === '' || label.length > 24) return;
    const unit = /\((.*元)\)$/.exec(label)?.[1] ?? null;
    const bare = unit === null ? label : label.replace(UNIT, '');
    const dimension = DIMENSIONS.find(([id, heading]) => heading.test(bare) && !dimensions.has(id));
    if (dimension !== undefined) {
      dimensions.set(dimension[0], index);
      return;
    }
    const amount = AMOUNTS.find(([, heading]) => heading.test(bare));
    if (amount === undefined) return;
    const declared = unit !== null && isMoneyUnit(unit) ? unit : null;
    amounts.push({ index, kind: amount[0], unit: declared, label: text.trim() });
  });
  return { dimensions, amounts, repeated: new Set(coded).size < coded.length };
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
