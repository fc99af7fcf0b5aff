import { unwrapLabel } from '../../base/label.js';
import { parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import type { Block, Column } from '../../forms/model.js';
import type { DraftColumn, DraftRow, DraftValue } from './draft.js';
import { type BodyRow, type GridReading, printedPath, text } from './grid-body.js';
import type { Heading, HeadingColumn } from './grid-heading.js';
import { columnKey, columnNames } from './match-columns.js';
import { LineMatcher } from './match-lines.js';

type CodedBlock = Extract<Block, { kind: 'coded' }>;

/** One of the blocks that stand side by side: where its codes, names and values are. */
interface SideBySide {
  readonly codes: readonly number[];
  readonly labels: readonly number[];
  readonly values: readonly { at: number; column: DraftColumn }[];
}

/** Reads economic items in blocks side by side; a row may have any of its blocks blank. */
export function readCodedRows(
  block: CodedBlock,
  heading: Heading,
  body: readonly BodyRow[],
  basicOnly = true,
): GridReading {
  const blocks = segment(block, heading, basicOnly);
  const totals = new LineMatcher(block.totals);
  const rows: DraftRow[] = [];
  for (const { cells, number } of body) {
    const total = readTotals(block, totals, blocks, cells, number);
    if (total.length > 0) {
      rows.push(...total);
      continue;
    }
    for (const part of blocks) {
      const named = nameOf(part, cells);
      if (named) rows.push(rowOf(number, named.code, named.item, valuesAt(part, cells)));
    }
  }
  const unknownColumns = blocks
    .flatMap((part) => part.values)
    .filter(({ column }) => column.columnId === null)
    .map(({ column }) => column.printed);
  return { rows, unknownColumns: [...new Set(unknownColumns)] };
}

function rowOf(
  row: number,
  code: string | null,
  item: string,
  values: readonly DraftValue[],
  lineId: string | null = null,
): DraftRow {
  return { row, side: null, lineNumber: null, lineId, code, item, under: null, values };
}

function segment(block: CodedBlock, heading: Heading, basicOnly: boolean): SideBySide[] {
  const groups: HeadingColumn[][] = [];
  let previous: HeadingColumn['role'] = 'value';
  for (const column of heading.columns) {
    const opens =
      (column.role === 'code' && previous !== 'code') ||
      (column.role === 'label' && previous === 'value');
    if (opens || groups.length === 0) groups.push([]);
    groups[groups.length - 1]!.push(column);
    previous = column.role;
  }
  return groups.map((columns) => {
    const values = columns.filter(({ role }) => role === 'value');
    return {
      codes: columns.filter(({ role }) => role === 'code').map(({ at }) => at),
      labels: columns.filter(({ role }) => role === 'label').map(({ at }) => at),
      values: values.map((value) => ({
        at: value.at,
        column: {
          printed: printedPath(value.path.slice(-1)),
          columnId: economicColumn(block.columns, value.path, values.length, basicOnly),
        },
      })),
    };
  });
}

/**
 * A single value column means basic expenditure when the title says so, else all expenditure; of
 * several, the one headed 基本支出 is the basic part.
 */
export function economicColumn(
  columns: readonly Column[],
  path: readonly string[],
  width: number,
  basicOnly: boolean,
): string | null {
  const leaf = columnKey(path[path.length - 1] ?? '');
  if (width === 1) return basicOnly || leaf === '基本支出' ? 'basic' : 'amount';
  if (leaf === '基本支出') return 'basic';
  const amount = columns.find((column) => column.id === 'amount')!;
  return columnNames(amount).has(leaf) ? 'amount' : null;
}

function nameOf(
  part: SideBySide,
  cells: readonly GridCell[],
): { code: string; item: string } | null {
  const digits = part.codes.map((at) => text(cells, at).replace(/\s+/g, '')).join('');
  const item = unwrapLabel(part.labels.map((at) => text(cells, at)).join(''));
  if (/^\d{3}(?:\d{2})?$/.test(digits)) return { code: digits, item };
  const glued = /^(\d{3}(?:\s?\d{2})?)\s*(\D.*)$/.exec(item);
  return glued ? { code: glued[1]!.replace(/\s/g, ''), item: glued[2]! } : null;
}

function valuesAt(part: SideBySide, cells: readonly GridCell[]): DraftValue[] {
  return part.values.flatMap(({ at, column }) => {
    const cell = cells[at];
    return cell ? [{ column, text: cell.text, place: cell.place, settledBy: [] }] : [];
  });
}

/**
 * 人员经费合计 … 公用经费合计 …: the values after each label, wherever the merged cell put them.
 */
function readTotals(
  block: CodedBlock,
  totals: LineMatcher,
  blocks: readonly SideBySide[],
  cells: readonly GridCell[],
  row: number,
): DraftRow[] {
  const valueColumns = blocks.flatMap((part) => part.values);
  const starts = cells.flatMap((cell, at) =>
    totals.knows(cell.text) && parseNumeral(cell.text) === null ? [at] : [],
  );
  return starts.flatMap((at, i) => {
    const line = new LineMatcher(block.totals).match(cells[at]!.text);
    if (!line) return [];
    const end = starts[i + 1] ?? cells.length;
    const span = valueColumns.filter((value) => value.at > at && value.at < end);
    return [rowOf(row, null, unwrapLabel(cells[at]!.text), lastOfEach(span, cells), line.id)];
  });
}

/** Of the columns a total spans, the last printed one of each concept. */
function lastOfEach(
  span: readonly { at: number; column: DraftColumn }[],
  cells: readonly GridCell[],
): DraftValue[] {
  const chosen = new Map<string, DraftValue>();
  for (const { at, column } of span) {
    const cell = cells[at];
    if (!cell) continue;
    const known = chosen.get(column.printed);
    if (known && cell.text.trim() === '' && known.text.trim() !== '') continue;
    chosen.set(column.printed, { column, text: cell.text, place: cell.place, settledBy: [] });
  }
  return [...chosen.values()];
}
