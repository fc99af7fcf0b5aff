import type { TwoSidedLayout } from '../editions/print-model.js';
import { FUNCTION_LINES } from '../forms/function-lines.js';
import type { Side } from '../forms/model.js';
import type { PublishedCell } from './model.js';
import type { Press } from './press.js';
import {
  type ColumnRole,
  type DrawnTable,
  headCell,
  headRows,
  plainCell,
  rowHead,
  totalHead,
} from './table-cells.js';

/** A line of one side: its id and how it is named. */
interface Entry {
  readonly id: string;
  readonly label: string;
  readonly indent: number;
  readonly total: boolean;
}

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Income on the left, expenditure on the right, with the same number of lines. */
export function twoSidedTable(press: Press, layout: TwoSidedLayout): DrawnTable {
  const left = [...incomeEntries(press, layout)];
  const right = [...classEntries(press, layout)];
  const height = Math.max(left.length, right.length);
  while (left.length < height) left.push(null);
  while (right.length < height) right.push(null);
  layout.foot.forEach(([income, expenditure]) => {
    left.push(footEntry(press, layout, income, '收入'));
    right.push(footEntry(press, layout, expenditure, '支出'));
  });
  const numbered = press.edition.lineNumbers;
  const [incomeColumns, columns] = (['收入', '支出'] as const).map((side) =>
    press.block(side).columns.map(({ id }) => id),
  ) as [string[], string[]];
  const side = (entry: Entry | null, of: Side, ids: readonly string[], line: number) => [
    entry === null ? plainCell('', 'start') : nameCell(entry),
    ...(numbered ? [plainCell(String(line))] : []),
    ...ids.map((column) =>
      entry === null ? plainCell('', 'end') : press.amount({ key: entry.id, column, side: of }),
    ),
  ];
  return {
    ...headings(press, layout, incomeColumns, columns),
    body: left.map((entry, index) => [
      ...side(entry, '收入', incomeColumns, index + 1),
      ...side(right[index]!, '支出', columns, left.length + index + 1),
    ]),
  };
}

function headings(
  press: Press,
  layout: TwoSidedLayout,
  income: readonly string[],
  expenditure: readonly string[],
): Pick<DrawnTable, 'head' | 'roles'> {
  const { print, edition } = press;
  const lines = edition.lineNumbers ? [layout.lineHeading ?? print.lineHeading] : [];
  const paths = (side: Side, columns: readonly string[]) =>
    ['项目', ...lines, ...columns.map((id) => press.columnLabel(id, side))].map((text) => [
      side,
      text,
    ]);
  const roles = (columns: readonly string[]): ColumnRole[] => [
    'item',
    ...lines.map(() => 'line' as const),
    ...columns.map(() => 'amount' as const),
  ];
  let number = 0;
  const numbers = (columns: readonly string[]): PublishedCell[] => [
    headCell(print.columnNumbers ?? ''),
    ...lines.map(() => headCell('')),
    ...columns.map(() => headCell(String(++number))),
  ];
  const head = headRows([...paths('收入', income), ...paths('支出', expenditure)]);
  return {
    head:
      print.columnNumbers === null
        ? head
        : [...head, [...numbers(income), ...numbers(expenditure)]],
    roles: [...roles(income), ...roles(expenditure)],
  };
}

function incomeEntries(press: Press, layout: TwoSidedLayout): readonly (Entry | null)[] {
  let number = 0;
  let first = true;
  return layout.left.map((id) => {
    const label = press.lineLabel(id, '收入');
    if (!layout.parts.includes(id)) {
      number += 1;
      return { id, label: `${chineseNumber(number)}、${label}`, indent: 0, total: false };
    }
    const named = `${first ? '其中：' : ''}${label}`;
    first = false;
    return { id, label: named, indent: 1, total: false };
  });
}

/** The classes of the form, and whatever class the account has besides. */
function classEntries(press: Press, layout: TwoSidedLayout): readonly (Entry | null)[] {
  const known = new Set(FUNCTION_LINES.map(({ id }) => id));
  const others = press.rows.filter(
    ({ side, key }) => side === '支出' && key.startsWith('function-') && !known.has(key),
  );
  const printed = FUNCTION_LINES.filter(
    ({ id, code, optional }) =>
      optional !== true || layout.classes.includes(code!) || press.uses(id, '支出'),
  );
  return [
    ...printed.map(({ id }) => ({ id, name: press.lineLabel(id, '支出') })),
    ...others.map(({ key, item }) => ({ id: key, name: item })),
  ].map(({ id, name }, index) => ({
    id,
    label: `${chineseNumber(index + 1)}、${name}`,
    indent: 0,
    total: false,
  }));
}

function footEntry(
  press: Press,
  { numbered }: TwoSidedLayout,
  id: string | null,
  side: Side,
): Entry | null {
  if (id === null) return null;
  const label = press.lineLabel(id, side);
  const at = numbered.indexOf(id);
  const under = press.line(id, side).under !== undefined;
  return {
    id,
    label: at < 0 ? label : `${chineseNumber(at + 1)}、${label}`,
    indent: under ? 1 : 0,
    total: /^(?:total|current-.*)$/.test(id),
  };
}

function nameCell({ label, indent, total }: Entry): PublishedCell {
  return total ? totalHead(label) : rowHead(label, indent);
}

/** 1 to 99 as lines are numbered: 二十六. */
function chineseNumber(value: number): string {
  if (value <= 10) return NUMERALS[value]!;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? NUMERALS[tens] : ''}十${ones === 0 ? '' : NUMERALS[ones]}`;
}
