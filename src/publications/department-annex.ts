import { amountAt } from '../accounts/lookup.js';
import type { Account, Transfer, TransferSide } from '../accounts/model.js';
import { type MoneyUnit, roundedDigits, withSeparators } from '../base/amount.js';
import { numeralText } from '../base/numeral.js';
import type { Edition } from '../editions/model.js';
import type { UnitKind } from '../facts/model.js';
import type { PublishedCell, PublishedTable } from './model.js';
import { printedUnit } from './press.js';
import {
  type ColumnRole,
  headCell,
  plainCell,
  rowHead,
  totalHead,
  widthsOf,
} from './table-cells.js';

/** What the annex prints of each unit: a heading, and the cell of its tables. */
export const UNIT_COLUMNS = [
  {
    heading: '本年收入',
    at: { form: 'income', key: 'total', column: 'current-year', side: null },
    eliminated: true,
  },
  {
    heading: '本年支出',
    at: { form: 'expenditure', key: 'total', column: 'current-year', side: null },
    eliminated: true,
  },
  {
    heading: '其中：基本支出',
    at: { form: 'expenditure', key: 'total', column: 'basic', side: null },
    eliminated: false,
  },
  {
    heading: '其中：项目支出',
    at: { form: 'expenditure', key: 'total', column: 'project', side: null },
    eliminated: false,
  },
  {
    heading: '年末结转和结余',
    at: {
      form: 'income-expenditure-summary',
      key: 'closing-balance',
      column: 'amount',
      side: '支出',
    },
    eliminated: false,
  },
] as const;

const KINDS: Readonly<Record<UnitKind, string>> = {
  administrative: '行政单位（含参公）',
  'public-institution': '事业单位',
};

const WAYS: Readonly<Record<Transfer['kind'], string>> = {
  subsidy: '对附属单位补助／上级补助',
  remittance: '上缴上级／附属单位上缴',
};

/**
 * What a department that was merged of its units shows beside the statutory tables, whatever the
 * edition: the amounts of each unit with what was eliminated between them, and each transfer.
 */
export function departmentTables(account: Account, edition: Edition): readonly PublishedTable[] {
  if (account.parts.length === 0) return [];
  const transfers = account.transfers ?? [];
  const unit = printedUnit(account, edition);
  const money = (value: bigint | null) => moneyCell(value, unit, edition);
  const frame = {
    kind: 'table',
    form: null,
    number: null,
    level: 3,
    orientation: 'landscape',
    entityLine: null,
    yearLine: `${account.fiscalYear}年度`,
    unitLine: `金额单位：${unit}`,
    ownPage: false,
  } as const;
  const { entity, parts } = account;
  const roles: readonly ColumnRole[] = [
    'item',
    'text',
    ...UNIT_COLUMNS.map(() => 'amount' as const),
  ];
  const units: PublishedTable = {
    ...frame,
    id: 'table-units',
    title: '所属单位收支汇总表',
    widths: widthsOf(roles),
    head: [
      [headCell('单位名称'), headCell('单位性质'), ...UNIT_COLUMNS.map((c) => headCell(c.heading))],
    ],
    body: [
      ...parts.map((part) => [
        rowHead(part.entity),
        plainCell(part.kind === undefined ? '' : KINDS[part.kind]),
        ...UNIT_COLUMNS.map(({ at }) => money(amountAt(part, at)?.value ?? null)),
      ]),
      [
        totalHead('减：单位之间往来', 2),
        ...UNIT_COLUMNS.map(({ eliminated }) => money(eliminated ? -gone(transfers) : 0n)),
      ],
      [
        totalHead('部门合计', 2),
        ...UNIT_COLUMNS.map(({ at }) => money(amountAt(account, at)?.value ?? null)),
      ],
    ],
    notes: unit === '元' ? [] : ['注：各数分别四舍五入，相加与合计可能有尾差。'],
    description: `${entity}${parts.length}个单位的收入、支出和年末结转结余，减去单位之间往来后为部门合计`,
  };
  return transfers.length === 0 ? [units] : [units, transferTable(transfers, frame, money, entity)];
}

function gone(transfers: readonly Transfer[]): bigint {
  return transfers.reduce((sum, one) => sum + (one.eliminated ? one.amount.value : 0n), 0n);
}

type Frame = Omit<
  PublishedTable,
  'id' | 'title' | 'widths' | 'head' | 'body' | 'notes' | 'description'
>;

function transferTable(
  transfers: readonly Transfer[],
  frame: Frame,
  money: (value: bigint) => PublishedCell,
  entity: string,
): PublishedTable {
  const headings = ['付出单位', '收到单位', '往来类别', '金额', '处理'];
  return {
    ...frame,
    id: 'table-transfers',
    title: '单位之间往来抵销表',
    widths: widthsOf(['item', 'item', 'text', 'amount', 'text']),
    head: [headings.map((text) => headCell(text))],
    body: transfers.map(({ kind, from, to, amount, eliminated }) => [
      rowHead(names(from)),
      plainCell(names(to), 'start'),
      plainCell(WAYS[kind]),
      money(amount.value),
      plainCell(eliminated ? '已从收入和支出两方抵销' : '只有一方记账，没有抵销'),
    ]),
    notes: [],
    description: `${entity}所属单位之间的${transfers.length}笔往来，各由谁付给谁、是否抵销`,
  };
}

/** Each unit once: what it paid under several codes is one transfer of it. */
function names(sides: readonly TransferSide[]): string {
  return [...new Set(sides.map(({ unit }) => unit))].join('、');
}

function moneyCell(value: bigint | null, unit: MoneyUnit, { print }: Edition): PublishedCell {
  if (value === null) return plainCell('', 'end');
  const number = { digits: roundedDigits(value, unit, print.decimals), decimals: print.decimals };
  const text = numeralText(number);
  return { text: print.separators ? withSeparators(text) : text, align: 'end', number };
}
