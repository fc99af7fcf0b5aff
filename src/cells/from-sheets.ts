import type { Address } from '../base/place.js';
import type { Wording } from '../base/wording.js';
import type { CellsDocument, DocumentFormat } from './model.js';
import { type Piece, Rendition } from './rendition.js';
import {
  cellAddress,
  type MergedRange,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from './sheet.js';
import { sheetRegions } from './sheet-regions.js';
import { isNumeric, shownRows } from './shown-rows.js';

/** A sheet that the workbook lists and the file does not hold. */
export interface LostSheet {
  readonly name: string;
}

interface ShownSheet {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
}

/**
 * The sheets of a workbook as one document: the visible ones in their order, then those hidden ones
 * whose amounts no visible sheet has.
 */
export function cellsFromSheets(
  file: string,
  format: DocumentFormat,
  sheets: readonly Sheet[],
  lost: readonly LostSheet[] = [],
): CellsDocument {
  const rendition = new Rendition();
  const shown = sheets.map((sheet) => ({ sheet, rows: shownRows(sheet) }));
  const visible = shown.filter(({ sheet }) => !sheet.hidden);
  for (const one of visible) render(rendition, one);
  for (const { sheet, rows } of shown.filter(({ sheet }) => sheet.hidden)) {
    // Lists to choose from and other aids: no amounts, so nothing of the account.
    if (!rows.some(hasAmount)) continue;
    const twin = visible.find((other) => areAlike(rows, other.rows));
    if (twin === undefined) render(rendition, { sheet, rows });
    else rendition.lose({ ...hiddenTwin(sheet.name, twin.sheet.name), missing: false });
  }
  for (const { name } of lost) rendition.lose({ ...lostSheet(name), missing: true });
  return rendition.finish(file, format);
}

function render(rendition: Rendition, { sheet, rows }: ShownSheet): void {
  const { name } = sheet;
  if (namesTable(name, rows)) rendition.paragraph([{ text: name, address: { sheet: name } }]);
  renderRows(rendition, rows, sheet.merges, (row, column) => ({
    sheet: name,
    cell: cellAddress(row, column),
  }));
  const [first, ...more] = sheet.uncomputed;
  if (first !== undefined) {
    rendition.lose({ ...uncomputed(name, first, more.length + 1), missing: true });
  }
}

/** Where a cell of a sheet stands in the file, by its row and column from 0. */
export type AddressOf = (row: number, column: number) => Address;

/** Says the rows of a sheet to a rendition as lines and tables. */
export function renderRows(
  rendition: Rendition,
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
  addressOf: AddressOf,
): void {
  const topOf = topsOf(merges);
  for (const region of sheetRegions(rows, merges)) {
    if (region.kind === 'rows') {
      rendition.table(tableRows(region.rows, topOf, addressOf));
      continue;
    }
    const [{ column, text, origin }] = region.row.cells as readonly [SheetCell];
    rendition.paragraph([{ text, address: addressOf(region.row.row, column), origin }]);
  }
}

/** The first row of the merged cell that goes on down to a cell; null where none does. */
type TopOf = (row: number, column: number) => number | null;

function topsOf(merges: readonly MergedRange[]): TopOf {
  const byColumn = new Map<number, MergedRange[]>();
  for (const merge of [...merges].sort((a, b) => a.top - b.top)) {
    if (merge.bottom === merge.top) continue;
    const own = byColumn.get(merge.left);
    if (own === undefined) byColumn.set(merge.left, [merge]);
    else own.push(merge);
  }
  return (row, column) => {
    const own = byColumn.get(column) ?? [];
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[middle]!.top < row) low = middle + 1;
      else high = middle;
    }
    const merge = own[low - 1];
    return merge !== undefined && merge.bottom >= row ? merge.top : null;
  };
}

/** Columns in which no row of the table has anything are left out. */
function tableRows(
  rows: readonly SheetRow[],
  topOf: TopOf,
  addressOf: AddressOf,
): readonly (readonly Piece[])[] {
  // What stands in a row that is not shown is not known of the rows below it.
  const shown = new Set(rows.map(({ row }) => row));
  const isContinued = (row: number, column: number): boolean => {
    const top = topOf(row, column);
    return top !== null && shown.has(top);
  };
  const used = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) used.add(column);
  const columns = [...used].sort((a, b) => a - b);
  const index = new Map(columns.map((column, at) => [column, at]));
  return rows.map(({ row, cells }) => {
    const pieces = columns.map((column): Piece => {
      const blank = { text: '', address: addressOf(row, column) };
      return isContinued(row, column) ? { ...blank, continued: true } : blank;
    });
    for (const { column, text, origin } of cells) {
      pieces[index.get(column)!] = { text, address: addressOf(row, column), origin };
    }
    return pieces;
  });
}

/** Rows in which the title of a table would stand. */
const TITLE_ROWS = 5;

/** The name of the sheet is the only title: nothing above the table is one. */
function namesTable(name: string, rows: readonly SheetRow[]): boolean {
  if ((name.match(/[\u4e00-\u9fff]/g)?.length ?? 0) < 3 || /^工作表\d*$/.test(name)) return false;
  const start = rows.findIndex(({ cells }) => cells.length >= 3);
  if (start < 0) return false;
  const above = rows.slice(0, Math.min(start, TITLE_ROWS)).flatMap(({ cells }) => cells);
  return !above.some(({ text }) => isTitle(text.replace(/\s/g, '')));
}

function isTitle(text: string): boolean {
  if (/^(?:金额)?单位|^(?:编制|填报|公开)?(?:部门|单位)|^公开\d+表$|[，。；]/.test(text))
    return false;
  return text.length <= 60 && (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 4;
}

/** A row with a number that is no year, count or ordinal alone: a name and an amount. */
function hasAmount(row: SheetRow): boolean {
  return row.cells.length >= 2 && row.cells.some(isNumeric);
}

/** Two sheets print the same table when most of their words are the same. */
function areAlike(rows: readonly SheetRow[], others: readonly SheetRow[]): boolean {
  const words = wordsOf(rows);
  const known = wordsOf(others);
  let shared = 0;
  for (const word of words) if (known.has(word)) shared += 1;
  return shared * 5 >= Math.min(words.size, known.size) * 3;
}

function wordsOf(rows: readonly SheetRow[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { cells } of rows) {
    for (const { text } of cells) {
      const word = text.replace(/[\s\d]/g, '');
      if (/[\u4e00-\u9fff]{2}/.test(word)) words.add(word);
    }
  }
  return words;
}

/** What was lost, without its place. */
interface Said {
  readonly what: string;
  readonly why: Wording;
}

function hiddenTwin(name: string, twin: string): Said {
  return {
    what: `隐藏的工作表“${name}”`,
    why: {
      zh: `与可见的“${twin}”是同一张表，按可见的读；请删去不公开的工作表`,
      en:
        `it holds the same table as the visible “${twin}”, which was read; ` +
        'delete sheets that are not published',
    },
  };
}

function lostSheet(name: string): Said {
  return {
    what: `工作表“${name}”`,
    why: {
      zh: '工作簿列有这张表，文件里没有它的内容；请重新导出',
      en: 'the workbook lists this sheet and the file does not hold it; export it again',
    },
  };
}

function uncomputed(name: string, first: string, count: number): Said {
  return {
    what: `工作表“${name}”${first}${count > 1 ? `等 ${count} 个公式` : '的公式'}`,
    why: {
      zh: '文件里没有保存计算结果；请用 Excel 打开，保存后再试',
      en: 'the file does not hold its result; open it in Excel and save it again',
    },
  };
}
