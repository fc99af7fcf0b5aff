import { normaliseLabel } from '../../base/label.js';
import { isDash, parseNumeral } from '../../base/numeral.js';
import type { GridCell } from '../../cells/model.js';
import type { Form, Side } from '../../forms/model.js';
import { columnKey, columnNames } from './match-columns.js';
import { LineMatcher } from './match-lines.js';

/** A column of a grid: what stands in it and the headings above it, outermost first. */
export interface HeadingColumn {
  readonly at: number;
  readonly role: 'code' | 'label' | 'line' | 'value';
  readonly side: Side | null;
  readonly path: readonly string[];
}

export interface Heading {
  readonly columns: readonly HeadingColumn[];
  /** Index of the first row below the heading. */
  readonly bodyStart: number;
}

const MOST_HEADING_ROWS = 8;

type Rows = readonly (readonly GridCell[])[];

/** Separates the heading of a grid from its body and names every column. */
export function headingOf(form: Form, rows: Rows): Heading {
  const bodyStart = findBody(form, rows);
  const headingRows = [
    ...rows.slice(0, bodyStart).flatMap((row) => (isIndexRow(row) ? levelsIn(row) : [row])),
    ...levelsIn(rows[bodyStart]),
  ];
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const paths = columnPaths(headingRows, width);
  const sided = form.blocks.some((block) => block.kind === 'fixed' && block.side !== null);
  const body = rows.slice(bodyStart);
  const columns = paths.map((path, at): HeadingColumn => {
    const named = sided ? path.filter((heading) => sideOf([heading]) === null) : path;
    return { at, role: roleOf(named, body, at), side: null, path: named };
  });
  return { columns: sided ? withSides(columns, paths) : columns, bodyStart };
}

const LEVEL = /^[类款项]$/;

/** Whether a cell only names a level of the classification: 类, 款 or 项. */
export function isLevelWord(text: string): boolean {
  return LEVEL.test(normaliseLabel(text));
}

/** 类 款 项 in a row of column numbers or of the first data, without a row of their own. */
function levelsIn(row: readonly GridCell[] | undefined): Rows {
  if (!row?.some(({ text }) => isLevelWord(text))) return [];
  return [row.map((cell) => (isLevelWord(cell.text) ? cell : { ...cell, text: '' }))];
}

/**
 * Gives each column its side: as headed, else the second column of labels begins the right side.
 */
function withSides(columns: readonly HeadingColumn[], paths: readonly string[][]): HeadingColumn[] {
  const headed = paths.some((path) => sideOf(path) !== null);
  let side: Side | null = '收入';
  let labels = 0;
  return columns.map((column) => {
    if (column.role === 'label') labels += 1;
    // The same expenditure once more, by its kind: no side of the form, and nothing follows it.
    if (column.role === 'label' && labels > 2 && column.path.some(isByKind)) side = null;
    if (side === null) return column;
    if (headed) side = sideOf(paths[column.at]!) ?? side;
    else if (column.role === 'label' && labels === 2) side = '支出';
    return { ...column, side };
  });
}

/** 栏次 1 2 3 …, or a bare row 1 2 3 …: numbers of columns, never amounts. */
export function isIndexRow(row: readonly GridCell[]): boolean {
  const texts = row.map((cell) => normaliseLabel(cell.text)).filter((text) => text !== '');
  if (texts.length === 0) return true;
  if (texts.some((text) => text === '栏次')) return true;
  if (texts.length < 3) return false;
  return texts.every((text, i) => text.replace(/^\(|\)$|=.*$|\.0+$/g, '') === String(i + 1));
}

