import { linePlace } from '../base/place.js';
import type { CellsBlock, Grid, GridCell } from './model.js';
import { textLine } from './source-line.js';
import type { TabbedRow } from './tabbed-rows.js';

/** What a stretch of rows with tabs is: grids, or lines that happen to have tabs. */
export function blocksOfRows(rows: readonly TabbedRow[]): readonly CellsBlock[] {
  return isOneCellALine(rows) ? oneCellBlocks(rows) : blocksOfTable(rows);
}

/** What rows of cells are that are known to be rows: grids and what stands above them. */
export function blocksOfTable(rows: readonly TabbedRow[]): readonly CellsBlock[] {
  return pieces(rows).flatMap((piece) => blocksOfPiece(piece));
}

/** Each cell on a line of its own after a tab, rows apart by an empty line. */
function isOneCellALine(rows: readonly TabbedRow[]): boolean {
  if (rows.some((row) => row.lines.length > 1 || !/^\t[^\t]*$/.test(row.lines[0]!.text))) {
    return false;
  }
  // Paragraphs indented by a tab look alike but stand alone and are longer than cells.
  const full = oneCellRows(rows).filter((cells) => cells.length >= 2);
  const cells = full.flat();
  const prose = cells.filter((cell) => /。$/.test(cell.text) && cell.text.length > 30);
  return full.length >= 2 && prose.length * 4 <= cells.length;
}

function oneCellRows(rows: readonly TabbedRow[]): readonly (readonly GridCell[])[] {
  const grid: GridCell[][] = [];
  for (const row of rows) {
    const cell = row.cells[1]!;
    const current = grid.at(-1);
    if (current === undefined || row.blanksBefore > 0) grid.push([cell]);
    else current.push(cell);
  }
  return grid;
}

/** Two empty lines end such a table; a lone cell before it is its title. */
function oneCellBlocks(rows: readonly TabbedRow[]): readonly CellsBlock[] {
  const blocks: CellsBlock[] = [];
  let table: TabbedRow[] = [];
  const flush = (): void => {
    while (table.length > 0 && (table.length === 1 || table[1]!.blanksBefore > 0)) {
      blocks.push(...linesOf(table.slice(0, 1)));
      table = table.slice(1);
    }
    if (table.length > 0) blocks.push(gridOf(oneCellRows(table)));
    table = [];
  };
  for (const row of rows) {
    if (row.blanksBefore > 1) flush();
    table.push(row);
  }
  flush();
  return blocks;
}

/** Cuts where another table starts: at a title row, or where the width changes at a gap. */
function pieces(rows: readonly TabbedRow[]): readonly (readonly TabbedRow[])[] {
  const cut: TabbedRow[][] = [];
  let current: TabbedRow[] = [];
  rows.forEach((row, index) => {
    const starts =
      (isTitleRow(row) && !current.every(isHeadingRow)) ||
      (row.blanksBefore > 0 && !continues(current, rows.slice(index)));
    if (starts) {
      cut.push(current);
      current = [];
    }
    current.push(row);
  });
  cut.push(current);
  return cut.filter((piece) => piece.length > 0);
}

/** Rows after a gap belong to the same table when they are as wide, or when widths vary anyway. */
function continues(before: readonly TabbedRow[], rest: readonly TabbedRow[]): boolean {
  const gap = rest.findIndex((row, index) => index > 0 && row.blanksBefore > 0);
  const after = gap < 0 ? rest : rest.slice(0, gap);
  const [widthBefore, raggedBefore] = widthOf(before);
  const [widthAfter, raggedAfter] = widthOf(after);
  if (widthBefore === widthAfter) return true;
  return widthAfter < widthBefore && widthAfter > 2 && (raggedBefore || raggedAfter);
}

function widthOf(rows: readonly TabbedRow[]): readonly [width: number, ragged: boolean] {
  let width = 0;
  let least = Number.MAX_SAFE_INTEGER;
  for (const { cells } of rows) {
    width = Math.max(width, cells.length);
    least = Math.min(least, cells.length);
  }
  return [width, least < width];
}

function blocksOfPiece(piece: readonly TabbedRow[]): readonly CellsBlock[] {
  const start = piece.findIndex((row) => !isHeadingRow(row));
  const headings = start < 0 ? piece : piece.slice(0, start);
  const body = start < 0 ? [] : piece.slice(start);
  if (body.length === 0) return linesOf(headings);
  if (!isTable(body) || isJagged(body)) return linesOf(piece);
  return [...linesOf(headings), gridOf(body.map((row) => row.cells))];
}

