import { unwrapLabel } from '../../base/label.js';
import { parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import type { Block, Side } from '../../forms/model.js';
import type { DraftColumn, DraftRow } from './draft.js';
import type { Heading, HeadingColumn } from './grid-heading.js';
import { measuredColumns } from './measures.js';

export interface GridReading {
  readonly rows: readonly DraftRow[];
  readonly unknownColumns: readonly string[];
  /** Nothing but the total line of the table belongs to the form. */
  readonly totalOnly?: boolean;
}

export interface BodyRow {
  readonly cells: readonly GridCell[];
  readonly number: number;
}

/** The value columns of a heading with their concepts. */
export function valueColumns(
  heading: Heading,
  block: Block,
  within: (column: HeadingColumn) => boolean = () => true,
): { at: number; column: DraftColumn }[] {
  const values = heading.columns.filter((column) => column.role === 'value' && within(column));
  const matched = measuredColumns(
    values.map((column) => column.path),
    block.columns,
  );
  return values.map((value, i) => ({
    at: value.at,
    column: { printed: printedPath(value.path), columnId: matched[i] ?? null },
  }));
}

export function printedPath(path: readonly string[]): string {
  return path.map(unwrapLabel).join('/');
}

export function lineNumberOf(
  heading: Heading,
  cells: readonly GridCell[],
  side: Side | null,
): string | null {
  const column = heading.columns.find(
    (candidate) => candidate.role === 'line' && (side === null || candidate.side === side),
  );
  if (!column) return null;
  const printed = text(cells, column.at);
  return printed === '' ? null : printed;
}

export function valuesOf(
  cells: readonly GridCell[],
  columns: readonly { at: number; column: DraftColumn }[],
): DraftRow['values'] {
  return columns.flatMap(({ at, column }) => {
    const cell = cells[at];
    return cell ? [{ column, text: cell.text, place: cell.place, settledBy: [] }] : [];
  });
}

export function text(cells: readonly GridCell[], at: number): string {
  return cells[at]?.text.trim() ?? '';
}

export function hasNumber(cells: readonly GridCell[], columns: readonly { at: number }[]): boolean {
  return columns.some(({ at }) => parseNumeral(text(cells, at)) !== null);
}

/** Printed columns without a concept. */
export function unknownColumns(columns: readonly { column: DraftColumn }[]): string[] {
  return columns
    .filter(({ column }) => column.columnId === null && column.printed !== '')
    .map(({ column }) => column.printed);
}
