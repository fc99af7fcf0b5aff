import { amountAt } from '../accounts/lookup.js';
import type { Account, TransferSide } from '../accounts/model.js';
import { amountText } from '../base/amount.js';
import { UNIT_COLUMNS } from './department-annex.js';

/** A table of a data package beside the amounts: its name, its columns and its rows. */
export interface DataTable {
  /** Of the resource; its file is `<name>.csv`. */
  readonly name: string;
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    readonly type: 'string' | 'integer' | 'number' | 'boolean';
  }[];
  readonly rows: readonly (readonly string[])[];
}

const UNIT_FIELDS = ['income', 'expenditure', 'basic', 'project', 'closing_balance'] as const;

/** The units of a department and the money between them, in 元; nothing for a single body. */
export function departmentData(account: Account): readonly DataTable[] {
  const { entity, fiscalYear, parts, transfers = [] } = account;
  if (parts.length === 0) return [];
  const money = (value: bigint | undefined) =>
    value === undefined ? '' : amountText(value, '元', 2);
  const head = [
    { name: 'department', title: '部门', type: 'string' },
    { name: 'fiscal_year', title: '年度', type: 'integer' },
  ] as const;
  const names = (sides: readonly TransferSide[]) =>
    [...new Set(sides.map(({ unit }) => unit))].join('；');
  const codes = (sides: readonly TransferSide[]) =>
    [...new Set(sides.flatMap((side) => side.function ?? []))].join('；');
  return [
    {
      name: 'units',
      fields: [
        ...head,
        { name: 'unit', title: '单位', type: 'string' },
        { name: 'unit_kind', title: '单位性质', type: 'string' },
        ...UNIT_COLUMNS.map(({ heading }, at) => ({
          ...{ name: UNIT_FIELDS[at]!, title: heading, type: 'number' as const },
        })),
      ],
      rows: parts.map((part) => [
        ...[entity, String(fiscalYear), part.entity, part.kind ?? ''],
        ...UNIT_COLUMNS.map(({ at }) => money(amountAt(part, at)?.value)),
      ]),
    },
    {
      name: 'transfers',
      fields: [
        ...head,
        { name: 'kind', title: '往来类别', type: 'string' },
        { name: 'from', title: '付出单位', type: 'string' },
        { name: 'from_codes', title: '付出方科目', type: 'string' },
        { name: 'to', title: '收到单位', type: 'string' },
        { name: 'to_codes', title: '收到方科目', type: 'string' },
        { name: 'value', title: '金额', type: 'number' },
        { name: 'eliminated', title: '已抵销', type: 'boolean' },
      ],
      rows: transfers.map(({ kind, from, to, amount, eliminated }) => [
        ...[entity, String(fiscalYear), kind, names(from), codes(from), names(to), codes(to)],
        ...[money(amount.value), String(eliminated)],
      ]),
    },
  ];
}
