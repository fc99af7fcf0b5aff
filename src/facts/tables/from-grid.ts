import { unwrapLabel } from '../../base/label.js';
import { parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import type { Block, Form, FormId } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import type { DraftColumn, DraftRow } from './draft.js';
import { readAcross } from './economic-across.js';
import {
  type BodyRow,
  type GridReading,
  hasNumber,
  lineNumberOf,
  text,
  unknownColumns,
  valueColumns,
  valuesOf,
} from './grid-body.js';
import { readCodedRows } from './grid-coded.js';
import { type Heading, type HeadingColumn, headingOf, isLevelWord } from './grid-heading.js';
import { readMatrixRows } from './grid-matrix.js';
import { columnKey } from './match-columns.js';
import { LineMatcher } from './match-lines.js';

/**
 * Reads the rows of one table that came as a grid. `firstRow` is the 1-based row of its first
 * line.
 */
export function readGrid(
  id: FormId,
  rows: readonly (readonly GridCell[])[],
  firstRow = 1,
  title = '',
): GridReading {
  const form = formOf(id);
  const basicOnly = title === '' || title.includes('基本支出');
  const across = id === 'basic-expenditure' ? readAcross(rows, basicOnly) : null;
  if (across !== null) return across;
  const heading = headingOf(form, rows);
  const body = rows.slice(heading.bodyStart).map((cells, at) => ({
    cells,
    number: firstRow + heading.bodyStart + at,
  }));
  const block = form.blocks[0]!;
  if (block.kind === 'open') return readOpen(block, heading, body);
  if (block.kind === 'coded') return readCodedRows(block, heading, body, basicOnly);
  if (block.kind === 'matrix') return readMatrixRows(block, heading, body);
  return readFixed(form, heading, body);
}

function readOpen(
  block: Extract<Block, { kind: 'open' }>,
  heading: Heading,
  body: readonly BodyRow[],
): GridReading {
  const columns = valueColumns(heading, block);
  const total = new LineMatcher([block.total]);
  const rows: DraftRow[] = [];
  for (const { cells, number } of body) {
    const named = nameOfRow(heading, cells);
    if (named === null) continue;
    const { code, item } = named;
    const isTotal = code === null && total.knows(item);
    if (code === null && !isTotal && !hasNumber(cells, columns)) continue;
    rows.push({
      row: number,
      side: null,
      lineNumber: lineNumberOf(heading, cells, null),
      lineId: isTotal ? block.total.id : null,
      code,
      item: isTotal ? '合计' : item,
      under: null,
      values: valuesOf(cells, columns),
    });
  }
  return { rows, unknownColumns: unknownColumns(columns) };
}

/** Code and name of an open row: in columns of their own, split over 类款项, or in one cell. */
function nameOfRow(
  heading: Heading,
  cells: readonly GridCell[],
): { code: string | null; item: string } | null {
  const codes = heading.columns
    .filter((column) => column.role === 'code')
    .map((column) => text(cells, column.at))
    .filter((code) => !isLevelWord(code));
  const labels = heading.columns
    .filter((column) => column.role === 'label')
    .map((column) => unwrapLabel(text(cells, column.at)))
    .filter((label) => label !== '');
  const printed = codes.map((code) => code.replace(/\s+/g, '')).filter((code) => code !== '');
  const digits = printed.filter((code) => /^\d+$/.test(code));
  const words = [...printed.filter((code) => !/^\d+$/.test(code)).map(unwrapLabel), ...labels];
  if (digits.length > 0) {
    const joined = digits.every((part) => part.length <= 3) ? ofLevels(digits) : longest(digits);
    return { code: joined, item: words.join('') };
  }
  const first = words.join('');
  if (first === '' || first.startsWith('栏次')) return null;
  const glued = /^[[【(（]?(\d{3}|\d{5}|\d{7})[\]】)）]?[\s-]*(\D.*)$/.exec(first);
  return glued ? { code: glued[1]!, item: glued[2]! } : { code: null, item: first };
}

/** 208 05 05, or 208 5 5 where the levels were kept as numbers. */
function ofLevels([first = '', ...parts]: readonly string[]): string {
  return [first, ...parts.map((part) => part.padStart(2, '0'))].join('');
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}

function readFixed(form: Form, heading: Heading, body: readonly BodyRow[]): GridReading {
  const rows: DraftRow[] = [];
  const strange: string[] = [];
  for (const block of form.blocks) {
    if (block.kind !== 'fixed') continue;
    const within = (column: HeadingColumn) => block.side === null || column.side === block.side;
    const columns = valueColumns(heading, block, within);
    strange.push(...unknownColumns(columns));
    readSide(block, columns, within, heading, body, rows);
  }
  rows.sort((a, b) => a.row - b.row);
  return { rows, unknownColumns: strange };
}

function readSide(
  block: Extract<Block, { kind: 'fixed' }>,
  printed: readonly { at: number; column: DraftColumn }[],
  within: (column: HeadingColumn) => boolean,
  heading: Heading,
  body: readonly BodyRow[],
  rows: DraftRow[],
): void {
  let columns = printed;
  const matcher = new LineMatcher(block.lines);
  const printedLabels = new Map<string, string>();
  const label = heading.columns.find((column) => column.role === 'label' && within(column));
  if (!label) return;
  for (const { cells, number } of body) {
    const item = unwrapLabel(text(cells, label.at));
    const lineNumber = lineNumberOf(heading, cells, block.side);
    if (item.startsWith('栏次') || (item === '' && lineNumber === null)) continue;
    if (isHeadingRow(item, cells, columns)) {
      columns = renamed(columns, cells);
      continue;
    }
    const line = item === '' ? null : matcher.match(item);
    if (!line && lineNumber === null && !hasNumber(cells, columns)) continue;
    if (line) printedLabels.set(line.id, item);
    rows.push({
      row: number,
      side: block.side,
      lineNumber,
      lineId: line?.id ?? null,
      code: line?.code ?? null,
      item,
      under: line?.under === undefined ? null : (printedLabels.get(line.under) ?? null),
      values: valuesOf(cells, columns),
    });
  }
}

/** A heading inside the table (二、机关运行经费 / 项目 行次 统计数), not a line. */
function isHeadingRow(
  item: string,
  cells: readonly GridCell[],
  columns: readonly { at: number }[],
): boolean {
  if (columnKey(item) === '项目') return true;
  const values = columns.map(({ at }) => text(cells, at));
  return values.some((value) => /[\u4e00-\u9fff]/.test(value) && parseNumeral(value) === null);
}

/** Columns under the names that a heading inside the table gives them. */
function renamed(
  columns: readonly { at: number; column: DraftColumn }[],
  cells: readonly GridCell[],
): { at: number; column: DraftColumn }[] {
  return columns.map(({ at, column }) => {
    const name = unwrapLabel(text(cells, at));
    return { at, column: name === '' ? column : { ...column, printed: name } };
  });
}
