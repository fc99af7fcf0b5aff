import { parseNumeral } from '../../base/numeral.js';
import {
  compareRationals,
  minus,
  over,
  type Rational,
  rational,
  rationalOf,
  rounded,
  times,
} from '../../base/rational.js';
import type { GridCell } from '../../cells/model.js';
import type { FundsCell, FundsColumn, PrintedValue } from '../evaluation-model.js';
import { bare, type FormRow, isUnreadable } from './form-rows.js';

const NAMES: readonly (readonly [column: FundsColumn, name: RegExp])[] = [
  ['initial-budget', /年初预算|目标申报数|预算编制数|年初/],
  ['budget', /[全本]?年度?预算数|全年预算|调整后预算|^预算(?:数|金额|安排)|预算资金/],
  ['received', /到位/],
  ['executed', /执行数|实际支出|支出数|使用数/],
  ['balance', /结.?转|结余/],
  ['rate', /执行率|预算完成率|(?:支出|执行|支付)进度/],
  ['weight', /^分值|^权重/],
  ['score', /得分/],
];

/** What sources of money are called. */
export const SOURCE = /资金|拨款|收入|自筹|其他|总额|合计|公益金|基金|债券|贷款|补助|专户/;
const MOST_ROWS = 12;

/** A column of a money table; `at` counts the cells before it. */
export interface Column {
  readonly at: number;
  readonly printed: string;
  readonly id: FundsColumn;
}

/** The money table that begins in this row and the index after it; null when none does. */
export function readFunds(
  rows: readonly FormRow[],
  start: number,
): { readonly cells: readonly FundsCell[]; readonly end: number } | null {
  const alone = columnsOf(rows[start]!);
  const joined = alone.length === 0 ? alone : columnsOf(wrapped(rows[start]!, rows[start + 1]));
  const isWrapped = joined.length > alone.length;
  const columns = [...(isWrapped ? joined : alone)];
  if (!isTable(columns)) return null;
  const cells: FundsCell[] = [];
  let at = start + (isWrapped ? 2 : 1);
  for (; at < rows.length && at - start <= MOST_ROWS; at += 1) {
    const row = rows[at]!;
    const below = columnsOf(row);
    if (cells.length === 0 && (below.length > 0 || splits(row, columns))) {
      splitColumns(columns, below.length > 0 ? below : insideInitial(row, columns));
      continue;
    }
    const numbers = row.cells.filter(
      ({ text }) => numberIn(text) !== null || isDash(text) || isUnreadable(text),
    );
    const label = row.texts
      .map(bare)
      .filter((text) => text !== '' && numberIn(text) === null && !isUnreadable(text));
    if (numbers.length === 0) {
      if (cells.length > 0 && label.length === 1 && SOURCE.test(label[0]!)) continue;
      if (cells.length > 0) break;
      continue;
    }
    const printed = label
      .filter((text) => !isDash(text))
      .join('')
      .replace(/[:：]$/, '');
    const source = printed === '其中' ? nameBelow(rows[at + 1]) : printed;
    // 县级安排: any name will do where the amounts stand under their columns.
    const under = (cell: GridCell) => columns.some(({ at: own }) => row.cells[own] === cell);
    const goesOn = cells.length > 0 && label.length === 1 && numbers.every(under);
    if (!SOURCE.test(source) && !goesOn) break;
    cells.push(...placed(source, numbers, columns, row));
  }
  return cells.length === 0 ? null : { cells, end: at };
}

function isTable(columns: readonly Column[]): boolean {
  return columns.filter(({ id }) => id !== 'weight' && id !== 'score').length >= 2;
}

/** 年初 above and 预算数 below are one heading. */
function wrapped(row: FormRow, below: FormRow | undefined): FormRow {
  const goesOn = (text: string, at: number) =>
    bare(text) === '' || (bare(text).length <= 6 && bare(row.texts[at] ?? '') !== '');
  if (row.loose || below === undefined || below.loose || !below.texts.every(goesOn)) return row;
  return { ...row, texts: row.texts.map((text, at) => `${text}${below.texts[at] ?? ''}`) };
}

/** 其中 stands with the amounts, the name of the source in the row below. */
function nameBelow(row: FormRow | undefined): string {
  const filled = row === undefined ? [] : row.texts.map(bare).filter((text) => text !== '');
  return filled.length === 1 ? filled[0]! : '';
}

function columnsOf(row: FormRow): readonly Column[] {
  if (row.texts.some((text) => numberIn(text) !== null)) return [];
  const columns: Column[] = [];
  row.texts.forEach((text, at) => {
    const printed = bare(text);
    const id = fundsColumn(printed);
    if (id !== null) columns.push({ at, printed, id });
  });
  return columns;
}

/** The column of a money table that a heading of this name stands over; null for other words. */
export function fundsColumn(printed: string): FundsColumn | null {
  if (printed.length > 14) return null;
  return NAMES.find(([, name]) => name.test(printed))?.[0] ?? null;
}