/** The first row that is data: it has a code, a known line, or a total. */
function findBody(form: Form, rows: Rows): number {
  const matchers = form.blocks.map(
    (block) =>
      new LineMatcher(
        block.kind === 'open' ? [block.total] : 'lines' in block ? block.lines : block.totals,
      ),
  );
  const items = form.blocks.flatMap((block) =>
    block.kind === 'matrix'
      ? [
          new LineMatcher(
            block.columns.map(({ id, label, aliases }) => ({ id, label, aliases: aliases ?? [] })),
          ),
        ]
      : [],
  );
  let headings = 0;
  for (let at = 0; at < rows.length && headings < MOST_HEADING_ROWS; at += 1) {
    const row = rows[at]!;
    if (row.every((cell) => cell.text.trim() === '')) continue;
    headings += 1;
    if (isIndexRow(row)) {
      if (at > 0) return at + 1;
      continue;
    }
    const texts = row.map((cell) => cell.text.trim());
    const filled = texts.filter((text) => text !== '');
    const numbers = filled.filter((text) => parseNumeral(text) !== null || isDash(text));
    if (texts.slice(0, 3).some((text) => /^\d{3}(?:\d{2}){0,2}$/.test(text))) return at;
    if (/^[[【(（]?\d{3}(?:\d{2}){0,2}[\]】)）]?\s*[\u4e00-\u9fff]/.test(filled[0] ?? ''))
      return at;
    if (form.blocks[0]!.kind === 'matrix') {
      const first = filled[0] ?? '';
      if (numbers.length > 0 && numbers.length >= filled.length - 1) return at;
      if (at > 0 && texts.length <= 3 && items.some((matcher) => matcher.knows(first))) return at;
      if (at > 0 && filled.length === 1 && matchers.some((matcher) => matcher.knows(first)))
        return at;
      continue;
    }
    if (texts[0] === '' && numbers.length === 0 && namesColumns(form, filled)) continue;
    const own = filled.filter((text) => !isLevelWord(text));
    const beside = own.length < filled.length;
    if (
      at > 0 &&
      own.length > 0 &&
      matchers.some((m) => m.knows(own[0]!)) &&
      isBodyLabel(own) &&
      (!beside || numbers.length > 0)
    )
      return at;
  }
  const index = rows.findIndex((row) => row.some((cell) => normaliseLabel(cell.text) === '栏次'));
  return index >= 0 ? index + 1 : Math.min(2, rows.length);
}

/** 合计 一般公共预算财政拨款 … below 决算数: names of columns, though lines are called the same. */
function namesColumns({ blocks }: Form, filled: readonly string[]): boolean {
  const columns = blocks.flatMap((block) => block.columns);
  const isColumn = (text: string) =>
    columns.some((column) => columnNames(column).has(columnKey(text)));
  // A line by code has one name.
  if (filled.length >= 3 && blocks[0]!.kind === 'open') return true;
  return filled.length >= 2 && filled.every(isColumn);
}

/** A row that begins with a known line and has no second heading word beside it. */
function isBodyLabel(filled: readonly string[]): boolean {
  return !filled
    .slice(1)
    .some((text) => /^(?:行次|决算数|金额|基本支出|小计|项目支出)$/.test(normaliseLabel(text)));
}

/** Headings of each column from the top; a blank continues its left neighbour's group. */
function columnPaths(rows: Rows, width: number): string[][] {
  const printed = rows.map((row) =>
    Array.from({ length: width }, (_, at) => row[at]?.text.trim() ?? ''),
  );
  const paths: string[][] = Array.from({ length: width }, () => []);
  printed.forEach((row, r) => {
    let group = '';
    row.forEach((own, at) => {
      const above = printed.slice(0, r).some((upper) => upper[at] !== '');
      const below = printed.slice(r + 1).some((lower) => lower[at] !== '');
      if (own !== '') group = own;
      else if (above || !below) group = '';
      const path = paths[at]!;
      if (group !== '' && path[path.length - 1] !== group) path.push(group);
    });
  });
  return paths;
}

/** 项目（按支出性质和经济分类）: what lines below such a heading are. */
function isByKind(text: string): boolean {
  return /支出性质|经济(?:性质|分类)/.test(normaliseLabel(text));
}

function sideOf(path: readonly string[]): Side | null {
  for (const text of path) {
    const word = normaliseLabel(text);
    if (word === '收入' || word === '本年收入') return '收入';
    if (word === '支出' || word === '本年支出') return '支出';
  }
  return null;
}

const CODE = /(?:编码|代码)$|^(?:类|款|项)$/;
const LABEL = /(?:项目|科目|名称|分类)$|^项目\(/;

function roleOf(path: readonly string[], body: Rows, at: number): HeadingColumn['role'] {
  const leaf = normaliseLabel(path[path.length - 1] ?? '');
  if (/^行次?$|^行号$|^序号$/.test(leaf)) return 'line';
  if (looksLikeCodes(body, at)) return 'code';
  if (CODE.test(leaf)) return looksLikeLabels(body, at) ? 'label' : 'code';
  return LABEL.test(leaf) || looksLikeLabels(body, at) ? 'label' : 'value';
}

function looksLikeCodes(body: Rows, at: number): boolean {
  const texts = body.map((row) => row[at]?.text.trim() ?? '').filter((text) => text !== '');
  const codes = texts.filter((text) => /^\d{3}(?:\d{2}){0,2}$/.test(text.replace(/\s/g, '')));
  return codes.length > 0 && codes.length * 2 >= texts.length;
}

function looksLikeLabels(body: Rows, at: number): boolean {
  const texts = body.map((row) => row[at]?.text.trim() ?? '').filter((text) => text !== '');
  const words = texts.filter((text) => /[\u4e00-\u9fff]{2}/.test(text));
  return words.length > 0 && words.length * 2 > texts.length;
}
