import type { TextLine } from '../../cells/model.js';
import type { FormId } from '../../forms/model.js';
import { formOf } from '../../forms/statutory.js';
import { alignedGrid } from './aligned-grid.js';
import { readGrid } from './from-grid.js';
import { readCodedLines } from './raw-coded.js';
import { readFixedLines } from './raw-fixed.js';
import { readMatrixLines } from './raw-matrix.js';
import { type LinesReading, readOpenLines } from './raw-open.js';

/** Reads the rows of one table that came as lines of text without a grid. */
export function readLines(id: FormId, lines: readonly TextLine[], title: string): LinesReading {
  const grid = alignedGrid(lines);
  if (grid) return { ...readGrid(id, grid, 1, title), unread: [] };
  const form = formOf(id);
  const block = form.blocks[0]!;
  if (block.kind === 'open') return readOpenLines(id, block, lines, title);
  if (block.kind === 'coded')
    return readCodedLines(block, lines, title, title.includes('基本支出'));
  if (block.kind === 'matrix') return readMatrixLines(block, lines, title);
  return readFixedLines(form, lines, title);
}
