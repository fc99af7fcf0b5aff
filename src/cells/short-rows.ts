import { parseNumeral } from '../base/numeral.js';

/** Half-open columns that a cell takes. */
interface Group {
  readonly from: number;
  readonly to: number;
}

type Row = readonly string[];

/**
 * Rows of a table whose cells merged with those to their right have left no trace: every row put in
 * its columns, what a merged cell covers is empty. Null where more than one way is possible.
 */
export function widenShortRows(rows: readonly Row[]): readonly Row[] | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const full = rows.filter((row) => row.length === width);
  if (full.length * 2 < rows.length) return null;
  const isAmounts = Array.from({ length: width }, (_, column) => isAmountColumn(full, column));
  const wide: Row[] = [];
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at]!;
    const groups = groupsOf(row, width, isAmounts, wide[0]);
    if (groups === null) return null;
    const cells = Array<string>(width).fill('');
    groups.forEach(({ from }, index) => {
      cells[from] = row[index]!;
    });
    wide.unshift(cells);
  }
  return wide;
}

function isAmountColumn(rows: readonly Row[], column: number): boolean {
  const filled = rows.map((row) => row[column]!).filter((text) => text !== '');
  const amounts = filled.filter((text) => /[.,]\d/.test(text) && parseNumeral(text) !== null);
  return amounts.length > 0;
}

function groupsOf(
  row: Row,
  width: number,
  isAmounts: readonly boolean[],
  below: Row | undefined,
): readonly Group[] | null {
  if (row.length === width) return row.map((_, from) => ({ from, to: from + 1 }));
  if (row.length === 1) return [{ from: 0, to: width }];
  const figures = row.some((text) => /\d/.test(text) && parseNumeral(text) !== null);
  const mayMerge = ({ from, to }: Group): boolean => {
    for (let column = from; column < to; column += 1) {
      // Amounts are not merged; a heading is merged over headings of its own.
      if (figures ? isAmounts[column] : below === undefined || below[column] === '') return false;
    }
    return true;
  };
  const ways = partitions(row.length, width, mayMerge);
  if (ways.length === 1) return ways[0]!;
  return figures || below === undefined ? null : repeated(row.length, below);
}

/** At most two ways to share the columns out among the cells. */
function partitions(
  cells: number,
  width: number,
  mayMerge: (group: Group) => boolean,
): readonly (readonly Group[])[] {
  const dead = new Set<string>();
  const found: (readonly Group[])[] = [];
  const search = (groups: readonly Group[], from: number): void => {
    const left = cells - groups.length;
    const key = `${from} ${left}`;
    if (found.length > 1 || dead.has(key)) return;
    if (left === 0) {
      if (from === width) found.push(groups);
      return;
    }
    const before = found.length;
    for (let to = from + 1; to <= width - left + 1; to += 1) {
      if (to - from === 1 || mayMerge({ from, to })) search([...groups, { from, to }], to);
    }
    if (found.length === before) dead.add(key);
  };
  search([], 0);
  return found;
}

/** 收入 | 支出 over 项目 行次 金额 项目 行次 金额: each begins where the first heading comes again. */
function repeated(cells: number, below: Row): readonly Group[] | null {
  const starts = below.flatMap((text, column) => (text === below[0] ? [column] : []));
  if (starts.length !== cells) return null;
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? below.length }));
}
