import type { OpenLayout } from '../editions/print-model.js';
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

/** A line for each code with its total above or below. */
export function openTable(press: Press, layout: OpenLayout): DrawnTable {
  const { codeLevels } = press.print;
  const columns = press.columns(layout.columns);
  const wide = Math.max(1, codeLevels.length) + 1;
  const values = (key: string) =>
    columns.map((column) => press.amount({ key, column, side: null }));
  const lines = press.rows
    .filter(({ key }) => /^\d/.test(key))
    .map(({ key, item }) => [
      ...codeCells(key, codeLevels, FUNCTION_LEVELS),
      rowHead(item, levelOf(key, FUNCTION_LEVELS)),
      ...values(key),
    ]);
  const total = [totalHead(press.lineLabel('total'), wide), ...values('total')];
  const roles: ColumnRole[] = [
    ...codeRoles(codeLevels),
    'name',
    ...columns.map(() => 'amount' as const),
  ];
  return {
    roles,
    head: headings(press, layout, columns, wide),
    body: press.style.totalOnTop ? [total, ...lines] : [...lines, total],
  };
}

/** Digits of 类, 款 and 项. */
const FUNCTION_LEVELS: readonly number[] = [3, 5, 7];

/** 0 for a class, 1 below it, 2 below that. */
export function levelOf(code: string, ends: readonly number[]): number {
  return Math.max(
    0,
    ends.findIndex((end) => code.length <= end),
  );
}

/** The code in one cell, or each of its levels in a cell of its own. */
export function codeCells(
  code: string,
  headings: readonly string[],
  ends: readonly number[],
): readonly PublishedCell[] {
  if (headings.length === 0) return [{ ...plainCell(code, 'start'), heads: 'row' }];
  return headings.map((_, level) => ({
    ...plainCell(code.slice(level === 0 ? 0 : ends[level - 1], ends[level])),
    heads: 'row',
  }));
}

/** The columns that a code takes. */
export function codeRoles(headings: readonly string[]): readonly ColumnRole[] {
  return headings.length === 0 ? ['code'] : headings.map(() => 'level');
}

/** Headings of the columns of a code from the top down. */
export function codePaths(
  heading: string,
  levels: readonly string[],
): readonly (readonly string[])[] {
  return levels.length === 0 ? [[heading]] : levels.map((level) => [heading, level]);
}

function headings(
  press: Press,
  { grouped }: OpenLayout,
  columns: readonly string[],
  wide: number,
): DrawnTable['head'] {
  const { codeHeading, codeLevels, nameHeading, columnNumbers } = press.print;
  const codes = codePaths(codeHeading, codeLevels).map((path) => ['项目', ...path]);
  const named = columns.map((id) => {
    const under = press.column(id).under;
    const label = press.columnLabel(id);
    return grouped && under !== undefined ? [under, label] : [label];
  });
  const head = headRows([...codes, ['项目', nameHeading], ...named]);
  if (columnNumbers === null) return head;
  const numbers = columns.map((_, index) => headCell(String(index + 1)));
  return [...head, [headCell(columnNumbers, wide), ...numbers]];
}
