import { parse } from 'csv-parse/sync';
import type { Comma } from '../cells/comma-shape.js';
import { renderRows } from '../cells/from-sheets.js';
import type { Limits } from '../cells/limits.js';
import type { CellsDocument } from '../cells/model.js';
import { Rendition } from '../cells/rendition.js';
import type { Sheet } from '../cells/sheet.js';
import { ReadError } from './reader.js';
import { CellCount, SheetDraft } from './workbook-cells.js';

/** Reads comma-separated values, whose text is decoded already: one sheet of text, see `Sheet`. */
export function csvCells(
  file: string,
  text: string,
  encoding: string,
  delimiter: Comma,
  limits: Limits,
): CellsDocument {
  const rendition = new Rendition();
  const { rows, merges } = sheetOf(text, delimiter, limits);
  renderRows(rendition, rows, merges, (row, column) => ({
    table: 1,
    row: row + 1,
    column: column + 1,
  }));
  return rendition.finish(file, 'csv', encoding);
}

function sheetOf(text: string, delimiter: Comma, limits: Limits): Sheet {
  const draft = new SheetDraft('', false, new CellCount(limits));
  recordsOf(text, delimiter).forEach((values, row) => {
    values.forEach((value, column) => {
      draft.add(row, { column, text: value, origin: 'printed', isNumber: false });
    });
  });
  return draft.finish();
}

function recordsOf(text: string, delimiter: Comma): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch {
    throw new ReadError('damaged', 'csv');
  }
}
