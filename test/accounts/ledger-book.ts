import { writeXlsx } from 'hucre';
import type { AccountHead } from '../../src/accounts/from-ledger.js';
import type { Fund, IncomeKind, Ledger, Moment, Nature } from '../../src/accounts/model.js';
import { amountText } from '../../src/base/amount.js';

/** A sheet: its name and its rows. */
export type BookSheet = readonly [name: string, rows: readonly (readonly string[])[]];

const FUNDS: Readonly<Record<Fund, string>> = {
  'general-public-budget': '一般公共预算财政拨款',
  'government-managed-funds': '政府性基金预算财政拨款',
  'state-capital-operations': '国有资本经营预算财政拨款',
  own: '单位自有资金',
};

const NATURES: Readonly<Record<Nature, string>> = {
  basic: '基本支出',
  project: '项目支出',
  'remitted-to-superior': '上缴上级支出',
  business: '经营支出',
  'subsidy-to-affiliated': '对附属单位补助支出',
};

const INCOMES: Readonly<Record<IncomeKind, string>> = {
  appropriation: '财政拨款收入',
  'superior-subsidy': '上级补助收入',
  institution: '事业收入',
  business: '经营收入',
  affiliated: '附属单位上缴收入',
  other: '其他收入',
};

const MOMENTS: Readonly<Record<Moment, string>> = {
  opening: '年初结转和结余',
  closing: '年末结转和结余',
  'use-of-surplus': '使用非财政拨款结余',
  'surplus-distribution': '结余分配',
};

interface Booked {
  readonly amount: { readonly value: bigint };
}

const money = ({ amount }: Booked) => amountText(amount.value, '元', 2);

type SheetOf = (
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  of: readonly Booked[],
) => BookSheet;

/** A sheet with its title above and the total below. */
function sheetIn({ entity, fiscalYear }: AccountHead): SheetOf {
  return (name, headings, rows, of) => {
    const total = of.reduce((sum, { amount }) => sum + amount.value, 0n);
    const blanks = headings.slice(2).map(() => '');
    const last = ['合计', ...blanks, amountText(total, '元', 2)];
    const title = `${entity}${fiscalYear}年度${name}明细账`;
    const declared = [`编制单位：${entity}`, '', '单位：元'];
    return [name, [[title], declared, headings, ...rows, ...(rows.length > 0 ? [last] : [])]];
  };
}

/** The books as a bureau would export them: a sheet for each kind of line, totals below. */
export function ledgerSheets(ledger: Ledger, head: AccountHead): readonly BookSheet[] {
  const names = (code: string) => ledger.names.get(code) ?? '';
  const sheet = sheetIn(head);
  return [
    sheet(
      '支出',
      ['资金性质', '功能科目编码', '功能科目名称', '经济科目', '支出类型', '项目名称', '金额'],
      ledger.entries.map((entry) => [
        FUNDS[entry.fund],
        entry.function,
        names(entry.function),
        `${entry.economic ?? ''}${names(entry.economic ?? '')}`,
        NATURES[entry.nature],
        entry.project ?? '',
        money(entry),
      ]),
      ledger.entries,
    ),
    sheet(
      '收入',
      ['收入类别', '资金来源', '功能分类科目', '金额'],
      ledger.incomes.map((entry) => [
        INCOMES[entry.kind],
        FUNDS[entry.fund],
        `${entry.function} ${names(entry.function)}`.trim(),
        money(entry),
      ]),
      ledger.incomes,
    ),
    sheet(
      '结转结余',
      ['类别', '资金来源', '功能科目编码', '金额'],
      ledger.balances.map((entry) => [
        MOMENTS[entry.moment],
        FUNDS[entry.fund],
        entry.function ?? '',
        money(entry),
      ]),
      ledger.balances,
    ),
    sheet(
      '年初预算',
      ['资金来源', '功能科目编码', '支出类型', '预算数'],
      ledger.budgets.map((entry) => [
        FUNDS[entry.fund],
        entry.function,
        NATURES[entry.nature],
        money(entry),
      ]),
      ledger.budgets,
    ),
  ];
}

/** The sheets as an xlsx file; numbers are texts, as most exports have them. */
export async function workbookOf(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}

/** The rows of a sheet as Excel saves them as CSV: all of the same length. */
export function csvOf([, rows]: BookSheet): Uint8Array {
  const width = Math.max(...rows.map((row) => row.length));
  const quoted = (text = '') => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, at) => quoted(row[at])).join(','),
  );
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}
