import type { FormId, Side } from '../../src/forms/model.js';

/** What a printed value cell truly is: its concept in the terms of src/forms/statutory.ts. */
export interface CellTruth {
  readonly form: FormId;
  readonly side: Side | null;
  readonly lineId: string | null;
  readonly code: string | null;
  readonly item: string;
  readonly columnId: string;
  /** As printed without separators; null where printed blank. */
  readonly value: string | null;
}

/** A cell of a sheet. `kind` tells the dialects what may wrap and what sticks together. */
export interface SheetCell {
  readonly kind: 'label' | 'code' | 'number' | 'value';
  readonly text: string;
  readonly truth: CellTruth | null;
  /** Covered by a merged neighbour: an empty cell in grids, nothing in running text. */
  readonly covered: boolean;
}

/** A table as a province prints it, before any dialect. */
export interface Sheet {
  /** Null for a table that no statutory form stands for. */
  readonly form: FormId | null;
  readonly number: string;
  readonly title: string;
  readonly headings: readonly (readonly SheetCell[])[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: readonly string[];
  readonly empty: boolean;
}

export function label(text: string): SheetCell {
  return { kind: 'label', text, truth: null, covered: false };
}

export function code(text: string): SheetCell {
  return { kind: 'code', text, truth: null, covered: false };
}

export function numberCell(text: string): SheetCell {
  return { kind: 'number', text, truth: null, covered: false };
}

export function valueCell(text: string, truth: CellTruth | null): SheetCell {
  return { kind: 'value', text, truth, covered: false };
}

export const COVERED: SheetCell = { kind: 'label', text: '', truth: null, covered: true };

/** A heading row: '' stands for a cell covered by its left or upper neighbour. */
export function heading(...texts: string[]): SheetCell[] {
  return texts.map((text) => (text === '' ? COVERED : label(text)));
}
