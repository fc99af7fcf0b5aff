import type { UnitKind } from '../facts/model.js';
import type { FormId } from '../forms/model.js';
import { formOf } from '../forms/statutory.js';
import { rowOf } from './lookup.js';
import type { AccountCell, AccountRow, AccountTable, AccountTables, LedgerEntry } from './model.js';
import { exactCell } from './rows.js';

/** Items of the three-public form and the economic codes that hold their money. */
const ITEM_CODES: readonly (readonly [column: string, codes: readonly string[]])[] = [
  ['abroad', ['30212']],
  ['vehicle-purchase', ['31013', '30913']],
  ['vehicle-operation', ['30231']],
  ['reception', ['30217']],
  ['conference', ['30215']],
  ['training', ['30216']],
];

const VEHICLES = ['vehicle-purchase', 'vehicle-operation'];
const PARTS = ['abroad', 'vehicles', 'reception'];

type Cells = Map<string, AccountCell>;

/**
 * 财政拨款“三公”经费支出决算表: the final amounts out of what appropriations paid for (unknown
 * where the books do not tell what some of it was for), the budget as it was given. What was given
 * stands before what the books tell.
 */
export function threePublicTable(
  entries: readonly LedgerEntry[],
  given: AccountTables,
): AccountTable | null {
  const form = 'three-public-expenses';
  const final: Cells = new Map(rowOf(given, form, 'final')?.cells);
  const told = spentByItem(entries);
  for (const [column, value] of told ?? []) {
    if (!final.has(column)) final.set(column, exactCell(value));
  }
  const budget: Cells = new Map(rowOf(given, form, 'budget')?.cells);
  const rows = [['budget', '预算数', budget] as const, ['final', '决算数', final] as const].flatMap(
    ([key, item, cells]): AccountRow[] => {
      if (cells.size === 0) return [];
      addSum(cells, 'vehicles', VEHICLES);
      addSum(cells, 'total', PARTS);
      return [{ side: null, key, item, cells: inOrder(form, cells) }];
    },
  );
  return rows.length === 0 ? null : { form, rows };
}

function spentByItem(entries: readonly LedgerEntry[]): ReadonlyMap<string, bigint> | null {
  const sums = new Map(ITEM_CODES.map(([column]) => [column, 0n]));
  for (const { fund, economic, amount } of entries) {
    if (fund === 'own') continue;
    if (economic === null) return null;
    const column = ITEM_CODES.find(([, codes]) => codes.includes(economic))?.[0];
    if (column !== undefined) sums.set(column, sums.get(column)! + amount.value);
  }
  return sums;
}

const PROCUREMENT = ['procurement-goods', 'procurement-works', 'procurement-services'];
const OPERATING = ['operating-administrative', 'operating-civil-service-managed'];

/**
 * 部门决算公开相关信息统计表: what was given and the sums of it; 机关运行经费 is the 公用经费 of
 * administrative units unless it was given. Null where nothing is known.
 */
export function informationTable(
  economic: AccountTable | null,
  kind: UnitKind | undefined,
  given: AccountTables,
): AccountTable | null {
  const form = 'related-information';
  const cells: Cells = new Map();
  for (const { key, cells: own } of given.get(form)?.rows ?? []) {
    const cell = own.get('value');
    if (cell) cells.set(key, cell);
  }
  if (!OPERATING.some((key) => cells.has(key))) addOperating(cells, economic, kind);
  addSum(cells, 'procurement-total', PROCUREMENT);
  const kinds = [...cells.keys()].filter(
    (key) => key.startsWith('vehicles-') && key !== 'vehicles-total',
  );
  if (kinds.length > 0) addSum(cells, 'vehicles-total', kinds);
  const [block] = formOf(form).blocks;
  const lines = block?.kind === 'fixed' ? block.lines : [];
  const rows = lines.flatMap(({ id, label }): AccountRow[] => {
    const cell = cells.get(id);
    return cell ? [{ side: null, key: id, item: label, cells: new Map([['value', cell]]) }] : [];
  });
  return rows.length === 0 ? null : { form, rows };
}

function addOperating(
  cells: Cells,
  economic: AccountTable | null,
  kind: UnitKind | undefined,
): void {
  const spent = economic?.rows.find((row) => row.key === 'public-total')?.cells.get('basic');
  if (kind === undefined || !spent?.amount) return;
  const value = kind === 'administrative' ? spent.amount.value : 0n;
  cells.set('operating-administrative', exactCell(value));
  cells.set('operating-civil-service-managed', exactCell(0n));
}

/** A sum that was not given, where all its parts are known. */
function addSum(cells: Cells, total: string, parts: readonly string[]): void {
  if (cells.has(total)) return;
  const found = parts.map((part) => cells.get(part));
  const amounts = found.flatMap((cell) => cell?.amount ?? []);
  if (amounts.length < parts.length) return;
  cells.set(total, exactCell(amounts.reduce((sum, { value }) => sum + value, 0n)));
}

/** Cells in the order of the form's columns. */
function inOrder(form: FormId, cells: Cells): Cells {
  const [block] = formOf(form).blocks;
  const order = block!.columns.map((column) => column.id);
  return new Map([...cells].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
