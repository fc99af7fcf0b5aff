import { unwrapLabel } from '../../base/label.js';
import { isDash, parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import type { Block, Line } from '../../forms/model.js';
import type { DraftRow, DraftValue } from './draft.js';
import { type BodyRow, type GridReading, printedPath, text } from './grid-body.js';
import type { Heading, HeadingColumn } from './grid-heading.js';
import { isIndexRow } from './grid-heading.js';
import { matchColumns } from './match-columns.js';
import { LineMatcher } from './match-lines.js';

type MatrixBlock = Extract<Block, { kind: 'matrix' }>;

/** One measured item: 预算数 of 公务接待费. */
interface MatrixCell {
  readonly measure: Line | null;
  readonly measurePrinted: string;
  readonly columnId: string | null;
  readonly columnPrinted: string;
  readonly cell: GridCell;
  readonly row: number;
}

/** Reads 预算数 and 决算数 by item, whichever of them runs down, across, or both across. */
export function readMatrixRows(
  block: MatrixBlock,
  heading: Heading,
  body: readonly BodyRow[],
): GridReading {
  const measures = new LineMatcher(block.lines);
  const values = heading.columns.filter(({ role }) => role === 'value');
  const headed = values.filter((column) => column.path.some((part) => measures.knows(part)));
  const rows = body.filter(({ cells }) => !isIndexRow(cells));
  const down = rows.some(({ cells }) => measures.knows(firstText(cells)));
  const cells = down
    ? measuresDown(block, heading, rows)
    : headed.length > 0 && headed.every((column) => column.path.length === 1)
      ? itemsDown(block, headed, heading, rows)
      : bothAcross(block, values, rows);
  const unknownColumns = new Set(
    cells.filter(({ columnId }) => columnId === null).map(({ columnPrinted }) => columnPrinted),
  );
  return { rows: toRows(cells), unknownColumns: [...unknownColumns] };
}

function firstText(cells: readonly GridCell[]): string {
  return cells.find((cell) => cell.text.trim() !== '')?.text ?? '';
}

function measuresDown(
  block: MatrixBlock,
  heading: Heading,
  body: readonly BodyRow[],
): MatrixCell[] {
  const measures = new LineMatcher(block.lines);
  const columns = heading.columns.filter(({ at, role }) => role === 'value' && at > 0);
  const matched = matchColumns(
    columns.map(({ path }) => path),
    block.columns,
  );
  return body.flatMap(({ cells, number }) => {
    const measure = measures.match(firstText(cells));
    if (!measure) return [];
    return columns.flatMap((column, i) => {
      const cell = cells[column.at];
      const columnPrinted = printedPath(column.path);
      return cell
        ? [
            {
              ...measured(measure),
              columnId: matched[i]?.id ?? null,
              columnPrinted,
              cell,
              row: number,
            },
          ]
        : [];
    });
  });
}

function itemsDown(
  block: MatrixBlock,
  headed: readonly HeadingColumn[],
  heading: Heading,
  body: readonly BodyRow[],
): MatrixCell[] {
  const measures = new LineMatcher(block.lines);
  const labels = heading.columns.filter(({ role }) => role === 'label').map(({ at }) => at);
  const items = body.map(({ cells }) => unwrapLabel(labels.map((at) => text(cells, at)).join('')));
  const matched = matchColumns(
    items.map((item) => [
      item.replace(/^[^\u4e00-\u9fff“"]*(?:其中[:：])?[^\u4e00-\u9fff“"]*/, ''),
    ]),
    block.columns,
  );
  const lines = headed.map((column) => measures.match(column.path[0]!));
  return body.flatMap(({ cells, number }, i) => {
    if (items[i] === '') return [];
    return headed.flatMap((column, h) => {
      const cell = cells[column.at];
      const measure = lines[h] ?? null;
      const columnId = matched[i]?.id ?? null;
      if (!cell) return [];
      return [
        {
          ...measured(measure, column.path[0]!),
          columnId,
          columnPrinted: items[i]!,
          cell,
          row: number,
        },
      ];
    });
  });
}

function bothAcross(
  block: MatrixBlock,
  values: readonly HeadingColumn[],
  body: readonly BodyRow[],
): MatrixCell[] {
  const data = body.find(({ cells }) =>
    values.some(({ at }) => parseNumeral(text(cells, at)) !== null || isDash(text(cells, at))),
  );
  if (!data) return [];
  const found: MatrixCell[] = [];
  for (const line of block.lines) {
    const matcher = new LineMatcher([line]);
    const columns = values.filter(({ path }) => path.some((part) => matcher.knows(part)));
    const paths = columns.map(({ path }) => path.filter((part) => !matcher.knows(part)));
    const matched = matchColumns(paths, block.columns);
    columns.forEach((column, i) => {
      const cell = data.cells[column.at];
      const columnPrinted = printedPath(paths[i]!);
      const columnId = matched[i]?.id ?? null;
      if (cell) found.push({ ...measured(line), columnId, columnPrinted, cell, row: data.number });
    });
  }
  return found;
}

/** 预算数 and 决算数 are the item names in every layout. */
function measured(
  measure: Line | null,
  printed = measure?.label ?? '',
): { measure: Line | null; measurePrinted: string } {
  return { measure, measurePrinted: measure?.label ?? unwrapLabel(printed) };
}

function toRows(cells: readonly MatrixCell[]): DraftRow[] {
  const rows = new Map<string, { first: MatrixCell; values: DraftValue[] }>();
  for (const cell of cells) {
    const known = rows.get(cell.measurePrinted);
    const value: DraftValue = {
      column: { printed: cell.columnPrinted, columnId: cell.columnId },
      text: cell.cell.text,
      place: cell.cell.place,
      settledBy: [],
    };
    if (known) known.values.push(value);
    else rows.set(cell.measurePrinted, { first: cell, values: [value] });
  }
  return [...rows.values()].map(({ first, values }) => ({
    row: first.row,
    side: null,
    lineNumber: null,
    lineId: first.measure?.id ?? null,
    code: null,
    item: first.measurePrinted,
    under: null,
    values,
  }));
}