/** What stands above a table, typed into cells: its title, number, entity, year and unit. */
function isHeadingRow(row: TabbedRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  return filled.length <= 3 && filled.every((cell) => isHeading(cell.text.replace(/\s/g, '')));
}

const HEADINGS: readonly RegExp[] = [
  /^[^，。；]{3,}[表书][（(]?(?:\d{4}年度?)?[)）]?$/,
  /^公开\d+表$|^(?:附?表|附件)[\d一二三四五六七八九十]+(?:[-—]\d+)?$/,
  /^\d{4}年度?$/,
  /^(?:金额)?单位[：:]/,
  /^(?:编制|公开|填报)?(?:部门|单位)(?:名称)?[：:]/,
];

function isHeading(text: string): boolean {
  return HEADINGS.some((pattern) => pattern.test(text));
}

function isTitleRow(row: TabbedRow): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  return (
    filled.length === 1 &&
    /^[^，。；：:]{4,}表[（(]?(?:\d{4}年度?)?[)）]?$/.test(filled[0]!.text.replace(/\s/g, ''))
  );
}

function isTable(rows: readonly TabbedRow[]): boolean {
  if (isContents(rows) || isProse(rows)) return false;
  const filled = rows.filter((row) => filledCells(row) >= 2).length;
  const wide = rows.filter((row) => row.cells.length >= 3).length;
  if (rows.length === 1) return filledCells(rows[0]!) >= 3;
  return filled >= 2 || wide >= 2;
}

/**
 * Rows of which few come near the widest are no table. It also bounds the memory: what is added to
 * make rows equally long is never much more than what was there.
 */
function isJagged(rows: readonly TabbedRow[]): boolean {
  return isTooJagged(rows.map(({ cells }) => cells.length));
}

/** Whether rows of so many cells each are no table because few come near the widest. */
export function isTooJagged(widths: readonly number[]): boolean {
  const cells = widths.reduce((sum, width) => sum + width, 0);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return widest * widths.length > 10 * cells + 10_000;
}

function filledCells(row: TabbedRow): number {
  return row.cells.filter((cell) => cell.text !== '').length;
}

/** A table of contents: enumerated titles or dot leaders, then pages that never go back. */
function isContents(rows: readonly TabbedRow[]): boolean {
  let page = 0;
  let marked = 0;
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell.text !== '');
    const last = filled.at(-1)?.text ?? '';
    if (filled.length < 2 || filled.length > 3 || !/^[-—\s]*\d{1,4}[-—\s]*$/.test(last))
      return false;
    const printed = Number.parseInt(last.replace(/\D/g, ''), 10);
    if (printed < Math.max(page, 1)) return false;
    page = printed;
    if (CONTENTS_ENTRY.test(filled[0]!.text)) marked += 1;
  }
  return marked * 2 >= rows.length;
}

const CONTENTS_ENTRY =
  /^第[一二三四五六七八九十\d]+[部章节]|^[（(]?[一二三四五六七八九十]+[）)、.．]|^\d+[、.．]|[.…·．]{3,}$/;

/** Sentences that happen to contain a tab. */
function isProse(rows: readonly TabbedRow[]): boolean {
  const sentences = rows.filter(
    (row) =>
      filledCells(row) <= 2 && row.cells.some((cell) => /[。；].*[。；]|。$/.test(cell.text)),
  );
  return widthOf(rows)[0] <= 2 && sentences.length * 2 > rows.length && !isQuestionnaire(rows);
}

/** 填报项目 | 填报内容: what is answered in sentences is a table all the same. */
function isQuestionnaire([first]: readonly TabbedRow[]): boolean {
  const [asked, answered] = first!.cells.map(({ text }) => text.trim());
  return asked === '填报项目' && answered === '填报内容';
}

function linesOf(rows: readonly TabbedRow[]): readonly CellsBlock[] {
  return rows.flatMap((row) =>
    row.lines.filter((line) => line.text.trim() !== '').map((line) => textLine(line)),
  );
}

/** Makes the rows equally long: missing cells are empty and stand at the end of their line. */
export function gridOf(rows: readonly (readonly GridCell[])[]): Grid {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const padded = rows.map((row) => {
    if (row.length === width) return row;
    const last = row.at(-1)!.place;
    const empty: GridCell = {
      text: '',
      place: linePlace(last.line ?? 0, last.to ?? 0, last.to ?? 0, ''),
    };
    return [...row, ...Array<GridCell>(width - row.length).fill(empty)];
  });
  const first = rows[0]![0]!.place;
  const text = rows[0]!.find((cell) => cell.text !== '')?.text ?? '';
  return { kind: 'grid', rows: padded, place: linePlace(first.line ?? 0, 0, 0, text) };
}