/** Two names below 年初预算数 that are no names of columns by themselves: 申报数, 编制数. */
function splits(row: FormRow, columns: readonly Column[]): boolean {
  return (
    row.texts.every((text) => numberIn(text) === null) && insideInitial(row, columns).length === 2
  );
}

function insideInitial(row: FormRow, columns: readonly Column[]): readonly Column[] {
  const at = columns.findIndex(({ id }) => id === 'initial-budget');
  const [from, to] = [columns[at]?.at, columns[at + 1]?.at];
  if (from === undefined || to === undefined) return [];
  const { id } = columns[at]!;
  return row.texts.flatMap((text, index): Column[] =>
    text !== '' && index >= from && index < to ? [{ at: index, printed: bare(text), id }] : [],
  );
}

/** 目标申报数 and 预算编制数 below 年初预算数 are two columns of it. */
function splitColumns(columns: Column[], below: readonly Column[]): void {
  const initial = columns.findIndex(({ id }) => id === 'initial-budget');
  const inside = below.filter(({ id }) => id === 'initial-budget');
  if (initial < 0 || inside.length < 2) return;
  const { at, printed } = columns[initial]!;
  const made = inside.map((column, index) => ({
    ...column,
    at: at + index,
    printed: `${printed}/${column.printed}`,
  }));
  columns.splice(initial, 1, ...made);
}

/**
 * The numbers of a row under the columns, in order. Where cells were lost, what agrees by itself
 * (budget less executed is the balance, executed over budget the rate) tells the columns; else the
 * nearest placing wins.
 */
function placed(
  source: string,
  numbers: readonly GridCell[],
  columns: readonly Column[],
  row: FormRow,
): readonly FundsCell[] {
  const positions = numbers.map((cell) => row.cells.indexOf(cell));
  // Where each number stands under a column little is left open: two sums must speak against it.
  const straight = positions.flatMap((at) => columns.find((column) => column.at === at) ?? []);
  if (numbers.length > columns.length) {
    // A column nobody named: what stands under the others is theirs.
    const own = numbers.filter((_, i) => columns.some(({ at }) => at === positions[i]));
    return underColumns(source, own, straight);
  }
  const settled = straight.length === numbers.length && agreements(straight, numbers) > 0;
  if (settled) return underColumns(source, numbers, straight);
  const least = straight.length === numbers.length ? 2 : 0;
  let best: { readonly columns: readonly Column[]; readonly cost: number } | null = null;
  for (const chosen of choices(columns, numbers.length)) {
    const moved = chosen.reduce((sum, { at }, i) => sum + Math.abs(at - positions[i]!), 0);
    const agreed = agreements(chosen, numbers);
    const cost = moved - (agreed < least ? 0 : 10 * agreed);
    if (best === null || cost < best.cost) best = { columns: chosen, cost };
  }
  return underColumns(source, numbers, best?.columns ?? []);
}

/** Numbers under columns that are as many. */
export function underColumns(
  source: string,
  numbers: readonly PrintedValue[],
  columns: readonly Column[],
): readonly FundsCell[] {
  return columns.map(({ printed, id }, i) => ({
    source,
    column: printed,
    columnId: id,
    value: { text: numbers[i]!.text.trim(), place: numbers[i]!.place },
  }));
}

/** Every way to choose so many columns in their order. */
export function choices(columns: readonly Column[], count: number): readonly (readonly Column[])[] {
  if (count === 0) return [[]];
  if (count > columns.length) return [];
  const [first, ...rest] = columns;
  return [
    ...choices(rest, count - 1).map((chosen) => [first!, ...chosen]),
    ...choices(rest, count),
  ];
}

/** How often budget, execution, balance and rate agree where numbers stand under columns so. */
export function agreements(columns: readonly Column[], numbers: readonly PrintedValue[]): number {
  const value = (id: FundsColumn): Rational | null => {
    const at = columns.findIndex((column) => column.id === id);
    return at < 0 ? null : numberIn(numbers[at]!.text);
  };
  const budget = value('budget');
  const executed = value('executed');
  const balance = value('balance');
  const rate = value('rate');
  if (budget === null || executed === null) return 0;
  let agreed = 0;
  if (balance !== null && compareRationals(minus(budget, executed), balance) === 0) agreed += 1;
  const share = over(times(executed, rational(100n)), budget);
  if (rate !== null && share !== null) {
    const near = minus(rounded(share, 1, 'half-up'), rounded(rate, 1, 'half-up'));
    if (compareRationals(times(near, near), rational(1n, 25n)) < 0) agreed += 1;
  }
  return agreed;
}

/** A number with or without a sign of per cent. */
export function numberIn(text: string): Rational | null {
  const numeral = parseNumeral(text.replace(/[%％]\s*$/, ''));
  return numeral === null ? null : rationalOf(numeral);
}

/** A dash says that nothing belongs there. */
export function isDash(text: string): boolean {
  return /^[-—－]+$/.test(bare(text));
}
